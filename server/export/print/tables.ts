import type { DocNode } from '#core/publication.ts';
import { headRows, span, textAttr } from '#schema/table-html.ts';
import { plainText } from '#schema/text.ts';
import type { Block, PrintTable, TableCell } from './document.ts';
import { plain, paragraph } from './runs.ts';
import { columnWidths } from './widths.ts';

type Row = TableCell[];

/** More than any page holds; what claims more is a slip, and is told by `printProblems`. */
const MOST_COLUMNS = 200;

const emptyCell = (): TableCell => ({
	blocks: [],
	header: false,
	colspan: 1,
	rowspan: 1,
	align: 'left'
});

function cellOf(node: DocNode, cells: (cell: DocNode) => Block[]): TableCell {
	if (node.type !== 'tableHeader' && node.type !== 'tableCell')
		throw new Error(`No print for the node ${node.type} within a table row`);
	const align = textAttr(node, 'align');
	return {
		blocks: cells(node),
		// An empty header tells nothing of its column.
		header: node.type === 'tableHeader' && plainText(node) !== '',
		colspan: span(node, 'colspan'),
		rowspan: span(node, 'rowspan'),
		align: align === 'center' || align === 'right' ? align : 'left'
	};
}

/**
 * Rows without holes: a cell that would lie over another or reach below the last row is cut, a row that
 * is too short is filled up. A browser forgives such a table; a page's layout moves its cells.
 */
function whole(rows: Row[], width: number): Row[] {
	/** By column: up to which row it is taken. */
	const taken = Array.from({ length: width }, () => 0);
	return rows.map((row, r) => {
		const made: Row = [];
		let column = 0;
		const fill = (upTo: number) => {
			for (; column < upTo; column += 1) if ((taken[column] ?? 0) <= r) made.push(emptyCell());
		};
		for (const cell of row) {
			while (column < width && (taken[column] ?? 0) > r) column += 1;
			if (column >= width) break;
			let end = column + 1;
			while (end < column + cell.colspan && end < width && (taken[end] ?? 0) <= r) end += 1;
			const rowspan = Math.min(cell.rowspan, rows.length - r);
			made.push({ ...cell, colspan: end - column, rowspan });
			for (; column < end; column += 1) taken[column] = r + rowspan;
		}
		fill(width);
		return made;
	});
}

/** How many columns the rows take, spans counted out. */
function widthOf(rows: Row[]): number {
	const taken: number[] = [];
	let width = 0;
	rows.forEach((row, r) => {
		let column = 0;
		for (const { colspan, rowspan } of row) {
			while ((taken[column] ?? 0) > r) column += 1;
			if (column >= MOST_COLUMNS) break;
			const end = Math.min(column + colspan, MOST_COLUMNS);
			for (; column < end; column += 1) taken[column] = r + rowspan;
			width = Math.max(width, column);
		}
	});
	return width;
}

/** A table of rows that are already cells. */
export function tableOf(
	parts: Pick<PrintTable, 'id' | 'caption'> & { head: Row[]; rows: Row[] }
): PrintTable {
	const { id, caption } = parts;
	const width = Math.max(widthOf(parts.head), widthOf(parts.rows));
	const head = whole(parts.head, width);
	const rows = whole(parts.rows, width);
	return {
		kind: 'table',
		id,
		caption,
		head,
		rows,
		rowHeaders: rows.length > 0 && rowsBegin(rows),
		widths: columnWidths(head, rows, width)
	};
}

/** True when every row begins with a header, or lies beside one that reaches down to it. */
function rowsBegin(rows: Row[]): boolean {
	let until = 0;
	return rows.every((row, r) => {
		if (r < until) return true;
		const [first] = row;
		until = r + (first?.rowspan ?? 1);
		return first?.header === true;
	});
}

/** A table of the text; `cells` makes the blocks within a cell. */
export function tableOfNode(
	node: DocNode,
	{ id, caption }: Pick<PrintTable, 'id' | 'caption'>,
	cells: (cell: DocNode) => Block[]
): PrintTable {
	const rows = node.content ?? [];
	const head = headRows(rows);
	const made = rows.map((row) => {
		if (row.type !== 'tableRow')
			throw new Error(`No print for the node ${row.type} within a table`);
		return (row.content ?? []).map((cell) => cellOf(cell, cells));
	});
	const table = tableOf({ id, caption, head: made.slice(0, head), rows: made.slice(head) });
	const isPair = textAttr(node, 'purpose') === 'fromTo' && table.widths.length === 2;
	return isPair ? { ...table, arrows: true } : table;
}

/** A cell of plain words, a paragraph a line. */
export const textCell = (
	lines: string[],
	{ header = false, align = 'left' }: Partial<Pick<TableCell, 'header' | 'align'>> = {}
): TableCell => ({
	...emptyCell(),
	header,
	align,
	blocks: lines.filter((line) => line !== '').map((line) => paragraph('plain', plain(line)))
});

/** A table of texts whose first row and column are headers and whose numbers stand to the right. */
export const textTable = (
	frame: Pick<PrintTable, 'id' | 'caption'>,
	head: string[],
	rows: string[][]
): PrintTable =>
	tableOf({
		...frame,
		head: [
			head.map((text, i) => textCell([text], { header: true, align: i === 0 ? 'left' : 'right' }))
		],
		rows: rows.map((row) =>
			row.map((text, i) =>
				i === 0 ? textCell([text], { header: true }) : textCell([text], { align: 'right' })
			)
		)
	});
