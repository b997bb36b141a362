import { GROUP_KINDS } from '#core/comparison.ts';
import type { NoticeDetail } from '#core/fetched.ts';
import { WISHED_DIRECTIONS, VALUE_STATUSES } from '#core/indicator.ts';
import { SOURCE_WHYS } from '#core/result.ts';
import * as v from 'valibot';
import { count, id, text, time } from './fields.ts';
import { comparisonGroup, indicatorValue, period } from './figures.ts';

/** Kolada: what can be looked for and fetched, comparison groups, and what waits for a decision. */

/** `?title=` */
export const search = v.object({
	title: v.pipe(
		v.optional(v.string(), ''),
		v.description('A part of the title, at least two characters.')
	)
});

const next = {
	nextPeriod: v.pipe(v.nullable(v.string()), v.description('What is published next.')),
	nextDate: v.pipe(v.nullable(v.string()), v.description('And when, as `2026-10-28`.'))
};

export const kpiHit = v.object({
	id: v.pipe(v.string(), v.examples(['N15419'])),
	title: v.string(),
	definition: v.string(),
	isDividedByGender: v.boolean(),
	...next,
	proposal: v.pipe(
		v.object({
			title: v.string(),
			subject: v.string(),
			unit: v.string(),
			decimals: v.picklist([0, 1]),
			wishedDirection: v.picklist(WISHED_DIRECTIONS),
			tolerance: v.number(),
			variant: v.nullable(v.picklist(['home', 'located', 'municipal', 'independent'])),
			ended: v.nullable(v.number())
		}),
		v.description('Read from the title: to be confirmed by a person.')
	),
	indicatorId: v.pipe(v.nullable(id), v.description('The indicator that is this measure already.'))
});

const member = v.object({ id: v.string(), title: v.string() });

const foundGroup = {
	title: v.string(),
	year: v.nullable(v.number()),
	members: v.array(member)
};

const kind = v.picklist(GROUP_KINDS);

export const groupHit = v.object({
	id: v.pipe(v.string(), v.examples(['G176409'])),
	...foundGroup,
	kind,
	groupId: v.pipe(v.nullable(id), v.description('The group that is this one already.'))
});

export const knownGroup = v.object({
	...comparisonGroup.entries,
	memberIds: v.pipe(v.array(v.string()), v.description('Kolada’s ids of the members, in order.')),
	version: v.pipe(count, v.description('Raised at each change; send back the one you saw.'))
});

const groupFields = {
	kind: text(30),
	name: text(200),
	year: v.pipe(v.nullable(v.number()), v.description('Null only for the whole country.')),
	members: v.pipe(
		v.array(v.strictObject({ id: text(10), title: text(200) })),
		v.maxLength(300),
		v.description('Kolada’s ids and names.')
	),
	externalId: v.pipe(v.optional(text(20), ''), v.description('Kolada’s id of the group.'))
};

export const newGroup = v.strictObject(groupFields);
export const changedGroup = v.strictObject({ version: count, ...groupFields });
export const savedGroup = v.object({ groupId: id, version: count });

export const fetchAsk = v.strictObject({
	indicatorIds: v.pipe(v.array(text(200)), v.maxLength(500)),
	series: v.pipe(
		v.array(text(200)),
		v.maxLength(100),
		v.description('`own`, and ids of comparison groups.')
	),
	years: v.pipe(v.array(text(4)), v.maxLength(100), v.examples([['2023', '2024']])),
	code: v.pipe(
		v.optional(text(10), ''),
		v.description('The municipality’s code, where it is not known.')
	)
});

export const fetchState = v.object({
	state: v.picklist(['none', 'running', 'done', 'failed', 'cancelled']),
	id: v.nullable(id),
	progress: v.object({
		done: count,
		total: v.pipe(count, v.description('Measures by series.')),
		step: v.picklist(['measures', 'groups', 'values', 'storing']),
		series: v.nullable(v.string())
	}),
	code: v.pipe(v.string(), v.description('The municipality’s code, as it was asked for.')),
	startedBy: v.nullable(v.string()),
	startedAt: v.nullable(time),
	endedAt: v.nullable(time),
	stored: v.nullable(
		v.object({
			fetchId: id,
			written: count,
			same: count,
			typedDiffer: v.pipe(count, v.description('Typed values, which stay.')),
			notices: count
		})
	),
	failed: v.array(
		v.object({ series: v.string(), kpiIds: v.array(v.string()), why: v.picklist(SOURCE_WHYS) })
	),
	refusal: v.pipe(
		v.nullable(v.looseObject({ code: v.string() })),
		v.description('Why nothing was stored.')
	),
	isGivenUp: v.pipe(
		v.boolean(),
		v.description('It ended with the server as often as it was begun, and is not begun again.')
	)
});

const key = v.object({ series: v.string(), breakdown: v.string(), period });
const said = { status: v.picklist(VALUE_STATUSES), value: v.nullable(v.number()) };

const detail: v.GenericSchema<NoticeDetail> = v.variant('what', [
	v.object({
		what: v.literal('typed'),
		key,
		kpiId: v.string(),
		typed: v.object({ ...said, by: v.nullable(v.string()) }),
		fetched: indicatorValue
	}),
	v.object({ what: v.literal('valueGone'), key, kpiId: v.string(), had: v.object(said) }),
	v.object({
		what: v.picklist(['title', 'definition']),
		kpiId: v.string(),
		before: v.string(),
		after: v.string()
	}),
	v.object({ what: v.literal('kpiGone'), kpiId: v.string(), title: v.string() }),
	v.object({
		what: v.literal('members'),
		externalId: v.string(),
		before: v.object({ year: v.nullable(v.number()), members: v.array(v.string()) }),
		after: v.object(foundGroup)
	}),
	v.object({ what: v.literal('groupGone'), externalId: v.string(), name: v.string() })
]);

export const notice = v.object({
	id,
	at: time,
	indicatorId: v.nullable(id),
	groupId: v.nullable(id),
	detail,
	indicator: v.nullable(
		v.object({ id, title: v.string(), unit: v.string(), decimals: v.picklist([0, 1, 2]) })
	),
	group: v.nullable(comparisonGroup)
});

export const settle = v.strictObject({
	take: v.pipe(v.boolean(), v.description('Go by the source; otherwise what is here stays.'))
});
export const settled = v.object({ noticeId: id, state: v.picklist(['taken', 'left']) });

export const driftRow = v.object({
	reportId: id,
	reportTitle: v.string(),
	sectionId: id,
	sectionKey: v.string(),
	number: v.string(),
	title: v.string(),
	state: v.picklist(['submitted', 'approved']),
	indicatorId: id,
	indicatorTitle: v.string(),
	drifts: v.array(
		v.object({
			key,
			fixed: indicatorValue,
			now: v.nullable(indicatorValue),
			sentence: v.object({ sv: v.string(), en: v.string() })
		})
	)
});

export const itemsOf = <S extends v.GenericSchema>(item: S) => v.object({ items: v.array(item) });
