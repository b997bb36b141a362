import type { DocNode } from '../publication.ts';
import { lineText, textblock, withoutMark } from './inline.ts';
import { attributeOf, elementsIn, type HtmlElement } from './tree.ts';

/** Makes the blocks of a cell. */
export type CellBlocks = (cell: HtmlElement) => DocNode[];

const MOST_SPAN = 100;

const spanOf = (cell: HtmlElement, name: 'colspan' | 'rowspan'): number => {
	const span = Number(attributeOf(cell, name) || 1);
	return Number.isInteger(span) ? Math.min(MOST_SPAN, Math.max(1, span)) : 1;
};

const rowsOf = (table: HtmlElement): HtmlElement[] =>
	elementsIn(table).flatMap((part) => (part.tagName === 'tr' ? [part] : elementsIn(part)));

/** A table of a file; a table of one cell is a box around words. */
export function tableOf(table: HtmlElement, blocks: CellBlocks): DocNode | null {
	const rows = rowsOf(table).map((row) => elementsIn(row).map((cell) => cellOf(cell, blocks)));
	const [first] = rows;
	if (!first || rows.every((row) => row.length === 0)) return null;
	const [only] = first;
	if (rows.length === 1 && first.length === 1 && only)
		return { type: 'callout', content: only.content ?? [] };
	const head = isHead(rows) ? first.map(asHeader) : first;
	return {
		type: 'table',
		attrs: { purpose: 'table', caption: '' },
		content: squared([head, ...rows.slice(1)]).map((cells) => ({
			type: 'tableRow',
			...(cells.length > 0 && { content: cells })
		}))
	};
}

function cellOf(cell: HtmlElement, blocks: CellBlocks): DocNode {
	const content = blocks(cell);
	return {
		type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
		attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') },
		content: content.length > 0 ? content : [{ type: 'paragraph' }]
	};
}

/** A first row in bold, over others that are not, is a row of headers that nobody has called so. */
function isHead(rows: DocNode[][]): boolean {
	const [first = [], second] = rows;
	if (!second || rows.flat().some(({ type }) => type === 'tableHeader')) return false;
	return hasWords(first) && first.every(isBold) && !(hasWords(second) && second.every(isBold));
}

const textblocksOf = (node: DocNode): DocNode[] =>
	node.type === 'paragraph' ? [node] : (node.content ?? []).flatMap(textblocksOf);
const textsOf = (cell: DocNode): DocNode[] =>
	textblocksOf(cell)
		.flatMap(({ content }) => content ?? [])
		.filter(({ text }) => text !== undefined && text.trim() !== '');
const hasWords = (cells: DocNode[]): boolean => cells.some((cell) => textsOf(cell).length > 0);
const isBold = (cell: DocNode): boolean =>
	textsOf(cell).every(({ marks }) => marks?.some(({ type }) => type === 'bold'));

const asHeader = (cell: DocNode): DocNode => ({
	...cell,
	type: 'tableHeader',
	content: (cell.content ?? []).map((block) =>
		block.type === 'paragraph'
			? textblock('paragraph', withoutMark(block.content ?? [], 'bold'))
			: block
	)
});

const numberOf = (cell: DocNode, name: 'colspan' | 'rowspan'): number =>
	Number(cell.attrs?.[name] ?? 1);

/** Every row as wide as the widest, and no cell that reaches below the last row. */
function squared(rows: DocNode[][]): DocNode[][] {
	const fitted = rows.map((row, r) =>
		row.map((cell) => ({
			...cell,
			attrs: { ...cell.attrs, rowspan: Math.min(numberOf(cell, 'rowspan'), rows.length - r) }
		}))
	);
	const widths = fitted.map(() => 0);
	fitted.forEach((row, r) => {
		for (const cell of row)
			for (let below = 0; below < numberOf(cell, 'rowspan'); below += 1)
				widths[r + below] = (widths[r + below] ?? 0) + numberOf(cell, 'colspan');
	});
	const widest = Math.max(...widths);
	return fitted.map((row, r) => {
		const lacks = widest - (widths[r] ?? 0);
		const type = row.at(-1)?.type ?? 'tableCell';
		const empty = (): DocNode => ({
			type,
			attrs: { colspan: 1, rowspan: 1 },
			content: [{ type: 'paragraph' }]
		});
		return [...row, ...Array.from({ length: lacks }, empty)];
	});
}

/** The words of a cell's paragraphs, those of lists too, without the empty ones. */
export const cellLines = (cell: DocNode): DocNode[][] =>
	textblocksOf(cell)
		.map(({ content }) => content ?? [])
		.filter((line) => lineText(line) !== '');
