import { formatNumber } from '#core/format.ts';
import type { Period } from '#core/indicator.ts';
import { periodLabel, periodOrdinal } from '#core/period.ts';
import { axisOf, type Axis } from './axis.ts';
import { ink, type Paint } from './colours.ts';
import { drawEndLabels, endLabels, roomFor } from './end-labels.ts';
import { FONT, WIDTH, type Drawing, type Plot } from './frame.ts';
import { textWidth, wrap } from './labels.ts';
import { n, textAt } from './markup.ts';
import { seriesMarks, type Point } from './marks.ts';
import { isNumber, type ChartSeries, type ChartSize, type LineSpec } from './spec.ts';
import { axisTitle } from './text.ts';

const PLOT_HEIGHT = 210;
/** Between the edges of the plot and the first and last period. */
const INSET = 8;

/** Names of the series, each with a piece of its line. */
export function legend(series: ChartSeries[], width: number, font: number, paint: Paint): Drawing {
	const row = font + 7;
	let height = 0;
	let body = '';
	for (const { role, name } of series) {
		const middle = height + row / 2;
		const sample: Point[] = [
			[6, middle],
			[34, middle]
		];
		body += seriesMarks(role, sample, paint);
		for (const line of wrap(name, width - 48, font, 2)) {
			body += textAt(46, height + font, line);
			height += row;
		}
	}
	return { height: height + 6, body };
}

/** What stands above the plot: in the narrow picture the legend, then what the axis measures. */
function head(spec: LineSpec, axis: Axis, size: ChartSize, paint: Paint): Drawing {
	const font = FONT[size];
	let { height, body } =
		size === 'narrow' ? legend(spec.series, WIDTH.narrow, font, paint) : { height: 0, body: '' };
	const title = axisTitle(spec, axis);
	if (title !== '')
		for (const line of wrap(title, WIDTH[size], font)) {
			body += textAt(0, height + font, line);
			height += font + 4;
		}
	return { height: height + 4, body };
}

/** The horizontal place of each period: by time, so that a year nobody measured takes its room. */
export function across(periods: Period[], left: number, right: number): (index: number) => number {
	const known = periods.map(periodOrdinal);
	const ordinals = known.map((at, i) => (known.includes(null) ? i : (at ?? i)));
	const from = ordinals[0] ?? 0;
	const span = (ordinals.at(-1) ?? 0) - from;
	return (index) =>
		span === 0
			? (left + right) / 2
			: left + INSET + (((ordinals[index] ?? 0) - from) / span) * (right - left - 2 * INSET);
}

/** Lines and numbers of the vertical axis, and as many periods under it as there is room for. */
function axes(spec: LineSpec, axis: Axis, plot: Plot, size: ChartSize, paint: Paint): string {
	const font = FONT[size];
	const width = WIDTH[size];
	let body = '';
	axis.ticks.forEach((tick, i) => {
		const base = tick === 0 || (i === 0 && axis.min > 0);
		const y = plot.y(tick);
		body += `<path d="M${n(plot.left)} ${n(y)}H${n(plot.right)}" stroke="${ink(base ? 'axis' : 'grid', paint)}"/>`;
		const text = formatNumber(tick, axis.decimals, spec.lang);
		body += textAt(plot.left - 6, y + font * 0.35, text, 'text-anchor="end"');
	});
	// From the newest backwards: that one must be there.
	let free = Infinity;
	for (let i = spec.periods.length - 1; i >= 0; i--) {
		const text = periodLabel(spec.periods[i] ?? '', spec.lang);
		const half = textWidth(text, font) / 2;
		const at = Math.max(half, Math.min(plot.x(i), width - half));
		if (at + half > free - 8) continue;
		free = at - half;
		body += textAt(at, plot.bottom + font + 8, text, 'text-anchor="middle"');
	}
	return body;
}

/** Draws development over time. The caller knows that there is at least one number. */
export function drawLines(spec: LineSpec, size: ChartSize, paint: Paint): Drawing {
	const font = FONT[size];
	const axis = axisOf(spec.series.flatMap(({ values }) => values.filter(isNumber)));
	const above = head(spec, axis, size, paint);
	const labels = endLabels(spec, size);
	const room = roomFor(labels, font);
	const ticks = axis.ticks.map((tick) => formatNumber(tick, axis.decimals, spec.lang));
	const left = Math.max(...ticks.map((text) => textWidth(text, font))) + 10;
	const right = WIDTH[size] - room.width - 22;
	const top = above.height + 10;
	const height = Math.max(PLOT_HEIGHT, room.height);
	const bottom = top + height;
	const plot: Plot = {
		left,
		right,
		top,
		bottom,
		x: across(spec.periods, left, right),
		y: (value) => bottom - ((value - axis.min) / (axis.max - axis.min)) * height
	};
	let body = above.body + axes(spec, axis, plot, size, paint);
	// The own line is drawn last, on top of the others.
	for (const { role, values } of [...spec.series].reverse()) {
		const points = values.map((value, i): Point =>
			isNumber(value) ? [plot.x(i), plot.y(value)] : null
		);
		body += seriesMarks(role, points, paint);
	}
	body += drawEndLabels(labels, plot, font, paint);
	return { height: bottom + font + 16, body };
}
