import {
	looksFor,
	partLooksFor,
	type Filtered,
	type Look,
	type Looks,
	type SearchQuery
} from '#core/search.ts';
import {
	findPassageIds,
	findPassages,
	type Passage,
	type ReadableEdition
} from '#server/store/passages.ts';
import type { Tx } from '#server/store/store.ts';

/** A passage that readers may see, with its edition. */
export type Readable = Filtered & { passage: Passage; edition: ReadableEdition };

/** What may be found: every passage, and the editions whose passages these readers see. */
export type Within = {
	passages: ReadonlyMap<number, Passage>;
	editions: ReadonlyMap<string, ReadableEdition>;
};

/** What a hit is ordered by: found by words or by parts of them, how well, the newest year, its place. */
export type RankKey = [parts: number, weight: number, year: number, id: number];

export type Found = { one: Readable; key: RankKey };

/** Under so many hits by words, parts of words are looked for too. */
const FEW = 3;

/** A passage with its edition; undefined where readers do not see it (A8). */
function readable({ passages, editions }: Within, id: number): Readable | undefined {
	const passage = passages.get(id);
	const edition = passage && editions.get(passage.editionId);
	if (!edition) return undefined;
	const { articles, department, indicators } = passage;
	return { passage, edition, year: edition.reportYear, articles, department, indicators };
}

/** Everything there is to read, the newest report first, each in its order. */
export function everythingIn(within: Within): Found[] {
	const all: Found[] = [];
	for (const id of within.passages.keys()) {
		const one = readable(within, id);
		if (one) all.push({ one, key: [0, 0, -one.year, id] });
	}
	return all.sort((a, b) => compareRanks(a.key, b.key));
}

/**
 * The passages that answer a query, the best first.
 * @param query at least one term
 */
export const findIn = async (tx: Tx, within: Within, query: SearchQuery): Promise<Found[]> =>
	(await answers(tx, within, query, findPassages)).sort((a, b) => compareRanks(a.key, b.key));

/**
 * How many of the passages that answer a query pass a test.
 * @param query at least one term
 */
export async function countIn(
	tx: Tx,
	within: Within,
	query: SearchQuery,
	passes: (one: Readable) => boolean
): Promise<number> {
	return (await answers(tx, within, query, findPassageIds)).filter(({ one }) => passes(one)).length;
}

type Ask = (tx: Tx, look: Look) => Promise<Map<number, number>>;

async function answers(tx: Tx, within: Within, query: SearchQuery, ask: Ask): Promise<Found[]> {
	const found: Found[] = [];
	const seen = new Set<number>();
	const add = (weights: Map<number, number>, parts: 0 | 1) => {
		for (const [id, weight] of weights) {
			const one = seen.has(id) ? undefined : readable(within, id);
			if (!one) continue;
			seen.add(id);
			found.push({ one, key: [parts, -weight, -one.year, id] });
		}
	};
	add(await answering(tx, looksFor(query), ask), 0);
	const parts = found.length < FEW ? partLooksFor(query) : null;
	if (parts) add(await answering(tx, parts, ask), 1);
	return found;
}

/** What all of `all` find and none of `none`, with the weights of the first. */
async function answering(tx: Tx, { all, none }: Looks, ask: Ask): Promise<Map<number, number>> {
	const [first, ...others] = all;
	if (!first) return new Map();
	let found = await ask(tx, first);
	for (const look of others) {
		// Nothing is asked when there is nothing left that the answer could change.
		if (found.size === 0) break;
		// The first has weighed them; bm25 over all that has a phrase would cost as much again.
		const also = await findPassageIds(tx, look);
		found = new Map([...found].filter(([id]) => also.has(id)));
	}
	for (const look of none) {
		if (found.size === 0) break;
		for (const id of (await findPassageIds(tx, look)).keys()) found.delete(id);
	}
	return found;
}

/** Less than nothing when `a` comes first. Thousands are compared for a common word. */
export const compareRanks = (a: RankKey, b: RankKey): number =>
	a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
