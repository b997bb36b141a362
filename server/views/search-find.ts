import {
	looksFor,
	partLooksFor,
	type Filtered,
	type Look,
	type Looks,
	type SearchQuery
} from '#core/search.ts';
import { findPassages, type Passage, type ReadableEdition } from '#server/store/passages.ts';
import type { Tx } from '#server/store/store.ts';

/** A passage that readers may see, with its edition. */
export type Readable = Filtered & { passage: Passage; edition: ReadableEdition };

/** What a hit is ordered by: found by words or by parts of them, how well, the newest year, its place. */
export type RankKey = [parts: number, weight: number, year: number, id: number];

export type Found = { one: Readable; key: RankKey };

/** Under so many hits by words, parts of words are looked for too. */
const FEW = 3;

/**
 * The passages that answer a query, the best first.
 * @param query at least one term
 */
export async function findIn(
	tx: Tx,
	readable: ReadonlyMap<number, Readable>,
	query: SearchQuery
): Promise<Found[]> {
	const found: Found[] = [];
	const seen = new Set<number>();
	const add = (weights: Map<number, number>, parts: 0 | 1) => {
		for (const [id, weight] of weights) {
			const one = readable.get(id);
			if (!one || seen.has(id)) continue;
			seen.add(id);
			found.push({ one, key: [parts, -weight, -one.year, id] });
		}
	};
	add(await answering(tx, looksFor(query)), 0);
	const parts = found.length < FEW ? partLooksFor(query) : null;
	if (parts) add(await answering(tx, parts), 1);
	return found.sort((a, b) => compareRanks(a.key, b.key));
}

/** What all of `all` find and none of `none`, with the sum of its weights. */
async function answering(tx: Tx, { all, none }: Looks): Promise<Map<number, number>> {
	const [first, ...others] = all;
	if (!first) return new Map();
	let found = await findPassages(tx, first);
	for (const look of others) {
		const also = await ask(tx, look, found);
		found = new Map(
			[...found].flatMap(([id, weight]): [number, number][] => {
				const more = also.get(id);
				return more === undefined ? [] : [[id, weight + more]];
			})
		);
	}
	for (const look of none) for (const id of (await ask(tx, look, found)).keys()) found.delete(id);
	return found;
}

/** Nothing is asked when there is nothing left that the answer could change. */
const ask = async (tx: Tx, look: Look, left: Map<number, number>): Promise<Map<number, number>> =>
	left.size === 0 ? new Map() : findPassages(tx, look);

export function compareRanks(a: RankKey, b: RankKey): number {
	for (const [i, one] of a.entries()) {
		const difference = one - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
