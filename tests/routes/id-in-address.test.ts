import { expect, test } from 'vitest';
import { idInAddress } from '../../src/routes/form.ts';

test('[O2] what was sent instead of an id stands in an address, cut, whatever it is', () => {
	expect(idInAddress('3f2a-b1')).toBe('3f2a-b1');
	expect(idInAddress('&a=b#c')).toBe('%26a%3Db%23c');
	// Cut in the middle of a sign, and half a sign from the start.
	for (const text of [`${'a'.repeat(99)}😀`, '\ud83d', 'å'.repeat(50_000)])
		expect(idInAddress(text).length).toBeLessThan(1000);
});
