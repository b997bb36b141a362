import { LONGEST_COMMENT } from '#core/review.ts';
import { ok, refuse } from '#core/result.ts';
import { setThreadState } from '#server/store/threads.ts';
import { audit, type Command } from './context.ts';
import { tellOfDecision } from './tell-thread.ts';
import { openSuggestion, type SeenThread } from './thread-for.ts';

/** R2: leaves a suggestion out, in every state of the section; a reason may be given, for its author. */
export const declineSuggestion: Command<
	SeenThread & { reason: string },
	{ sectionId: string; threadId: string }
> = async (tx, input, context) => {
	const found = await openSuggestion(tx, input, 'section.settle');
	if (!found.ok) return found;
	const { actor, section, thread } = found.value;
	const reason = input.reason.trim();
	if (reason.length > LONGEST_COMMENT)
		return refuse({ code: 'invalid', problems: [{ field: 'reason', problem: 'length' }] });
	await setThreadState(tx, {
		threadId: thread.id,
		seenVersion: thread.version,
		state: 'declined',
		by: actor.personId,
		at: context.now,
		reason: reason === '' ? null : reason
	});
	await tellOfDecision(tx, context, actor, { section, thread }, 'declined');
	await audit(tx, actor, context, {
		act: 'suggestion.decline',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id, author: thread.createdBy }
	});
	return ok({ sectionId: section.id, threadId: thread.id });
};
