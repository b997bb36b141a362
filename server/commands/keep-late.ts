import type { Lock } from '#core/lock.ts';
import { ok, refuse } from '#core/result.ts';
import { extendLate, insertLate, listLate } from '#server/store/late.ts';
import { loadActor } from '#server/store/people.ts';
import { getSection } from '#server/store/sections.ts';
import { audit, type Command } from './context.ts';
import { coordinatorsOf, notify } from './notify.ts';

/** L1: how much of one person may wait at one section; more than this is no honest contribution. */
const MOST_A_PERSON = 50;

/**
 * L1: keeps what met a lock or a lost right. The same bytes twice (a client that resends at each
 * reconnection) are one contribution.
 */
export const keepLate: Command<
	{
		by: string;
		sectionId: string;
		epoch: number;
		baseSeq: number;
		why: string;
		lock: Lock | null;
		bytes: Uint8Array;
		text: string;
		/** The contribution that this one goes on from, and holds all of: it takes its place. */
		extends?: string;
	},
	{ lateId: string | null }
> = async (tx, input, context) => {
	const section = await getSection(tx, input.sectionId);
	const actor = await loadActor(tx, input.by);
	if (!section || !actor) return refuse({ code: 'notFound' });
	const mine = await listLate(tx, section.id, input.by);
	const bytes = Buffer.from(input.bytes);
	const known = mine.find((l) => bytes.equals(l.bytes));
	if (known) return ok({ lateId: known.id });
	if (mine.some((l) => l.id === input.extends && l.state === 'open')) {
		const lateId = input.extends ?? '';
		await extendLate(tx, lateId, { bytes, text: input.text });
		return ok({ lateId });
	}
	if (mine.filter((l) => l.state === 'open').length >= MOST_A_PERSON) return ok({ lateId: null });
	const lateId = context.newId();
	const writer = actor.grants.find((g) => g.role === 'writer');
	await insertLate(tx, {
		id: lateId,
		municipalityId: section.municipalityId,
		sectionId: section.id,
		epoch: input.epoch,
		baseSeq: input.baseSeq,
		personId: input.by,
		departmentId: writer?.departmentId ?? null,
		at: context.now,
		why: input.why,
		lock: input.lock,
		bytes,
		text: input.text
	});
	await audit(tx, actor, context, {
		act: 'section.late',
		reportId: section.reportId,
		sectionId: section.id,
		detail: { lateId, why: input.why }
	});
	await notify(tx, context, actor, {
		kind: 'late',
		to: await coordinatorsOf(tx, section),
		about: { section },
		detail: { lateId }
	});
	return ok({ lateId });
};
