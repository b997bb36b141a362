import { axisOf } from '#charts/axis.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the vertical axis', () => {
	test.each([
		[[3, 17.2], false, [0, 5, 10, 15, 20], 0],
		[[66, 76.1], false, [65, 70, 75, 80], 0],
		[[5.1, 5.5], false, [5.1, 5.2, 5.3, 5.4, 5.5], 1],
		[[0.1, 0.3], false, [0, 0.1, 0.2, 0.3], 1],
		[[-3, 4.5], false, [-4, -2, 0, 2, 4, 6], 0],
		[[-9, -1], false, [-10, -8, -6, -4, -2, 0], 0],
		[[81], false, [72, 74, 76, 78, 80, 82, 84, 86, 88, 90], 0],
		[[66, 76.1], true, [0, 20, 40, 60, 80], 0],
		[[0], true, [0, 0.2, 0.4, 0.6, 0.8, 1], 1]
	] as [number[], boolean, number[], number][])(
		'[I3] %j (from zero: %s)',
		(values, zero, ticks, decimals) => {
			const axis = axisOf(values, zero);
			expect(axis.decimals).toBe(decimals);
			expect(axis.ticks[0]).toBe(axis.min);
			expect(axis.ticks.at(-1)).toBe(axis.max);
			if (values.length > 1) expect(axis.ticks).toEqual(ticks);
		}
	);

	test('[I3] it holds every value, in a few even steps that print what they are', () => {
		const number = fc
			.double({ min: -1e7, max: 1e7, noNaN: true })
			.map((v) => Math.round(v * 100) / 100);
		fc.assert(
			fc.property(
				fc.array(number, { minLength: 1, maxLength: 12 }),
				fc.boolean(),
				(values, zero) => {
					const { min, max, ticks, decimals } = axisOf(values, zero);
					expect(min).toBeLessThan(max);
					for (const value of values) {
						expect(value).toBeGreaterThanOrEqual(min - 1e-6);
						expect(value).toBeLessThanOrEqual(max + 1e-6);
					}
					if (zero) expect(min <= 0 && max >= 0).toBe(true);
					expect(ticks.length).toBeGreaterThanOrEqual(2);
					expect(ticks.length).toBeLessThanOrEqual(8);
					for (const tick of ticks) expect(Number(tick.toFixed(decimals))).toBe(tick);
				}
			)
		);
	});
});
