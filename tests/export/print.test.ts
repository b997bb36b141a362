// @vitest-environment jsdom
import type { EditionModel } from '#core/publication.ts';
import { canonicalJson } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { textWithoutNotes, walk } from '#schema/text.ts';
import { printDocument } from '#server/export/print/build.ts';
import type { Block, PrintDocument, Run } from '#server/export/print/document.ts';
import { eachBlock, runsIn, targetsOf } from '#server/export/print/targets.ts';
import { textOf } from '#server/export/print/widths.ts';
import { describe, expect, it } from 'vitest';
import { demoEdition, edition, section } from './support/edition.ts';
import { everyNode, everyNodeEdition, inputOf } from './support/every-node.ts';
import { all, block, doc, p, page } from './support/page.ts';

const demo = demoEdition();
const every = everyNodeEdition();
const print = (model: EditionModel): PrintDocument => printDocument(inputOf(model));

const blocksOf = ({ parts }: PrintDocument): Block[] => {
	const found: Block[] = [];
	for (const { blocks } of parts) eachBlock(blocks, (one) => found.push(one));
	return found;
};
const some = <K extends Block['kind']>(document: PrintDocument, kind: K) =>
	blocksOf(document).filter((one): one is Extract<Block, { kind: K }> => one.kind === kind);
const wordsOf = (runs: Run[]): string => runs.map(({ text }) => text).join('');
const links = (document: PrintDocument): string[] =>
	blocksOf(document).flatMap((one) => runsIn(one).flatMap(({ href }) => href ?? []));

/** Every number as it is written: "14,7", "2022". */
const numbersIn = (text: string): Set<string> =>
	new Set(text.replaceAll(/\btabell \d+/gi, '').match(/\d+(?:,\d+)?/g) ?? []);

/** The numbers of the page, less what it draws, and the place where it says its own address. */
function numbersOfWeb(model: EditionModel): Set<string> {
	const root = page(model);
	for (const gone of all(root, 'svg, nav, .cite')) gone.remove();
	// A line's end parts numbers as well as a space does.
	for (const one of all(root, 'td, th, dd, dt, li, p, h1, h2, h3, h4, h5, h6, br, caption'))
		one.append(' ');
	for (const br of all(root, 'br')) br.replaceWith(' ');
	return numbersIn(root.textContent);
}

function numbersOfPaper(document: PrintDocument): Set<string> {
	const facts = document.facts.flatMap(({ lines }) => lines.map(wordsOf));
	const text = document.parts.map(({ blocks }) => textOf(blocks));
	const numbers = document.parts
		.flatMap(({ blocks }) => blocks)
		.flatMap((one) => (one.kind === 'heading' ? [one.number] : []));
	return numbersIn([...facts, ...text, ...numbers].join('\n'));
}

describe('web and paper say the same', () => {
	it.each([
		['the demo', demo],
		['every node', every]
	])(
		'[P4] every number of the page stands on paper, and every number of paper on the page: %s',
		(_, model) => {
			const web = numbersOfWeb(model);
			const document = print(model);
			const paper = numbersOfPaper(document);
			expect(paper.size).toBeGreaterThan(30);
			// The contact and the whole hash stand around the page's article or in its colophon.
			const around = numbersIn(
				[...document.colophon, ...document.facts.flatMap(({ lines }) => lines.map(wordsOf))].join(
					' '
				)
			);
			expect([...web].filter((one) => !paper.has(one) && !around.has(one))).toEqual([]);
			expect([...paper].filter((one) => !web.has(one) && !around.has(one))).toEqual([]);
		}
	);

	it('[P1] the words of every section are the approved ones', () => {
		for (const model of [demo, every]) {
			const document = print(model);
			for (const { content } of model.sections) {
				const part = document.parts.find((one) => one.section?.key === content.key);
				expect(part?.section).toEqual({
					key: content.key,
					number: content.number,
					title: content.title
				});
				const said = textOf(part?.blocks ?? []).replace(/\s+/g, ' ');
				// A table with a chart stands in the appendix.
				const whole = `${said} ${document.parts.map((one) => textOf(one.blocks)).join(' ')}`;
				for (const line of textWithoutNotes(content.doc).split('\n'))
					expect(whole.replace(/\s+/g, ' '), line).toContain(line.replace(/\s+/g, ' '));
			}
		}
	});

	it('[P2] the same input gives the same document, and is not altered', () => {
		const input = inputOf(every);
		const before = canonicalJson(input.model);
		expect(printDocument(structuredClone(input))).toEqual(printDocument(input));
		expect(canonicalJson(input.model)).toBe(before);
	});

	it('[P4] number, date, decision, reason, sender and hash are told', () => {
		const document = print(every);
		const facts = document.facts.map(({ term, lines }) => [term, lines.map(wordsOf).join(' | ')]);
		expect(facts).toEqual([
			['Verksamhetsår', '2022'],
			['Beslut', 'Kommunfullmäktige, 19\u00a0juni 2023, §\u00a087'],
			['Diarienummer', 'KS 2023/0123'],
			['Utgåva', 'Utgåva 2, publicerad 26\u00a0juni 2023'],
			['Därför finns utgåva 2', 'Ett årtal är rättat.'],
			['Kontakt', 'Kansliet | kansliet@exempel.se | 0123-456 78 | exempel.se/barn']
		]);
		expect(document.facts.at(-1)?.lines.flatMap((line) => line[0]?.href ?? [])).toEqual([
			'mailto:kansliet@exempel.se',
			'tel:012345678',
			'https://exempel.se/barn'
		]);
		const { sender, accent, logo, running, foot } = document;
		expect({ sender, accent, logo, running, foot }).toEqual({
			sender: 'Exempelkommun, Kommunstyrelsen',
			accent: '#5a2a6e',
			logo: { image: 'logga', alt: 'Exempelkommun, logotyp' },
			running: { left: 'Exempelkommun, Kommunstyrelsen', right: 'Barnbokslut 2022' },
			foot: 'Utgåva 2 · 2023-06-26 · Kommunfullmäktige §\u00a087'
		});
		const colophon = document.colophon.join('\n');
		expect(colophon).toContain(inputOf(every).hash);
		expect(colophon).toContain('https://barnbokslut.exempel.se/r/barnbokslut-2022/v/2');
		expect(print(demo).colophon.join('\n')).not.toContain('adress:');
	});

	it('[I4] the answer counts, and names every indicator, the unknown ones too', () => {
		const [answer] = print(demo).parts;
		const said = textOf(answer?.blocks ?? []);
		expect(said).toContain('Av de 10 nyckeltal vars utveckling går att bedöma');
		expect(said).toContain('Okänd utveckling för 8 nyckeltal');
		for (const { content } of demo.sections)
			for (const id of content.counted)
				expect(said).toContain(content.figures[id]?.figures.indicator.title);
	});
});

describe('the document is whole', () => {
	it('[P4] every node of the schema is in the text that these tests print', () => {
		const held = new Set<string>();
		walk(everyNode, ({ type }) => held.add(type));
		expect(held).toEqual(new Set(Object.keys(schema.nodes)));
	});

	it.each([
		['the demo', demo],
		['every node', every]
	])('[P6] ids are unique, links lead somewhere, headings have no gaps: %s', (_, model) => {
		const document = print(model);
		const ids = targetsOf(document);
		expect(new Set(ids).size).toBe(ids.length);
		const inside = links(document).filter((href) => href.startsWith('#'));
		expect(inside.length).toBeGreaterThan(10);
		for (const href of inside) expect(ids).toContain(href.slice(1));
		let level = 0;
		for (const one of some(document, 'heading')) {
			expect(one.level, wordsOf(one.runs)).toBeLessThanOrEqual(level + 1);
			level = one.level;
		}
		const contents = some(document, 'heading').filter((one) => one.inContents);
		expect(contents.every((one) => one.level <= 2 && one.id !== null)).toBe(true);
		expect(contents.length).toBeGreaterThanOrEqual(model.sections.length + 3);
	});

	it('[P6] every chart says in words what it shows, with a value and a year, and its numbers stand in the appendix', () => {
		for (const model of [demo, every]) {
			const document = print(model);
			const charts = some(document, 'chart');
			const tables = some(document, 'table').filter(({ id }) => id !== null);
			expect(charts.length).toBeGreaterThan(2);
			for (const chart of charts) {
				expect(chart.alt.length).toBeGreaterThanOrEqual(40);
				expect(chart.alt).toMatch(/\d.*(?:20\d\d|år ej angivet)|(?:20\d\d|år ej angivet).*\d/);
				expect(links(document).filter((href) => href === `#${chart.id ?? ''}`)).toHaveLength(1);
			}
			const leading = links(document).filter((href) =>
				tables.some(({ id }) => href === `#${id ?? ''}`)
			);
			expect(leading).toHaveLength(charts.length);
			expect(new Set(leading).size).toBe(tables.length);
			for (const { caption } of tables) {
				expect(caption).toMatch(/^Tabell \d+\. ./);
			}
		}
		// The same numbers, shown twice, are one table that leads to both.
		const twice = some(print(every), 'table').filter(({ caption }) => caption.includes('bistånd'));
		expect(twice).toHaveLength(1);
	});

	it('[P6] a chart is drawn for a file: literal colours, the face of paper, its own size', () => {
		for (const { svg, narrow, width, height } of some(print(every), 'chart')) {
			for (const one of [svg, narrow?.svg ?? '']) {
				expect(one).not.toMatch(/var\(|currentColor/);
				expect(one).toContain('font-family="Source Sans 3"');
			}
			expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
			expect(narrow?.width).toBeLessThan(width);
		}
	});

	it('[P1] marks, links, lists, quotes, pictures and empty blocks are those of the text', () => {
		const document = print(every);
		const part = document.parts.find(({ section: of }) => of?.key === 'a');
		const [, tags, first, second, ...rest] = part?.blocks ?? [];
		expect(tags).toMatchObject({
			style: 'small',
			runs: [{ text: 'Skolan · Barnkonventionen, artiklarna 3 och 12' }]
		});
		expect(first).toMatchObject({
			runs: [
				{ text: 'Vanlig ' },
				{ text: 'fet', bold: true },
				{ text: ' och ' },
				{ text: 'kursiv', italic: true },
				{ text: ' text.' }
			]
		});
		// A link that leads nowhere leaves its words.
		expect(second).toMatchObject({
			runs: [
				{ text: 'En rad\noch nästa, med ' },
				{ text: 'en länk', href: 'https://www.exempel.se/rapport' },
				{ text: ' och ' },
				{ text: 'en plats', href: '#a' },
				{ text: ' och ' },
				{ text: 'ingen plats' }
			]
		});
		const headings = rest.flatMap((one) => (one.kind === 'heading' ? [one.level] : []));
		expect(headings.slice(0, 3)).toEqual([2, 2, 3]);
		const [bullets, numbered] = rest.filter((one) => one.kind === 'list');
		expect(bullets).toMatchObject({
			ordered: false,
			items: [[{}, { ordered: true, start: 4 }], [{}]]
		});
		// An empty number stays, or the others would get other ones.
		expect(numbered).toMatchObject({ ordered: true, start: 4, items: [[{}], [], [{}]] });
		expect(some(document, 'quote')).toMatchObject([{ source: 'Elev i årskurs 8' }]);
		expect(some(document, 'callout')[0]?.blocks).toHaveLength(2);
		expect(some(document, 'picture')).toMatchObject([
			{ image: 'bild-1', alt: 'Skolgården med en ny klätterställning', caption: 'Skolgården' }
		]);
		expect(textOf(part?.blocks ?? [])).toContain('Nyckeltalet som skulle visas här finns inte');
	});

	it('[P4] nothing to tell is no error: no sections, one, no indicators', () => {
		const none = print(edition([]));
		expect(textOf(none.parts.flatMap(({ blocks }) => blocks))).toContain(
			'redovisar inga nyckeltal'
		);
		const one = print(edition([section({ key: 'a', title: 'Ett', doc: doc(p('Bara ord.')) }, [])]));
		expect(some(one, 'heading').flatMap(({ number }) => number || [])).toEqual(['1']);
		expect(some(one, 'chart')).toEqual([]);
		expect(textOf(one.parts.flatMap(({ blocks }) => blocks))).not.toContain('bakom diagrammen');
		const empty = print(
			edition([section({ key: 'a', title: '', doc: doc(p(), block('saknas')) }, [])], { title: '' })
		);
		expect(empty.parts.length).toBeGreaterThan(1);
	});
});
