import type { DocNode } from '#core/publication.ts';
import { attribute, escapeHtml } from './markup.ts';
import { plainText } from './text.ts';

type Form = 'draft' | 'edition';
/** Writes the blocks within a cell. */
type Cells = (cell: DocNode) => string;

/**
 * A table with its caption, a head made of its first rows of header cells, and a scope on every
 * header cell: those of a row of headers stand over columns, others before their row.
 */
export function tableHtml(table: DocNode, form: Form, cells: Cells): string {
	const rows = table.content ?? [];
	const head = headRows(rows);
	const caption = textAttr(table, 'caption');
	const purpose = textAttr(table, 'purpose') || 'table';
	const body = rows.slice(head);
	const rowsHtml = (some: DocNode[]) => some.map((row) => rowHtml(row, form, cells)).join('');
	return (
		`<table${attribute('data-purpose', purpose)}>` +
		(caption.trim() === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`) +
		(head > 0 ? `<thead>${rowsHtml(rows.slice(0, head))}</thead>` : '') +
		(body.length > 0 ? `<tbody>${rowsHtml(body)}</tbody>` : '') +
		'</table>'
	);
}

/** An attribute that holds text; empty when it does not. */
export const textAttr = (node: DocNode, name: string): string => {
	const value = node.attrs?.[name];
	return typeof value === 'string' ? value : '';
};

const isHeaderRow = (row: DocNode): boolean =>
	row.content !== undefined &&
	row.content.length > 0 &&
	row.content.every((cell) => cell.type === 'tableHeader');

/** How many rows at the top are the table's head; none when a cell of it reaches down into the body. */
export function headRows(rows: DocNode[]): number {
	let count = 0;
	for (const row of rows) {
		if (!isHeaderRow(row)) break;
		count += 1;
	}
	if (count === rows.length) count = Math.min(count, 1);
	const reaches = rows
		.slice(0, count)
		.some((row, i) => row.content?.some((cell) => i + span(cell, 'rowspan') > count));
	return reaches ? 0 : count;
}

/** How many columns or rows a cell takes. */
export const span = (cell: DocNode, which: 'colspan' | 'rowspan'): number => {
	const value = Number(cell.attrs?.[which] ?? 1);
	return Number.isInteger(value) && value > 1 ? value : 1;
};

function rowHtml(row: DocNode, form: Form, cells: Cells): string {
	if (row.type !== 'tableRow') throw new Error(`No HTML for the node ${row.type} within a table`);
	const scope = isHeaderRow(row) ? 'col' : 'row';
	return `<tr>${(row.content ?? []).map((cell) => cellHtml(cell, scope, form, cells)).join('')}</tr>`;
}

const ALIGNED = ['left', 'center', 'right'];

function cellHtml(cell: DocNode, scope: 'col' | 'row', form: Form, cells: Cells): string {
	if (cell.type !== 'tableHeader' && cell.type !== 'tableCell')
		throw new Error(`No HTML for the node ${cell.type} within a table row`);
	// An empty header tells nothing of its column, so for readers it is an empty cell.
	const isHeader = cell.type === 'tableHeader' && (form === 'draft' || plainText(cell) !== '');
	const align = textAttr(cell, 'align');
	const attributes =
		(isHeader ? ` scope="${scope}"` : '') +
		(['colspan', 'rowspan'] as const)
			.map((which) => (span(cell, which) > 1 ? ` ${which}="${span(cell, which)}"` : ''))
			.join('') +
		(ALIGNED.includes(align) ? ` class="${align}"` : '');
	const tag = isHeader ? 'th' : 'td';
	return `<${tag}${attributes}>${cells(cell)}</${tag}>`;
}
