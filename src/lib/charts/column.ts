import { formatNumber } from '#core/format.ts';
import { ink, type Paint } from './colours.ts';
import { reach } from './axis.ts';
import type { TableSpec } from './form-spec.ts';
import { formWords } from './form-words.ts';
import { FONT, WIDTH, type Drawing } from './frame.ts';
import { textWidth, wrap } from './labels.ts';
import { n, textAt } from './markup.ts';
import { isNumber, type ChartSize, type ChartValue } from './spec.ts';
import { bar } from './texture.ts';

const PLOT_HEIGHT = 190;
/** The widest bar; and between groups, between the bars of one, between two numbers. */
const [WIDEST, BETWEEN_GROUPS, BETWEEN_BARS, BETWEEN_NUMBERS] = [56, 20, 3, 6];
const MOST_LINES = 3;

const shown = ({ type, series }: TableSpec): TableSpec['series'] =>
	type === 'column' ? series.slice(0, 1) : series;

function layout(spec: TableSpec, size: ChartSize) {
	const { categories, decimals, lang } = spec;
	const font = FONT[size];
	const series = shown(spec);
	const short = formWords(lang).short;
	const print = (value: ChartValue): string =>
		isNumber(value)
			? formatNumber(value, decimals, lang)
			: value === 'suppressed'
				? short.suppressed
				: short.missing;
	const slot = WIDTH[size] / Math.max(1, categories.length);
	const each = (slot - BETWEEN_GROUPS) / Math.max(1, series.length);
	const numbers = Math.max(
		...series.flatMap(({ values }) => values.map((value) => textWidth(print(value), font)))
	);
	// Broken where there is room, for the next category stands close by.
	const labels = categories.map((name) => wrap(name, slot - 10, font));
	return { font, series, print, slot, each, numbers, labels };
}

/** True when every number has room over its bar, and every category under its group. */
export function columnsFit(spec: TableSpec, size: ChartSize): boolean {
	const { each, numbers, labels } = layout(spec, size);
	return (
		numbers + BETWEEN_NUMBERS <= each &&
		labels.every((lines) => lines.length <= MOST_LINES && !lines.some((line) => line.endsWith('…')))
	);
}

/** Upright bars from zero, each with its number, in groups over their categories. */
export function drawColumns(spec: TableSpec, size: ChartSize, paint: Paint): Drawing {
	const { font, series, print, slot, each, labels } = layout(spec, size);
	const axis = reach(series.flatMap(({ values }) => values.filter(isNumber)));
	const width = Math.min(WIDEST, each - BETWEEN_BARS);
	const step = Math.min(
		each,
		Math.max(width + BETWEEN_BARS, layout(spec, size).numbers + BETWEEN_NUMBERS)
	);
	const top = font + 8;
	const y = (value: number): number =>
		top + ((axis.max - value) / (axis.max - axis.min)) * PLOT_HEIGHT;
	const bottom = top + PLOT_HEIGHT + (axis.min < 0 ? font + 6 : 0);
	const zero = y(0);
	let body = '';
	labels.forEach((lines, c) => {
		const middle = (c + 0.5) * slot;
		series.forEach(({ values }, s) => {
			const centre = middle + (s - (series.length - 1) / 2) * step;
			const value = values[c] ?? null;
			const end = isNumber(value) ? y(value) : zero;
			const index = spec.type === 'column' ? 0 : s;
			if (isNumber(value))
				body += bar(
					index,
					{ x: centre - width / 2, y: Math.min(zero, end), width, height: Math.abs(end - zero) },
					paint,
					true
				);
			const below = isNumber(value) && value < 0;
			const look = `text-anchor="middle"${isNumber(value) ? ' font-weight="600"' : ''}`;
			body += textAt(centre, below ? end + font + 3 : end - 6, print(value), look);
		});
		lines.forEach((line, k) => {
			body += textAt(middle, bottom + (k + 1) * (font + 4) + 2, line, 'text-anchor="middle"');
		});
	});
	body += `<path d="M0 ${n(zero)}H${WIDTH[size]}" stroke="${ink('axis', paint)}"/>`;
	const lines = Math.max(...labels.map((one) => one.length));
	return { height: bottom + lines * (font + 4) + 8, body };
}
