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

/** Days that people mean; what lies outside is a slip of the keys. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** True for a day of the calendar, written `2026-03-31`. */
export function isDeadline(text: string): text is Deadline {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const year = Number(text.slice(0, 4));
	const at = Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(at) || year < FIRST_YEAR || year > LAST_YEAR) return false;
	// The 31st of April is read as the 1st of May.
	return new Date(at).toISOString().startsWith(text);
}

/** The section's own day; else the report's, but for what may be left out: nobody waits for that. */
export const dueOn = (
	section: { dueOn: Deadline | null; required: boolean },
	report: { dueOn: Deadline | null }
): Deadline | null => section.dueOn ?? (section.required ? report.dueOn : null);

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
