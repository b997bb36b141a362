import { ink, type Paint } from './colours.ts';
import { reach } from './axis.ts';
import { printer } from './form-frame.ts';
import type { TableSpec } from './form-spec.ts';
import { FONT, WIDTH, type Drawing } from './frame.ts';
import { textWidth, wrap } from './labels.ts';
import { n, textAt } from './markup.ts';
import { isNumber, type ChartSize } from './spec.ts';
import { bar } from './texture.ts';
import { chartWords } from './words.ts';

const BAR = 18;
const [BETWEEN_BARS, BETWEEN_GROUPS] = [3, 16];

/** Lying bars from zero in groups under their categories, each with its number at its end. */
export function drawRows(spec: TableSpec, size: ChartSize, paint: Paint): Drawing {
	const { categories, series, lang } = spec;
	const w = chartWords(lang);
	const font = FONT[size];
	const width = WIDTH[size];
	const print = printer(spec);
	const numbers = series.flatMap(({ values }) => values.filter(isNumber));
	const axis = reach(numbers);
	const room = Math.max(...numbers.map((value) => textWidth(print(value), font))) + 8;
	const sides = room * (axis.min < 0 ? 2 : 1);
	// Very long numbers stand over their bars, which would else have no room.
	const beside = sides <= width * 0.6;
	const left = beside && axis.min < 0 ? room : 0;
	const x = (value: number): number =>
		left + ((value - axis.min) / (axis.max - axis.min)) * (width - (beside ? sides : 2));
	const zero = x(0);
	let body = '';
	let y = 0;
	categories.forEach((name, c) => {
		for (const line of wrap(name, width, font, 2)) {
			body += textAt(0, y + font, line);
			y += font + 4;
		}
		y += 2;
		const from = y;
		series.forEach(({ values }, s) => {
			const value = values[c] ?? null;
			if (isNumber(value) && !beside) {
				body += textAt(0, y + font, print(value), 'font-weight="600"');
				y += font + 4;
			}
			const baseline = y + BAR / 2 + font * 0.35;
			if (isNumber(value)) {
				const end = x(value);
				body += bar(
					s,
					{ x: Math.min(zero, end), y, width: Math.abs(end - zero), height: BAR },
					paint,
					false
				);
				const away = value < 0 ? -6 : 6;
				const side = value < 0 ? 'text-anchor="end" ' : '';
				if (beside) body += textAt(end + away, baseline, print(value), `${side}font-weight="600"`);
			} else {
				// On the side where there is room for words.
				const why = value === null ? w.noRow : w.absent[value];
				const fits = zero + 6 + textWidth(why, font) <= width;
				body += textAt(fits ? zero + 6 : zero - 6, baseline, why, fits ? '' : 'text-anchor="end"');
			}
			y += BAR + BETWEEN_BARS;
		});
		body += `<path d="M${n(zero)} ${n(from - 3)}V${n(y)}" stroke="${ink('axis', paint)}"/>`;
		y += BETWEEN_GROUPS - BETWEEN_BARS;
	});
	return { height: y - BETWEEN_GROUPS + 6, body };
}
