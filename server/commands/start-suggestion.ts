import { LONGEST_QUOTE, LONGEST_SUGGESTION, MOST_THREADS, type Anchor } from '#core/review.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { makeAnchor } from '#schema/anchor.ts';
import { replacedIn } from '#schema/proposal.ts';
import { countThreads, insertThread } from '#server/store/threads.ts';
import { atPassage, badAnchor, textMoved } from './anchored.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { addComment, checkSaid, type Said } from './said.ts';
import { tellOfSuggestion } from './tell-thread.ts';

type Proposal = { epoch: number; anchor: Anchor; replaces: string; proposed: string };

/**
 * R2: proposes a change within one textblock, in every state of the section. Nothing changes before
 * somebody takes it in. `replaces` is what the person saw there: when it reads otherwise in the store,
 * it was changed meanwhile.
 */
export const startSuggestion: Command<
	{ by: string; sectionId: string } & Proposal & Said,
	{ sectionId: string; threadId: string }
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.comment', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const problems = problemsOf(input);
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const said = await checkSaid(tx, section, input, true);
	if (!said.ok) return said;
	if ((await countThreads(tx, section.id)) >= MOST_THREADS)
		return refuse({ code: 'tooLarge', limit: 'threads' });
	const anchor = await atPassage(tx, section, input, async (outline, passage) => {
		const replaced = replacedIn(outline, passage);
		if (replaced === null) return badAnchor;
		return replaced.letters === input.replaces ? ok(makeAnchor(passage)) : textMoved(section);
	});
	if (!anchor.ok) return anchor;
	const thread = {
		id: context.newId(),
		municipalityId: section.municipalityId,
		sectionId: section.id,
		epoch: section.epoch,
		kind: 'suggestion' as const,
		anchor: anchor.value,
		quote: input.replaces,
		proposed: input.proposed,
		createdBy: actor.personId,
		createdAt: context.now
	};
	await insertThread(tx, thread);
	if (said.value.text !== '') {
		const comment = await addComment(tx, context, actor, thread, said.value);
		if (!comment.ok) return comment;
	}
	await tellOfSuggestion(tx, context, actor, { section, thread }, said.value.mentions);
	await audit(tx, actor, context, {
		act: 'suggestion.start',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { threadId: thread.id }
	});
	return ok({ sectionId: section.id, threadId: thread.id });
};

/** One line of ordinary signs that is another than what stands there; what is kept whole has a limit. */
function problemsOf({ replaces, proposed, anchor }: Proposal): FieldProblem[] {
	const problems: FieldProblem[] = [];
	if (proposed.length > LONGEST_SUGGESTION || proposed === replaces)
		problems.push({ field: 'proposed', problem: 'length' });
	else if (/[\p{Cc}\u2028\u2029]/u.test(proposed) || !proposed.isWellFormed())
		problems.push({ field: 'proposed', problem: 'text' });
	if (replaces.length > LONGEST_QUOTE) problems.push({ field: 'replaces', problem: 'length' });
	// Something is replaced, or something is put between two letters.
	else if ((replaces === '') !== (anchor.start === anchor.end))
		problems.push({ field: 'anchor', problem: 'place' });
	return problems;
}
