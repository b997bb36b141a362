import { ok } from '#core/result.ts';
import { audit, type Command } from './context.ts';
import { addComment, checkSaid, type Said } from './said.ts';
import { tellOfComment } from './tell-thread.ts';
import { threadFor } from './thread-for.ts';

/** Answers in a thread, whatever its state: an answer opens nothing again. */
export const answerThread: Command<
	{ by: string; sectionId: string; threadId: string } & Said,
	{ sectionId: string; threadId: string }
> = async (tx, input, context) => {
	const found = await threadFor(tx, input, 'section.comment');
	if (!found.ok) return found;
	const { actor, section, thread } = found.value;
	const said = await checkSaid(tx, section, input);
	if (!said.ok) return said;
	const comment = await addComment(tx, context, actor, thread, said.value);
	if (!comment.ok) return comment;
	await tellOfComment(tx, context, actor, { section, thread }, said.value.mentions);
	await audit(tx, actor, context, {
		act: 'thread.answer',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id, commentId: comment.value }
	});
	return ok({ sectionId: section.id, threadId: thread.id });
};
