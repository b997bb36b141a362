import { roundTo } from '#core/format.ts';
import { chartSvg, chartTable, chartText, type ChartTable } from './chart.ts';
import type { Paint } from './colours.ts';
import { columnsFit, drawColumns } from './column.ts';
import { donutFits, drawDonut, MOST_PARTS } from './donut.ts';
import { under, unitHead } from './form-frame.ts';
import type { AnySpec, DonutSpec, FormSpec, TableSpec } from './form-spec.ts';
import { formNotes, formTable, formText, sumNote } from './form-text.ts';
import { FONT, WIDTH, type Drawing } from './frame.ts';
import { key } from './key.ts';
import { drawMultiples } from './multiples.ts';
import { drawRows } from './rows.ts';
import { isNumber, type ChartSize, type ChartSpec, type ChartValue } from './spec.ts';
import { drawStacked } from './stacked.ts';
import { svgOf } from './svg.ts';

export type { AnySpec, DonutSpec, Form, FormSpec, MultiplesSpec, TableSpec } from './form-spec.ts';

/** More digits than these no double holds; such a number is none. */
const LARGEST = 1e15;

const isOfTwo = (spec: AnySpec): spec is ChartSpec => spec.type === 'line' || spec.type === 'bar';

/** What may be drawn of a value: the number as it is printed, or why there is none. */
function settle(value: ChartValue, decimals: number): ChartValue {
	if (!isNumber(value)) return value;
	return Math.abs(value) < LARGEST ? roundTo(value, decimals) : 'missing';
}

/** Why parts are no ring; null when they are. Shares that miss a hundred by more than one are none. */
export function donutHinder(
	parts: DonutSpec['parts'],
	unit: string
): 'tooMany' | 'noWhole' | 'notAllKnown' | null {
	if (parts.length > MOST_PARTS) return 'tooMany';
	const numbers = parts.map(({ value }) => value).filter(isNumber);
	if (numbers.length < parts.length) return 'notAllKnown';
	const sum = numbers.reduce((all, value) => all + value, 0);
	if (numbers.some((value) => value < 0) || sum <= 0) return 'noWhole';
	return unit === '%' && Math.abs(sum - 100) > 1.000001 ? 'noWhole' : null;
}

type Settled = { spec: AnySpec; partsSum: number | null };

/**
 * The spec that is really drawn: numbers as printed, and another form where the wished one would
 * mislead: a ring that is none becomes lying bars, a stack with something negative becomes groups.
 */
function settled(spec: AnySpec): Settled {
	const { decimals } = spec;
	const all = <T extends { values: ChartValue[] }>(series: T[]): T[] =>
		series.map((one) => ({ ...one, values: one.values.map((v) => settle(v, decimals)) }));
	switch (spec.type) {
		case 'line':
			return { spec: { ...spec, series: all(spec.series) }, partsSum: null };
		case 'bar':
			return {
				spec: {
					...spec,
					bars: spec.bars.map((bar) => ({ ...bar, value: settle(bar.value, decimals) }))
				},
				partsSum: null
			};
		case 'multiples':
			return {
				spec: { ...spec, panels: spec.panels.map((p) => ({ ...p, series: all(p.series) })) },
				partsSum: null
			};
		case 'donut':
			return settledDonut({
				...spec,
				parts: spec.parts.map((part) => ({ ...part, value: settle(part.value, decimals) }))
			});
		case 'stacked': {
			const series = all(spec.series);
			const isNegative = series.some(({ values }) => values.some((v) => isNumber(v) && v < 0));
			return {
				spec: { ...spec, type: isNegative ? 'grouped' : 'stacked', series },
				partsSum: null
			};
		}
		case 'column':
		case 'rows':
		case 'grouped':
			return { spec: firstOf({ ...spec, series: all(spec.series) }), partsSum: null };
	}
}

/** Columns and rows show the first series alone. */
const firstOf = (spec: TableSpec): TableSpec =>
	spec.type === 'grouped' || spec.type === 'stacked'
		? spec
		: { ...spec, series: spec.series.slice(0, 1) };

/** The parts of a ring as lying bars. */
const asRows = ({ parts, ...rest }: DonutSpec): TableSpec => ({
	...rest,
	type: 'rows',
	categories: parts.map(({ name }) => name),
	series: [{ name: '', values: parts.map(({ value }) => value) }]
});

function settledDonut(spec: DonutSpec): Settled {
	const hinder = donutHinder(spec.parts, spec.unit);
	if (hinder === null) return { spec, partsSum: null };
	const sum = spec.parts.reduce((all, { value }) => all + (isNumber(value) ? value : 0), 0);
	return {
		spec: asRows(spec),
		// Told only where somebody wished for a whole of a hundred and it is none.
		partsSum: hinder === 'noWhole' && spec.unit === '%' ? roundTo(sum, spec.decimals) : null
	};
}

const hasNumber = (spec: FormSpec): boolean =>
	spec.type === 'donut'
		? true
		: spec.type === 'multiples'
			? spec.panels.some(({ series }) => series.some(({ values }) => values.some(isNumber)))
			: spec.series.some(({ values }) => values.some(isNumber));

const isUpright = (spec: TableSpec, size: ChartSize): boolean =>
	(spec.type === 'column' || spec.type === 'grouped') && columnsFit(spec, size);

/** Lying bars say in their place why there is no number; no note repeats it. */
const saysInPlace = (spec: FormSpec, size: ChartSize): boolean =>
	spec.type !== 'multiples' &&
	spec.type !== 'donut' &&
	spec.type !== 'stacked' &&
	hasNumber(spec) &&
	!isUpright(spec, size);

function draw(spec: FormSpec, size: ChartSize, paint: Paint): Drawing {
	const font = FONT[size];
	if (!hasNumber(spec)) return { height: 0, body: '' };
	if (spec.type === 'multiples')
		return under(unitHead(spec, size, font, true), drawMultiples(spec, size, paint));
	if (spec.type === 'donut')
		return under(
			unitHead(spec, size, font, true),
			donutFits(spec, size) ? drawDonut(spec, size, paint) : drawRows(asRows(spec), size, paint)
		);
	const upright = isUpright(spec, size);
	const names = spec.series.map(({ name }) => name);
	const above = under(
		unitHead(spec, size, font, !upright),
		names.length > 1 ? key(names, WIDTH[size], font, paint, upright) : { height: 0, body: '' }
	);
	return under(
		above,
		spec.type === 'stacked'
			? drawStacked(spec, size, paint)
			: upright
				? drawColumns(spec, size, paint)
				: drawRows(spec, size, paint)
	);
}

/**
 * The picture of any form, wide or narrow: a pure function of the spec. Columns lie down where their
 * numbers or names have no room to stand.
 */
export function pictureSvg(spec: AnySpec, size: ChartSize, paint: Paint = 'page'): string {
	const { spec: shown, partsSum } = settled(spec);
	if (isOfTwo(shown)) return chartSvg(shown, size, paint);
	const notes = formNotes(shown, partsSum);
	const under = saysInPlace(shown, size) ? sumNote(shown, partsSum) : notes;
	return svgOf(shown, size, paint, draw(shown, size, paint), formText(shown, notes), under);
}

/** Its text alternative. */
export function pictureText(spec: AnySpec): string {
	const { spec: shown, partsSum } = settled(spec);
	return isOfTwo(shown) ? chartText(shown) : formText(shown, formNotes(shown, partsSum));
}

/** Its numbers as a table. */
export function pictureTable(spec: AnySpec): ChartTable {
	const { spec: shown } = settled(spec);
	return isOfTwo(shown) ? chartTable(shown) : formTable(shown);
}
