import { axisOf, reach } from '#charts/axis.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the vertical axis', () => {
	test.each([
		[[3, 17.2], [0, 5, 10, 15, 20], 0],
		[[66, 76.1], [65, 70, 75, 80], 0],
		[[5.1, 5.5], [5.1, 5.2, 5.3, 5.4, 5.5], 1],
		[[0.1, 0.3], [0, 0.1, 0.2, 0.3], 1],
		[[-3, 4.5], [-4, -2, 0, 2, 4, 6], 0],
		[[-9, -1], [-10, -8, -6, -4, -2, 0], 0],
		[[81], [72, 74, 76, 78, 80, 82, 84, 86, 88, 90], 0],
		[[0], [0, 0.2, 0.4, 0.6, 0.8, 1], 1]
	] as [number[], number[], number][])('[I3] %j', (values, ticks, decimals) => {
		const axis = axisOf(values);
		expect(axis.decimals).toBe(decimals);
		expect(axis.ticks[0]).toBe(axis.min);
		expect(axis.ticks.at(-1)).toBe(axis.max);
		if (values.length > 1) expect(axis.ticks).toEqual(ticks);
	});

	test('[I3] it holds every value, in a few even steps that print what they are', () => {
		const number = fc
			.double({ min: -1e7, max: 1e7, noNaN: true })
			.map((v) => Math.round(v * 100) / 100);
		fc.assert(
			fc.property(fc.array(number, { minLength: 1, maxLength: 12 }), (values) => {
				const { min, max, ticks, decimals } = axisOf(values);
				expect(min).toBeLessThan(max);
				for (const value of values) {
					expect(value).toBeGreaterThanOrEqual(min - 1e-6);
					expect(value).toBeLessThanOrEqual(max + 1e-6);
				}
				expect(ticks.length).toBeGreaterThanOrEqual(2);
				expect(ticks.length).toBeLessThanOrEqual(8);
				for (const tick of ticks) expect(Number(tick.toFixed(decimals))).toBe(tick);
			})
		);
	});

	test('[I3] bars reach from zero to the farthest number, however small the others are', () => {
		expect(reach([66, 76.1])).toEqual({ min: 0, max: 76.1 });
		expect(reach([-3, -1])).toEqual({ min: -3, max: 0 });
		expect(reach([-0.5, 123456789012.34])).toEqual({ min: -0.5, max: 123456789012.34 });
		expect(reach([0])).toEqual({ min: 0, max: 1 });
		expect(reach([])).toEqual({ min: 0, max: 1 });
	});
});
