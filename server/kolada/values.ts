import type { ValueStatus } from '#core/indicator.ts';
import type { DataRow } from './shapes.ts';

/** A value as Kolada has it, with our words for what it is and for whom. */
export type ReadValue = {
	kpiId: string;
	/** A municipality's or a group's id. */
	place: string;
	breakdown: string;
	period: string;
	status: ValueStatus;
	value: number | null;
	/** In a group's row: how many members contributed; null where it is not said. */
	count: number | null;
};

/** The part of the children that a gender's value is about. T is all of them. */
const BREAKDOWNS: Record<string, string> = { T: '', K: 'flickor', M: 'pojkar' };

/** Kolada's marks. An empty status is said of numbers; "Missing" of their absence. */
const MARKS: Record<string, ValueStatus> = {
	'..': 'suppressed',
	'.': 'notApplicable',
	'-': 'missing',
	'–': 'missing',
	missing: 'missing'
};

/** Every value of the rows that is not deleted. Null is never zero, and zero is a value (I1). */
export function readValues(rows: readonly DataRow[]): ReadValue[] {
	return rows.flatMap((row) =>
		row.values.flatMap((one): ReadValue[] => {
			const breakdown = BREAKDOWNS[one.gender];
			// A gender that we have no word for is no part of what is known.
			if (one.isdeleted === true || breakdown === undefined) return [];
			return [
				{
					kpiId: row.kpi,
					place: row.municipality,
					breakdown,
					period: String(row.period),
					...said(one.status ?? '', one.value),
					count: one.count
				}
			];
		})
	);
}

function said(
	status: string,
	value: number | string | null
): { status: ValueStatus; value: number | null } {
	const mark =
		MARKS[status.trim().toLowerCase()] ?? (typeof value === 'string' ? markOf(value) : null);
	if (mark !== null) return { status: mark, value: null };
	return typeof value === 'number' && Number.isFinite(value)
		? { status: 'value', value: settled(value) }
		: { status: 'missing', value: null };
}

const markOf = (value: string): ValueStatus => MARKS[value.trim().toLowerCase()] ?? 'missing';

/** Binary fractions: a mean that is worked out twice must come out the same. */
export const settled = (value: number): number => Math.round(value * 1e9) / 1e9 || 0;

/**
 * The unweighted mean over the members that have a value, for each measure, part and period of which at
 * least one row is there. Without any number the group's value is missing.
 */
export function meanOf(values: readonly ReadValue[], place: string): ReadValue[] {
	const cells = new Map<string, ReadValue[]>();
	for (const one of values) {
		const key = [one.kpiId, one.breakdown, one.period].join('|');
		const cell = cells.get(key);
		if (cell) cell.push(one);
		else cells.set(key, [one]);
	}
	return [...cells.values()].flatMap((cell): ReadValue[] => {
		const [first] = cell;
		if (!first) return [];
		const numbers = cell.flatMap((one) => (one.value === null ? [] : [one.value]));
		const { kpiId, breakdown, period } = first;
		const of = { kpiId, place, breakdown, period, count: numbers.length };
		if (numbers.length === 0) return [{ ...of, status: 'missing', value: null }];
		const sum = numbers.reduce((a, b) => a + b, 0);
		return [{ ...of, status: 'value', value: settled(sum / numbers.length) }];
	});
}
