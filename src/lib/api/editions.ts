import { FORMS } from '#core/forms.ts';
import * as v from 'valibot';
import { approvedSection } from './documents.ts';
import { count, hash, id, reason, reportYear, text, time } from './fields.ts';

/** Published editions, and the act that makes one. */

const decisionField = text(200);

const decision = v.strictObject({
	body: v.pipe(decisionField, v.description('Who decided.')),
	date: v.pipe(decisionField, v.description('`2023-06-19`.')),
	paragraph: v.pipe(decisionField, v.description('As the body numbers it: `§ 87`.')),
	registryNumber: decisionField
});

export const publish = v.strictObject({
	decision,
	note: v.pipe(
		v.optional(text(2000), ''),
		v.description('Why this edition follows another; needed from the second on.')
	),
	number: v.pipe(
		v.exactOptional(count),
		v.description(
			'The number that you expect it to have: refused as `moved` when it would be another.'
		)
	)
});

export const withdraw = v.strictObject({
	forms: v.pipe(
		v.array(v.picklist(FORMS)),
		v.minLength(1),
		v.description('`html` is the reader’s page. What holds the same words goes with them.')
	),
	reason
});

export const withdrawn = v.object({ forms: v.array(v.picklist(FORMS)) });

const address = { id, slug: v.string(), number: count, hash };

export const editionMade = v.object(address);

export const editionItem = v.object({
	...address,
	title: v.string(),
	reportYear,
	municipality: v.string(),
	publishedAt: time
});

const sender = v.pipe(
	v.object({
		accent: v.pipe(v.string(), v.description('`#rrggbb`, or empty.')),
		logo: v.nullable(
			v.object({
				id,
				type: v.string(),
				width: v.number(),
				height: v.number(),
				sha256: hash,
				alt: v.string()
			})
		),
		contact: v.object({
			unit: v.string(),
			email: v.string(),
			phone: v.string(),
			web: v.string()
		})
	}),
	v.description('Who published it, as readers see it.')
);

const editionModel = v.object({
	format: v.literal(1),
	title: v.string(),
	municipality: v.string(),
	authority: v.string(),
	reportYear,
	number: count,
	slug: v.string(),
	publishedAt: time,
	address: v.pipe(
		v.exactOptional(v.string()),
		v.description('Where it stays; absent when the installation had no public address.')
	),
	sender: v.exactOptional(sender),
	note: v.string(),
	decision: v.object(decision.entries),
	chapters: v.array(v.object({ key: v.string(), number: v.string(), title: v.string() })),
	sections: v.array(approvedSection),
	images: v.record(
		v.string(),
		v.object({ type: v.string(), width: v.number(), height: v.number(), sha256: hash })
	)
});

export const editionDetail = v.object({
	...editionItem.entries,
	model: v.pipe(
		editionModel,
		v.description('The whole edition; `hash` is that of its canonical JSON.')
	)
});
