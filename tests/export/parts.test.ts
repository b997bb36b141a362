// @vitest-environment jsdom
import { canonicalJson } from '#schema/content.ts';
import { sectionPassage } from '#schema/passage.ts';
import { plainText, textWithoutNotes } from '#schema/text.ts';
import { offlineHtml } from '#server/export/archive/offline.ts';
import { extractHtml } from '#server/export/extract.ts';
import { figuresCsv } from '#server/export/open-data/figures.ts';
import { editionJson } from '#server/export/open-data/json.ts';
import { expect, it } from 'vitest';
import { inputOf } from './support/every-node.ts';
import { all, doc, p, page, words } from './support/page.ts';
import { closing, note, NOTES, opening, partsEdition } from './support/parts.ts';

/** Notes, references, signatures and from-to tables in every form of an edition (P4). */

const model = partsEdition();
const input = inputOf(model);
const WORKS = [
	'”Andersson”, C. (2020). Skolgårdar.',
	'Ådahl, B. (2019). Plats för alla.',
	'Öberg, Å. (2015). Barns ord. Lund.'
];
/** Without its marks of notes. */
const bare = (element: Element): string => {
	const copy = element.cloneNode(true) as Element;
	for (const mark of all(copy, 'sup, [role="doc-backlink"]')) mark.remove();
	return words(copy);
};

it('[P5] a number leads to its note and the note back, by names in Swedish, through the whole edition', () => {
	const root = page(model);
	const marks = all(root, 'a[role="doc-noteref"]');
	expect(marks.map(words)).toEqual(['1', '2', '3', '8', '4', '5', '6', '7']);
	for (const mark of marks) {
		const id = mark.getAttribute('href')?.slice(1) ?? '';
		const item = root.querySelector(`li#${id}`);
		expect(bare(item as Element)).toBe(NOTES[Number(words(mark)) - 1]);
		expect(item?.getAttribute('value')).toBe(words(mark));
		const back = item?.querySelector('[role="doc-backlink"]');
		expect(back?.getAttribute('href')).toBe(`#${mark.id}`);
		expect(back?.getAttribute('aria-label')).toBe(`Tillbaka till texten vid not ${words(mark)}`);
		expect(mark.getAttribute('aria-label')).toBe(`Not ${words(mark)}`);
		expect(mark.closest('a a')).toBeNull();
	}
	const lists = all(root, 'section[role="doc-endnotes"]');
	expect(lists.map((list) => list.getAttribute('aria-label'))).toEqual([
		'Noter till avsnittet Elevhälsa',
		'Noter till avsnittet Slutord'
	]);
	expect(lists.map((list) => all(list, 'li').length)).toEqual([6, 2]);
	expect(root.querySelector('.notes a[href^="http"]')?.getAttribute('href')).toBe(
		'https://www.exempel.se/samtal_(2022)'
	);
	const ids = all(root, '[id]').map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

it('[P5] works stand in alphabetical order, a signature in its lines; what is empty stands nowhere', () => {
	const root = page(model);
	expect(all(root, 'ul.references > li').map(bare)).toEqual(WORKS);
	expect(all(root, '.signature').map((one) => all(one, 'p').map(words))).toEqual([
		['Stockholm den 16 mars 2016', 'Åsa Ek', 'Kommunalråd']
	]);
	const table = root.querySelector('table[data-purpose="fromTo"]');
	expect(all(table as Element, 'thead th[scope="col"]').map(words)).toEqual(['Från', 'Till']);
});

it('[P4] [P5] the page to save has them too, and an extract keeps the number that a note is cited by', () => {
	const offline = Buffer.from(offlineHtml(input)).toString('utf8');
	for (const id of NOTES.map((_, i) => `id="not-${i + 1}"`)) expect(offline).toContain(id);
	const edition = {
		...model,
		sections: model.sections.map((one) => ({
			...one,
			content: { ...one.content, articles: one.content.key === 'b' ? [12] : [] }
		}))
	};
	const extract = extractHtml(edition, { kind: 'article', article: 12 });
	document.body.innerHTML = extract?.html ?? '';
	expect(all(document.body, 'a[role="doc-noteref"]').map(words)).toEqual(['6', '7']);
	expect(all(document.body, '.notes li').map((item) => item.getAttribute('value'))).toEqual([
		'6',
		'7'
	]);
});

it('[P8] search and plain text have the words of notes and signatures; a number in a cell stays one', () => {
	const [first, second] = model.sections;
	if (!first || !second) throw new Error('no sections');
	const found = `${sectionPassage(first.content).text}\n${sectionPassage(second.content).text}`;
	for (const one of [...NOTES, 'Stockholm den 16 mars 2016', 'Kommunalråd'])
		expect(found.replaceAll('\u00a0', ' ')).toContain(one);
	expect(plainText(p('Ett', note('Not ett.'), ' ord', note(' ')))).toBe('Ett ord\nNot ett.');
	expect(textWithoutNotes(p('Ett', note('Not ett.'), ' ord'))).toBe('Ett ord');
	expect(plainText(doc(p(note('Bara en not.'))))).toBe('Bara en not.');
	const csv = Buffer.from(figuresCsv(input)).toString('utf8');
	expect(csv).toContain('Kulan;Kuratorer;2;');
	expect(csv).not.toContain('halvtid');
});

it('[P4] the data of the edition hold them as they were approved', () => {
	const { edition } = JSON.parse(Buffer.from(editionJson(input)).toString('utf8')) as {
		edition: typeof model;
	};
	expect(edition.sections.map(({ content }) => canonicalJson(content.doc))).toEqual(
		model.sections.map(({ content }) => canonicalJson(content.doc))
	);
	expect(canonicalJson(edition)).toContain('"type":"footnote"');
	expect([opening, closing].map(plainText).join('\n')).toContain('Bara på nätet.');
});
