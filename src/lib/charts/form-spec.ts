import type { Period } from '#core/indicator.ts';
import type { ChartSeries, ChartSpec, ChartValue, LineSpec } from './spec.ts';

/**
 * The further forms of charts. They are apart from the two that figures of indicators need, so that
 * the page where people write loads none of them until somebody asks.
 */
export type FormSpec = TableSpec | MultiplesSpec | DonutSpec;

/** Every form there is. */
export type AnySpec = ChartSpec | FormSpec;

export type Form = AnySpec['type'];

type Common = Pick<LineSpec, 'id' | 'title' | 'lang' | 'unit' | 'decimals'>;

/** A series of a table; the first is drawn as `own`, the others as the roles that follow. */
export type PlainSeries = { name: string; values: ChartValue[] };

/**
 * A small table. `column` and `rows` show its first series as upright or lying bars, `grouped` all of
 * them beside each other, `stacked` one after the other.
 */
export type TableSpec = Common & {
	type: 'column' | 'rows' | 'grouped' | 'stacked';
	/** What the categories are: the head of the table's first column. */
	corner: string;
	categories: string[];
	/** One value a category, in their order. */
	series: PlainSeries[];
};

/** Lines over the same periods, each in a field of its own, on one scale. */
export type MultiplesSpec = Common & {
	type: 'multiples';
	periods: Period[];
	panels: { name: string; series: ChartSeries[] }[];
};

export type DonutPart = { name: string; value: ChartValue };

/** The parts of a whole. */
export type DonutSpec = Common & { type: 'donut'; corner: string; parts: DonutPart[] };
