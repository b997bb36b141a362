import type { Lang } from './format.ts';
import type { Period } from './indicator.ts';

/** What a source that states no time gets: never a guess, never "this year". */
export const UNKNOWN_PERIOD = 'unknown';

/** A canonical period taken apart. Months are 1-12; a school year is named by its first year. */
export type PeriodParts =
	| { kind: 'year'; year: number }
	| { kind: 'schoolYear'; year: number }
	| { kind: 'term'; year: number; term: 'vt' | 'ht' }
	| { kind: 'month'; year: number; month: number }
	| { kind: 'unknown' };

const MONTHS_SV =
	'januari februari mars april maj juni juli augusti september oktober november december'.split(
		' '
	);
const MONTHS_EN =
	'January February March April May June July August September October November December'.split(
		' '
	);

/** The months' names, January first. */
export const monthNames = (lang: Lang): readonly string[] =>
	lang === 'en' ? MONTHS_EN : MONTHS_SV;

/** A year that an account can be about. */
export const isPlausible = (year: number): boolean => year >= 1900 && year <= 2100;

/** Takes a canonical period apart; null when the text is not canonical. */
export function periodParts(period: Period): PeriodParts | null {
	if (period === UNKNOWN_PERIOD) return { kind: 'unknown' };
	const match = /^(\d{4})(?:\/(\d{2})|-(vt|ht)|-(0[1-9]|1[0-2]))?$/.exec(period);
	if (!match) return null;
	const [, digits = '', second, term, month] = match;
	const year = Number(digits);
	if (!isPlausible(year)) return null;
	if (second !== undefined)
		return Number(second) === (year + 1) % 100 ? { kind: 'schoolYear', year } : null;
	if (term === 'vt' || term === 'ht') return { kind: 'term', year, term };
	if (month !== undefined) return { kind: 'month', year, month: Number(month) };
	return { kind: 'year', year };
}

/** True for a period in its canonical form. */
export const isPeriod = (text: string): boolean => periodParts(text) !== null;

/**
 * A period within a sentence: "år 2022", "läsåret 2020/21", "höstterminen 2021", "april 2023",
 * "år ej angivet"; no line ends between the word and the year. A text that is not canonical is printed as
 * it is.
 */
export function periodText(period: Period, lang: Lang): string {
	const parts = periodParts(period);
	const sv = lang === 'sv';
	switch (parts?.kind) {
		case 'year':
			return sv ? `år\u00a0${parts.year}` : String(parts.year);
		case 'schoolYear':
			return sv ? `läsåret\u00a0${period}` : `the school year\u00a0${period}`;
		case 'term':
			if (sv) return `${parts.term === 'vt' ? 'vårterminen' : 'höstterminen'}\u00a0${parts.year}`;
			return `the ${parts.term === 'vt' ? 'spring' : 'autumn'} term of\u00a0${parts.year}`;
		case 'month':
			return `${monthNames(lang)[parts.month - 1] ?? ''}\u00a0${parts.year}`;
		case 'unknown':
			return sv ? 'år ej angivet' : 'year not stated';
		case undefined:
			return period;
	}
}

/** When something was so, as an adverbial: "år 2022", "i april 2023"; "in 2022". */
export function periodWhen(period: Period, lang: Lang): string {
	const text = periodText(period, lang);
	if (period === UNKNOWN_PERIOD) return text;
	if (lang === 'en') return `in ${text}`;
	return periodParts(period)?.kind === 'month' ? `i ${text}` : text;
}

/** Short, for tables and axes: "2022", "2020/21", "ht 2021", "apr 2023", "ej angivet". */
export function periodLabel(period: Period, lang: Lang): string {
	const parts = periodParts(period);
	switch (parts?.kind) {
		case 'term':
			if (lang === 'sv') return `${parts.term} ${parts.year}`;
			return `${parts.term === 'vt' ? 'spring' : 'autumn'} ${parts.year}`;
		case 'month':
			return `${(monthNames(lang)[parts.month - 1] ?? '').slice(0, 3)} ${parts.year}`;
		case 'unknown':
			return lang === 'sv' ? 'ej angivet' : 'not stated';
		case 'year':
		case 'schoolYear':
		case undefined:
			return period;
	}
}

/** First and last month, counted from year 0; an unknown period lies before all others. */
function span(period: Period): [start: number, end: number] {
	const parts = periodParts(period);
	switch (parts?.kind) {
		case 'year':
			return [parts.year * 12 + 1, parts.year * 12 + 12];
		case 'schoolYear':
			return [parts.year * 12 + 7, parts.year * 12 + 18];
		case 'term':
			return parts.term === 'vt'
				? [parts.year * 12 + 1, parts.year * 12 + 6]
				: [parts.year * 12 + 7, parts.year * 12 + 12];
		case 'month':
			return [parts.year * 12 + parts.month, parts.year * 12 + parts.month];
		case 'unknown':
		case undefined:
			return [0, 0];
	}
}

/**
 * The order of time, for sorting: by the end of the period, then by its beginning. Unknown periods
 * come first, so that they are the newest only where nothing else is known.
 */
export function comparePeriods(a: Period, b: Period): number {
	const [startA, endA] = span(a);
	const [startB, endB] = span(b);
	return endA - endB || startA - startB || (a < b ? -1 : a > b ? 1 : 0);
}

/** True when `period` ends no later than `until`; what has no known time is never later. */
export const endsBy = (period: Period, until: Period): boolean => span(period)[1] <= span(until)[1];

/**
 * The place of a period among those that it may be compared with, in steps of its own kind; null
 * when it has none. Calendar years step by one, terms by a half.
 */
export function periodOrdinal(period: Period): number | null {
	const parts = periodParts(period);
	switch (parts?.kind) {
		case 'year':
		case 'schoolYear':
			return parts.year;
		case 'term':
			return parts.year + (parts.term === 'ht' ? 0.5 : 0);
		case 'month':
			return parts.year + (parts.month - 1) / 12;
		case 'unknown':
		case undefined:
			return null;
	}
}

/** True when both are of one kind: two years, two school years, two terms, two months. */
export function sameKind(a: Period, b: Period): boolean {
	const kind = periodParts(a)?.kind;
	return kind !== undefined && kind !== 'unknown' && kind === periodParts(b)?.kind;
}

/**
 * True when a change from one to the other says something: both years, both school years, the same
 * term or the same month. Spring is not compared with autumn, nor a month with a year.
 */
export function likeWithLike(a: Period, b: Period): boolean {
	const one = periodParts(a);
	const other = periodParts(b);
	if (!one || !other || one.kind !== other.kind) return false;
	if (one.kind === 'term') return other.kind === 'term' && one.term === other.term;
	if (one.kind === 'month') return other.kind === 'month' && one.month === other.month;
	return one.kind !== 'unknown';
}
