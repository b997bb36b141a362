import type { Anchor } from '#core/review.ts';
import { MOST_THREADS } from '#core/review.ts';
import { ok, refuse } from '#core/result.ts';
import { thingOf } from '#server/store/sections.ts';
import { countThreads, insertThread } from '#server/store/threads.ts';
import { atPassage, badAnchor, keptPassage } from './anchored.ts';
import { audit, permit, sectionFor, type Command } from './context.ts';
import { addComment, checkSaid, type Said } from './said.ts';
import { tellOfComment } from './tell-thread.ts';

/**
 * R1, S6: begins a thread on a passage, a block or the section, in every state of it; the document stays as
 * it is. That a comment must be met is for those to say who may return the section: it binds the approval,
 * which is theirs.
 */
export const startThread: Command<
	{ by: string; sectionId: string; epoch: number; anchor: Anchor | null; mustMeet: boolean } & Said,
	{ sectionId: string; threadId: string }
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.comment', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	if (input.mustMeet) {
		const binds = permit(actor, 'section.return', await thingOf(tx, section));
		if (!binds.ok) return binds;
	}
	const said = await checkSaid(tx, section, input);
	if (!said.ok) return said;
	if ((await countThreads(tx, section.id)) >= MOST_THREADS)
		return refuse({ code: 'tooLarge', limit: 'threads' });
	const { anchor, epoch, mustMeet } = input;
	// A place between two letters is nothing to comment on.
	if (anchor?.start !== undefined && anchor.start === anchor.end) return badAnchor;
	const kept =
		anchor === null
			? ok({ anchor: null, quote: '' })
			: await atPassage(tx, section, { epoch, anchor }, async (outline, passage) =>
					ok(await keptPassage(tx, section, outline, passage))
				);
	if (!kept.ok) return kept;
	const thread = {
		id: context.newId(),
		municipalityId: section.municipalityId,
		sectionId: section.id,
		epoch: section.epoch,
		kind: 'comment' as const,
		...kept.value,
		mustMeet,
		createdBy: actor.personId,
		createdAt: context.now
	};
	await insertThread(tx, thread);
	const comment = await addComment(tx, context, actor, thread, said.value);
	if (!comment.ok) return comment;
	await tellOfComment(tx, context, actor, { section, thread }, said.value.mentions);
	await audit(tx, actor, context, {
		act: 'thread.start',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id, commentId: comment.value, mustMeet }
	});
	return ok({ sectionId: section.id, threadId: thread.id });
};
