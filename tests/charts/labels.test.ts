import { spread, textWidth, wrap } from '#charts/labels.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const wishes = fc.array(
	fc.record({ at: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 10, max: 50 }) }),
	{ maxLength: 6 }
);

describe('labels beside lines', () => {
	test('[I3] they never overlap, keep their order, and stay inside when there is room', () => {
		fc.assert(
			fc.property(wishes, (given) => {
				const tops = spread(given, 0, 300);
				const boxes = given
					.map((wish, i) => ({ ...wish, top: tops[i] ?? Number.NaN }))
					.sort((a, b) => a.top - b.top);
				for (const [i, box] of boxes.entries()) {
					const next = boxes[i + 1];
					if (!next) continue;
					expect(next.top).toBeGreaterThanOrEqual(box.top + box.height);
					expect(next.at).toBeGreaterThanOrEqual(box.at);
				}
				if (given.reduce((sum, wish) => sum + wish.height, 0) <= 300)
					for (const box of boxes) {
						expect(box.top).toBeGreaterThanOrEqual(0);
						expect(box.top + box.height).toBeLessThanOrEqual(300);
					}
			})
		);
	});

	test('[I3] a label with room around it stands where it wants', () => {
		expect(
			spread(
				[
					{ at: 100, height: 20 },
					{ at: 200, height: 40 }
				],
				0,
				300
			)
		).toEqual([90, 180]);
	});

	test('[I3] lines fit their width, and lose nothing when there may be as many as needed', () => {
		const text = fc.stringMatching(/^[a-zåäö]{1,9}( [a-zåäö]{1,9}){0,8}$/);
		fc.assert(
			fc.property(text, fc.integer({ min: 90, max: 400 }), (given, width) => {
				const lines = wrap(given, width, 14);
				for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
				expect(lines.join(' ')).toBe(given);
				expect(wrap(given, width, 14, 2).length).toBeLessThanOrEqual(2);
			})
		);
	});

	test('[I3] what does not fit is cut visibly', () => {
		expect(wrap('kommunerna i det regionala samverkansområdet', 140, 14, 2)).toEqual([
			'kommunerna i det',
			'regionala samverk…'
		]);
		expect(wrap('Kultur-/musikskolan läsåret 2020/21 F-6', 90, 14)).toEqual([
			'Kultur-/',
			'musikskolan',
			'läsåret',
			'2020/21 F-6'
		]);
	});
});
