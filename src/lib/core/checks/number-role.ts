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

/**
 * Corrects the roles of numbers in a passage by what stands beside them. `countsOn` says whether a
 * word is counted by the number before it ("6 elever"), which ends an enumeration of names.
 */
export function giveRoles(tokens: Token[], countsOn: (token: Token | undefined) => boolean): void {
	let naming = false;
	for (let i = 0; i < tokens.length; i += 1) {
		const token = tokens[i];
		if (!token) continue;
		if (token.kind !== 'number' || !token.number) {
			if (namesThings(token)) naming = true;
			// `kl. 18`, `art. 12`: the full stop belongs to the abbreviation.
			else if (!(LINKS.has(token.lower) || (token.text === '.' && namesThings(tokens[i - 1]))))
				naming = false;
			continue;
		}
		const number = token.number;
		const next = tokens[i + 1];
		const before = tokens[i - 1];
		if (isMonth(next) && number.role === 'plain' && number.value <= 31) number.role = 'date';
		else if (number.role === 'plain' && number.percent === '') {
			if (naming && !countsOn(next)) number.role = 'reference';
			// A list's own number: "1. Utveckla", "2) Följ upp".
			else if (
				number.decimals === 0 &&
				number.value < 100 &&
				next &&
				!next.spaced &&
				(next.text === ')' || (next.text === '.' && tokens[i + 2])) &&
				startsSentence(before)
			)
				number.role = 'reference';
			// A heading's or clause's number: "2.1 Uppföljning".
			else if (i === 0 && number.decimalSign === '.' && startsUpper(next))
				number.role = 'reference';
			// A postal code: "826 80 Söderhamn".
			else if (isPostalCode(tokens, i)) {
				number.role = 'reference';
				const second = tokens[i + 1]?.number;
				if (second) second.role = 'reference';
			}
			// 14.30-16.00 and the like are taken apart above; 14.30 alone is a time when it can be one.
			else if (number.decimalSign === '.' && number.decimals === 2 && isClock(token.text, next))
				number.role = 'reference';
		}
		naming = naming && number.role !== 'plain';
	}
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
