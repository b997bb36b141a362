import type { Paint } from './colours.ts';
import { printer } from './form-frame.ts';
import type { TableSpec } from './form-spec.ts';
import { FONT, WIDTH, type Drawing } from './frame.ts';
import { textWidth, wrap } from './labels.ts';
import { n, textAt } from './markup.ts';
import { isNumber, type ChartSize } from './spec.ts';
import { bar, paperInk, seriesInk } from './texture.ts';

const BAR = 28;
const [BETWEEN, GAP] = [16, 2];

/**
 * One bar a category, its parts one after the other with the sheet showing between them. A part has
 * its number in it; those that are too small for that have theirs under the bar, with their names.
 */
export function drawStacked(spec: TableSpec, size: ChartSize, paint: Paint): Drawing {
	const { categories, series } = spec;
	const font = FONT[size];
	const width = WIDTH[size];
	const print = printer(spec);
	const partsOf = (c: number): { s: number; name: string; value: number }[] =>
		series.flatMap(({ name, values }, s) => {
			const value = values[c];
			return isNumber(value) ? [{ s, name, value }] : [];
		});
	const totals = categories.map((_, c) => partsOf(c).reduce((sum, { value }) => sum + value, 0));
	const most = Math.max(...totals, spec.unit === '%' ? 100 : 0) || 1;
	let body = '';
	let y = 0;
	categories.forEach((name, c) => {
		for (const line of wrap(name, width, font, 2)) {
			body += textAt(0, y + font, line);
			y += font + 4;
		}
		y += 2;
		let x = 0;
		const small: string[] = [];
		for (const { s, name: part, value } of partsOf(c)) {
			const full = (value / most) * width;
			const drawn = Math.max(Math.min(full, 0.8), full - GAP);
			if (value > 0) body += bar(s, { x, y, width: drawn, height: BAR }, paint, false);
			const text = print(value);
			const wide = textWidth(text, font);
			if (wide + 12 <= drawn) {
				const middle = x + drawn / 2;
				// The number lies on plain colour, not on the pattern.
				body +=
					`<rect x="${n(middle - wide / 2 - 4)}" y="${n(y)}" width="${n(wide + 8)}" height="${BAR}" fill="${seriesInk(s, paint)}"/>` +
					textAt(
						middle,
						y + BAR / 2 + font * 0.35,
						text,
						`text-anchor="middle" font-weight="600" fill="${paperInk(paint)}"`
					);
			} else small.push(`${part} ${text}`);
			x += full;
		}
		y += BAR + 4;
		if (small.length > 0)
			for (const line of wrap(small.join('; '), width, font)) {
				body += textAt(0, y + font, line);
				y += font + 4;
			}
		y += BETWEEN - 4;
	});
	return { height: y - BETWEEN + 6, body };
}
