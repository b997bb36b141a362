import type {
	ComparisonGroup,
	Indicator,
	IndicatorFigures,
	IndicatorValue,
	Level,
	Period,
	StatedComparison,
	ValueSource,
	ValueStatus
} from '#core/indicator.ts';

/** Small makers of figures for tests: state only what the test is about. */

export const KOLADA: ValueSource = {
	kind: 'fetched',
	text: 'Kolada (U31803)',
	at: Date.UTC(2025, 2, 3, 9),
	by: null
};

export const indicator = (over: Partial<Indicator> = {}): Indicator => ({
	id: 'bistand',
	key: 'bistand',
	kpiId: 'U31803',
	title: 'Barn i familjer med ekonomiskt bistånd',
	subject: 'Andelen barn i familjer med ekonomiskt bistånd',
	unit: '%',
	decimals: 1,
	wishedDirection: 'low',
	tolerance: 0.1,
	definition: '',
	note: '',
	version: 1,
	...over
});

export const similar: ComparisonGroup = {
	id: 'g-similar',
	kind: 'similar',
	name: 'liknande kommuner',
	year: 2024,
	members: ['Tingsryd', 'Åmål'],
	externalId: 'G176409'
};
export const nation: ComparisonGroup = {
	id: 'g-nation',
	kind: 'nation',
	name: 'riket',
	year: null,
	members: [],
	externalId: '0000'
};
export const mean: ComparisonGroup = {
	id: 'g-mean',
	kind: 'allMunicipalities',
	name: 'medelvärdet av alla kommuner',
	year: null,
	members: [],
	externalId: 'G2328'
};
export const chosen: ComparisonGroup = {
	id: 'g-r9',
	kind: 'own',
	name: 'R9-kommunerna',
	year: 2022,
	members: ['Gävle', 'Linköping'],
	externalId: 'G96092'
};

/** A value: a number, or the status that stands instead of one. */
export function value(
	period: Period,
	number: number | Exclude<ValueStatus, 'value'>,
	series = 'own',
	breakdown = ''
): IndicatorValue {
	const isNumber = typeof number === 'number';
	return {
		series,
		breakdown,
		period,
		status: isNumber ? 'value' : number,
		value: isNumber ? number : null,
		source: KOLADA
	};
}

export const stated = (
	against: string,
	period: Period,
	words: { level?: Level; judgement?: 'better' | 'worse' | 'equal' }
): StatedComparison => ({
	against,
	period,
	level: words.level ?? null,
	judgement: words.judgement ?? null,
	source: KOLADA
});

export const figures = (
	values: IndicatorValue[],
	over: {
		indicator?: Partial<Indicator>;
		stated?: StatedComparison[];
		groups?: ComparisonGroup[];
	} = {}
): IndicatorFigures => ({
	indicator: indicator(over.indicator),
	values,
	stated: over.stated ?? [],
	groups: over.groups ?? []
});
