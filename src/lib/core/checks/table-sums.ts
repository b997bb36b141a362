import type { ReadSection } from './checked.ts';
import { finding, type Finding } from './finding.ts';
import { equationsIn } from './hidden-cells.ts';
import { HAIR, rounding, written } from './numbers-in-words.ts';
import { gridDigest, isTotal, measureAt, numberAt, placeName, type Grid } from './table-grid.ts';

/** C3: parts and totals of counts, and means that lie outside what they are the mean of. */

/** Words by which a table owns that its numbers are rounded, as statistics with noise do. */
const ROUNDED = /avrunda|ungefär|cirka|\bca\b|brus/;

/** The most decimals that the numbers of a line are written with. */
function decimalsAt(grid: Grid, row: number, column: number): number {
	const value = grid.rows[row]?.[column]?.value;
	return value?.kind === 'number' ? value.decimals : 0;
}

function sums(section: ReadSection, grid: Grid): Finding[] {
	const found: Finding[] = [];
	if (ROUNDED.test(grid.caption.toLowerCase())) return found;
	const { sectionId } = section;
	for (const { parts, total } of equationsIn(grid)) {
		const whole = total.cell.value.kind === 'number' ? total.cell.value.value : null;
		if (whole === null) continue;
		const numbers = parts.map((p) => (p.cell.value.kind === 'number' ? p.cell.value.value : null));
		const sum = numbers.reduce<number>((s, n) => s + (n ?? 0), 0);
		const place = { sectionId, path: grid.path, row: total.row, column: total.column };
		const params = { sum: written(sum), total: written(whole) };
		const name = placeName(grid, total.row, total.column);
		if (numbers.every((n) => n !== null)) {
			if (Math.abs(sum - whole) > HAIR)
				found.push(finding('sumDiffers', place, gridDigest(grid), name, params));
		} else if (sum > whole + HAIR)
			found.push(finding('partOverTotal', place, gridDigest(grid), name, params));
	}
	return found;
}

/**
 * A share or mean of all lies between those of its parts. Only where the parts are shares of the same
 * thing: in one column, under one head.
 */
function means(section: ReadSection, grid: Grid): Finding[] {
	const found: Finding[] = [];
	for (let column = grid.firstColumn; column < grid.width; column += 1) {
		let parts: number[] = [];
		let decimals = 0;
		for (let row = grid.firstRow; row < grid.rows.length; row += 1) {
			const value = numberAt(grid, row, column);
			if (value === null || measureAt(grid, row, column) === 'count') continue;
			decimals = Math.max(decimals, decimalsAt(grid, row, column));
			if (!isTotal(grid.labels[row] ?? '')) {
				parts.push(value);
				continue;
			}
			const low = Math.min(...parts);
			const high = Math.max(...parts);
			const slack = 2 * rounding(decimals) + HAIR;
			const sum = parts.reduce((s, n) => s + n, 0);
			// A total that is the sum of its parts is a sum (kronor, parts of 100 %), and no mean.
			const isSum =
				Math.abs(sum - value) <= parts.length * rounding(decimals) + HAIR || value === 100;
			if (parts.length > 1 && !isSum && (value < low - slack || value > high + slack))
				found.push(
					finding(
						'meanOutside',
						{ sectionId: section.sectionId, path: grid.path, row, column },
						gridDigest(grid),
						placeName(grid, row, column),
						{
							mean: written(value, decimals),
							low: written(low, decimals),
							high: written(high, decimals)
						}
					)
				);
			parts = [];
		}
	}
	return found;
}

/** Totals that are not the sums of their parts, and means that cannot be (C3). */
export const tableSums = (section: ReadSection): Finding[] =>
	section.tables
		.filter((grid) => grid.purpose === 'table')
		.flatMap((grid) => [...sums(section, grid), ...means(section, grid)]);
