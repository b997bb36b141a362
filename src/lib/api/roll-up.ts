import { ROLL_UP_SHOWS } from '#core/taken-in.ts';
import * as v from 'valibot';
import { count } from './fields.ts';

/** What a section shows of the editions that its report takes in. */

export const rollUpQuery = v.strictObject({ shows: v.optional(v.picklist(ROLL_UP_SHOWS), 'plan') });

export const sectionRollUp = v.object({
	html: v.pipe(v.string(), v.description('As readers will see it; empty where there is nothing.')),
	editions: v.pipe(count, v.description('How many editions are taken in, whatever they hold.')),
	isFixed: v.pipe(v.boolean(), v.description('It was fixed at the section’s submission.'))
});
