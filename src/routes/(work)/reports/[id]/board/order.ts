import type { BoardRow } from '#server/views/board.ts';

/**
 * Rows in the order in which somebody waits for them: drafts by their days, those without a day, and then
 * what is submitted. Among equals the report's own order stays.
 */
export function inOrderOfDays<R extends Pick<BoardRow, 'state' | 'dueOn'>>(rows: R[]): R[] {
	const rank = ({ state, dueOn }: R) => (state !== 'draft' ? 2 : dueOn === null ? 1 : 0);
	return rows.toSorted(
		(a, b) => rank(a) - rank(b) || (a.dueOn ?? '').localeCompare(b.dueOn ?? '', 'en')
	);
}
