import type { DocNode } from '../publication.ts';
import { tableCaption, tableRows, tableSource } from './passages.ts';
import { compareWords, differences, type Budget, type Segment } from './words.ts';

/** A row of either table, or one that both have; a segment list a cell. */
export type TableRowChange = {
	mark: 'same' | 'changed' | 'added' | 'removed';
	header: boolean;
	cells: Segment[][];
};

export type TableChange = {
	caption: Segment[];
	source: Segment[];
	rows: TableRowChange[];
	/** The columns are others, so the older table stands whole before the newer one. */
	reshaped: boolean;
};

type Row = { cells: string[]; header: boolean };

const rowsOf = (table: DocNode | null): Row[] =>
	table === null
		? []
		: tableRows(table).map((cells, i) => ({
				cells,
				header: table.content?.[i]?.content?.every(({ type }) => type === 'tableHeader') ?? false
			}));

const whole = (mark: 'added' | 'removed' | 'same', { cells, header }: Row): TableRowChange => ({
	mark,
	header,
	cells: cells.map((text) => (text === '' ? [] : [{ kind: mark, text }]))
});

/**
 * Two tables cell by cell, where they have the same columns. Rows that are no longer in the same place
 * are found by all their words, then by their first cell; a null is a table that is not there.
 */
export function compareTables(
	before: DocNode | null,
	after: DocNode | null,
	budget: Budget
): TableChange {
	const [old, now] = [rowsOf(before), rowsOf(after)];
	const [caption, source] = [tableCaption, tableSource].map((of) =>
		compareWords(before === null ? '' : of(before), after === null ? '' : of(after), budget)
	) as [Segment[], Segment[]];
	const width = (rows: Row[]) => Math.max(0, ...rows.map(({ cells }) => cells.length));
	const reshaped = old.length > 0 && now.length > 0 && width(old) !== width(now);
	const apart = () => [
		...old.map((row) => whole('removed', row)),
		...now.map((row) => whole('added', row))
	];
	if (reshaped) return { caption, source, reshaped, rows: apart() };
	const rows = alignRows(
		old,
		now,
		[({ cells }) => cells.join('\t'), ({ cells }) => cells[0] ?? ''],
		budget
	);
	return { caption, source, reshaped, rows: rows ?? apart() };
}

/** Null when there is too much to look at. */
function alignRows(
	old: Row[],
	now: Row[],
	[key, ...others]: ((row: Row) => string)[],
	budget: Budget
): TableRowChange[] | null {
	if (!key) {
		const isPaired = old.length === now.length;
		if (isPaired) return now.map((row, i) => pairOf(old[i] ?? row, row, budget));
		return [...old.map((row) => whole('removed', row)), ...now.map((row) => whole('added', row))];
	}
	const found = differences(old.map(key), now.map(key), budget);
	if (!found) return null;
	let [i, j] = [0, 0];
	const out: TableRowChange[] = [];
	for (const run of found) {
		const [was, is] = [old.slice(i, i + run.old), now.slice(j, j + run.now)];
		[i, j] = [i + run.old, j + run.now];
		if (run.same) {
			out.push(...is.map((row, n) => pairOf(was[n] ?? row, row, budget)));
			continue;
		}
		const inner = alignRows(was, is, others, budget);
		if (!inner) return null;
		out.push(...inner);
	}
	return out;
}

function pairOf(was: Row, is: Row, budget: Budget): TableRowChange {
	const width = Math.max(was.cells.length, is.cells.length);
	const cells = Array.from({ length: width }, (_, i) =>
		compareWords(was.cells[i] ?? '', is.cells[i] ?? '', budget)
	);
	const isSame = cells.every((cell) => cell.every(({ kind }) => kind === 'same'));
	return { mark: isSame ? 'same' : 'changed', header: is.header, cells };
}
