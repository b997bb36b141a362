import { formatNumber } from '#core/format.ts';
import { periodLabel } from '#core/period.ts';
import { axisOf } from './axis.ts';
import { ink, type Paint } from './colours.ts';
import { printer } from './form-frame.ts';
import type { MultiplesSpec } from './form-spec.ts';
import { FONT, WIDTH, type Drawing } from './frame.ts';
import { textWidth, wrap } from './labels.ts';
import { across, legend } from './line.ts';
import { n, textAt } from './markup.ts';
import { seriesMarks, type Point } from './marks.ts';
import { isNumber, type ChartSize } from './spec.ts';

const PLOT_HEIGHT = 84;
const [BETWEEN, LEAST_PLOT] = [18, 64];
const MOST_ACROSS: Record<ChartSize, number> = { wide: 3, narrow: 2 };

/**
 * A small field a panel, all on one scale, so that heights can be compared across them; the axis'
 * numbers stand at the first of each row. The own line carries its last number.
 */
export function drawMultiples(spec: MultiplesSpec, size: ChartSize, paint: Paint): Drawing {
	const { panels, periods, lang } = spec;
	const font = FONT[size];
	const print = printer(spec);
	const axis = axisOf(
		panels.flatMap(({ series }) => series.flatMap(({ values }) => values.filter(isNumber)))
	);
	const ends = panels.map(({ series }) => series[0]?.values.findLast(isNumber));
	const room = Math.max(0, ...ends.map((end) => (isNumber(end) ? textWidth(print(end), font) : 0)));
	// First, last, and zero between them: the fields are too low for more.
	const ticks = axis.ticks.filter(
		(tick, i) => i === 0 || i === axis.ticks.length - 1 || tick === 0
	);
	const tickText = (tick: number): string => formatNumber(tick, axis.decimals, lang);
	const left = Math.max(...ticks.map((tick) => textWidth(tickText(tick), font))) + 8;
	let columns = Math.min(MOST_ACROSS[size], panels.length);
	const fieldWidth = (): number => (WIDTH[size] - left - (columns - 1) * BETWEEN) / columns;
	while (columns > 1 && fieldWidth() - room - 8 < LEAST_PLOT) columns--;
	const field = fieldWidth();
	const roles = panels.find(({ series }) => series.length > 1)?.series;
	const above = roles ? legend(roles, WIDTH[size], font, paint) : { height: 0, body: '' };

	let body = above.body;
	let y = above.height;
	for (let from = 0; from < panels.length; from += columns) {
		const row = panels.slice(from, from + columns);
		const names = row.map(({ name }) => wrap(name, field, font, 3));
		const top = y + Math.max(...names.map((lines) => lines.length)) * (font + 3) + 12;
		const bottom = top + PLOT_HEIGHT;
		const height = (value: number): number =>
			bottom - ((value - axis.min) / (axis.max - axis.min)) * PLOT_HEIGHT;
		for (const tick of ticks) {
			const at = height(tick) + font * 0.35;
			// Zero gives way where it stands too close to the lowest or the highest.
			if (
				tick === 0 &&
				Math.min(at - height(axis.max), height(axis.min) - at) < font &&
				tick !== axis.min &&
				tick !== axis.max
			)
				continue;
			body += textAt(left - 8, at, tickText(tick), 'text-anchor="end"');
		}
		row.forEach(({ series }, c) => {
			const x0 = left + c * (field + BETWEEN);
			const x1 = x0 + field - room - 8;
			const x = across(periods, x0, x1);
			(names[c] ?? []).forEach((line, k) => {
				// A name over its own field, from its left edge.
				body += textAt(
					x0,
					top - 12 - ((names[c]?.length ?? 1) - 1 - k) * (font + 3),
					line,
					'font-weight="600"'
				);
			});
			for (const tick of axis.ticks)
				body += `<path d="M${n(x0)} ${n(height(tick))}H${n(x1)}" stroke="${ink(tick === axis.min || tick === 0 ? 'axis' : 'grid', paint)}"/>`;
			for (const { role, values } of [...series].reverse())
				body += seriesMarks(
					role,
					values.map((value, i): Point => (isNumber(value) ? [x(i), height(value)] : null)),
					paint
				);
			const own = series[0]?.values ?? [];
			const end = own.findLastIndex(isNumber);
			const last = own[end];
			if (isNumber(last))
				body += textAt(x1 + 4, height(last) + font * 0.35, print(last), 'font-weight="600"');
			// The newest period must be there, the first if there is room.
			const label = (i: number): string => periodLabel(periods[i] ?? '', lang);
			const newest = periods.length - 1;
			const newestAt = Math.min(x(newest), x0 + field - textWidth(label(newest), font) / 2);
			const under = bottom + font + 6;
			body += textAt(newestAt, under, label(newest), 'text-anchor="middle"');
			if (
				newest > 0 &&
				x0 + textWidth(label(0), font) + 8 <= newestAt - textWidth(label(newest), font) / 2
			)
				body += textAt(x0, under, label(0));
		});
		y = bottom + font + 6 + BETWEEN;
	}
	return { height: y - BETWEEN + 6, body };
}
