import { ok, type Result } from '#core/result.ts';
import { transition } from '#core/section.ts';
import { latestFixed, voidApproval } from '#server/store/approvals.ts';
import { lockFacts, setSectionState } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, sectionFor, type Command, type Context } from './context.ts';
import { notify, scribesOf } from './notify.ts';

type OpenInput = { by: string; sectionId: string; reason: string };

/** Both ways that lead back to a draft (S1); each needs a reason (S5). */
async function openAgain(
	tx: Tx,
	input: OpenInput,
	context: Context,
	how: 'return' | 'reopen'
): Promise<Result<null>> {
	const found = await sectionFor(tx, input.by, `section.${how}`, input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const facts = lockFacts(section);
	const reason = input.reason.trim();
	const next = transition({
		transition: how,
		state: section.state,
		reason,
		lastBy: facts.stateBy,
		lastAt: facts.stateAt
	});
	if (!next.ok) return next;
	const fixed = await latestFixed(tx, section.id);
	if (how === 'reopen')
		await voidApproval(tx, {
			sectionId: section.id,
			by: actor.personId,
			at: context.now,
			reason
		});
	await setSectionState(tx, {
		sectionId: section.id,
		seenVersion: section.version,
		state: next.value,
		by: actor.personId,
		at: context.now
	});
	await audit(tx, actor, context, {
		act: `section.${how}`,
		reportId: section.reportId,
		sectionId: section.id,
		from: section.state,
		to: next.value,
		reason,
		hash: fixed?.hash ?? null
	});
	await notify(tx, context, actor, {
		kind: how === 'return' ? 'returned' : 'reopened',
		to: await scribesOf(tx, section),
		about: { section }
	});
	return ok(null);
}

/** The coordinator sends a submitted section back to its writers. */
export const returnSection: Command<OpenInput, null> = (tx, input, context) =>
	openAgain(tx, input, context, 'return');

/** The coordinator opens an approved section; its approval is void, the record stays. */
export const reopenSection: Command<OpenInput, null> = (tx, input, context) =>
	openAgain(tx, input, context, 'reopen');
