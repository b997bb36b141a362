import type { DocNode } from '#core/publication.ts';
import { canonicalJson } from '#schema/content.ts';

/**
 * Pairs of indices `[a, b]` of a longest common subsequence of two lists of keys, in order.
 */
export function commonPairs(a: string[], b: string[]): [number, number][] {
	const width = b.length + 1;
	const lengths = new Uint32Array((a.length + 1) * width);
	const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
	for (let i = a.length - 1; i >= 0; i -= 1)
		for (let j = b.length - 1; j >= 0; j -= 1)
			lengths[i * width + j] =
				a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
	const pairs: [number, number][] = [];
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		if (a[i] === b[j]) pairs.push([i++, j++]);
		else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
		else j += 1;
	}
	return pairs;
}

const blocksOf = (doc: DocNode): DocNode[] => doc.content ?? [];
const keysOf = (blocks: DocNode[]): string[] => blocks.map((b) => canonicalJson(b));

/** The blocks of `mine` that `theirs` does not hold, in order. */
export function differingBlocks(mine: DocNode, theirs: DocNode): DocNode[] {
	const own = blocksOf(mine);
	const shared = new Set(
		commonPairs(keysOf(own), keysOf(blocksOf(theirs))).map(([index]) => index)
	);
	return own.filter((_, index) => !shared.has(index));
}
