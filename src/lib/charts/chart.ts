import { ink, type Paint } from './colours.ts';
import { drawBars } from './bar.ts';
import { FONT, WIDTH } from './frame.ts';
import { wrap } from './labels.ts';
import { drawLines } from './line.ts';
import { escape, n, safeId, textAt } from './markup.ts';
import { isNumber, type ChartSize, type ChartSpec } from './spec.ts';
import { absences, chartText } from './text.ts';

export { chartOf } from './chart-of.ts';
export { CHART_COLOURS, type Paint } from './colours.ts';
export type { BarSpec, ChartBar, ChartSeries, ChartSize, ChartSpec, LineSpec } from './spec.ts';
export { chartTable, chartText, type ChartTable } from './text.ts';

const hasNumber = (spec: ChartSpec): boolean =>
	spec.type === 'bar'
		? spec.bars.some(({ value }) => isNumber(value))
		: spec.series.some(({ values }) => values.some(isNumber));

/**
 * The picture of a chart: an SVG with title and description, the same everywhere. What has no number
 * leaves a gap and is named under the picture. Text takes colour and face from around it; `print`
 * writes literal colours for files. A spec without any number gives a picture of its notes alone.
 */
export function chartSvg(spec: ChartSpec, size: ChartSize, paint: Paint = 'page'): string {
	const id = `${safeId(spec.id)}-${size}`;
	const width = WIDTH[size];
	const font = FONT[size];
	let { height, body } = !hasNumber(spec)
		? { height: 0, body: '' }
		: spec.type === 'line'
			? drawLines(spec, size, paint)
			: drawBars(spec, size, paint);
	// Bars say it in their place; a gap in a line needs a note.
	for (const note of spec.type === 'line' ? absences(spec, spec.lang) : [])
		for (const line of wrap(note, width, font)) {
			body += textAt(0, height + font, line);
			height += font + 4;
		}
	height += 2;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-${size}" width="${width}" height="${n(height)}" ` +
		`viewBox="0 0 ${width} ${n(height)}" role="img" aria-labelledby="${id}-t ${id}-d" lang="${spec.lang}" ` +
		`font-size="${font}" fill="${ink('text', paint)}">` +
		`<title id="${id}-t">${escape(spec.title)}</title>` +
		`<desc id="${id}-d">${escape(chartText(spec))}</desc>${body}</svg>`
	);
}
