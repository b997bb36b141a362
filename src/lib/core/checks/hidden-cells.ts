import { isSmall, SMALL } from './numbers-in-words.ts';
import { isOverlapping, isTotal, measureAt, type Cell, type Grid } from './table-grid.ts';

/** A cell that was withheld and that any reader can work out. */
export type Derived = { row: number; column: number; value: number };

/** A place in the grid, or null for the total's. */
type Spot = { row: number; column: number; cell: Cell };
/** Parts add up to their total. */
type Equation = { parts: Spot[]; total: Spot };

function spotAt(grid: Grid, row: number, column: number): Spot | null {
	const cell = grid.rows[row]?.[column];
	if (!cell || cell.value.kind === 'text') return null;
	if (measureAt(grid, row, column) !== 'count') return null;
	return { row, column, cell };
}

/** One line of places, by label: the parts between one total and the next, with that total. */
function equationsOf(spots: { spot: Spot | null; label: string }[]): Equation[] {
	const made: Equation[] = [];
	let parts: Spot[] = [];
	for (const { spot, label } of spots) {
		if (!spot) continue;
		if (!isTotal(label)) {
			if (!isOverlapping(label)) parts.push(spot);
			continue;
		}
		if (parts.length > 1) made.push({ parts, total: spot });
		parts = [];
	}
	return made;
}

/** A total that stands first sums what comes after it. */
const totalLast = <T extends { label: string }>(line: T[]): T[] => {
	const [first, ...rest] = line;
	return first && isTotal(first.label) && !rest.some((x) => isTotal(x.label))
		? [...rest, first]
		: line;
};

/** What the rows and columns with totals say: parts and total, for counts. */
export function equationsIn(grid: Grid): Equation[] {
	const rows = [...grid.rows.keys()].filter((r) => r >= grid.firstRow);
	const columns = Array.from({ length: grid.width }, (_, c) => c).filter(
		(c) => c >= grid.firstColumn
	);
	const down = columns.flatMap((column) =>
		equationsOf(
			totalLast(
				rows.map((row) => ({ spot: spotAt(grid, row, column), label: grid.labels[row] ?? '' }))
			)
		)
	);
	const across = rows.flatMap((row) =>
		equationsOf(
			totalLast(
				columns.map((column) => ({
					spot: spotAt(grid, row, column),
					label: grid.heads[column] ?? ''
				}))
			)
		)
	);
	return [...down, ...across];
}

/**
 * The withheld cells that follow from totals, across rows and columns: a line with one unknown tells
 * it, which may leave one unknown in another line, until nothing more follows. A line whose unknowns
 * must all be 1 (or all be 4) tells them too. A dash counts only where what follows is small: it may
 * stand for nothing at all.
 */
export function hiddenThatFollow(grid: Grid): Derived[] {
	const equations = equationsIn(grid);
	const known = new Map<Cell, number>();
	const valueOf = (cell: Cell): number | null =>
		cell.value.kind === 'number' ? cell.value.value : (known.get(cell) ?? null);
	const found: Derived[] = [];
	const learn = (spot: Spot, value: number) => {
		known.set(spot.cell, value);
		const hidden = spot.cell.value.kind === 'hidden' && value > 0;
		if (hidden || isSmall(value)) found.push({ row: spot.row, column: spot.column, value });
	};
	// Each round but the last learns at least one cell.
	for (let again = true; again;) {
		again = false;
		for (const { parts, total } of equations) {
			const unknown = parts.filter((p) => valueOf(p.cell) === null);
			const sum = parts.reduce((s, p) => s + (valueOf(p.cell) ?? 0), 0);
			const whole = valueOf(total.cell);
			const only = unknown[0];
			if (whole === null) {
				if (unknown.length > 0) continue;
				learn(total, sum);
				again = true;
				continue;
			}
			if (!only || whole - sum < 0) continue;
			const left = whole - sum;
			const hidden = unknown.every((p) => p.cell.value.kind === 'hidden');
			const each = left / unknown.length;
			if (unknown.length === 1 || (hidden && left > 0 && (each === 1 || each === SMALL))) {
				for (const spot of unknown) learn(spot, each);
				again = true;
			}
		}
	}
	return found;
}
