import { formatValue, unitIsSilent, upperFirst } from '#core/format.ts';
import type { Drawing } from './frame.ts';
import { WIDTH } from './frame.ts';
import { wrap } from './labels.ts';
import { textAt } from './markup.ts';
import type { ChartSize, LineSpec } from './spec.ts';
import { chartWords } from './words.ts';

type Measured = Pick<LineSpec, 'unit' | 'decimals' | 'lang'>;

/** A number as it stands at its bar: with the sign of per cent, the unit's words stand above once. */
export const printer =
	({ unit, decimals, lang }: Measured) =>
	(value: number): string =>
		formatValue(value, unit === '%' ? '%' : '', decimals, lang);

/** What is measured, above the picture; nothing where the numbers say it themselves. */
export function unitHead(
	{ unit, lang }: Measured,
	size: ChartSize,
	font: number,
	numbersSayIt: boolean
): Drawing {
	const text =
		unit === '%'
			? numbersSayIt
				? ''
				: chartWords(lang).percent
			: unitIsSilent(unit)
				? ''
				: upperFirst(unit);
	if (text === '') return { height: 0, body: '' };
	const lines = wrap(text, WIDTH[size], font, 2);
	return {
		height: lines.length * (font + 4) + 4,
		body: lines.map((line, i) => textAt(0, i * (font + 4) + font, line)).join('')
	};
}

/** One drawing under another. */
export function under(above: Drawing, below: Drawing): Drawing {
	if (above.height === 0) return below;
	return {
		height: above.height + below.height,
		body: `${above.body}<g transform="translate(0 ${above.height})">${below.body}</g>`
	};
}
