import { LONGEST_QUERY } from '#core/search.ts';
import * as v from 'valibot';
import { count, reportYear } from './fields.ts';
import { pageQuery } from './paging.ts';

/** Search in the published editions. */

const number = (about: string) =>
	v.optional(
		v.pipe(v.string(), v.toNumber(), v.number(), v.integer(), v.minValue(1), v.description(about))
	);
const words = (about: string) =>
	v.optional(v.pipe(v.string(), v.maxLength(200), v.description(about)));

export const searchQuery = v.object({
	...pageQuery.entries,
	q: v.pipe(
		v.optional(v.string(), ''),
		v.maxLength(LONGEST_QUERY),
		v.description(
			'Words, all of which must be there in some form; `"…"` for exactly these, a minus before what must not be there.'
		)
	),
	year: number('The report’s year.'),
	article: number('An article of the Convention on the Rights of the Child.'),
	department: words('A department’s name, as the edition has it.'),
	indicator: words('An indicator’s key.'),
	all: v.pipe(
		v.optional(v.picklist(['true', 'false']), 'false'),
		v.description('Also editions that others have replaced.')
	)
});

const segments = v.pipe(
	v.array(v.object({ text: v.string(), hit: v.boolean() })),
	v.description('Plain text in pieces; `hit` where it is what was looked for.')
);

const searchHit = v.object({
	address: v.pipe(v.string(), v.description('From the root of the host.')),
	slug: v.string(),
	report: v.pipe(v.string(), v.description('The report’s title.')),
	reportYear,
	edition: count,
	replaced: v.boolean(),
	number: v.pipe(v.string(), v.description('The section’s number.')),
	title: segments,
	passage: segments,
	department: v.nullable(v.string()),
	articles: v.array(v.number()),
	indicators: v.array(v.object({ key: v.string(), title: v.string() }))
});

const facet = <S extends v.GenericSchema>(value: S) => v.array(v.object({ value, count }));

export const searchAnswer = v.object({
	items: v.array(searchHit),
	next: v.pipe(v.nullable(v.string()), v.description('Null at the end.')),
	total: count,
	outcome: v.pipe(
		v.picklist(['found', 'nothing', 'empty', 'tooCommon']),
		v.description('`empty`: nothing was asked for. `tooCommon`: only words that stand everywhere.')
	),
	left: v.pipe(
		v.array(v.string()),
		v.description('Words that were not looked for: too common, or too many.')
	),
	facets: v.pipe(
		v.object({
			years: facet(v.number()),
			departments: facet(v.string()),
			articles: facet(v.number())
		}),
		v.description('How many another value of a filter would give.')
	)
});
