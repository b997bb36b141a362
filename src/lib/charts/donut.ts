import { ink, type Paint } from './colours.ts';
import { printer } from './form-frame.ts';
import type { DonutSpec } from './form-spec.ts';
import { FONT, WIDTH, type Drawing } from './frame.ts';
import { key } from './key.ts';
import { spread, textWidth, wrap } from './labels.ts';
import { n, textAt } from './markup.ts';
import { isNumber, type ChartSize } from './spec.ts';
import { seriesInk, texture } from './texture.ts';

const RING: Record<ChartSize, { radius: number; thickness: number }> = {
	wide: { radius: 92, thickness: 40 },
	narrow: { radius: 72, thickness: 34 }
};
/** From the ring to a label, and the sheet that shows between two parts. */
const [REACH, GAP] = [30, 2.5];
/** More parts than these are bars: nobody compares seven angles. */
export const MOST_PARTS = 5;

const TURN = 2 * Math.PI;
/** As many beginnings are tried. */
const TURNS = 24;

const lineHeight = (font: number): number => font + 3;

/** Long numbers take their room from the ring. */
function radiusOf(spec: DonutSpec, size: ChartSize): number {
	const print = printer(spec);
	const numbers = Math.max(
		...spec.parts.map(({ value }) => (isNumber(value) ? textWidth(print(value), FONT[size]) : 0))
	);
	const { radius, thickness } = RING[size];
	return Math.min(radius, WIDTH[size] / 2 - thickness / 2 - REACH - numbers);
}

/** True when the numbers leave room for a ring that is one. */
export const donutFits = (spec: DonutSpec, size: ChartSize): boolean =>
	radiusOf(spec, size) > RING[size].thickness;

/**
 * A ring of parts, clockwise from the top, each with its number beside it; in the wide picture with
 * its name too, in the narrow one the names stand below. The caller knows that all are numbers that
 * are not negative, and some are more than zero.
 */
export function drawDonut(spec: DonutSpec, size: ChartSize, paint: Paint): Drawing {
	const font = FONT[size];
	const print = printer(spec);
	const wide = size === 'wide';
	const parts = spec.parts.flatMap(({ name, value }) => (isNumber(value) ? [{ name, value }] : []));
	const whole = parts.reduce((sum, { value }) => sum + value, 0);
	const centre = WIDTH[size] / 2;
	const { thickness } = RING[size];
	const radius = radiusOf(spec, size);
	const outer = radius + thickness / 2;
	const column = centre - outer - REACH;

	const texts = parts.map(({ name, value }) => [
		print(value),
		...(wide ? wrap(name, column, font, 3) : [])
	]);
	const heights = texts.map((lines) => lines.length * lineHeight(font) + 6);

	/** Every label with its place, for a ring that begins at this angle; `bent` is how far they had to move. */
	const placed = (start: number) => {
		let before = 0;
		const labels = parts.map(({ value }, i) => {
			const from = start + (before / whole) * TURN;
			before += value;
			const to = start + (before / whole) * TURN;
			const right = Math.sin((from + to) / 2) >= 0;
			return { i, from, to, middle: (from + to) / 2, right, top: 0 };
		});
		const sides = [true, false].map((side) => labels.filter(({ right }) => right === side));
		const tallest = Math.max(
			...sides.map((side) => side.reduce((sum, { i }) => sum + (heights[i] ?? 0), 0))
		);
		const height = Math.max(2 * outer + 8, tallest);
		let bent = height;
		for (const side of sides) {
			const wishes = side.map(({ i, middle }) => ({
				at: height / 2 - Math.cos(middle) * outer,
				height: heights[i] ?? 0
			}));
			spread(wishes, 0, height).forEach((top, k) => {
				const [label, wish] = [side[k], wishes[k]];
				if (!label || !wish) return;
				label.top = top;
				bent += Math.max(0, Math.abs(top + wish.height / 2 - wish.at) - wish.height / 2);
			});
		}
		return { labels, height, bent };
	};
	// From the top, if the labels have room there; else turned to where they bend least.
	let best = placed(0);
	if (best.bent > best.height + 12)
		for (let turn = 1; turn < TURNS; turn++) {
			const other = placed((turn / TURNS) * TURN);
			if (other.bent < best.bent - 4) best = other;
		}
	const { labels, height } = best;
	const at = (angle: number, distance: number): [number, number] => [
		centre + Math.sin(angle) * distance,
		height / 2 - Math.cos(angle) * distance
	];

	let body = '';
	for (const { i, from, to } of labels) {
		const length = (to - from) * radius;
		if (length === 0) continue;
		const inset = parts.length > 1 ? Math.min(GAP / 2, length * 0.3) / radius : 0;
		const path = arc(from + inset, to - inset, radius, at);
		body += `<path d="${path}" fill="none" stroke="${seriesInk(i, paint)}" stroke-width="${thickness}"/>`;
		if (length > 6) body += texture(i, path, thickness, paint);
	}
	for (const { i, from, to, right, top } of labels) {
		const lines = texts[i] ?? [];
		const way = right ? 1 : -1;
		const level = top + 3 + lineHeight(font) / 2;
		const bend = centre + way * (outer + REACH - 12);
		// From the point nearest to the label, but well within the part.
		const quarter = (to - from) / 4;
		const towards = Math.atan2(bend - centre, height / 2 - level);
		const [x, y] = at(within(towards, from + quarter, to - quarter), outer + 3);
		body += `<path d="M${n(x)} ${n(y)}L${n(bend)} ${n(level)}h${way * 6}" fill="none" stroke="${ink('axis', paint)}"/>`;
		const anchor = right ? '' : 'text-anchor="end"';
		lines.forEach((line, j) => {
			const weight = j === 0 ? ' font-weight="600"' : '';
			const baseline = top + 2 + j * lineHeight(font) + font;
			body += textAt(centre + way * (outer + REACH), baseline, line, (anchor + weight).trim());
		});
	}
	if (wide) return { height: height + 4, body };
	const names = key(
		parts.map(({ name }) => name),
		WIDTH.narrow,
		font,
		paint
	);
	return {
		height: height + 14 + names.height,
		body: `${body}<g transform="translate(0 ${n(height + 14)})">${names.body}</g>`
	};
}

/** The angle between two that is nearest to one. */
function within(angle: number, from: number, to: number): number {
	const middle = (from + to) / 2;
	const away = angle - middle - TURN * Math.round((angle - middle) / TURN);
	return middle + Math.max(from - middle, Math.min(to - middle, away));
}

/** Along the middle of the ring; a whole circle in two halves, for one arc cannot come home. */
function arc(
	from: number,
	to: number,
	radius: number,
	at: (angle: number, distance: number) => [number, number]
): string {
	const point = (angle: number): string => at(angle, radius).map(n).join(' ');
	const half = (from + to) / 2;
	const r = `A${n(radius)} ${n(radius)} 0 0 1 `;
	return `M${point(from)}${r}${point(half)}${r}${point(to)}`;
}
