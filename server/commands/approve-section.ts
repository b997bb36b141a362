import { findingHinders } from '#core/checks.ts';
import type { FixedContent } from '#core/publication.ts';
import { ok, refuse, type Hinder } from '#core/result.ts';
import { transition } from '#core/section.ts';
import { sha256Hex } from '#schema/content.ts';
import { insertApproval, latestFixed } from '#server/store/approvals.ts';
import { overriddenIn } from '#server/store/overrides.ts';
import { lockFacts, setSectionState, type Section } from '#server/store/sections.ts';
import type { Tx } from '#server/store/store.ts';
import { openThreads } from '#server/store/threads.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { notify, scribesOf } from './notify.ts';

/** What of the section itself hinders its approval: R1, comments that must be met; C1, findings. */
async function hindersOf(tx: Tx, section: Section, content: FixedContent): Promise<Hinder[]> {
	const at = { sectionId: section.id, key: section.key, title: section.title };
	const { mustMeet } = await openThreads(tx, section.id);
	const comments: Hinder[] = mustMeet > 0 ? [{ what: 'commentOpen', ...at, count: mustMeet }] : [];
	return [...comments, ...findingHinders(at, content, await overriddenIn(tx, section))];
}

/** S4: approves exactly the content whose hash the approver saw, when nothing of it hinders. */
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
	const hinders = await hindersOf(tx, section, JSON.parse(fixed.content) as FixedContent);
	if (hinders.length > 0) return refuse({ code: 'notReady', hinders });
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
