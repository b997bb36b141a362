import { ok, refuse, type Result } from '#core/result.ts';
import { thingOf } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { setThreadState } from '#server/store/threads.ts';
import { audit, permit, type Context } from './context.ts';
import { threadFor, threadMoved, type SeenThread } from './thread-for.ts';

/**
 * Both ways of a thread of comments: who began it goes them, and who may write the section, for it is
 * they who meet it.
 */
export async function turnThread(
	tx: Tx,
	input: SeenThread,
	context: Context,
	to: 'open' | 'resolved'
): Promise<Result<{ sectionId: string; threadId: string }>> {
	const found = await threadFor(tx, input, 'section.comment');
	if (!found.ok) return found;
	const { actor, section, thread } = found.value;
	// A suggestion is decided, not resolved.
	if (thread.kind !== 'comment') return refuse({ code: 'notFound' });
	if (thread.createdBy !== actor.personId) {
		const settles = permit(actor, 'section.settle', await thingOf(tx, section));
		if (!settles.ok) return settles;
	}
	if (thread.version !== input.version || thread.state === to) return threadMoved(tx, thread);
	await setThreadState(tx, {
		threadId: thread.id,
		seenVersion: input.version,
		state: to,
		by: actor.personId,
		at: context.now,
		reason: null
	});
	await audit(tx, actor, context, {
		act: to === 'open' ? 'thread.reopen' : 'thread.resolve',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id, mustMeet: thread.mustMeet }
	});
	return ok({ sectionId: section.id, threadId: thread.id });
}
