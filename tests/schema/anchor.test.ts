import { LONGEST_QUOTE, type Anchor } from '#core/review.ts';
import type { DocNode } from '#core/publication.ts';
import { makeAnchor, readAnchor } from '#schema/anchor.ts';
import { quoteOf } from '#schema/anchor-quote.ts';
import { docJson, loadDoc, seedUpdate } from '#schema/content.ts';
import { moveRange } from '#schema/moved-place.ts';
import { compare, outlineOf, pathOf, type Path, type Place } from '#schema/outline.ts';
import { putInPlace, replacedIn } from '#schema/proposal.ts';
import { standingIn } from '#schema/standing.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT } from '#schema/version.ts';
import { areaTableNode } from '#core/area-nodes.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { mulberry } from '../support/random.ts';

const words = (text: string, ...marks: string[]): DocNode => ({
	type: 'text',
	text,
	...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {})
});
const paragraph = (...content: DocNode[]): DocNode => ({ type: 'paragraph', content });

const link = (text: string): DocNode => ({
	...words(text),
	marks: [{ type: 'link', attrs: { href: 'https://example.org' } }]
});

const CONTENT: DocNode[] = [
	paragraph(words('Ett '), words('fett', 'bold'), words(' ord.')),
	{ type: 'heading', attrs: { level: 1 }, content: [words('Rubrik')] },
	{ type: 'indicator', attrs: { indicator: 'ind-a' } },
	{ type: 'picture', attrs: { image: 'b', alt: 'Barn som leker', caption: 'Lekplatsen' } },
	{ type: 'indicatorSummary' },
	paragraph(
		words('Rad ett'),
		{ type: 'hardBreak' },
		words('rad två'),
		{ type: 'footnote', attrs: { text: 'Noten' } },
		words(' slut.')
	),
	areaTableNode('plan', '', [
		{ id: 'o1', title: 'Trygghet', measures: [{ id: 'm1', text: 'Fler vuxna' }], results: [] }
	]),
	paragraph(link('länken'), words(' efter')),
	paragraph()
];

const open = (content = CONTENT): Y.Doc => loadDoc([seedUpdate({ type: 'doc', content })]);

/** A place by its path; the last index counts letters in a text. */
function place(doc: Y.Doc, ...path: number[]): Place {
	let type: Y.XmlFragment | Y.XmlText = doc.getXmlFragment(FRAGMENT);
	for (const index of path.slice(0, -1)) {
		if (type instanceof Y.XmlText) throw new Error('nothing stands in a text');
		type = type.get(index);
	}
	return { type, index: path.at(-1) ?? 0 };
}

const anchor = (doc: Y.Doc, start: number[], end: number[]): Anchor =>
	makeAnchor({ start: place(doc, ...start), end: place(doc, ...end) });

const titles = new Map([['ind-a', 'Trygghet i skolan']]);

function quote(doc: Y.Doc, start: number[], end: number[]): string | null {
	const outline = outlineOf(doc);
	const passage = readAnchor(outline, anchor(doc, start, end));
	return passage.is === 'here' ? quoteOf(outline, passage, titles) : null;
}

test('[R1] a passage is quoted as it reads: words across marks, paragraphs and blocks, and what a block is called', () => {
	const doc = open();
	expect(quote(doc, [0, 0, 2], [0, 0, 10])).toBe('t fett o');
	expect(quote(doc, [0, 0, 9], [1, 0, 3])).toBe('ord.\nRub');
	expect(quote(doc, [1], [2])).toBe('Rubrik');
	expect(quote(doc, [2], [3])).toBe('Trygghet i skolan');
	expect(quote(doc, [3], [4])).toBe('Lekplatsen');
	expect(quote(doc, [4], [5])).toBe('Sammanställning av nyckeltal');
	expect(quote(doc, [5, 0, 4], [5, 4, 5])).toBe('ett rad två slut');
	expect(quote(doc, [6, 0], [6, 1])).toBe('Trygghet');
	expect(quote(doc, [6, 0, 1], [6, 0, 2])).toBe('Fler vuxna');
	expect(quote(doc, [8], [9])).toBe('Stycke');
	expect(quote(doc, [1], [5])?.split('\n')).toEqual([
		'Rubrik',
		'Trygghet i skolan',
		'Lekplatsen',
		'Sammanställning av nyckeltal'
	]);
	const long = open([paragraph(words('x'.repeat(LONGEST_QUOTE - 1)), words('🧒 och mer'))]);
	expect(quote(long, [0], [1])).toBe('x'.repeat(LONGEST_QUOTE - 1));
});

test('[R1] [W11] whatever is sent as an anchor is answered: garbage, other roots, attributes, reversed, unknown', () => {
	const doc = open();
	doc.getMap('annan').set('a', new Y.Text('x'));
	const outline = outlineOf(doc);
	const is = (start: string, end = start) => readAnchor(outline, { start, end }).is;
	const position = (type: Y.Text, index: number) =>
		Buffer.from(
			Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index))
		).toString('base64');
	const { start, end } = anchor(doc, [0, 0, 2], [0, 0, 6]);
	expect(is(start, end)).toBe('here');
	expect(is(end, start)).toBe('unreadable');
	expect(is(Buffer.from(start, 'base64').toString('base64') + '=')).toBe('unreadable');
	for (const text of ['', '%', 'AA', 'AQ==', 'Aw==', '/////w==', 'A'.repeat(1000)])
		expect(is(text), text).toBe('unreadable');
	// A root that is none, one that is another, and an attribute.
	const named = (name: string) =>
		Buffer.from(Y.encodeRelativePosition(new Y.RelativePosition(null, name, null))).toString(
			'base64'
		);
	expect(is(named('annan'))).toBe('unreadable');
	expect(is(named('ny'))).toBe('unreadable');
	expect([...doc.share.keys()].sort()).toEqual(['annan', FRAGMENT]);
	expect(is(position(doc.getMap('annan').get('a') as Y.Text, 0))).toBe('unreadable');
	const picture = doc.getXmlFragment(FRAGMENT).get(3) as Y.XmlElement;
	const attribute = picture._map.get('alt')?.id ?? Y.createID(0, 0);
	const onAttribute = Y.encodeRelativePosition(new Y.RelativePosition(null, null, attribute));
	expect(is(Buffer.from(onAttribute).toString('base64'))).toBe('unreadable');
	// Of letters that were never stored nothing is known.
	const other = open();
	expect(is(anchor(other, [0, 0, 1], [0, 0, 3]).start)).toBe('gone');
	const random = mulberry(7);
	for (let n = 0; n < 2_000; n++) {
		const bytes = Uint8Array.from({ length: Math.floor(random() * 24) }, () => random() * 256);
		const text = Buffer.from(bytes).toString('base64');
		expect(['gone', 'unreadable', 'here']).toContain(is(text, random() < 0.5 ? text : start));
	}
});

test('[R1] what is typed at the edges stays outside, what is typed within belongs to it, and the rest is what is left', () => {
	const doc = open();
	const kept = anchor(doc, [0, 0, 4], [0, 0, 8]);
	const read = () => {
		const outline = outlineOf(doc);
		const passage = readAnchor(outline, kept);
		return passage.is === 'here' ? quoteOf(outline, passage, titles) : passage.is;
	};
	const text = place(doc, 0, 0, 0).type as Y.XmlText;
	text.insert(8, '!');
	text.insert(4, '¡');
	expect(read()).toBe('fett');
	text.insert(7, 'X');
	expect(read()).toBe('feXtt');
	text.delete(5, 2);
	expect(read()).toBe('Xtt');
	text.delete(5, 3);
	expect(read()).toBe('gone');
	// Two paragraphs, of which the second is deleted: the first is still there.
	const wide = anchor(doc, [0, 0, 0], [1, 0, 3]);
	doc.getXmlFragment(FRAGMENT).delete(1, 1);
	const outline = outlineOf(doc);
	const passage = readAnchor(outline, wide);
	if (passage.is !== 'here') throw new Error(passage.is);
	expect(passage.isAnew).toBe(true);
	expect(quoteOf(outline, passage, titles)).toBe('Ett ¡! ord.');
});

/** Every place of a document, in order. */
function placesOf(doc: Y.Doc): Place[] {
	const places: Place[] = [];
	const read = (type: Y.XmlFragment | Y.XmlText) => {
		for (let index = 0; index <= type.length; index++) {
			places.push({ type, index });
			const child: unknown =
				type instanceof Y.XmlText || index === type.length ? null : type.get(index);
			if (child instanceof Y.XmlElement || child instanceof Y.XmlText) read(child);
		}
	};
	read(doc.getXmlFragment(FRAGMENT));
	return places;
}

test('[R1] [D9] every passage of a document is found again in the one that a rebuild makes of it', () => {
	const before = open();
	// Stored in more pieces than a new document has: typed letter by letter, with what was deleted.
	const text = place(before, 0, 0, 0).type as Y.XmlText;
	for (const letter of 'tillagt') text.insert(6, letter);
	text.delete(5, 2);
	(place(before, 7, 0).type as Y.XmlElement).insert(1, [new Y.XmlText('mer')]);
	const after = loadDoc([seedUpdate(docJson(before))]);
	const [from, to] = [outlineOf(before), outlineOf(after)];
	const places = placesOf(before);
	const random = mulberry(3);
	let tried = 0;
	for (let n = 0; n < 1_000; n++) {
		const [a, b] = [0, 0].map(() => Math.floor(random() * places.length)).sort((x, y) => x - y);
		const [start, end] = [places[a ?? 0], places[b ?? 0]];
		if (!start || !end) continue;
		const passage = readAnchor(from, makeAnchor({ start, end }));
		if (passage.is !== 'here') continue;
		const moved = moveRange(passage, from, to);
		const found = moved && readAnchor(to, makeAnchor(moved));
		if (found?.is !== 'here')
			throw new Error(`${passage.path.join()} to ${passage.endPath.join()}`);
		expect(quoteOf(to, found, titles)).toBe(quoteOf(from, passage, titles));
		tried += 1;
	}
	expect(tried).toBeGreaterThan(800);
});

test('[R1] paths are in the order in which the text is read', () => {
	const doc = open();
	const outline = outlineOf(doc);
	const paths = placesOf(doc).map((one) => pathOf(outline, one) as Path);
	const sorted = [...paths].sort(compare);
	expect(sorted).toEqual(paths);
});

function proposed(doc: Y.Doc, start: number[], end: number[], instead: string): string | null {
	const outline = outlineOf(doc);
	const passage = readAnchor(outline, anchor(doc, start, end));
	const replaced = passage.is === 'here' ? replacedIn(outline, passage) : null;
	if (replaced === null) return null;
	doc.transact(() => putInPlace(replaced, instead));
	return replaced.letters;
}

test('[R2] what is put in has the marks of the first letter that goes, and a note, a break or two paragraphs are no words', () => {
	const doc = open();
	const inline = (index: number) => docJson(doc).content?.[index]?.content;
	expect(proposed(doc, [0, 0, 5], [0, 0, 10], 'in stil')).toBe('ett o');
	expect(inline(0)).toEqual([words('Ett '), words('fin stil', 'bold'), words('rd.')]);
	expect(proposed(doc, [0, 0, 2], [0, 0, 3], '')).toBe('t');
	// Between two letters: the marks of the one before; of a link only within it.
	expect(proposed(doc, [0, 0, 6], [0, 0, 6], 'X')).toBe('');
	expect(plainText(docJson(doc)).split('\n')[0]).toBe('Et finX stilrd.');
	expect(proposed(doc, [7, 0, 6], [7, 0, 6], ' och')).toBe('');
	expect(proposed(doc, [7, 0, 3], [7, 0, 3], '-')).toBe('');
	expect(inline(7)).toEqual([link('län-ken'), words(' och efter')]);
	for (const [start, end] of [
		[
			[5, 0, 4],
			[5, 2, 2]
		], // over a break
		[
			[5, 2, 0],
			[5, 4, 2]
		], // over a note
		[
			[5, 1],
			[5, 2]
		], // a break
		[
			[0, 0, 1],
			[1, 0, 2]
		], // over two paragraphs
		[[2], [3]],
		[[0], [1]]
	] as const)
		expect(proposed(doc, [...start], [...end], 'x'), start.join()).toBeNull();
	// Behind a break, and in an empty paragraph, there is a place for words.
	expect(proposed(doc, [5, 2], [5, 2], 'A')).not.toBeNull();
	expect(proposed(doc, [8, 0], [8, 0], 'Nytt')).toBe('');
	expect(plainText(docJson(doc)).endsWith('Nytt')).toBe(true);
	const signs = open([paragraph(words('a🧒b'))]);
	expect(proposed(signs, [0, 0, 1], [0, 0, 2], 'x')).toBeNull();
	expect(proposed(signs, [0, 0, 2], [0, 0, 2], 'x')).toBeNull();
	expect(proposed(signs, [0, 0, 1], [0, 0, 3], 'x')).toBe('🧒');
});

test('[R1] a passage whose letters were written anew is found by its words, where they stand once', () => {
	const text = 'Först en mening. Sedan den som det gäller.';
	const sentence = 'Sedan den som det gäller.';
	const doc = open([paragraph(words(text)), paragraph(words('Bild'))]);
	const fragment = doc.getXmlFragment(FRAGMENT);
	const about = (of: Y.Doc, quote: string, kept: Anchor) => {
		const outline = outlineOf(of);
		const passage = standingIn(outline)({ anchor: kept, quote });
		return passage.is === 'here'
			? [quoteOf(outline, passage, titles), ...passage.path]
			: passage.is;
	};
	const kept = anchor(doc, [0, 0, text.indexOf(sentence)], [0, 0, text.length]);
	const short = anchor(doc, [0, 0, 6], [0, 0, 15]);
	const block = anchor(doc, [1], [2]);
	// As the editor divides a paragraph: letters go, and others come.
	(place(doc, 0, 0, 0).type as Y.XmlText).delete(0, text.length);
	const anew = (line: string) => {
		const element = new Y.XmlElement('paragraph');
		element.insert(0, [new Y.XmlText(line)]);
		fragment.insert(1, [element]);
	};
	anew(`${sentence} Bilden på gården.`);
	expect(about(doc, sentence, kept)).toEqual([sentence, 1, 0, 0]);
	anew('Först en mening. ');
	expect(about(doc, 'en mening', short)).toBe('gone');
	// A block is no words.
	fragment.delete(3, 1);
	expect(about(doc, 'Bilden på gården.', block)).toBe('gone');
	// In two places nobody knows which.
	anew(`Det är ${sentence}`);
	expect(about(doc, sentence, kept)).toBe('gone');
	fragment.delete(1, 1);
	fragment.delete(0, 1);
	expect(about(doc, sentence, kept)).toEqual([sentence, 1, 0, 0]);
});
