import { ok, refuse, type Result } from '#core/result.ts';
import type { Tx } from '#server/store/store.ts';
import { getComment, type Comment } from '#server/store/threads.ts';
import { threadFor, type FoundThread } from './thread-for.ts';

/** The person's own comment in the section; refused as already done when it was withdrawn. */
export async function ownComment(
	tx: Tx,
	input: { by: string; sectionId: string; commentId: string }
): Promise<Result<FoundThread & { comment: Comment }>> {
	const comment = await getComment(tx, input.commentId);
	const threadId = comment?.threadId ?? '';
	const found = await threadFor(tx, { ...input, threadId }, 'section.comment');
	if (!found.ok) return found;
	if (!comment) return refuse({ code: 'notFound' });
	if (comment.personId !== found.value.actor.personId)
		return refuse({ code: 'forbidden', why: 'role' });
	if (comment.withdrawnAt !== null)
		return refuse({
			code: 'moved',
			happened: 'done',
			by: found.value.actor.name,
			at: comment.withdrawnAt
		});
	return ok({ ...found.value, comment });
}
