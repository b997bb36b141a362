import { equal } from '../compare/equal.ts';
import type { TableChange, TableRowChange } from '../compare/table-change.ts';
import type { DocNode } from '../publication.ts';

/** A row, and which of its cells have the same words otherwise set. */
export type RowLine = TableRowChange & {
	/** By column, from 0. */
	formed: number[];
};

export type TableLine = Omit<TableChange, 'rows'> & { rows: RowLine[] };

/** A table's rows with what has changed about the setting of words that are the same. */
export function tableLine(
	change: TableChange,
	before: DocNode | null,
	after: DocNode | null
): TableLine {
	return {
		...change,
		rows: change.rows.map((row) => {
			const [was, now] = [rowAt(before, row.was), rowAt(after, row.now)];
			return { ...row, formed: formedCells(row, was, now) };
		})
	};
}

const rowAt = (table: DocNode | null, at: number | null): DocNode | null =>
	at === null ? null : (table?.content?.[at] ?? null);

/**
 * Cells are held against each other where both rows have one in every column; a row with cells that
 * reach down or aside, or in a table with other columns, is told as a whole: by its first cell.
 */
function formedCells(
	{ cells }: TableRowChange,
	was: DocNode | null,
	now: DocNode | null
): number[] {
	if (!was || !now || equal(was, now)) return [];
	const isSame = (column: number) => cells[column]?.every(({ kind }) => kind === 'same') ?? false;
	const isPlain = [was, now].every(({ content }) => content?.length === cells.length);
	if (isPlain)
		return cells.flatMap((_, i) =>
			isSame(i) && !equal(was.content?.[i], now.content?.[i]) ? [i] : []
		);
	return cells.every((_, i) => isSame(i)) ? [0] : [];
}
