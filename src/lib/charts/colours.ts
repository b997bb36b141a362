import type { SeriesRole } from './spec.ts';

type Ink = SeriesRole | 'grid' | 'axis';

/**
 * The colours of charts. Series keep 3:1 against the paper (lines and bars are no text); text is in
 * the colour of the text around it. The page may override each by a custom property of the same name
 * (`--chart-own` …); `light` is what stands when it does not, `dark` is for the dark theme's sheet.
 */
export const CHART_COLOURS: Record<'light' | 'dark', Record<Ink, string>> = {
	light: {
		own: '#00497a',
		group: '#a8480b',
		nation: '#5b5b5b',
		mean: '#6b3a8c',
		other: '#1f6b3a',
		grid: '#dcdfe3',
		axis: '#767b81'
	},
	dark: {
		own: '#7cc0f5',
		group: '#f2a263',
		nation: '#bdbdbd',
		mean: '#c9a2e6',
		other: '#7fcf9b',
		grid: '#333a42',
		axis: '#8b939c'
	}
};

/** `page` follows the theme of the page; `print` is for files that know no custom properties. */
export type Paint = 'page' | 'print';

/** The colour of text in a file, where there is no text around it. */
const PRINT_TEXT = '#1a1a1a';

/** The value of a fill or stroke. */
export function ink(name: Ink | 'text', paint: Paint): string {
	if (name === 'text') return paint === 'page' ? 'currentColor' : PRINT_TEXT;
	const literal = CHART_COLOURS.light[name];
	return paint === 'page' ? `var(--chart-${name},${literal})` : literal;
}
