import { isCommon, plainForm, wordsOf } from './words.ts';

/** Longer than this nothing is looked for: whoever reads says so instead. */
export const LONGEST_QUERY = 200;
/** More words than this make no better search; the rest is told as left out. */
export const MOST_TERMS = 10;

/** One thing that must be there. */
export type Term = {
	/** Its words as typed, in lower case; several stand next to each other. */
	words: string[];
	/** It stood within quotation marks: these words and no other form of them. */
	exact: boolean;
};

/** What somebody looks for. Without terms nothing is looked for. */
export type SearchQuery = {
	/** All of them must be there. */
	terms: Term[];
	/** None of them may be there: typed with a minus before it. */
	without: Term[];
	/** Words that were not looked for: too common, or too many. */
	left: string[];
};

/** Something in quotation marks, or what stands between spaces; a minus before it if there is one. */
const PIECE = /(?<=^|\s)(-?)"([^"]*)"|(?<=^|\s)(-)?([^\s"]+)|([^\s"]+)/gu;

/**
 * Reads what a person typed. There is no wrong query: a sign that means nothing here is a space, and
 * `AND`, `*` and brackets are words or signs like others.
 */
export function readQuery(typed: string): SearchQuery {
	const terms: Term[] = [];
	const without: Term[] = [];
	const left: string[] = [];
	// A comma parts words ("skola,elev") and joins digits ("14,7").
	const text = plainForm(typed)
		.replace(/[”“„«»]/g, '"')
		.replace(/;|,(?=\p{L})/gu, ' ');
	for (const [, quotedNot = '', quoted, not = '', piece, other = ''] of text.matchAll(PIECE)) {
		const words = wordsOf(quoted ?? piece ?? other).map(({ word }) => word);
		const [first] = words;
		if (first === undefined) continue;
		const term = { words, exact: quoted !== undefined };
		// "2021 -22" is a year, and a dash before a word is a minus only when it touches it.
		const isWithout = (quotedNot + not).length > 0 && !/^\d/.test(first);
		if (!term.exact && words.length === 1 && isCommon(first)) {
			if (!left.includes(first)) left.push(first);
		} else if (!isWithout) add(terms, term, left);
		else add(without, term, left);
	}
	// Whoever only says what they do not want has typed a dash.
	return terms.length === 0 ? { terms: without, without: [], left } : { terms, without, left };
}

function add(terms: Term[], term: Term, left: string[]): void {
	const same = (other: Term) => nameOf(other) === nameOf(term);
	if (terms.some(same)) return;
	if (terms.length < MOST_TERMS) terms.push(term);
	else left.push(term.words.join(' '));
}

/** A term as it can be typed again. */
export const nameOf = ({ words, exact }: Term): string =>
	exact ? `"${words.join(' ')}"` : words.join('-');
