import { canonicalJson, sha256Hex } from '#schema/content.ts';
import type { Block, PrintDocument } from '#server/export/print/document.ts';
import { printDocument } from '#server/export/print/build.ts';
import { textOf } from '#server/export/print/widths.ts';
import { renderDocx } from '#server/export/word/docx.ts';
import { describe, expect, it } from 'vitest';
import { bare, blocksOf, deep, htmlOf } from './support/docx.ts';
import { demoEdition } from './support/edition.ts';
import { everyBlock, IMAGES, printed } from './support/word-sample.ts';

/** What went into a Word file comes out of it again, read by a program that we did not write. */

const model = demoEdition();
const demo = printDocument({ model, hash: sha256Hex(canonicalJson(model)), images: {} });
const sample = printed(everyBlock());

type Table = Extract<Block, { kind: 'table' }>;
const cellsOf = ({ head, rows }: Table) => [...head, ...rows].flat();

const count = (doc: PrintDocument) => {
	const all = deep(blocksOf(doc));
	const of = <K extends Block['kind']>(kind: K) =>
		all.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
	const tables = of('table');
	const levels = (level: number) =>
		of('heading').filter((heading) => heading.level === level).length;
	const heads = tables.flatMap(({ head }) => head.flat());
	return {
		...Object.fromEntries([2, 3, 4, 5].map((level) => [`h${level}`, levels(level)])),
		// The colophon's own heading is not among the blocks.
		h1: levels(1) + 1,
		table: tables.length,
		th: heads.length,
		td: tables.flatMap(cellsOf).length - heads.length,
		li: of('list').flatMap(({ items }) => items).length,
		img: of('picture').length + of('chart').length + (doc.logo ? 1 : 0)
	};
};

describe.each([
	['the demo edition', demo, {}],
	['every kind of block', sample, IMAGES]
])('%s', async (_name, doc, images) => {
	const bytes = await renderDocx(doc, images);
	const html = await htmlOf(bytes);
	const all = (selector: string) => [...html.querySelectorAll(selector)];

	it('[P4] has as many headings, tables, cells, list items and pictures as the edition', () => {
		const expected = count(doc);
		expect(Object.values(expected).every((n) => n >= 0)).toBe(true);
		expect(expected.table).toBeGreaterThan(1);
		expect(
			Object.fromEntries(Object.keys(expected).map((name) => [name, all(name).length]))
		).toEqual(expected);
	});

	it('[P4] has the words of every cell, in order', () => {
		const expected = deep(blocksOf(doc))
			.filter((block) => block.kind === 'table')
			.flatMap(cellsOf)
			.map(({ blocks }) => bare(textOf(blocks).replaceAll('•', '')));
		expect(all('th, td').map((cell) => bare(cell.textContent))).toEqual(expected);
	});

	it('[P4] spans the columns and rows that the edition spans', () => {
		const spans = deep(blocksOf(doc))
			.filter((block) => block.kind === 'table')
			.flatMap(cellsOf)
			.map(({ colspan, rowspan }) => [colspan, rowspan]);
		expect(
			all('th, td').map((cell) => {
				const { colSpan, rowSpan } = cell as HTMLTableCellElement;
				return [colSpan, rowSpan];
			})
		).toEqual(spans);
	});

	it('[P4] has every word of the edition, in order', () => {
		const lines = textOf(blocksOf(doc)).replaceAll('•', '').split('\n').map(bare);
		expect(lines.join('').length).toBeGreaterThan(400);
		let left = bare(html.textContent);
		for (const line of lines) {
			// A heading's number stands before it, and is no word of it.
			const at = left.indexOf(line);
			expect(at, line).toBeGreaterThanOrEqual(0);
			left = left.slice(at + line.length);
		}
	});

	it('[C5] has the alternative of every picture', () => {
		const expected = deep(blocksOf(doc)).flatMap((block) =>
			block.kind === 'picture' || block.kind === 'chart' ? [block.alt] : []
		);
		if (doc.logo) expected.unshift(doc.logo.alt);
		expect(all('img').map((img) => img.getAttribute('alt'))).toEqual(expected);
	});

	it('[P4] says sender, title, facts and colophon', () => {
		const text = bare(html.textContent);
		const facts = doc.facts.flatMap(({ term, lines }) => [
			term,
			...lines.map((line) => line.map((run) => run.text).join(''))
		]);
		for (const told of [doc.sender, doc.title, ...facts, ...doc.colophon])
			expect(text).toContain(bare(told));
	});

	it('[P2] is the same file when it is made again', async () => {
		expect(Buffer.from(await renderDocx(structuredClone(doc), images)).equals(bytes)).toBe(true);
	});
});
