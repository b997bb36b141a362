import { CHART_COLOURS, ink } from '#charts/colours.ts';
import { describe, expect, test } from 'vitest';

/** WCAG 2: relative luminance of #rrggbb. */
function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
		const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [x, y] = [luminance(a), luminance(b)];
	return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const PAPER = { light: '#ffffff', dark: '#14181c' } as const;
const SERIES = ['own', 'group', 'nation', 'mean', 'other'] as const;

describe('colours', () => {
	test('[P5] the measure: black on white is 21 to 1', () => {
		expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
		expect(contrast('#8fa9bd', '#ffffff')).toBeLessThan(3);
	});

	describe.each(['light', 'dark'] as const)('%s', (theme) => {
		test.each([...SERIES, 'axis'] as const)('[P5] %s keeps 3 to 1 against the paper', (name) => {
			expect(contrast(CHART_COLOURS[theme][name], PAPER[theme])).toBeGreaterThanOrEqual(3);
		});

		test('[P5] the own series stands out most, and the grid steps back', () => {
			const { own, grid } = CHART_COLOURS[theme];
			expect(contrast(own, PAPER[theme])).toBeGreaterThanOrEqual(4.5);
			expect(contrast(grid, PAPER[theme])).toBeLessThan(2);
		});
	});

	test('[P5] on a page colours follow the theme, in a file they are literal', () => {
		expect(ink('own', 'page')).toBe('var(--chart-own,#00497a)');
		expect(ink('own', 'print')).toBe('#00497a');
		expect(ink('text', 'page')).toBe('currentColor');
		expect(contrast(ink('text', 'print'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
	});
});
