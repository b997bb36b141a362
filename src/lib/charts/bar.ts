import { formatValue } from '#core/format.ts';
import { reach } from './axis.ts';
import { ink, type Paint } from './colours.ts';
import { FONT, WIDTH, type Drawing } from './frame.ts';
import { textWidth, wrap } from './labels.ts';
import { n, textAt } from './markup.ts';
import { isNumber, type BarSpec, type ChartSize } from './spec.ts';
import { chartWords } from './words.ts';

const BAR = 18;
const GAP = 14;

/**
 * Draws bars from zero, each under its name and with its number at its end: nothing has to be found
 * by colour, and no axis is needed. The caller knows that there is at least one number.
 */
export function drawBars(spec: BarSpec, size: ChartSize, paint: Paint): Drawing {
	const { lang, unit, decimals } = spec;
	const font = FONT[size];
	const axis = reach(spec.bars.map(({ value }) => value).filter(isNumber));
	const print = (value: number): string =>
		formatValue(value, unit === '%' ? '%' : '', decimals, lang);
	const room =
		Math.max(
			...spec.bars.map(({ value }) => (isNumber(value) ? textWidth(print(value), font) : 0))
		) + 8;
	const width = WIDTH[size];
	const numbers = room * (axis.min < 0 ? 2 : 1);
	// Very long numbers stand over their bars, which would else have no room.
	const beside = numbers <= width * 0.6;
	const left = beside && axis.min < 0 ? room : 0;
	const x = (value: number): number =>
		left + ((value - axis.min) / (axis.max - axis.min)) * (width - (beside ? numbers : 2));
	const zero = x(0);

	let body = '';
	let y = 0;
	for (const { role, name, value } of spec.bars) {
		for (const line of wrap(name, width, font, 2)) {
			body += textAt(0, y + font, line);
			y += font + 4;
		}
		if (isNumber(value) && !beside) {
			body += textAt(0, y + font, print(value), 'font-weight="600"');
			y += font + 4;
		}
		y += 2;
		const baseline = y + BAR / 2 + font * 0.35;
		if (isNumber(value)) {
			const end = x(value);
			body += `<rect x="${n(Math.min(zero, end))}" y="${n(y)}" width="${n(Math.abs(end - zero))}" height="${BAR}" fill="${ink(role, paint)}"/>`;
			const side = value < 0 ? 'text-anchor="end" ' : '';
			if (beside)
				body += textAt(
					end + (value < 0 ? -6 : 6),
					baseline,
					print(value),
					`${side}font-weight="600"`
				);
		} else {
			const w = chartWords(lang);
			const why = value === null ? w.noRow : w.absent[value];
			// On the side where there is room for words.
			const fits = zero + 6 + textWidth(why, font) <= width;
			body += textAt(zero + (fits ? 6 : -6), baseline, why, fits ? '' : 'text-anchor="end"');
		}
		body += `<path d="M${n(zero)} ${n(y - 3)}v${BAR + 6}" stroke="${ink('axis', paint)}"/>`;
		y += BAR + GAP;
	}
	return { height: y - GAP + 6, body };
}
