import { ok, refuse } from '#core/result.ts';
import { transition } from '#core/section.ts';
import { sha256Hex } from '#schema/content.ts';
import { insertApproval, latestFixed } from '#server/store/approvals.ts';
import { lockFacts, setSectionState } from '#server/store/sections.ts';
import { openThreads } from '#server/store/threads.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { notify, scribesOf } from './notify.ts';

/** S4: approves exactly the content whose hash the approver saw; R1: nothing that must be met is open. */
export const approveSection: Command<
	{ by: string; sectionId: string; hash: string },
	{ hash: string }
> = async (tx, input, context) => {
	const found = await sectionFor(tx, input.by, 'section.approve', input.sectionId);
	if (!found.ok) return found;
	const { actor, section } = found.value;
	const facts = lockFacts(section);
	const next = transition({
		transition: 'approve',
		state: section.state,
		reason: null,
		lastBy: facts.stateBy,
		lastAt: facts.stateAt
	});
	if (!next.ok) return next;
	const fixed = await latestFixed(tx, section.id);
	if (!fixed) throw new Error(`section ${section.id} is submitted without fixed content`);
	// The stored hash is not trusted: it is computed anew from the stored bytes.
	if (fixed.hash !== input.hash || sha256Hex(fixed.content) !== input.hash)
		return refuse({
			code: 'moved',
			happened: 'textChanged',
			by: facts.stateBy,
			at: facts.stateAt
		});
	const { mustMeet } = await openThreads(tx, section.id);
	if (mustMeet > 0) {
		const { id: sectionId, key, title } = section;
		const hinder = { what: 'commentOpen', sectionId, key, title, count: mustMeet } as const;
		return refuse({ code: 'notReady', hinders: [hinder] });
	}
	// Asked before the approval, which begins a new count of who wrote.
	const to = await scribesOf(tx, section);
	await insertApproval(tx, {
		id: context.newId(),
		municipalityId: section.municipalityId,
		sectionId: section.id,
		fixedId: fixed.id,
		hash: fixed.hash,
		approvedBy: actor.personId,
		approvedAt: context.now
	});
	await setSectionState(tx, {
		sectionId: section.id,
		seenVersion: section.version,
		state: next.value,
		by: actor.personId,
		at: context.now,
		approvedSeq: section.seq
	});
	await audit(tx, actor, context, {
		act: 'section.approve',
		reportId: section.reportId,
		sectionId: section.id,
		from: section.state,
		to: next.value,
		hash: fixed.hash
	});
	await notify(tx, context, actor, { kind: 'approved', to, about: { section } });
	return ok({ hash: fixed.hash });
};
