import { checkSections } from '#core/checks.ts';
import type { DocNode } from '#core/publication.ts';
import { findPlace, wordsOf } from '#editor/findings/find-place.ts';
import { normalise } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { doc, p } from '#server/demo/write.ts';
import { describe, expect, test } from 'vitest';

/** The way from a finding of the server to its place in the text of the page. */

const nodeOf = (json: DocNode) => schema.nodeFromJSON(normalise(json));
const foundIn = (json: DocNode) =>
	checkSections([{ sectionId: 's', doc: normalise(json), figures: {} }]);

/** The words at the place of the finding of this kind, in a text that may have moved on. */
function words(checked: DocNode, code: string, now: DocNode = checked): string | null {
	const told = foundIn(checked).find((finding) => finding.code === code);
	if (!told) throw new Error(`${code} is not found`);
	const page = nodeOf(now);
	const spot = findPlace(page, told);
	return spot && page.textBetween(spot.from, spot.to, '|');
}

const cell = (text: string, attrs: Record<string, unknown> = {}): DocNode => ({
	type: 'tableCell',
	attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null, ...attrs },
	content: [p(text)]
});
const head = (text: string, attrs = {}): DocNode => ({ ...cell(text, attrs), type: 'tableHeader' });
const table = (...rows: DocNode[][]): DocNode => ({
	type: 'table',
	attrs: { purpose: 'table', caption: 'Placerade barn' },
	content: rows.map((content) => ({ type: 'tableRow', content }))
});

describe('where a finding stands', () => {
	const slip = p('På en skola når 58% av eleverna målen.');

	test('[C1] in a passage it is the very words', () => {
		expect(words(doc(p('Inledning.'), slip), 'percentTight')).toBe('58%');
		const list: DocNode = {
			type: 'bulletList',
			content: [
				{ type: 'listItem', content: [p('Ett')] },
				{ type: 'listItem', content: [slip] }
			]
		};
		expect(words(doc(p('Inledning.'), list), 'percentTight')).toBe('58%');
	});

	test('[C1] a line break before it does not push it aside', () => {
		const broken: DocNode = {
			type: 'paragraph',
			content: [
				{ type: 'text', text: 'Först' },
				{ type: 'hardBreak' },
				{ type: 'text', text: 'når 58% målen.' }
			]
		};
		expect(words(doc(broken), 'percentTight')).toBe('58%');
	});

	test('[C1] a passage that has moved is found by its words, and one that is gone is not', () => {
		const before = doc(slip);
		expect(words(before, 'percentTight', doc(p('Nytt överst.'), p('Ett till.'), slip))).toBe(
			'På en skola når 58% av eleverna målen.'
		);
		expect(words(before, 'percentTight', doc(p('Helt andra ord.')))).toBeNull();
		expect(words(before, 'percentTight', doc(p()))).toBeNull();
	});

	test('[C1] in a table it is the cell, with spans counted out', () => {
		const plain = table(
			[head('Form'), head('2021'), head('2022')],
			[cell('Jourhem'), cell('12'), cell('3')]
		);
		expect(words(doc(p('Före.'), plain), 'smallCount')).toBe('3');
		const spanning = table(
			[head('Form', { rowspan: 2 }), head('Antal', { colspan: 2 })],
			[head('2021'), head('2022')],
			[cell('Jourhem', { rowspan: 2 }), cell('12'), cell('13')],
			[cell('14'), cell('3')]
		);
		expect(words(doc(p('Före.'), spanning), 'smallCount')).toBe('3');
	});

	test('[C1] a picture is taken as a whole', () => {
		const picture: DocNode = {
			type: 'picture',
			attrs: { image: 'img-1', alt: '', caption: '' }
		};
		const checked = doc(p('Före.'), picture);
		const told = foundIn(checked).find(({ code }) => code === 'altMissing');
		if (!told) throw new Error('no finding');
		const page = nodeOf(checked);
		const spot = findPlace(page, told);
		expect(spot?.whole).toBe(true);
		expect(page.nodeAt(spot?.from ?? -1)?.type.name).toBe('picture');
	});
});

test('[C1] an excerpt without the marks of what was left out', () => {
	expect(wordsOf('… mitt i en mening …')).toBe('mitt i en mening');
	expect(wordsOf('hela')).toBe('hela');
});
