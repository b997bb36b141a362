import { ok } from '#core/result.ts';
import { listComments, markWithdrawn, setThreadState } from '#server/store/threads.ts';
import { audit, type Command } from './context.ts';
import { ownComment } from './own-comment.ts';

/**
 * R1: takes one's own comment back. Nobody is given its words any more; that it stood there stays. A thread
 * of which nothing is left to read is resolved by it: it must not hinder an approval for nothing.
 */
export const withdrawComment: Command<
	{ by: string; sectionId: string; commentId: string },
	{ sectionId: string; threadId: string }
> = async (tx, input, context) => {
	const found = await ownComment(tx, input);
	if (!found.ok) return found;
	const { actor, section, thread, comment } = found.value;
	await markWithdrawn(tx, comment.id, context.now);
	const left = (await listComments(tx, thread.id)).some((one) => one.withdrawnAt === null);
	const resolves = !left && thread.kind === 'comment' && thread.state === 'open';
	if (resolves)
		await setThreadState(tx, {
			threadId: thread.id,
			seenVersion: thread.version,
			state: 'resolved',
			by: actor.personId,
			at: context.now,
			reason: null
		});
	await audit(tx, actor, context, {
		act: 'comment.withdraw',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id, commentId: comment.id, resolves }
	});
	return ok({ sectionId: section.id, threadId: thread.id });
};
