import * as v from 'valibot';

/**
 * What Kolada's API v3 answers, as far as it is used. Unknown fields are let through: the API grows
 * without notice. A field that is used and has another shape is no answer at all.
 */

/** One page of a list. */
export const pageOf = <T>(item: v.GenericSchema<unknown, T>) =>
	v.object({
		values: v.array(item),
		next_url: v.optional(v.nullable(v.string()), null)
	});

/** A measure. Neither unit nor wished direction is among its fields. */
export const kpi = v.object({
	id: v.string(),
	title: v.string(),
	description: v.optional(v.nullable(v.string()), ''),
	is_divided_by_gender: v.optional(v.union([v.boolean(), v.number()]), false),
	/** The period that is published next, and on which day. */
	publ_period: v.optional(v.nullable(v.union([v.string(), v.number()])), null),
	publication_date: v.optional(v.nullable(v.string()), null)
});

export const municipality = v.object({
	id: v.string(),
	title: v.string(),
	/** K: a municipality; L: a region, or the nation. */
	type: v.optional(v.string(), 'K')
});

export const municipalityGroup = v.object({
	id: v.string(),
	title: v.string(),
	members: v.array(v.object({ member_id: v.string(), member_title: v.string() }))
});

/** All genders of one measure, municipality (or group) and year. */
export const dataRow = v.object({
	kpi: v.string(),
	municipality: v.string(),
	period: v.union([v.pipe(v.number(), v.integer()), v.string()]),
	values: v.array(
		v.object({
			gender: v.optional(v.string(), 'T'),
			status: v.optional(v.nullable(v.string()), ''),
			/** Marks such as ".." have been seen in place of a number elsewhere; they are read as marks. */
			value: v.optional(v.nullable(v.union([v.number(), v.string()])), null),
			/** In a group's row: how many members contributed. */
			count: v.optional(v.nullable(v.number()), null),
			isdeleted: v.optional(v.nullable(v.boolean()), false)
		})
	)
});

export type Kpi = v.InferOutput<typeof kpi>;
export type Municipality = v.InferOutput<typeof municipality>;
export type MunicipalityGroup = v.InferOutput<typeof municipalityGroup>;
export type DataRow = v.InferOutput<typeof dataRow>;
