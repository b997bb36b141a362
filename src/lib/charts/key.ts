import type { Paint } from './colours.ts';
import type { Drawing } from './frame.ts';
import { textWidth, wrap } from './labels.ts';
import { textAt } from './markup.ts';
import { bar } from './texture.ts';

const SWATCH = { width: 26, height: 14 };
/** From a swatch to its name, and from a name to the next swatch. */
const [NEAR, FAR] = [7, 14];

/** What the patterns mean, in the order of the bars, and going the way that they go there. */
export function key(
	names: string[],
	width: number,
	font: number,
	paint: Paint,
	upright = false
): Drawing {
	const row = font + 8;
	const text = SWATCH.width + NEAR;
	let [x, y] = [0, 0];
	let body = '';
	let height = 0;
	names.forEach((name, index) => {
		const lines = wrap(name, width - text, font, 2);
		const wide = text + Math.max(...lines.map((line) => textWidth(line, font)));
		if (x > 0 && x + wide > width) [x, y] = [0, height];
		body += bar(index, { x, y: y + (row - SWATCH.height) / 2 - 1, ...SWATCH }, paint, upright);
		lines.forEach((line, k) => (body += textAt(x + text, y + k * row + font, line)));
		height = Math.max(height, y + lines.length * row);
		x += wide + FAR;
	});
	return { height: names.length === 0 ? 0 : height + 8, body };
}
