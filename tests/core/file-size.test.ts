import { fileSize } from '#core/file-size.ts';
import { expect, test } from 'vitest';

test('[P4] the size of a file is told in words that fit it', () => {
	const told = (bytes: number) => fileSize(bytes, 'sv').replace('\u00a0', ' ');
	expect([0, 1, 999, 1499, 402_311, 999_499].map(told)).toEqual([
		'0 kB',
		'1 kB',
		'1 kB',
		'1 kB',
		'402 kB',
		'999 kB'
	]);
	expect([999_500, 1_340_000, 52_000_000].map(told)).toEqual(['1,0 MB', '1,3 MB', '52,0 MB']);
	expect(fileSize(1_340_000, 'en')).toBe('1.3\u00a0MB');
});
