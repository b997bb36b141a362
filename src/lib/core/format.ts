import { monthNames } from './period.ts';

/** The languages that generated text is written in; Swedish is the source. */
export type Lang = 'sv' | 'en';

/** No-break space: between number and unit. */
export const NBSP = '\u00a0';
/** The thin one among the no-break spaces: between thousands. */
export const THIN = '\u202f';
/** The minus sign; a hyphen is none. */
export const MINUS = '\u2212';

const digits = new Map<number, Intl.NumberFormat>();

/** Plain digits with a fixed number of decimals, a point and a hyphen; half rounds away from zero. */
function fixed(value: number, decimals: number): string {
	let format = digits.get(decimals);
	if (!format) {
		format = new Intl.NumberFormat('en', {
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals,
			useGrouping: false,
			signDisplay: 'negative'
		});
		digits.set(decimals, format);
	}
	return format.format(value);
}

/** The number that is printed, as a number: what readers see is what differences are made of. */
export const roundTo = (value: number, decimals: number): number => Number(fixed(value, decimals));

/** A number with fixed decimals: `14,7`, `2 327` and `−3` in Swedish, `14.7` and `2,327` in English. */
export function formatNumber(value: number, decimals: number, lang: Lang): string {
	const [whole = '', part] = fixed(Math.abs(value), decimals).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'sv' ? THIN : ',');
	const sign = fixed(value, decimals).startsWith('-') ? MINUS : '';
	return sign + grouped + (part === undefined ? '' : (lang === 'sv' ? ',' : '.') + part);
}

/** Units that a count carries, by their singular. Others are printed as they stand. */
const SINGULAR: Record<string, string> = {
	elever: 'elev',
	barn: 'barn',
	ungdomar: 'ungdom',
	personer: 'person',
	deltagare: 'deltagare',
	familjer: 'familj',
	skolor: 'skola',
	pedagoger: 'pedagog',
	tjänster: 'tjänst',
	dagar: 'dag',
	lån: 'lån',
	platser: 'plats',
	ärenden: 'ärende',
	tillfällen: 'tillfälle',
	deltagartillfällen: 'deltagartillfälle',
	kronor: 'krona'
};

/** A bare count needs no word after it. */
export const unitIsSilent = (unit: string): boolean =>
	unit === '' || unit.toLowerCase() === 'antal';

/**
 * A number with its unit: `14,7 %`, `5,2 barn per pedagog`, `1 elev`; a unit of `antal` is silent.
 * Between number and unit stands a no-break space; English sets the per cent sign close.
 */
export function formatValue(value: number, unit: string, decimals: number, lang: Lang): string {
	const number = formatNumber(value, decimals, lang);
	if (unitIsSilent(unit)) return number;
	if (unit === '%') return lang === 'sv' ? `${number}${NBSP}%` : `${number}%`;
	const [first = '', ...rest] = unit.split(' ');
	const noun = number === '1' ? (SINGULAR[first] ?? first) : first;
	return `${number}${NBSP}${[noun, ...rest].join(' ')}`;
}

/** A share, however its unit is spelt: only the difference of two of them is in percentage points. */
const isShare = (unit: string): boolean => /^(?:%|procent|per cent)$/i.test(unit);

/**
 * The size of a difference, without sign: `0,4 procentenheter` for shares, `2 elever` for counts. For
 * other units (`barn per pedagog`) the bare number, since a difference of them is none of them: the
 * unit stands beside the values.
 */
export function formatDifference(size: number, unit: string, decimals: number, lang: Lang): string {
	const number = formatNumber(Math.abs(size), decimals, lang);
	if (!isShare(unit))
		return unit in SINGULAR ? formatValue(Math.abs(size), unit, decimals, lang) : number;
	if (lang === 'en') return `${number}${NBSP}percentage ${number === '1' ? 'point' : 'points'}`;
	return `${number}${NBSP}${number === '1' ? 'procentenhet' : 'procentenheter'}`;
}

/** A phrase as it stands within a sentence: "Andelen barn" becomes "andelen barn", "KAA" stays. */
export const lowerFirst = (phrase: string): string =>
	/^\p{Lu}\p{Ll}/u.test(phrase) ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;

/** A name at the beginning of a line. */
export const upperFirst = (phrase: string): string =>
	phrase.charAt(0).toUpperCase() + phrase.slice(1);

/** The clock and calendar that every time is shown in. */
const STOCKHOLM = 'Europe/Stockholm';
let clockParts: Intl.DateTimeFormat | undefined;

type LocalTime = { year: number; month: number; day: number; hour: number; minute: number };

/** A moment (milliseconds since 1970) as the clock in Stockholm shows it. */
function stockholm(at: number): LocalTime {
	clockParts ??= new Intl.DateTimeFormat('en-u-ca-gregory', {
		timeZone: STOCKHOLM,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric'
	});
	const found: Record<string, number> = {};
	for (const { type, value } of clockParts.formatToParts(at)) found[type] = Number(value);
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = found;
	return { year, month, day, hour, minute };
}

/** A moment in milliseconds since 1970, or a calendar date `2025-03-03`. */
export type Moment = number | string;

function calendarDate(at: Moment): Pick<LocalTime, 'year' | 'month' | 'day'> {
	if (typeof at === 'number') return stockholm(at);
	const [year = 0, month = 0, day = 0] = at.split('-').map(Number);
	return { year, month, day };
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** For tables and source lines: `2025-03-03`, by Stockholm's calendar. */
export function isoDate(at: Moment): string {
	const { year, month, day } = calendarDate(at);
	return `${year}-${pad(month)}-${pad(day)}`;
}

/** The year of a moment, by Stockholm's calendar on every machine. */
export const yearOf = (at: Moment): number => calendarDate(at).year;

/** For running text: "3 mars 2025", "3 March 2025". */
export function longDate(at: Moment, lang: Lang): string {
	const { year, month, day } = calendarDate(at);
	return `${day}${NBSP}${monthNames(lang)[month - 1] ?? ''} ${year}`;
}

/** "nov.", "mars", "sept."; English without the full stop. */
function shortMonth(month: number, lang: Lang): string {
	const name = monthNames(lang)[month - 1] ?? '';
	if (name.length <= 4 || (lang === 'sv' && month === 4)) return name;
	return name.slice(0, month === 9 ? 4 : 3) + (lang === 'sv' ? '.' : '');
}

/** The time of day: `14.02` in Swedish, `14:02` in English. */
export function clockTime(at: number, lang: Lang): string {
	const { hour, minute } = stockholm(at);
	return `${pad(hour)}${lang === 'sv' ? '.' : ':'}${pad(minute)}`;
}

/**
 * When something happened, seen from `now`: "i dag 14.02", "i går 09.30", "12 nov.", and with the year
 * when it is another: "12 nov. 2024". By Stockholm's clock on every machine.
 */
export function formatWhen(at: number, now: number, lang: Lang): string {
	const then = stockholm(at);
	const today = stockholm(now);
	const daysAgo = dayNumber(today) - dayNumber(then);
	if (daysAgo === 0) return `${lang === 'sv' ? 'i dag' : 'today'} ${clockTime(at, lang)}`;
	if (daysAgo === 1) return `${lang === 'sv' ? 'i går' : 'yesterday'} ${clockTime(at, lang)}`;
	const date = `${then.day}${NBSP}${shortMonth(then.month, lang)}`;
	return then.year === today.year ? date : `${date} ${then.year}`;
}

const dayNumber = ({ year, month, day }: LocalTime): number =>
	Date.UTC(year, month - 1, day) / 86_400_000;
