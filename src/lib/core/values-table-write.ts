import type { Lang } from './format.ts';
import { readIndicator, type IndicatorFigures } from './indicator.ts';
import { UNKNOWN_PERIOD } from './period.ts';
import { COLUMNS, HEADS, STATUS_WORDS, type KnownNames } from './values-table.ts';
import { namesOf } from './values-table-names.ts';

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
	const head = COLUMNS.map((column) => HEADS[lang][column]);
	const rows = figures.flatMap(({ indicator, values }) =>
		values.map((v): WrittenCell[] => [
			names.nameOfIndicator(indicator.id),
			names.nameOfSeries(v.series),
			v.breakdown,
			v.period === UNKNOWN_PERIOD ? ownWords[lang] : v.period,
			STATUS_WORDS[lang][v.status],
			v.value,
			indicator.unit,
			v.source.text
		])
	);
	return [head, ...rows];
}

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
