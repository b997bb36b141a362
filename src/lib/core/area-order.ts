import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** A row that has a place among its like. */
export type Ordered = { id: string; order: string };

/** As long as the gate lets one be (`schema/attributes.ts`). */
const LONGEST = 200;

/** Keys for so many new rows, ascending. */
export const newOrders = (count: number): string[] => generateNKeysBetween(null, null, count);

/** The key of a new row after the row `after` (null: before all) of `rows`, which are in order. */
export function orderAfter(rows: Ordered[], after: string | null): Placed {
	const at = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1;
	return place(rows, at);
}

/** `order` for the row that is placed; `others` for those that must make room, by id. */
export type Placed = { order: string; others: Map<string, string> };

/** Moves the row `id` to the place `to` among `rows`, which are in order; null where it stands there. */
export function orderAt(rows: Ordered[], id: string, to: number): Placed | null {
	const from = rows.findIndex((row) => row.id === id);
	if (from < 0 || from === to) return null;
	return place(
		rows.filter((row) => row.id !== id),
		to
	);
}

/**
 * A key between two neighbours. Where there is none (two rows came to the same place at once, a key is
 * not one of ours, or it grew too long) every row gets a new one.
 */
function place(rows: Ordered[], at: number): Placed {
	const before = rows[at - 1]?.order ?? null;
	const after = rows[at]?.order ?? null;
	const order = between(before, after);
	if (order !== null) return { order, others: new Map() };
	const keys = newOrders(rows.length + 1);
	const [own = ''] = keys.splice(at, 1);
	return { order: own, others: new Map(rows.map(({ id }, i) => [id, keys[i] ?? ''])) };
}

function between(before: string | null, after: string | null): string | null {
	if (before !== null && after !== null && before >= after) return null;
	try {
		const key = generateKeyBetween(before, after);
		return key.length > LONGEST ? null : key;
	} catch {
		return null; // The library throws at a key that it did not make.
	}
}
