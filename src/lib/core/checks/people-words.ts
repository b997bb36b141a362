import type { Token } from './tokens.ts';

/** The words for those who are counted, and for what it is sensitive to be counted with. */

const PEOPLE = new Set(
	'barn barnen elev elever eleverna elevers ungdom ungdomar ungdomarna unga flicka flickor flickorna pojke pojkar pojkarna tjej tjejer kille killar person personer individ individer familj familjer familjerna tonåring tonåringar placerade ensamkommande niondeklassare hushåll klienter brukare'.split(
		' '
	)
);
const PEOPLE_ENDINGS = ['elever', 'eleverna', 'ungdomar', 'flickor', 'pojkar', 'barn', 'barnen'];
/** Words that end like the others and are something else. */
const NOT_PEOPLE = new Set(['barnbarn']);

/** True for a word that names those who are counted. */
export function isPeople(word: string): boolean {
	if (PEOPLE.has(word)) return true;
	return (
		!NOT_PEOPLE.has(word) && PEOPLE_ENDINGS.some((e) => word.length > e.length && word.endsWith(e))
	);
}

/** Being counted with this tells something of a person that is theirs. */
const SENSITIVE = [
	'frånvar',
	'placera',
	'placering',
	'våld',
	'missbruk',
	'drog',
	'narkotik',
	'ohälsa',
	'självmord',
	'suicid',
	'självskad',
	'brott',
	'kriminell',
	'diagnos',
	'neuropsyk',
	'funktionsnedsätt',
	'funktionsvar',
	'bistånd',
	'orosanmäl',
	'kränk',
	'mobb',
	'övergrepp',
	'heder',
	'tvångs',
	'omhändert',
	'lvu',
	'hemlös',
	'vräk',
	'avvis',
	'asyl',
	'ensamkommand',
	'försörjningsstöd',
	'dömd',
	'misstänk',
	'könsstymp',
	'gravid',
	'abort',
	'psykisk',
	'hvb',
	'familjehem',
	'stängdes',
	'avstäng'
];

/** True for a word that makes a count sensitive. */
export const isSensitive = (word: string): boolean =>
	SENSITIVE.some((stem) => word.startsWith(stem)) ||
	word.endsWith('våld') ||
	word.endsWith('missbruk') ||
	word.endsWith('frånvaro');

/** Number words from two to nine. "En" and "ett" are articles more often than numbers. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
	['två', 2],
	['tre', 3],
	['fyra', 4],
	['fem', 5],
	['sex', 6],
	['sju', 7],
	['åtta', 8],
	['nio', 9]
]);

/** Words that may stand between a number and those counted: "3 placerade barn", "två yngre elever". */
const BETWEEN =
	/^(?:nya|olika|unga|yngre|äldre|andra|fler|av|de|dessa|kommunens|våra|ytterligare)$/;
const maybeAdjective = (word: string): boolean =>
	BETWEEN.test(word) || (word.length > 4 && /(?:ade|da|ande|ende|iga|ska|lösa)$/.test(word));

/**
 * The index of the word that is counted by the number at `at`: the next word, or one after at most two
 * adjectives; -1 when nobody is counted.
 */
export function countedAt(tokens: Token[], at: number): number {
	for (let i = at + 1; i <= at + 3; i += 1) {
		const token = tokens[i];
		if (token?.kind !== 'word') return -1;
		if (isPeople(token.lower)) return i;
		if (!maybeAdjective(token.lower)) return -1;
	}
	return -1;
}

/** True when the word directly after a number is counted by it. */
export const countsPeople = (token: Token | undefined): boolean =>
	token?.kind === 'word' && isPeople(token.lower);
