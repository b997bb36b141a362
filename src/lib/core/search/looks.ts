import { reversed } from './index-words.ts';
import type { SearchQuery, Term } from './query.ts';
import { searchStem, SHORTEST_BEGINNING, SHORTEST_TAIL, snowball } from './stem.ts';

/**
 * A question to one of the two indexes, in the language of SQLite's FTS5. Into it come letters and
 * digits between quotation marks and nothing else that was typed.
 */
export type Look = { index: 'stems' | 'trigrams'; expression: string };

/** What must be found by all of `all` and by none of `none`. */
export type Looks = { all: Look[]; none: Look[] };

/**
 * What is asked for a query: words as stems that other words begin or end with, what stood in
 * quotation marks letter by letter.
 * @param query at least one term
 */
export const looksFor = ({ terms, without }: SearchQuery): Looks => ({
	all: [
		...lookOf('stems', 'AND', terms.filter(isFree), stemExpression),
		...lookOf('trigrams', 'AND', terms.filter(isExact), phraseExpression)
	],
	none: looksAgainst(without)
});

/**
 * What is asked for parts of words, wherever they stand in them; null when a term is too short for it.
 * @param query at least one term
 */
export function partLooksFor({ terms, without }: SearchQuery): Looks | null {
	if (terms.filter(isFree).some((term) => partOf(term).length < SHORTEST_BEGINNING)) return null;
	const part = (term: Term) => (term.exact ? phraseExpression(term) : `"${partOf(term)}"`);
	return { all: lookOf('trigrams', 'AND', terms, part), none: looksAgainst(without) };
}

const looksAgainst = (without: Term[]): Look[] => [
	...lookOf('stems', 'OR', without.filter(isFree), stemExpression),
	...lookOf('trigrams', 'OR', without.filter(isExact), phraseExpression)
];

const isExact = ({ exact }: Term): boolean => exact;
const isFree = ({ exact }: Term): boolean => !exact;

/** One question for all terms; none when there are none. */
const lookOf = (
	index: Look['index'],
	joint: 'AND' | 'OR',
	terms: Term[],
	of: (term: Term) => string
): Look[] =>
	terms.length === 0
		? []
		: [{ index, expression: terms.map((term) => `(${of(term)})`).join(` ${joint} `) }];

function stemExpression({ words }: Term): string {
	const stem = stemsOf(words);
	const begins = `{title body} : "${stem.join(' ')}"${isBeginning(stem) ? ' *' : ''}`;
	const [only = ''] = stem;
	return isTail(stem) ? `${begins} OR {title_tails body_tails} : "${reversed(only)}" *` : begins;
}

/** The words as they stand, with the spaces around them. */
const phraseExpression = ({ words }: Term): string => `" ${words.join(' ')} "`;

/** The stems of a term: all but its last word have exactly theirs. */
export const stemsOf = (words: string[]): string[] =>
	words.map((word, i) => (i < words.length - 1 ? snowball(word) : searchStem(word)));

/** Whether what begins like it is meant too; numbers are looked for whole. */
export const isBeginning = (stems: string[]): boolean => {
	const last = stems.at(-1) ?? '';
	return last.length >= SHORTEST_BEGINNING && !/^\d+$/.test(last);
};

/** Whether compounds that end like it are meant too. */
export const isTail = (stems: string[]): boolean =>
	stems.length === 1 && isBeginning(stems) && (stems[0] ?? '').length >= SHORTEST_TAIL;

/** The part of words that a term is looked for by. */
export const partOf = ({ words }: Term): string => stemsOf(words).join(' ');
