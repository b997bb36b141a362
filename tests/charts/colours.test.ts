import { contrast } from '#core/contrast.ts';
import { CHART_COLOURS, ink } from '#charts/colours.ts';
import { paperInk, seriesInk } from '#charts/texture.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The sheet, and the house around it, on which an edition is read. */
const PAPER = { light: '#ffffff', dark: '#1c2024' } as const;
const AROUND = { light: '#f2f3f1', dark: '#14171a' } as const;
const SERIES = ['own', 'group', 'nation', 'mean', 'other'] as const;

describe('colours', () => {
	test('[P5] the measure: black on white is 21 to 1', () => {
		expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
		expect(contrast('#8fa9bd', '#ffffff')).toBeLessThan(3);
	});

	describe.each(['light', 'dark'] as const)('%s', (theme) => {
		test("[P5] the sheet's colours are those of the page", () => {
			const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');
			expect(css).toContain(`--paper: ${PAPER[theme]};`);
			expect(css).toContain(`--surface: ${AROUND[theme]};`);
			for (const [name, colour] of Object.entries(CHART_COLOURS[theme]))
				expect(css).toContain(`--chart-${name}: ${colour};`);
		});

		test.each(SERIES)('[P5] %s keeps 3 to 1 against what is around the sheet too', (name) => {
			expect(contrast(CHART_COLOURS[theme][name], AROUND[theme])).toBeGreaterThanOrEqual(3);
		});

		test.each(SERIES)('[P5] a number on a bar of %s keeps 4.5 to 1', (name) => {
			expect(contrast(CHART_COLOURS[theme][name], PAPER[theme])).toBeGreaterThanOrEqual(4.5);
		});

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
		expect(seriesInk(1, 'print')).toBe(CHART_COLOURS.light.group);
		expect(paperInk('page')).toBe('var(--paper,#fff)');
		expect(paperInk('print')).toBe('#fff');
		expect(ink('text', 'page')).toBe('currentColor');
		expect(contrast(ink('text', 'print'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
	});
});
