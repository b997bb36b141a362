import type { MetaField, ReportKind, ReportMeta } from '../report-kind.ts';

/** What of a report goes on into the next year beside its sections (Y1). */

/** A reply answers one question, once: it has no next year. */
export const hasNextYear = (kind: ReportKind): boolean => kind !== 'interpellationReply';

/** What a report says of itself that is the same next year; dates, numbers and names of acts are not. */
const STAYS: MetaField[] = ['documentType', 'preparedBy', 'commissionedBy'];

export const carriedMeta = (meta: ReportMeta): ReportMeta =>
	Object.fromEntries(STAYS.flatMap((field) => (meta[field] ? [[field, meta[field]]] : [])));

/** The title with the new year where it had the old one, else with the year after it. */
export function nextTitle(title: string, year: number, nextYear: number): string {
	const old = new RegExp(`(?<!\\d)${year}(?!\\d)`, 'g');
	return old.test(title) ? title.replace(old, String(nextYear)) : `${title} ${nextYear}`;
}
