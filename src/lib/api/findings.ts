import { CHECK_RULES } from '#core/checks/finding.ts';
import * as v from 'valibot';
import { count, id, reason, text, time } from './fields.ts';

/** What the checks find (C1), and who took what upon them. */

const place = v.nullable(count);

export const findingItem = v.object({
	finding: v.pipe(
		v.string(),
		v.description('Names it by its kind and content; another content makes another.')
	),
	rule: v.picklist(CHECK_RULES),
	code: v.string(),
	severity: v.picklist(['blocking', 'advice']),
	place: v.pipe(
		v.object({
			path: v.array(count),
			row: place,
			column: place,
			from: place,
			to: place
		}),
		v.description(
			'Indices of children from the document to the node; in a table row and column of the grid, in a text the offsets.'
		)
	),
	excerpt: v.string(),
	message: v.pipe(v.string(), v.description('What is the matter, by `Accept-Language`.')),
	todo: v.pipe(v.string(), v.description('What to do about it.')),
	overridden: v.pipe(
		v.nullable(v.object({ by: v.string(), at: time, reason: v.string() })),
		v.description('Who took it upon them; it hinders no longer.')
	)
});

export const override = v.strictObject({
	finding: v.pipe(text(100), v.description('As `listFindings` tells it.')),
	reason
});

export const overridden = v.object({ id, finding: v.string() });
