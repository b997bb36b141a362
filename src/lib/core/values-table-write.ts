import type { Lang } from './format.ts';
import {
	readIndicator,
	type Indicator,
	type IndicatorFigures,
	type IndicatorValue
} from './indicator.ts';
import { UNKNOWN_PERIOD } from './period.ts';
import { COLUMNS, HEADS, STATUS_WORDS, type KnownNames } from './values-table.ts';
import { namesOf, type Names } from './values-table-names.ts';

/** A cell of a table that we write. */
export type WrittenCell = string | number | null;

/** Digits that a double holds for certain, and that `parseNumber` reads. */
const DIGITS = 15;

/**
 * All of a number's digits without spaces, as a table has them: `14,7` and `-3` in Swedish. Below
 * 10^15; what is beyond fifteen digits is rounded.
 */
export function plainNumber(value: number, lang: Lang): string {
	const whole = Math.trunc(Math.abs(value)).toFixed(0).length;
	const fixed = value.toFixed(Math.max(0, DIGITS - whole));
	const text = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
	if (text === '-0') return '0';
	return lang === 'sv' ? text.replace('.', ',') : text;
}

const ownWords = { sv: 'ej angivet', en: 'not stated' };

/** The values of indicators as rows below a head, one a value; a reading of them finds each the same. */
export function valuesToRows(
	figures: IndicatorFigures[],
	known: KnownNames,
	lang: Lang
): WrittenCell[][] {
	const names = namesOf(known);
	const rows = figures.flatMap(({ indicator, values }) =>
		values.map((v) => valueRow(indicator, v, names, lang))
	);
	return [valuesHead(lang), ...rows];
}

/** The heads of `COLUMNS`. */
export const valuesHead = (lang: Lang): string[] => COLUMNS.map((column) => HEADS[lang][column]);

/** One value under these heads. */
export const valueRow = (
	indicator: Pick<Indicator, 'id' | 'unit'>,
	value: IndicatorValue,
	names: Pick<Names, 'nameOfIndicator' | 'nameOfSeries'>,
	lang: Lang
): WrittenCell[] => [
	names.nameOfIndicator(indicator.id),
	names.nameOfSeries(value.series),
	value.breakdown,
	value.period === UNKNOWN_PERIOD ? ownWords[lang] : value.period,
	STATUS_WORDS[lang][value.status],
	value.value,
	indicator.unit,
	value.source.text
];

/** How many rows of a template show how it is done. */
const EXAMPLES = 2;

/**
 * A table to begin with: the head, and the newest own value of two indicators. They are what stands
 * there already, so that whoever leaves them in changes nothing.
 */
export function templateRows(
	figures: IndicatorFigures[],
	known: KnownNames,
	lang: Lang
): WrittenCell[][] {
	const examples = figures.flatMap((one) => {
		const { latest } = readIndicator(one);
		return latest?.status === 'value' ? [{ ...one, values: [latest] }] : [];
	});
	return valuesToRows(examples.slice(0, EXAMPLES), known, lang);
}
