import { MOST_WORDINGS } from '#core/review.ts';
import { ok, refuse } from '#core/result.ts';
import { rewordComment } from '#server/store/threads.ts';
import { audit, type Command } from './context.ts';
import { ownComment } from './own-comment.ts';
import { checkSaid, type Said } from './said.ts';
import { tellOfMentions } from './tell-thread.ts';

/**
 * R1: rewords one's own comment; how it read before stays to be read. Who is named in it only now is told,
 * and nobody else. The same words change nothing.
 */
export const editComment: Command<
	{ by: string; sectionId: string; commentId: string } & Said,
	{ sectionId: string; threadId: string }
> = async (tx, input, context) => {
	const found = await ownComment(tx, input);
	if (!found.ok) return found;
	const { actor, section, thread, comment } = found.value;
	const said = await checkSaid(tx, section, input);
	if (!said.ok) return said;
	const { text, mentions } = said.value;
	const done = ok({ sectionId: section.id, threadId: thread.id });
	if (text === comment.text && mentions.join() === comment.mentions.join()) return done;
	if (comment.version >= MOST_WORDINGS) return refuse({ code: 'tooLarge', limit: 'comments' });
	await rewordComment(tx, comment, { text, mentions, at: context.now });
	const now = mentions.filter((id) => !comment.mentions.includes(id));
	await tellOfMentions(tx, context, actor, { section, thread }, now);
	await audit(tx, actor, context, {
		act: 'comment.edit',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id, commentId: comment.id }
	});
	return done;
};
