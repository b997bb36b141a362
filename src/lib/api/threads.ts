import {
	LONGEST_COMMENT,
	LONGEST_POSITION,
	LONGEST_SUGGESTION,
	MOST_MENTIONS
} from '#core/review.ts';
import type { ThreadAct } from '#core/thread-act.ts';
import * as v from 'valibot';

/** What a writing room sends about comments and suggestions: bounded here, judged by the commands. */

const id = v.pipe(v.string(), v.maxLength(64));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.pipe(v.string(), v.maxLength(Math.ceil(LONGEST_POSITION / 3) * 4));
const anchor = v.strictObject({ start: position, end: position });
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const said = {
	text: text(LONGEST_COMMENT),
	mentions: v.pipe(v.array(id), v.maxLength(MOST_MENTIONS))
};
const seen = { threadId: id, version: whole };

/** The body of a POST to a section's threads. */
export const threadAct = v.variant('act', [
	v.strictObject({
		act: v.literal('start'),
		epoch: whole,
		anchor: v.nullable(anchor),
		mustMeet: v.boolean(),
		...said
	}),
	v.strictObject({ act: v.literal('answer'), threadId: id, ...said }),
	v.strictObject({ act: v.literal('edit'), commentId: id, ...said }),
	v.strictObject({ act: v.literal('withdrawComment'), commentId: id }),
	v.strictObject({ act: v.literal('resolve'), ...seen }),
	v.strictObject({ act: v.literal('reopen'), ...seen }),
	v.strictObject({
		act: v.literal('suggest'),
		epoch: whole,
		anchor,
		replaces: text(LONGEST_SUGGESTION),
		proposed: text(LONGEST_SUGGESTION),
		...said
	}),
	v.strictObject({ act: v.literal('accept'), ...seen }),
	v.strictObject({ act: v.literal('decline'), ...seen, reason: text(2000) }),
	v.strictObject({ act: v.literal('withdraw'), ...seen })
]) satisfies v.GenericSchema<unknown, ThreadAct>;
