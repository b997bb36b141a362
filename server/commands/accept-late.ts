import { lockOn } from '#core/lock.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { claimClient } from '#server/store/append.ts';
import { decideLate, getLate, type LateContribution } from '#server/store/late.ts';
import { appendUpdate, documentBytes, listClaims } from '#server/store/log.ts';
import { getPerson } from '#server/store/people.ts';
import { lockFacts, type Section } from '#server/store/sections.ts';
import type { Actor } from '#core/access.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, sectionFor, type Command } from './context.ts';
import { lateChange, lateIn, type LateChange } from './late-change.ts';
import { notify } from './notify.ts';

/** The contribution with its section, when the person may decide about it and nobody has yet. */
export async function lateFor(
	tx: Tx,
	by: string,
	lateId: string
): Promise<Result<{ actor: Actor; section: Section; late: LateContribution }>> {
	const late = await getLate(tx, lateId);
	if (!late) return refuse({ code: 'notFound' });
	const found = await sectionFor(tx, by, 'section.late', late.sectionId);
	if (!found.ok) return found;
	if (late.state !== 'open') {
		const decider = late.decidedBy === null ? null : await getPerson(tx, late.decidedBy);
		return refuse({
			code: 'moved',
			happened: 'done',
			by: decider?.name ?? null,
			at: late.decidedAt
		});
	}
	return ok({ ...found.value, late });
}

/** What taking the contribution in would write now; refused as `lateChange` refuses, and as `otherEpoch`. */
export async function changeOf(
	tx: Tx,
	section: Section,
	late: LateContribution
): Promise<Result<LateChange>> {
	// Of another document only the words fit, and it has none.
	if (late.epoch !== section.epoch && late.text.trim() === '')
		return refuse({ code: 'otherEpoch' });
	const claims = await listClaims(tx, section);
	const { parts } = await documentBytes(tx, section);
	return lateChange(parts, lateIn(section, late), new Set(claims.keys()));
}

/**
 * L4: takes a late contribution into an open section, as a new change in its author's name (A7: who
 * wrote it is who may not approve it, not who let it in). Refused when the section is locked and when
 * nothing of the contribution is left to put in.
 */
export const acceptLate: Command<
	{ by: string; lateId: string },
	{ sectionId: string; seq: number; placed: LateChange['placed']; author: string }
> = async (tx, input, context) => {
	const found = await lateFor(tx, input.by, input.lateId);
	if (!found.ok) return found;
	const { actor, section, late } = found.value;
	const lock = lockOn(lockFacts(section));
	if (lock) return refuse({ code: 'locked', lock });
	const change = await changeOf(tx, section, late);
	if (!change.ok) return change;
	const { bytes, clientId, placed } = change.value;
	await claimClient(tx, section, { clientId, personId: late.personId });
	const seq = await appendUpdate(tx, section, {
		personId: late.personId,
		at: context.now,
		bytes
	});
	await decideLate(tx, late.id, {
		state: 'accepted',
		by: actor.personId,
		at: context.now,
		reason: null
	});
	await audit(tx, actor, context, {
		act: 'section.lateAccept',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { lateId: late.id, author: late.personId, seq, placed }
	});
	await notify(tx, context, actor, {
		kind: 'lateDecided',
		to: [late.personId],
		about: { section },
		detail: { lateId: late.id }
	});
	return ok({ sectionId: section.id, seq, placed, author: late.personId });
};
