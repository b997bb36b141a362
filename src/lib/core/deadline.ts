import type { SectionState } from './section.ts';

/** A day by which sections are to be submitted, `2026-03-31`; it ends at midnight in Stockholm. */
export type Deadline = string;

export type Lateness =
	| 'none' // no day was set, or the section is submitted
	| 'ahead' // more than `SOON_DAYS` to go
	| 'soon'
	| 'late';

/** How many days before it a deadline is near. */
export const SOON_DAYS = 3;

const DAY_MS = 24 * 60 * 60 * 1000;

const stockholmDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day that it is in Stockholm, `2026-03-31`. @param at milliseconds since 1970 */
export const dayInStockholm = (at: number): string => stockholmDay.format(at);

/** The section's own day; else the report's. */
export const dueOn = (
	section: { dueOn: Deadline | null },
	report: { dueOn: Deadline | null }
): Deadline | null => section.dueOn ?? report.dueOn;

/** Whole days from today to the deadline, by Stockholm's calendar: 0 on the day itself, negative after it. */
export function daysLeft(due: Deadline, now: number): number {
	const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
	return Math.round(days(due) - days(dayInStockholm(now)));
}

/** Whether a section keeps others waiting: a draft alone can be late. */
export function latenessOf(state: SectionState, due: Deadline | null, now: number): Lateness {
	if (due === null || state !== 'draft') return 'none';
	const left = daysLeft(due, now);
	if (left < 0) return 'late';
	return left <= SOON_DAYS ? 'soon' : 'ahead';
}
