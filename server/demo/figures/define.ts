import type {
	ComparisonGroup,
	Indicator,
	IndicatorFigures,
	IndicatorValue,
	Period,
	StatedComparison,
	ValueSource
} from '#core/indicator.ts';
import { people } from '#server/demo/people.ts';
import { typeset } from '#server/demo/write.ts';

/** The municipalities that Kolada lists as alike in socio-economic structure. */
export const similar: ComparisonGroup = {
	id: 'demo-liknande-kommuner',
	kind: 'similar',
	name: 'liknande kommuner',
	year: 2021,
	members: ['Bollnäs', 'Kristinehamn', 'Norberg', 'Olofström', 'Säffle', 'Tingsryd', 'Åmål'],
	externalId: 'G176409'
};

export const nation: ComparisonGroup = {
	id: 'demo-riket',
	kind: 'nation',
	name: 'riket',
	year: null,
	members: [],
	externalId: '0000'
};

/**
 * What the source says in words: how the number stands, or whether that is good. Only the one that
 * it says is filled in; the other follows from the wished direction, and follows a corrected one.
 */
type Words = Pick<StatedComparison, 'level' | 'judgement'>;

export const higher: Words = { level: 'higher', judgement: null };
export const lower: Words = { level: 'lower', judgement: null };
export const alike: Words = { level: 'equal', judgement: null };
export const better: Words = { level: null, judgement: 'better' };
export const worse: Words = { level: null, judgement: 'worse' };

/** One part of the children: its name in print, period and number. */
type Part = [breakdown: string, period: Period, value: number];

type Row = Pick<Indicator, 'title' | 'subject' | 'unit' | 'decimals' | 'definition'> & {
	/** The id without its `ind-`, and the key. */
	key: string;
	kpiId?: string;
	wished?: Indicator['wishedDirection'];
	note?: string;
	/** As it is cited, without the word "Källa". */
	source: string;
	/** Where the source gives a number for all children. */
	own?: { period: Period; value: number };
	parts?: Part[];
	/** The nation's number, where the source gives one. */
	nationValue?: { period: Period; value: number; source: string };
	/** What the source says of the own number; silent where it is silent. */
	trend?: Words;
	vsSimilar?: Words;
	vsNation?: Words;
};

/** When the coordinator typed the figures in: all of them are `entered`, none was fetched. */
const ENTERED_AT = Date.UTC(2023, 4, 15, 8);

const entered = (text: string): ValueSource => ({
	kind: 'entered',
	text,
	at: ENTERED_AT,
	by: people.coordinator.name
});

const known = (
	series: string,
	breakdown: string,
	period: Period,
	value: number,
	source: ValueSource
): IndicatorValue => ({ series, breakdown, period, status: 'value', value, source });

/** One row of the source table as an indicator with everything that is stated of it, and no more. */
export function row(r: Row): IndicatorFigures {
	const source = entered(r.source);
	const period = r.own?.period ?? 'unknown';
	const say = (against: string, words: Words | undefined): StatedComparison[] =>
		words === undefined ? [] : [{ against, period, ...words, source }];
	const stated = [
		...say('previous', r.trend),
		...say(similar.id, r.vsSimilar),
		...say(nation.id, r.vsNation)
	];
	const values = [
		...(r.own ? [known('own', '', r.own.period, r.own.value, source)] : []),
		...(r.parts ?? []).map(([breakdown, at, value]) => known('own', breakdown, at, value, source)),
		...(r.nationValue
			? [
					known(
						nation.id,
						'',
						r.nationValue.period,
						r.nationValue.value,
						entered(r.nationValue.source)
					)
				]
			: [])
	];
	const referred = new Set([...stated.map((s) => s.against), ...values.map((v) => v.series)]);
	return {
		indicator: {
			id: `ind-${r.key}`,
			key: r.key,
			kpiId: r.kpiId ?? null,
			title: r.title,
			subject: r.subject,
			unit: r.unit,
			decimals: r.decimals,
			wishedDirection: r.wished ?? 'none',
			// The source names no difference that is too small to count.
			tolerance: 0,
			definition: r.definition,
			note: typeset(r.note ?? ''),
			version: 1
		},
		values,
		stated,
		groups: [similar, nation].filter((group) => referred.has(group.id))
	};
}
