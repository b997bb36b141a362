import { noteText, withNotesInText } from '#core/notes.ts';
import { referencesInOrder } from '#core/references.ts';
import { signatureLines } from '#core/signature.ts';
import { ownText } from '#core/cell-text.ts';
import { noteParts } from '#schema/note-parts.ts';
import { NODE_ATTRIBUTES } from '#schema/attributes.ts';
import { expect, it } from 'vitest';
import { note, references } from '../export/support/parts.ts';
import { p } from '../export/support/page.ts';

const NBSP = '\u00a0';

it.for([
	[{ place: 'Stockholm', date: '2016-03-16' }, `Stockholm den 16${NBSP}mars 2016`],
	[{ place: ' Söderhamn ', date: '16 mars 2016' }, 'Söderhamn den 16 mars 2016'],
	[{ place: 'Göteborg', date: 'den 3 maj 2025' }, 'Göteborg den 3 maj 2025'],
	[{ place: 'Göteborg', date: 'i maj 2025' }, 'Göteborg i maj 2025'],
	[{ place: 'Göteborg', date: 'våren 2025' }, 'Göteborg, våren 2025'],
	[{ place: 'Göteborg', date: '2016-02-30' }, 'Göteborg, 2016-02-30'],
	[{ date: '2016-03-16' }, `Den 16${NBSP}mars 2016`],
	[{ place: 'Göteborg' }, 'Göteborg']
] as const)('[P5] the place and date of a signature: %j', ([attrs, line]) => {
	expect(signatureLines(attrs)).toEqual([line]);
});

it('[P5] name and title stand below, and what nobody filled in is no line', () => {
	expect(signatureLines({ place: '', date: '', name: 'Åsa Ek', title: 'Kommunalråd' })).toEqual([
		'Åsa Ek',
		'Kommunalråd'
	]);
	expect(signatureLines({ name: ' ', title: 12 })).toEqual([]);
});

it('[P5] works are read in the order of the Swedish alphabet, whatever they begin with', () => {
	const typed = ['Öberg', 'Ådahl', '”Zetterlund', 'Ek 10', 'Ek 9', 'Ärling', 'andersson'];
	const list = references(...typed.map((word) => [word]));
	expect(referencesInOrder(list).map(ownText)).toEqual([
		'andersson',
		'Ek 9',
		'Ek 10',
		'”Zetterlund',
		'Ådahl',
		'Ärling',
		'Öberg'
	]);
	// As it was typed it stays in the text.
	expect(list.content?.map(ownText)).toEqual(typed);
});

it('[P1] the words of a note are one line, and of another node there are none', () => {
	expect(noteText(note(' Se\n SCB, \t2019. '))).toBe('Se SCB, 2019.');
	expect(noteText({ type: 'paragraph', attrs: { text: 'Nej' } })).toBe('');
});

it('[Y6] among others’ notes a note stands in its place, and the text is not changed', () => {
	const text = p('Ökade', note('Se bilagan.'), ' mycket', note(' '), '.');
	const before = JSON.stringify(text);
	expect(ownText(withNotesInText(text))).toBe('Ökade (not: Se bilagan.) mycket.');
	expect(JSON.stringify(text)).toBe(before);
});

it.for([
	['Se https://www.scb.se/a_(b), s. 3.', ['https://www.scb.se/a_(b)']],
	['(Läs på https://www.scb.se/a.)', ['https://www.scb.se/a']],
	[
		'www.bris.se och http://exempel.se/?a=1&b=2;',
		['https://www.bris.se', 'http://exempel.se/?a=1&b=2']
	],
	['javascript:alert(1) och https:///ingenstans', []],
	['Ingen adress alls', []]
] as const)('[P5] the addresses in “%s”', ([words, addresses]) => {
	const parts = noteParts(words);
	expect(parts.map(({ text }) => text).join('')).toBe(words);
	expect(parts.flatMap(({ href }) => href ?? [])).toEqual(addresses);
});

it('[W5] the gate lets a note have a thousand letters and a signature its four lines, and no more', () => {
	const may = (node: string, name: string, value: unknown) =>
		NODE_ATTRIBUTES[node]?.[name]?.(value);
	expect(may('footnote', 'text', 'a'.repeat(1000))).toBe(true);
	expect(may('footnote', 'text', 'a'.repeat(1001))).toBe(false);
	expect(may('footnote', 'text', null)).toBe(false);
	for (const [name, most] of [
		['place', 200],
		['date', 100],
		['name', 200],
		['title', 200]
	] as const) {
		expect(may('signature', name, 'a'.repeat(most))).toBe(true);
		expect(may('signature', name, 'a'.repeat(most + 1))).toBe(false);
	}
	expect(may('table', 'purpose', 'fromTo')).toBe(true);
	expect(NODE_ATTRIBUTES['references']).toEqual({});
});
