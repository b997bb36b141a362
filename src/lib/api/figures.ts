import {
	VALUE_STATUSES,
	WISHED_DIRECTIONS,
	type FixedFigure,
	type IndicatorFigures
} from '#core/indicator.ts';
import { PROVENANCE_KINDS } from '#core/provenance.ts';
import * as v from 'valibot';
import { count, id, text, time } from './fields.ts';

/** Indicators: what is known of them, what may be said of them, and what a client may enter. */

const level = v.picklist(['higher', 'lower', 'equal']);
const trend = v.picklist(['improved', 'worsened', 'unchanged', 'unknown']);
const outcome = v.picklist(['better', 'worse', 'equal', 'unknown']);

export const period = v.pipe(
	v.string(),
	v.description('`2022`, `2020/21`, `2022-vt`, `2021-ht`, `2023-04` or `unknown`.'),
	v.examples(['2022', '2020/21', '2021-ht'])
);

const source = v.object({
	kind: v.picklist(['fetched', 'entered']),
	text: v.string(),
	at: time,
	by: v.nullable(v.string())
});

export const indicatorValue = v.object({
	series: v.pipe(v.string(), v.description('`own`, or the id of a comparison group.')),
	breakdown: v.pipe(v.string(), v.description('The part of the children; empty for all.')),
	period,
	status: v.picklist(VALUE_STATUSES),
	value: v.pipe(
		v.nullable(v.number()),
		v.description('A number exactly when the status is `value`; null is never zero.')
	),
	source,
	basis: v.exactOptional(
		v.object({
			mean: v.pipe(v.picklist(['own', 'source']), v.description('Who took the mean.')),
			year: v.nullable(v.number()),
			members: v.array(v.string()),
			count: v.pipe(count, v.description('How many members had a value.'))
		})
	)
});

const indicatorFields = {
	id,
	key: v.string(),
	kpiId: v.pipe(v.nullable(v.string()), v.description('Kolada’s id, where it has one.')),
	title: v.string(),
	subject: v.string(),
	unit: v.string(),
	decimals: v.picklist([0, 1, 2]),
	wishedDirection: v.picklist(WISHED_DIRECTIONS),
	tolerance: v.number(),
	definition: v.string(),
	note: v.string(),
	version: v.pipe(count, v.description('Raised at each change; send back the one you saw.'))
};

const statedComparison = v.object({
	against: v.string(),
	period,
	level: v.nullable(level),
	judgement: v.nullable(v.picklist(['better', 'worse', 'equal'])),
	source
});

export const comparisonGroup = v.object({
	id,
	kind: v.picklist(['similar', 'nation', 'allMunicipalities', 'own']),
	name: v.string(),
	year: v.nullable(v.number()),
	members: v.array(v.string()),
	externalId: v.nullable(v.string())
});

const known = {
	values: v.array(indicatorValue),
	stated: v.array(statedComparison),
	groups: v.array(comparisonGroup)
};

const indicatorFigures: v.GenericSchema<IndicatorFigures> = v.object({
	indicator: v.object(indicatorFields),
	...known
});

export const fixedFigure: v.GenericSchema<FixedFigure> = v.object({
	figures: indicatorFigures,
	sentence: v.string(),
	next: v.pipe(
		v.exactOptional(
			v.nullable(v.object({ period: v.nullable(period), date: v.nullable(v.string()) }))
		),
		v.description('What the source publishes next; absent where it is not known.')
	)
});

export const indicatorItem = v.object({
	id,
	key: v.string(),
	kpiId: indicatorFields.kpiId,
	title: v.string(),
	unit: v.string(),
	decimals: indicatorFields.decimals,
	wishedDirection: indicatorFields.wishedDirection,
	version: indicatorFields.version,
	latest: v.nullable(indicatorValue),
	trend
});

export const indicatorDetail = v.object({
	...indicatorFields,
	...known,
	reading: v.object({
		latest: v.nullable(indicatorValue),
		previous: v.nullable(indicatorValue),
		change: v.nullable(level),
		trend,
		trendStated: v.boolean(),
		groups: v.array(
			v.object({
				groupId: id,
				level: v.nullable(level),
				outcome,
				value: v.nullable(indicatorValue),
				elsewhen: v.nullable(indicatorValue),
				stated: v.boolean()
			})
		)
	}),
	sentence: v.pipe(v.string(), v.description('Generated from the numbers, in Swedish.'))
});

/** The card of a number that a section shows: where it comes from, in the reader's language. */
export const figureCard = v.object({
	indicator: v.object({ id, title: v.string(), kpiId: indicatorFields.kpiId, note: v.string() }),
	isFixed: v.pipe(
		v.boolean(),
		v.description('It tells of the figures that were fixed at the section’s submission.')
	),
	rows: v.array(
		v.object({
			kind: v.picklist(PROVENANCE_KINDS),
			label: v.string(),
			lines: v.array(v.string())
		})
	),
	uses: v.pipe(
		v.array(
			v.object({
				reportId: id,
				reportTitle: v.string(),
				sectionKey: v.string(),
				number: v.string(),
				title: v.string()
			})
		),
		v.description('The sections that show it, of those that you may read.')
	)
});

/** A value as a client enters it. The law reads period, status and number; here only their form. */
const typedValue = v.strictObject({
	series: v.pipe(v.optional(text(200), 'own'), v.description('`own`, or a comparison group.')),
	breakdown: v.optional(text(200), ''),
	period: v.pipe(text(60), v.description('As a person would write it; empty when not stated.')),
	status: v.optional(text(60), 'value'),
	value: v.pipe(
		v.optional(v.union([v.number(), text(60), v.null()]), null),
		v.description('A number, or a Swedish numeral such as `14,7`.')
	),
	source: v.pipe(text(300), v.description('As it is to be cited.')),
	remove: v.pipe(v.optional(v.boolean(), false), v.description('Take the value away instead.'))
});

export const putValues = v.strictObject({
	version: v.pipe(count, v.description('The indicator’s version that was seen.')),
	values: v.pipe(v.array(typedValue), v.minLength(1), v.maxLength(500))
});
