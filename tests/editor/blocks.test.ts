import { commonPairs, differingBlocks, mergeBlocks } from '#editor/blocks.ts';
import type { DocNode } from '#core/publication.ts';
import { describe, expect, it } from 'vitest';

const doc = (words: string): DocNode => ({
	type: 'doc',
	content: words
		.split(' ')
		.filter((w) => w !== '')
		.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});
const words = (d: DocNode) => (d.content ?? []).map((b) => b.content?.[0]?.text).join(' ');

describe('blocks', () => {
	it('[W8] finds the longest common run', () => {
		expect(commonPairs(['a', 'b', 'c'], ['b', 'x', 'c'])).toEqual([
			[1, 0],
			[2, 2]
		]);
		expect(commonPairs([], ['a'])).toEqual([]);
	});

	it('[W8] keeps of one’s own text only what the server does not have', () => {
		const mine = doc('a eget b c nytt');
		expect(differingBlocks(mine, doc('a b x c')).map((b) => b.content?.[0]?.text)).toEqual([
			'eget',
			'nytt'
		]);
		expect(differingBlocks(mine, mine)).toEqual([]);
	});

	it.each([
		['only mine', 'a b c', 'a B c', 'a b c', 'a B c'],
		['only theirs', 'a b c', 'a b c', 'a b C', 'a b C'],
		['different places', 'a b c d', 'A b c d', 'a b c D', 'A b c D'],
		['both add', 'a b', 'a m b', 'a b t', 'a m b t'],
		['mine removes, theirs adds elsewhere', 'a b c', 'a c', 'a b c t', 'a c t'],
		['theirs removes, mine adds elsewhere', 'a b c', 'm a b c', 'a c', 'm a c'],
		['the same change twice', 'a b', 'a x', 'a x', 'a x'],
		[
			'the same place: mine, which was made with theirs in view',
			'a b c',
			'a M c',
			'a T c',
			'a M c'
		],
		['nothing', 'a b', 'a b', 'a b', 'a b']
	])('[W12] merges what both sides changed: %s', (_name, base, mine, theirs, merged) => {
		expect(words(mergeBlocks(doc(base), doc(mine), doc(theirs)))).toBe(merged);
	});
});
