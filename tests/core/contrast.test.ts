import { contrast, isColour } from '#core/contrast.ts';
import { expect, test } from 'vitest';

test('[P5] the measure is that of WCAG: known pairs', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#ffffff', '#ffffff')).toBe(1);
	// The lightest grey that text may have on white, and the one after it.
	expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
	expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
	expect(contrast('#00497a', '#ffffff')).toBeCloseTo(9.4, 1);
	expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(4, 2);
});

test('[P5] it does not matter which is the ground, nor how the letters are written', () => {
	for (const [a, b] of [
		['#a8480b', '#ffffff'],
		['#1f6b3a', '#f2f3f1']
	] as const) {
		expect(contrast(a, b)).toBe(contrast(b, a));
		expect(contrast(a.toUpperCase(), b)).toBe(contrast(a, b));
	}
});

test('[P5] a colour is six hexadecimal digits after a hash, and nothing else', () => {
	for (const good of ['#00497a', '#FFFFFF']) expect(isColour(good)).toBe(true);
	for (const bad of [
		'',
		'00497a',
		'#00497',
		'#00497ab',
		'#00497g',
		'red',
		'#fff',
		'#00497a;',
		' #00497a'
	])
		expect(isColour(bad), bad).toBe(false);
});
