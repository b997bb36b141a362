import { isBeginning, isTail, partOf, stemsOf } from './looks.ts';
import type { SearchQuery, Term } from './query.ts';
import { searchStem, snowball } from './stem.ts';
import { wordsOf, type Word } from './words.ts';

/** A piece of a text; `hit` where it is what was looked for. Never HTML. */
export type Segment = { text: string; hit: boolean };

/** A place in a text that is marked: one whole word, or the words of a phrase. */
export type Hit = { from: number; to: number; /** Which term it answers. */ term: number };

/**
 * Where a text in plain form has what is looked for, in order and without overlap: the same words,
 * stems, beginnings and ends of compounds that the index knows.
 * @param parts the passage was found by parts of words, so these are marked too
 */
export function hitsIn(text: string, query: SearchQuery, parts: boolean): Hit[] {
	const words = wordsOf(text);
	const hits = query.terms.flatMap((term, i) =>
		placesOf(words, term, parts).map(({ from, to }) => ({ from, to, term: i }))
	);
	hits.sort((a, b) => a.from - b.from || b.to - a.to);
	let end = -1;
	return hits.filter(({ from, to }) => {
		const isFree = from >= end;
		if (isFree) end = to;
		return isFree;
	});
}

function placesOf(words: Word[], term: Term, parts: boolean): Omit<Hit, 'term'>[] {
	const matches = matcher(term, parts);
	const places: Omit<Hit, 'term'>[] = [];
	for (const [i, { from }] of words.entries()) {
		if (!matches.every((is, n) => is(words[i + n]?.word ?? ''))) continue;
		places.push({ from, to: words[i + matches.length - 1]?.to ?? from });
	}
	return places;
}

/** A question to each word of a term. */
function matcher(term: Term, parts: boolean): ((word: string) => boolean)[] {
	const { words, exact } = term;
	if (exact) return words.map((typed) => (word) => word === typed);
	const stem = stemsOf(words);
	const last = stem.at(-1) ?? '';
	const begins = isBeginning(stem);
	const ends = isTail(stem);
	const part = partOf(term);
	return words.map((typed, i) => {
		const own = stem[i] ?? '';
		if (i < words.length - 1) return (word) => word === typed || snowball(word) === own;
		return (word) => {
			// Most words have nothing of it; only the rest is worth its stem.
			if (!word.includes(last)) return false;
			if (word === typed || (begins ? snowball(word).startsWith(last) : snowball(word) === last))
				return true;
			return (ends && searchStem(word).endsWith(last)) || (parts && word.includes(part));
		};
	});
}

/** A text in segments. */
export function segments(text: string, hits: Hit[], from = 0, to = text.length): Segment[] {
	const found: Segment[] = [];
	const add = (a: number, b: number, hit: boolean) => {
		if (b > a) found.push({ text: text.slice(a, b), hit });
	};
	let at = from;
	for (const hit of hits) {
		if (hit.from < from || hit.to > to) continue;
		add(at, hit.from, false);
		add(hit.from, hit.to, true);
		at = hit.to;
	}
	add(at, to, false);
	return found;
}

/** The whole of a short text, such as a title, with its hits. */
export const highlight = (text: string, query: SearchQuery, parts: boolean): Segment[] =>
	segments(text, hitsIn(text, query, parts));
