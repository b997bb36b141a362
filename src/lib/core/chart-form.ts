/** The forms in which a table of numbers can be drawn; the document and the charts share the names. */
export const CHART_FORMS = [
	'line',
	'column',
	'rows',
	'grouped',
	'stacked',
	'multiples',
	'donut'
] as const;
export type ChartForm = (typeof CHART_FORMS)[number];

/** How long the words may be that a table carries for its picture. */
export const CHART_UNIT_MAX = 40;
export const TABLE_SOURCE_MAX = 500;
