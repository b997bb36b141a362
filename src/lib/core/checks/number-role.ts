import type { Token } from './tokens.ts';

/**
 * What numbers are by the words beside them. A number that names something (article 12, § 87, page 4,
 * 16 March) is none that a check may count with: when in doubt it is a reference, and nothing is said.
 */

/** Beginnings of words after which a number names a thing. */
const NAMES = [
	'artik',
	'årskurs',
	'kapit',
	'avsnitt',
	'tabell',
	'figur',
	'diagram',
	'bilag',
	'punkt',
	'paragraf',
	'version',
	'delmål',
	'nivå',
	'vecka',
	'diarienummer',
	'sid',
	'etapp'
];
/** Whole words of the same kind. */
const NAME_WORDS = new Set(
	'art kap åk klass kl klockan s nr nummer dnr ver v mål steg del fas kod covid sfs prop sou ds skr ref mom st lgr gy postnummer telefon tel mobil fax box'.split(
		' '
	)
);
const MONTHS = new Set(
	'januari februari mars april maj juni juli augusti september oktober november december jan feb apr jun jul aug sep sept okt nov dec'.split(
		' '
	)
);
/** What may stand between two numbers of one enumeration: `artikel 2, 3, 6 och 12`. */
const LINKS = new Set([',', '-', '–', '/', 'och', 'samt', 'eller', 'till']);

/** True for a month's name. */
export const isMonth = (token: Token | undefined): boolean =>
	token !== undefined && MONTHS.has(token.lower);

const namesThings = (token: Token | undefined): boolean =>
	token !== undefined &&
	(token.text === '§' ||
		token.text === '#' ||
		(token.kind === 'word' &&
			(NAME_WORDS.has(token.lower) || NAMES.some((stem) => token.lower.startsWith(stem)))));

/** True when only commas and the like stand between two numbers. */
function linked(tokens: Token[], from: number, to: number): boolean {
	if (from < 0 || to - from > 3) return false;
	for (let i = from + 1; i < to; i += 1) if (!LINKS.has(tokens[i]?.lower ?? '')) return false;
	return true;
}

/** `kl. 18`, `art. 12`: the full stop belongs to the abbreviation. */
const named = (tokens: Token[], i: number): boolean =>
	namesThings(tokens[i - 1]) || (tokens[i - 1]?.text === '.' && namesThings(tokens[i - 2]));

/**
 * Corrects the roles of numbers in a passage by what stands beside them. `countsOn` says whether a
 * word is counted by the number before it ("6 elever"), which ends an enumeration of names.
 */
export function giveRoles(tokens: Token[], countsOn: (token: Token | undefined) => boolean): void {
	/** The last number that named a thing. */
	let naming = -1;
	for (let i = 0; i < tokens.length; i += 1) {
		const number = tokens[i]?.number;
		if (!number) continue;
		const next = tokens[i + 1];
		const names = named(tokens, i) || linked(tokens, naming, i);
		if (number.role === 'plain' && number.percent === '') {
			if (isMonth(next) && number.value <= 31) number.role = 'date';
			else if ((names && !countsOn(next)) || numbersSomething(tokens, i)) number.role = 'reference';
		}
		if (names && number.role !== 'plain') naming = i;
	}
}

/** A number that names something by its form or place alone. */
function numbersSomething(tokens: Token[], i: number): boolean {
	const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
	const number = token?.number;
	if (!number) return false;
	// A list's own number: "1. Utveckla", "2) Följ upp".
	const stops = next?.text === ')' || (next?.text === '.' && tokens[i + 2] !== undefined);
	if (number.decimals === 0 && number.value < 100 && stops && !next.spaced)
		if (startsSentence(before)) return true;
	// A heading's or clause's number: "2.1 Uppföljning".
	if (i === 0 && number.decimalSign === '.' && startsUpper(next)) return true;
	if (isPostalCode(tokens, i)) {
		const second = tokens[i + 1]?.number;
		if (second) second.role = 'reference';
		return true;
	}
	// 14.30 alone is a time when it can be one.
	return number.decimalSign === '.' && number.decimals === 2 && isClock(token.text, next);
}

const startsSentence = (before: Token | undefined): boolean =>
	before === undefined || '.:;!?\n•'.includes(before.text);

/** True for a word that begins with a capital. */
export const startsUpper = (token: Token | undefined): boolean => {
	if (token?.kind !== 'word') return false;
	const first = token.text.charAt(0);
	return first !== first.toLowerCase();
};

const isPostalCode = (tokens: Token[], i: number): boolean => {
	const [a, b, c] = [tokens[i], tokens[i + 1], tokens[i + 2]];
	return (
		/^[1-9]\d\d$/.test(a?.text ?? '') &&
		/^\d\d$/.test(b?.text ?? '') &&
		b?.start === (a?.end ?? 0) + 1 &&
		startsUpper(c)
	);
};

const isClock = (text: string, next: Token | undefined): boolean => {
	const [hours = '', minutes = ''] = text.split('.');
	const unit = next?.kind === 'word' && ['per', 'barn', 'elever'].includes(next.lower);
	return !unit && hours.length <= 2 && Number(hours) <= 24 && Number(minutes) <= 59;
};
