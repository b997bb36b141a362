import type { Lock } from '#core/lock.ts';
import { permit } from '#core/permit.ts';
import { ok } from '#core/result.ts';
import { listLate, type LateContribution } from '#server/store/late.ts';
import { listDepartments } from '#server/store/organisation.ts';
import { getPerson } from '#server/store/people.ts';
import { seenSection } from './api-section.ts';
import type { View } from './index.ts';

/** A late contribution (L1) as the API tells of it; its bytes stay in the store. */
export type ApiLate = {
	id: string;
	at: number;
	author: { id: string; name: string };
	department: { id: string; name: string } | null;
	epoch: number;
	baseSeq: number;
	why: string;
	lock: Lock | null;
	text: string;
	state: LateContribution['state'];
	/** Who decided and when; null while it is open. */
	decided: { by: { id: string; name: string }; at: number } | null;
	/** Why it was declined. */
	reason: string | null;
};

/** L3: all late contributions for who coordinates the section, else the person's own. */
export const apiLate: View<{ sectionId: string }, ApiLate[]> = async (tx, actor, params) => {
	const seen = await seenSection(tx, actor, params.sectionId);
	if (!seen.ok) return seen;
	const { actor: person, section, thing } = seen.value;
	const all = permit(person, 'section.late', thing).ok;
	const departments = await listDepartments(tx, section.municipalityId);
	const named = async (id: string) => ({ id, name: (await getPerson(tx, id))?.name ?? '' });
	const late = await listLate(tx, section.id, all ? null : person.personId);
	return ok(
		await Promise.all(
			late.map(async (l) => ({
				id: l.id,
				at: l.at,
				author: await named(l.personId),
				department:
					departments
						.filter((d) => d.id === l.departmentId)
						.map(({ id, name }) => ({ id, name }))[0] ?? null,
				epoch: l.epoch,
				baseSeq: l.baseSeq,
				why: l.why,
				// Written by `keepLate` alone, from a lock.
				lock: l.lock as Lock | null,
				text: l.text,
				state: l.state,
				decided:
					l.decidedBy === null || l.decidedAt === null
						? null
						: { by: await named(l.decidedBy), at: l.decidedAt },
				reason: l.reason
			}))
		)
	);
};
