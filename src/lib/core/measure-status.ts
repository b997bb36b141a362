/**
 * How far a measure has come. Apart from the reading of areas, for the schema needs no more of it, and
 * comes with every page on which one writes.
 */
export const MEASURE_STATUSES = [
	'notStarted',
	'started',
	'completed',
	'stopped',
	'unknown'
] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];
