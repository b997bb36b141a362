import * as v from 'valibot';
import { approvedSection } from './documents.ts';
import { count, hash, id, reportYear, text, time } from './fields.ts';

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
	)
});

const address = { id, slug: v.string(), number: count, hash };

export const editionMade = v.object(address);

export const editionItem = v.object({
	...address,
	title: v.string(),
	reportYear,
	municipality: v.string(),
	publishedAt: time
});

const editionModel = v.object({
	format: v.literal(1),
	title: v.string(),
	municipality: v.string(),
	authority: v.string(),
	reportYear,
	number: count,
	slug: v.string(),
	publishedAt: time,
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
