import { equal } from '../compare/equal.ts';
import { tableCells } from '../compare/passages.ts';
import type { TableChange, TableRowChange } from '../compare/table-change.ts';
import type { DocNode } from '../publication.ts';

/** A row, and what else is to be told of its cells, by column from 0. */
export type RowLine = TableRowChange & {
	/** The same words, otherwise set. */
	formed: number[];
	/** Places that the cell above reaches down into, which are no empty cells. */
	reached: number[];
};

export type TableLine = Omit<TableChange, 'rows'> & { rows: RowLine[] };

/** A table's rows with what has changed about the setting of words that are the same. */
export function tableLine(
	change: TableChange,
	before: DocNode | null,
	after: DocNode | null
): TableLine {
	const [old, is] = [before, after].map((table) => (table ? tableCells(table) : []));
	return {
		...change,
		rows: change.rows.map((row) => {
			const [was, now] = [rowAt(before, row.was), rowAt(after, row.now)];
			const cells = row.now === null ? old?.[row.was ?? -1] : is?.[row.now];
			const reached = reachedCells(row, cells ?? [], change.columns);
			return { ...row, formed: formedCells(row, was, now), reached };
		})
	};
}

/** @param own the cells of the row in the version that it is shown as of */
function reachedCells(
	{ cells, now }: TableRowChange,
	own: (string | null)[],
	columns: TableChange['columns']
): number[] {
	const without = now === null ? 'added' : 'removed';
	let next = 0;
	return cells.flatMap((cell, i) => {
		if (columns[i] === without) return [];
		const isReached = own[next] === null;
		next += 1;
		return isReached && cell.length === 0 ? [i] : [];
	});
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
