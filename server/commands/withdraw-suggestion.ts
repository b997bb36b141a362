import { ok, refuse } from '#core/result.ts';
import { setThreadState } from '#server/store/threads.ts';
import { audit, type Command } from './context.ts';
import { openSuggestion, type SeenThread } from './thread-for.ts';

/** R2: takes one's own suggestion back before anybody has decided about it; that it was made stays. */
export const withdrawSuggestion: Command<
	SeenThread,
	{ sectionId: string; threadId: string }
> = async (tx, input, context) => {
	const found = await openSuggestion(tx, input, 'section.comment');
	if (!found.ok) return found;
	const { actor, section, thread } = found.value;
	if (thread.createdBy !== actor.personId) return refuse({ code: 'forbidden', why: 'role' });
	await setThreadState(tx, {
		threadId: thread.id,
		seenVersion: thread.version,
		state: 'resolved',
		by: actor.personId,
		at: context.now,
		reason: null
	});
	await audit(tx, actor, context, {
		act: 'suggestion.withdraw',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id }
	});
	return ok({ sectionId: section.id, threadId: thread.id });
};
