import { drawBars } from './bar.ts';
import type { Paint } from './colours.ts';
import { drawLines } from './line.ts';
import { isNumber, type ChartSize, type ChartSpec } from './spec.ts';
import { svgOf } from './svg.ts';
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
	const drawing = !hasNumber(spec)
		? { height: 0, body: '' }
		: spec.type === 'line'
			? drawLines(spec, size, paint)
			: drawBars(spec, size, paint);
	// Bars say it in their place; a gap in a line needs a note.
	const notes = spec.type === 'line' ? absences(spec, spec.lang) : [];
	return svgOf(spec, size, paint, drawing, chartText(spec), notes);
}
