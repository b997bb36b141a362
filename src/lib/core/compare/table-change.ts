import type { DocNode } from '../publication.ts';
import { bagOf, likeness, tableCaption, tableRows, tableSource } from './passages.ts';
import { compareWords, differences, type Budget, type Segment } from './words.ts';

/** A row of either table, or one that both have; a segment list a cell. */
export type TableRowChange = {
	mark: 'same' | 'changed' | 'added' | 'removed';
	header: boolean;
	cells: Segment[][];
	/** Its place in the older and in the newer table; null where it is not. */
	was: number | null;
	now: number | null;
};

export type TableChange = {
	caption: Segment[];
	source: Segment[];
	rows: TableRowChange[];
	/** The columns are others and have little in common: the older table stands whole before the newer. */
	reshaped: boolean;
	/** What has become of each column, where some were added or removed; else empty. */
	columns: ColumnMark[];
};

export type ColumnMark = 'same' | 'added' | 'removed';

type Row = { cells: string[]; header: boolean; at: number };

const rowsOf = (table: DocNode | null): Row[] =>
	table === null
		? []
		: tableRows(table).map((cells, i) => ({
				cells,
				at: i,
				header: table.content?.[i]?.content?.every(({ type }) => type === 'tableHeader') ?? false
			}));

const whole = (mark: 'added' | 'removed', { cells, header, at }: Row): TableRowChange => ({
	mark,
	header,
	cells: cells.map((text) => (text === '' ? [] : [{ kind: mark, text }])),
	was: mark === 'removed' ? at : null,
	now: mark === 'added' ? at : null
});

const widthOf = (rows: Row[]): number => Math.max(0, ...rows.map(({ cells }) => cells.length));

/** Columns that both have, by their heads, and where the others stand; null when it cannot be told. */
function alignColumns(old: Row[], now: Row[], budget: Budget): ColumnMark[] | null {
	const [was, is] = [old[0], now[0]];
	if (!was?.header || !is?.header) return null;
	// Heads that are fewer than a row's cells say nothing of the last of them.
	if (widthOf(old) > was.cells.length || widthOf(now) > is.cells.length) return null;
	const found = differences(was.cells, is.cells, budget);
	const marks = found?.flatMap((run) => [
		...Array.from({ length: run.same ? 0 : run.old }, () => 'removed' as const),
		...Array.from({ length: run.now }, () => (run.same ? ('same' as const) : ('added' as const)))
	]);
	const shared = marks?.filter((mark) => mark === 'same').length ?? 0;
	return marks && shared > 0 && shared * 2 >= Math.min(was.cells.length, is.cells.length)
		? marks
		: null;
}

/** Rows with an empty cell where the other table alone has a column. */
function spread(rows: Row[], columns: ColumnMark[], without: 'added' | 'removed'): Row[] {
	return rows.map((row) => {
		let next = 0;
		const cells = columns.map((mark) => (mark === without ? '' : (row.cells[next++] ?? '')));
		return { ...row, cells };
	});
}

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
	const isWider = old.length > 0 && now.length > 0 && widthOf(old) !== widthOf(now);
	const columns = isWider ? alignColumns(old, now, budget) : [];
	const apart = () => [
		...old.map((row) => whole('removed', row)),
		...now.map((row) => whole('added', row))
	];
	if (columns === null) return { caption, source, reshaped: true, columns: [], rows: apart() };
	const isShared = (_: string, i: number) => columns[i] === undefined || columns[i] === 'same';
	const rows = alignRows(
		columns.length === 0 ? old : spread(old, columns, 'added'),
		columns.length === 0 ? now : spread(now, columns, 'removed'),
		[({ cells }) => cells.filter(isShared).join('\t'), ({ cells }) => cells.find(isShared) ?? ''],
		budget
	);
	if (rows) return { caption, source, reshaped: false, columns, rows };
	return { caption, source, reshaped: false, columns: [], rows: apart() };
}

/** Null when there is too much to look at. */
function alignRows(
	old: Row[],
	now: Row[],
	[key, ...others]: ((row: Row) => string)[],
	budget: Budget
): TableRowChange[] | null {
	if (!key) {
		const isPaired =
			old.length === now.length && now.every((row, i) => old[i] && isAlike(old[i], row));
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

/** Rows that share so little are no changed row, but one that went and one that came. */
const ALIKE = 0.2;

function isAlike(was: Row, is: Row): boolean {
	const [a, b] = [was, is].map(({ cells }) => cells.join(' ')) as [string, string];
	const bag = (text: string) => bagOf({ kind: 'table', text });
	return was.header || a.trim() === '' || b.trim() === '' || likeness(bag(a), bag(b)) >= ALIKE;
}

function pairOf(was: Row, is: Row, budget: Budget): TableRowChange {
	const width = Math.max(was.cells.length, is.cells.length);
	const cells = Array.from({ length: width }, (_, i) =>
		compareWords(was.cells[i] ?? '', is.cells[i] ?? '', budget)
	);
	const isSame = cells.every((cell) => cell.every(({ kind }) => kind === 'same'));
	const mark = isSame ? 'same' : 'changed';
	return { mark, header: is.header, cells, was: was.at, now: is.at };
}
