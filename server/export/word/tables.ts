import {
	BorderStyle,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	WidthType
} from 'docx';
import type { PrintTable, TableCell as Cell } from '../print/document.ts';
import { CELL_PADDING } from './measures.ts';
import { textOf } from '../print/widths.ts';
import { HAIRLINE, SHADE } from './styles.ts';
import type { Place, Writer } from './writer.ts';

/** Word opens no table with more. */
export const MOST_COLUMNS = 63;
/** A row with more letters may go over two pages: kept whole it would leave half of one empty. */
const LONG_ROW = 1500;
/** A table with more rows is longer than what should be kept on one page. */
const KEPT_ROWS = 12;

/** Word can hide no sign from who listens: the arrow stands before the words that it leads to. */
export function withArrows(table: PrintTable): PrintTable {
	if (!table.arrows) return table;
	const led = (cell: Cell, i: number): Cell => {
		const [first, ...rest] = cell.blocks;
		if (i !== 1 || first?.kind !== 'paragraph') return cell;
		return { ...cell, blocks: [{ ...first, runs: [{ text: '→ ' }, ...first.runs] }, ...rest] };
	};
	return { ...table, rows: table.rows.map((row) => row.map(led)) };
}

type CellChildren = (cell: Cell, place: Place) => (Paragraph | Table)[];

const line = (size: number) => ({ style: BorderStyle.SINGLE, size, color: HAIRLINE });
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERS = {
	top: line(8),
	bottom: line(8),
	insideHorizontal: line(4),
	left: NO_LINE,
	right: NO_LINE,
	insideVertical: NO_LINE
};

/** Widths in twips that add up to `width`. */
export function twipsOf(widths: number[], width: number): number[] {
	const sum = widths.reduce((total, one) => total + one, 0);
	let left = 0;
	let share = 0;
	return widths.map((one) => {
		share += one;
		const right = Math.round((share / sum) * width);
		const column = right - left;
		left = right;
		return column;
	});
}

/**
 * A table with the widths of the model. Word has a sign for rows of headers, which readers aloud and
 * conversions follow; for headers of rows it has only the look of the first column, which is said.
 * @throws Error when it has more columns than Word opens: the checks before publication refuse it
 */
export function tableAt(
	w: Writer,
	place: Place,
	table: PrintTable,
	children: CellChildren
): Table | null {
	const { head, rows, widths } = table;
	if (head.length + rows.length === 0 || widths.length === 0) return null;
	if (widths.length > MOST_COLUMNS)
		throw new Error(`A table of ${widths.length} columns cannot be written as Word`);
	const columns = twipsOf(widths, place.width);
	const all = [...head, ...rows];
	const places = columnsOf(all);
	const held = heldRows(all);
	const keepsAll = place.keepNext && all.length <= KEPT_ROWS;
	const made = new Table({
		width: { size: place.width, type: WidthType.DXA },
		columnWidths: columns,
		layout: TableLayoutType.FIXED,
		borders: BORDERS,
		margins: { left: CELL_PADDING, right: CELL_PADDING, marginUnitType: WidthType.DXA },
		tableLook: {
			firstRow: head.length > 0,
			firstColumn: table.rowHeaders,
			lastRow: false,
			lastColumn: false,
			noHBand: true,
			noVBand: true
		},
		...(place.indent > 0 ? { indent: { size: place.indent, type: WidthType.DXA } } : {}),
		rows: all.map((row, r) => {
			const isHead = r < head.length;
			return new TableRow({
				// "No" is left unsaid: there are readers for whom the element alone is a yes.
				...(isHead ? { tableHeader: true } : {}),
				...(lettersOf(row) <= LONG_ROW ? { cantSplit: true } : {}),
				...(isHead || keepsAll || held.has(r) ? { keepNext: true } : {}),
				children: row.map((cell, i) => {
					const first = places[r]?.[i] ?? 0;
					const width = columns
						.slice(first, first + cell.colspan)
						.reduce((total, one) => total + one, 0);
					return cellAt({ cell, isHead, width }, place, children);
				})
			});
		})
	});
	w.isBelowTable = true;
	return made;
}

/** The rows that stay with the next one: a cell that names them reaches on, and is told once. */
function heldRows(rows: Cell[][]): Set<number> {
	const held = new Set<number>();
	rows.forEach((row, r) => {
		const most = Math.max(1, ...row.map(({ rowspan }) => rowspan));
		if (most <= KEPT_ROWS) for (let y = r; y < r + most - 1; y += 1) held.add(y);
	});
	return held;
}

const lettersOf = (row: Cell[]): number =>
	row.reduce((total, { blocks }) => total + textOf(blocks).length, 0);

function cellAt(
	{ cell, isHead, width }: { cell: Cell; isHead: boolean; width: number },
	place: Place,
	children: CellChildren
): TableCell {
	const inner: Place = {
		width: Math.max(200, width - 2 * CELL_PADDING),
		indent: 0,
		depth: 0,
		keepNext: false,
		frame: null,
		cell: { header: cell.header, align: cell.align }
	};
	return new TableCell({
		...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
		...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
		...(isHead ? { shading: { type: 'clear', color: 'auto', fill: SHADE } } : {}),
		verticalAlign: isHead ? 'bottom' : 'top',
		children: children(cell, inner)
	});
}

/** The first column of each cell, spans counted. */
function columnsOf(rows: Cell[][]): number[][] {
	const taken: number[] = [];
	return rows.map((row, r) => {
		let column = 0;
		return row.map(({ colspan, rowspan }) => {
			while ((taken[column] ?? 0) > r) column += 1;
			const first = column;
			for (const end = column + colspan; column < end; column += 1) taken[column] = r + rowspan;
			return first;
		});
	});
}
