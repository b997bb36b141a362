import type { Period } from './indicator.ts';
import { isPlausible, monthNames, UNKNOWN_PERIOD, type PeriodParts } from './period.ts';
import { ok, refuse, type Result } from './result.ts';

/** `20` and `2020` alike; two digits are read as 1980-2079. */
function fullYear(digits: string): number {
	const n = Number(digits);
	if (digits.length === 4) return n;
	return n < 80 ? 2000 + n : 1900 + n;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** The canonical form of parts. */
function canonical(parts: PeriodParts): Period {
	switch (parts.kind) {
		case 'year':
			return String(parts.year);
		case 'schoolYear':
			return `${parts.year}/${pad((parts.year + 1) % 100)}`;
		case 'term':
			return `${parts.year}-${parts.term}`;
		case 'month':
			return `${parts.year}-${pad(parts.month)}`;
		case 'unknown':
			return UNKNOWN_PERIOD;
	}
}

const NOT_STATED =
	/^(|-|–|—|okänd|okänt|unknown|(år |läsår |period )?ej angivet|ej angiven|(year )?not stated)$/;
const YEAR = /^(?:år(?:et)? )?(\d{4})$/;
/** With the word, a hyphen or dash will do; without it `2020-21` could be a range or a month. */
const SCHOOL_YEAR_NAMED =
	/^(?:läsåret|läsår|lå|(?:the )?school year) ?(\d{4}|\d{2}) ?[/–-] ?(\d{4}|\d{2})$/;
const SCHOOL_YEAR_BARE = /^(\d{4}|\d{2}) ?\/ ?(\d{4}|\d{2})$/;
const TERM =
	/^(vt|vårterminen|vårtermin|(?:the )?spring(?: term)?|ht|höstterminen|hösttermin|(?:the )?autumn(?: term)?) ?-?(?:of )?(\d{4}|\d{2})$/;
const TERM_CANONICAL = /^(\d{4}) ?-? ?(vt|ht)$/;
const MONTH_DIGITS = /^(\d{4})-(\d{1,2})$/;
const MONTH_NAMED = /^([a-zåäö]{3,9})\.? (\d{4})$/;

/** A month's number by name or by an abbreviation of at least three letters, Swedish or English. */
function monthOf(name: string): number | null {
	for (const names of [monthNames('sv'), monthNames('en')]) {
		const at = names.findIndex((month) => month.toLowerCase().startsWith(name));
		if (at >= 0) return at + 1;
	}
	return null;
}

function read(text: string): PeriodParts | null {
	if (NOT_STATED.test(text)) return { kind: 'unknown' };
	let match = YEAR.exec(text);
	if (match?.[1]) return { kind: 'year', year: Number(match[1]) };
	match = SCHOOL_YEAR_NAMED.exec(text) ?? SCHOOL_YEAR_BARE.exec(text);
	if (match?.[1] && match[2]) {
		const year = fullYear(match[1]);
		const next = match[2].length === 2 ? (year + 1) % 100 : year + 1;
		return Number(match[2]) === next ? { kind: 'schoolYear', year } : null;
	}
	match = TERM.exec(text);
	if (match?.[1] && match[2])
		return {
			kind: 'term',
			year: fullYear(match[2]),
			term: /^v|spring/.test(match[1]) ? 'vt' : 'ht'
		};
	match = TERM_CANONICAL.exec(text);
	if (match?.[1] && match[2])
		return { kind: 'term', year: Number(match[1]), term: match[2] === 'vt' ? 'vt' : 'ht' };
	match = MONTH_DIGITS.exec(text);
	if (match?.[1] && match[2]) {
		const month = Number(match[2]);
		return month >= 1 && month <= 12 ? { kind: 'month', year: Number(match[1]), month } : null;
	}
	match = MONTH_NAMED.exec(text);
	if (match?.[1] && match[2]) {
		const month = monthOf(match[1]);
		return month === null ? null : { kind: 'month', year: Number(match[2]), month };
	}
	return null;
}

/**
 * Reads a period as people type it (`2022`, `lå 20/21`, `läsåret 2020/21`, `HT22`, `vt 2022`,
 * `apr 2023`, `2023-04`; nothing or `ej angivet` for unknown) into its canonical form. What may mean
 * two things (`2020-21`, `2019-2021`) is refused as `invalid`: field `period`, problem `notAPeriod`.
 */
export function parsePeriod(typed: string): Result<Period> {
	const text = typed.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
	const parts = read(text);
	if (parts === null || (parts.kind !== 'unknown' && !isPlausible(parts.year)))
		return refuse({ code: 'invalid', problems: [{ field: 'period', problem: 'notAPeriod' }] });
	return ok(canonical(parts));
}
