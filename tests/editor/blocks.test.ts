import { commonPairs, differingBlocks } from '#editor/blocks.ts';
import type { DocNode } from '#core/publication.ts';
import { describe, expect, it } from 'vitest';

const doc = (words: string): DocNode => ({
	type: 'doc',
	content: words
		.split(' ')
		.filter((w) => w !== '')
		.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});

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
});
