import { formatNumber, formatValue } from '#core/format.ts';
import { periodLabel } from '#core/period.ts';
import { ink, type Paint } from './colours.ts';
import { FONT, type Plot } from './frame.ts';
import { spread, textWidth, wrap } from './labels.ts';
import { n, textAt } from './markup.ts';
import { isNumber, type ChartSize, type LineSpec, type SeriesRole } from './spec.ts';

/** The column of names at the right of the wide picture. */
const NAME_WIDTH = 160;
/** Between two labels. */
const GAP = 4;

/** What stands beside the last number of a series. */
export type EndLabel = {
	role: SeriesRole;
	index: number;
	value: number;
	atEnd: boolean;
	lines: string[];
};

/** The last number of each series, in the wide picture with its name (the narrow has a legend). */
export function endLabels(spec: LineSpec, size: ChartSize): EndLabel[] {
	const { lang, decimals, periods } = spec;
	const wide = size === 'wide';
	return spec.series.flatMap(({ role, name, values }) => {
		const index = values.findLastIndex(isNumber);
		const value = values[index];
		if (!isNumber(value)) return [];
		const atEnd = index === periods.length - 1;
		if (!wide) return [{ role, index, value, atEnd, lines: [formatNumber(value, decimals, lang)] }];
		const number = formatValue(value, spec.unit === '%' ? '%' : '', decimals, lang);
		const when = atEnd ? '' : ` (${periodLabel(periods[index] ?? '', lang)})`;
		const lines = [number + when, ...wrap(name, NAME_WIDTH, FONT.wide, 2)];
		return [{ role, index, value, atEnd, lines }];
	});
}

const lineHeight = (font: number): number => font + 3;
const heightOf = ({ lines }: EndLabel, font: number): number =>
	lines.length * lineHeight(font) + GAP;

/** How much room labels need: across, and one above the other. */
export const roomFor = (labels: EndLabel[], font: number): { width: number; height: number } => ({
	width: Math.max(0, ...labels.flatMap(({ lines }) => lines.map((line) => textWidth(line, font)))),
	height: labels.reduce((sum, label) => sum + heightOf(label, font), 0)
});

/**
 * Draws the labels spread apart. One that had to move is tied to its point by a line in its colour;
 * one whose series ends earlier by grey dots, which nobody takes for more of the series.
 */
export function drawEndLabels(labels: EndLabel[], plot: Plot, font: number, paint: Paint): string {
	const points = labels.map(({ index, value }) => ({ x: plot.x(index), y: plot.y(value) }));
	const tops = spread(
		labels.map((label, i) => ({ at: points[i]?.y ?? 0, height: heightOf(label, font) })),
		plot.top - GAP,
		plot.bottom + GAP
	);
	let body = '';
	labels.forEach((label, i) => {
		const { x = 0, y = 0 } = points[i] ?? {};
		const top = (tops[i] ?? 0) + GAP / 2;
		const middle = top + (label.lines.length * lineHeight(font)) / 2;
		if (!label.atEnd || Math.abs(middle - y) > 5) {
			const look = label.atEnd
				? `stroke="${ink(label.role, paint)}"`
				: `stroke="${ink('axis', paint)}" stroke-dasharray="1 4"`;
			body += `<path d="M${n(x + 7)} ${n(y)}L${n(plot.right + 12)} ${n(middle)}" fill="none" ${look}/>`;
		}
		label.lines.forEach((line, k) => {
			const baseline = top + k * lineHeight(font) + font;
			body += textAt(plot.right + 16, baseline, line, k === 0 ? 'font-weight="600"' : '');
		});
	});
	return body;
}
