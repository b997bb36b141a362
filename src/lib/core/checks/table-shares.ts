import type { ReadSection } from './checked.ts';
import { finding, type Finding } from './finding.ts';
import { HAIR, rounding, written } from './numbers-in-words.ts';
import {
	gridDigest,
	isOverlapping,
	isTotal,
	measureAt,
	numberAt,
	placeName,
	type Grid
} from './table-grid.ts';

/** C3: shares against the counts beside them, and shares that ought to make a whole. */

type Line = { row: number; column: number; share: number; decimals: number }[];

const decimalsOf = (grid: Grid, row: number, column: number): number => {
	const value = grid.rows[row]?.[column]?.value;
	return value?.kind === 'number' ? value.decimals : 0;
};

function sharesAt(grid: Grid, places: [row: number, column: number][]): Line {
	return places.flatMap(([row, column]) => {
		const share = numberAt(grid, row, column);
		if (share === null || measureAt(grid, row, column) !== 'share') return [];
		return [{ row, column, share, decimals: decimalsOf(grid, row, column) }];
	});
}

/** Words by which shares are parts of one whole, and not shares of different groups. */
const DIVIDED = /fördel|svarat|svar\b|svarsalternativ|uppdelning|procent av alla|andel av alla/;
const ANSWER =
	/^(?:ja|nej|vet (?:ej|inte)|annat|övriga?t?|inget svar|ej svar|håller|instämmer|stämmer|varken|aldrig|sällan|ibland|ofta|alltid)(?![\p{L}])/u;

function whole(section: ReadSection, grid: Grid, line: Line, labels: string[]): Finding[] {
	const total = line.find((_, i) => isTotal(labels[i] ?? ''));
	const parts = line.filter((_, i) => !isTotal(labels[i] ?? '') && !isOverlapping(labels[i] ?? ''));
	if (parts.length < 2 || parts.length !== line.length - (total ? 1 : 0)) return [];
	const divided =
		DIVIDED.test(grid.caption.toLowerCase()) ||
		labels.some((label) => ANSWER.test(label.trim().toLowerCase()));
	if (total ? total.share !== 100 : !divided) return [];
	const sum = parts.reduce((s, p) => s + p.share, 0);
	const slack = parts.reduce((s, p) => s + rounding(p.decimals), 0) + HAIR;
	// What is far from a whole is no division of one.
	if (Math.abs(sum - 100) <= slack || (!total && Math.abs(sum - 100) > 15)) return [];
	const at = total ?? parts[parts.length - 1];
	if (!at) return [];
	const decimals = Math.max(...parts.map((p) => p.decimals));
	return [
		finding(
			'sharesNotWhole',
			{ sectionId: section.sectionId, path: grid.path, row: at.row, column: at.column },
			gridDigest(grid),
			placeName(grid, at.row, at.column),
			{ sum: written(sum, decimals) }
		)
	];
}

function wholes(section: ReadSection, grid: Grid): Finding[] {
	const rows = [...grid.rows.keys()].filter((r) => r >= grid.firstRow);
	const columns = Array.from({ length: grid.width }, (_, c) => c).slice(grid.firstColumn);
	const found: Finding[] = [];
	for (const column of columns) {
		const line = sharesAt(
			grid,
			rows.map((row) => [row, column])
		);
		const labels = line.map(({ row }) => grid.labels[row] ?? '');
		found.push(...whole(section, grid, line, labels));
	}
	for (const row of rows) {
		const line = sharesAt(
			grid,
			columns.map((column) => [row, column])
		);
		const labels = line.map(({ column }) => grid.heads[column] ?? '');
		found.push(...whole(section, grid, line, labels));
	}
	return found;
}

/** How far a share is from `count` of `base`, beyond rounding; 0 when it agrees. */
export function shareError(share: number, decimals: number, count: number, base: number): number {
	const off = Math.abs((count / base) * 100 - share);
	return off <= rounding(decimals) + HAIR ? 0 : off;
}

type Compared = { row: number; count: number; base: number; share: number; decimals: number };

/**
 * Shares against counts. Which whole a share is of is not written: of the column's total, or of the
 * row's. What most rows agree with is taken; a table where most agree with neither is left alone.
 */
function against(section: ReadSection, grid: Grid): Finding[] {
	const rows = [...grid.rows.keys()].filter((r) => r >= grid.firstRow);
	const columns = Array.from({ length: grid.width }, (_, c) => c).slice(grid.firstColumn);
	const is = (column: number, measure: string) =>
		rows.some(
			(row) => numberAt(grid, row, column) !== null && measureAt(grid, row, column) === measure
		);
	const counts = columns.filter((c) => is(c, 'count') && !is(c, 'share'));
	const shares = columns.filter((c) => is(c, 'share') && !is(c, 'count'));
	const found: Finding[] = [];
	for (const shareColumn of shares) {
		const readings: Compared[][] = [];
		for (const countColumn of counts) {
			const totalRow = rows.find((row) => isTotal(grid.labels[row] ?? ''));
			const columnTotal = totalRow === undefined ? null : numberAt(grid, totalRow, countColumn);
			const bases: ((row: number) => number | null)[] = [
				...(columnTotal === null ? [] : [() => columnTotal]),
				...counts
					.filter((c) => c !== countColumn)
					.map((c) => (row: number) => numberAt(grid, row, c))
			];
			for (const baseOf of bases)
				readings.push(
					rows.flatMap((row) => {
						const count = numberAt(grid, row, countColumn);
						const base = baseOf(row);
						const share = numberAt(grid, row, shareColumn);
						if (count === null || share === null || !base || count > base) return [];
						return [{ row, count, base, share, decimals: decimalsOf(grid, row, shareColumn) }];
					})
				);
		}
		const wrong = (c: Compared) => shareError(c.share, c.decimals, c.count, c.base) > 0;
		const agreeing = readings
			.filter((reading) => reading.filter((c) => !wrong(c)).length >= 2)
			.sort((a, b) => a.filter(wrong).length / a.length - b.filter(wrong).length / b.length)[0];
		if (!agreeing || agreeing.filter(wrong).length * 2 >= agreeing.length) continue;
		for (const c of agreeing.filter(wrong))
			found.push(
				finding(
					'shareDiffers',
					{ sectionId: section.sectionId, path: grid.path, row: c.row, column: shareColumn },
					gridDigest(grid),
					placeName(grid, c.row, shareColumn),
					{
						share: written(c.share, c.decimals),
						count: written(c.count),
						base: written(c.base),
						right: written((c.count / c.base) * 100, Math.max(1, c.decimals))
					}
				)
			);
	}
	return found;
}

/** Shares in tables that do not agree with their counts or do not make a whole (C3). */
export const tableShares = (section: ReadSection): Finding[] =>
	section.tables
		.filter((grid) => grid.purpose === 'table')
		.flatMap((grid) => [...wholes(section, grid), ...against(section, grid)]);
