import type { Lang } from '#core/format.ts';
import type { Period, ValueStatus } from '#core/indicator.ts';

/**
 * What a chart shows, and nothing of how: the picture, its text alternative and its table are made of
 * one and the same spec, in the editor, for readers and in print.
 */
export type ChartSpec = LineSpec | BarSpec;

/** Who a series is about: it decides colour, dash and marker. */
export type SeriesRole = 'own' | 'group' | 'nation' | 'mean' | 'other';

/** A number; why there is none; or null where the source has no row at all. */
export type ChartValue = number | Exclude<ValueStatus, 'value'> | null;

type Common = {
	/** Unique on the page; ids within the picture begin with it. */
	id: string;
	title: string;
	lang: Lang;
	unit: string;
	decimals: 0 | 1 | 2;
};

export type ChartSeries = {
	role: SeriesRole;
	name: string;
	/** One a period, in their order. */
	values: ChartValue[];
};

/** Development over time; periods are of one kind and in order. */
export type LineSpec = Common & { type: 'line'; periods: Period[]; series: ChartSeries[] };

export type ChartBar = { role: SeriesRole; name: string; value: ChartValue };

/** Several values for one period. */
export type BarSpec = Common & { type: 'bar'; period: Period; bars: ChartBar[] };

/** `wide` is 640 units across, for a page; `narrow` 350, for a telephone, its text as large. */
export type ChartSize = 'wide' | 'narrow';

export const isNumber = (value: ChartValue | undefined): value is number =>
	typeof value === 'number';
