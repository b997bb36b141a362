import type { IndicatorFigures, IndicatorValue, ValueStatus } from '#core/indicator.ts';
import type { KnownNames } from '#core/values-table.ts';
import { knownNames } from '#core/values-table-names.ts';
import fc from 'fast-check';
import { indicator, KOLADA, similar } from './figures.ts';

/** Figures for tests of tables and files: two indicators, two groups, and made-up values. */

export const teachers = indicator({
	id: 'larare',
	key: 'larare-per-barn',
	kpiId: null,
	title: 'Barn per pedagog',
	unit: 'barn per pedagog'
});

/** An indicator with these values; state only what the test is about. */
export const figuresWith = (values: Partial<IndicatorValue>[], over = {}): IndicatorFigures => ({
	indicator: indicator(over),
	values: values.map((v) => ({
		series: 'own',
		breakdown: '',
		period: '2022',
		status: 'value',
		value: 14.7,
		source: KOLADA,
		...v
	})),
	stated: [],
	groups: [similar]
});

const FORMULAS = ['=', '+', '-', '@', '\t', '\r', '\n', "'", ';', '"', '=1+1', '..', 'constructor'];
const text = (most: number) =>
	fc
		.array(fc.oneof(fc.constantFrom(...FORMULAS), fc.string({ unit: 'binary', maxLength: 6 })), {
			maxLength: 6
		})
		.map((parts) => parts.join('').trim().slice(0, most).trim());

/** An indicator with values as they may stand in the store, with what is hard in files. */
export const storedFigures = fc
	.uniqueArray(
		fc.record({
			series: fc.constantFrom('own', similar.id),
			breakdown: text(200),
			period: fc.constantFrom('2022', '2020/21', '2021-ht', '2023-04', 'unknown'),
			value: fc.oneof(
				fc.constant(null),
				fc.integer({ min: -1e9, max: 1e9 }),
				fc.double({ min: -1e9, max: 1e9, noNaN: true })
			),
			why: fc.constantFrom<ValueStatus>('missing', 'suppressed', 'notApplicable'),
			source: text(300).map((t) => t || 'Egen räkning')
		}),
		{ selector: (v) => [v.series, v.breakdown, v.period].join('|'), maxLength: 12 }
	)
	.map((all) =>
		figuresWith(
			all.map(({ why, source, value, ...v }) => ({
				...v,
				value,
				status: value === null ? why : 'value',
				source: { ...KOLADA, text: source }
			}))
		)
	);

const groups = [similar, { id: 'g-r9', name: 'R9' }];

/** By what names these figures can be found. */
export const namesWith = (stored: IndicatorFigures): KnownNames =>
	knownNames('Exempelkommun', [stored, figuresWith([], teachers)], groups);

export const known: KnownNames = namesWith(figuresWith([]));
