import { META_FIELDS, REPORT_KINDS, type MetaField } from '#core/report-kind.ts';
import { SECTION_STATES } from '#core/section.ts';
import { TEMPLATE_VARIANTS } from '#core/template.ts';
import * as v from 'valibot';
import { docNode, fixedFigures } from './documents.ts';
import { count, hash, id, named, reason, reportYear, text, time } from './fields.ts';

/** Reports, their sections, and what is done with them. */

export const lock = v.pipe(
	v.object({
		why: v.picklist(['submitted', 'approved']),
		by: v.nullable(v.string()),
		since: time,
		opensBy: v.literal('coordinator')
	}),
	v.description('Why a section takes no changes, and who can open it.')
);

const state = v.picklist(SECTION_STATES);

const sectionFields = {
	id,
	key: v.pipe(v.string(), v.description('Stable from year to year, unique in the report.')),
	number: v.string(),
	title: v.string(),
	chapter: v.object({ key: v.string(), number: v.string(), title: v.string() }),
	state,
	lock: v.nullable(lock),
	owner: v.pipe(
		v.nullable(named),
		v.description('The owning department; null when the coordinator owns the section.')
	),
	articles: v.pipe(
		v.array(v.number()),
		v.description('Articles of the Convention on the Rights of the Child.')
	),
	required: v.boolean(),
	version: count,
	epoch: count,
	seq: v.pipe(count, v.description('The last stored update; what `submit` wants to know.')),
	hash: v.pipe(
		hash,
		v.description('Of the fixed content when locked, else of what submission would fix now.')
	),
	edited: v.nullable(v.object({ by: v.nullable(v.string()), at: time }))
};

const sectionInReport = v.object(sectionFields);

export const sectionDetail = v.object({
	...sectionFields,
	reportId: id,
	requiredBlocks: v.array(v.string()),
	content: docNode,
	figures: v.pipe(
		v.nullable(fixedFigures),
		v.description('By indicator id, as fixed at submission; null in a draft.')
	)
});

const metaField = v.optional(text(200));
const meta = v.strictObject(
	Object.fromEntries(META_FIELDS.map((field) => [field, metaField])) as Record<
		MetaField,
		typeof metaField
	>
);

export const reportItem = v.object({
	id,
	title: v.string(),
	kind: v.picklist(REPORT_KINDS),
	meta: v.pipe(
		meta,
		v.description('What a report of its kind says of itself; dates as 2024-12-31.')
	),
	template: v.pipe(
		v.object({ key: v.string(), version: count }),
		v.description('What it was made from: it keeps the version.')
	),
	reportYear,
	variant: v.picklist(TEMPLATE_VARIANTS),
	authority: named,
	slug: v.pipe(v.string(), v.description('The address of its editions: `/r/{slug}`.')),
	createdAt: time
});

export const reportDetail = v.object({
	...reportItem.entries,
	sections: v.array(sectionInReport)
});

export const newReport = v.strictObject({
	from: v.pipe(
		v.optional(text(200)),
		v.description(
			'The id of a published report whose next year this is: its structure, its indicators, and its plan to be followed up. `template`, `variant`, `meta` and `authorityId` are that report’s then.'
		)
	),
	title: v.pipe(
		v.optional(text(200)),
		v.description('May be left out for a kind whose title is made of its `meta`.')
	),
	reportYear,
	template: v.pipe(
		v.optional(text(60)),
		v.description(
			'The key of a built-in template or the id of one of your own; else `barnbokslut`.'
		)
	),
	variant: v.pipe(v.optional(text(60)), v.description('Needed for a template that has several.')),
	meta: v.pipe(
		v.optional(meta),
		v.description('What a report of its kind says of itself; dates as 2024-12-31.')
	),
	authorityId: v.pipe(
		v.optional(id, ''),
		v.description('May be left out by who coordinates a single authority.')
	)
});

/** Last year's approved text of a section, to be read beside this year's. */
export const previousSection = v.object({
	edition: v.object({
		title: v.string(),
		reportYear,
		number: count,
		href: v.string(),
		decision: v.object({ body: v.string(), date: v.string() })
	}),
	texts: v.array(
		v.object({
			what: v.pipe(
				v.picklist(['text', 'plan']),
				v.description('The section itself, or the plan that it follows up.')
			),
			number: v.string(),
			title: v.string(),
			href: v.pipe(v.string(), v.description('Its place in the edition.')),
			html: v.pipe(v.string(), v.description('As the edition shows it; everything escaped.'))
		})
	)
});

export const submit = v.strictObject({
	seq: v.pipe(count, v.description('The last update that you have seen.'))
});

export const approve = v.strictObject({
	hash: v.pipe(text(200), v.description('The hash of the content that you have seen.'))
});

export const open = v.strictObject({ reason });

/** What a transition led to. */
export const sectionActed = v.object({
	id,
	state,
	hash: v.pipe(v.nullable(hash), v.description('Of the fixed content; null when it is open.'))
});

const lateState = v.picklist(['open', 'accepted', 'declined']);

export const lateItem = v.object({
	id,
	at: time,
	author: named,
	department: v.nullable(named),
	epoch: count,
	baseSeq: v.pipe(count, v.description('The last update that its author had seen.')),
	why: v.pipe(
		v.string(),
		v.description('The code of the refusal that it met, or `deleted`: its passage was gone.')
	),
	lock: v.nullable(lock),
	text: v.pipe(v.string(), v.description('The passages that it would have added or changed.')),
	state: lateState,
	decided: v.nullable(v.object({ by: named, at: time })),
	reason: v.pipe(v.nullable(v.string()), v.description('Why it was declined.'))
});

export const declineLate = v.strictObject({ reason });

/** What was decided about a late contribution. */
export const lateAccepted = v.object({
	id,
	sectionId: id,
	state: v.literal('accepted'),
	seq: v.pipe(count, v.description('The update that it became, in its author’s name.')),
	placed: v.pipe(
		v.picklist(['inPlace', 'atEnd']),
		v.description('`atEnd` where the passage that it was written in is gone.')
	)
});
export const lateDeclined = v.object({ id, sectionId: id, state: v.literal('declined') });
