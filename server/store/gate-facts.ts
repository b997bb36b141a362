import type { Actor, Thing } from '#core/access.ts';
import type { SectionState } from '#core/section.ts';
import { eq, sql } from 'drizzle-orm';
import { grantsOf } from './people.ts';
import { person, report, section, sectionShare, session } from './schema.ts';
import { prepared, type Tx } from './store.ts';

/**
 * What the write gate reads, and no more: it stands on the road of every keystroke. State and epoch
 * are read in every transaction; who may write where, again as soon as anything but the log was
 * written.
 */

/** A section's state and the end of its log: read in every transaction. */
export type GateSection = {
	id: string;
	municipalityId: string;
	state: SectionState;
	epoch: number;
	seq: number;
};

const sectionNow = (db: Tx['db']) =>
	db
		.select({
			id: section.id,
			municipalityId: section.municipalityId,
			state: section.state,
			epoch: section.epoch,
			seq: section.seq
		})
		.from(section)
		.where(eq(section.id, sql.placeholder('id')))
		.prepare();

const sectionPlace = (db: Tx['db']) =>
	db
		.select({
			municipalityId: section.municipalityId,
			reportId: section.reportId,
			departmentId: section.departmentId,
			authorityId: report.authorityId
		})
		.from(section)
		.innerJoin(report, eq(report.id, section.reportId))
		.where(eq(section.id, sql.placeholder('id')))
		.prepare();

const sharesOf = (db: Tx['db']) =>
	db
		.select({ id: sectionShare.departmentId, rowsOnly: sectionShare.rowsOnly })
		.from(sectionShare)
		.where(eq(sectionShare.sectionId, sql.placeholder('id')))
		.prepare();

const personBySession = (db: Tx['db']) =>
	db
		.select({
			expiresAt: session.expiresAt,
			personId: person.id,
			name: person.name,
			municipalityId: person.municipalityId,
			active: person.active
		})
		.from(session)
		.innerJoin(person, eq(person.id, session.personId))
		.where(eq(session.idHash, sql.placeholder('idHash')))
		.prepare();

export async function gateSection(tx: Tx, id: string): Promise<GateSection | undefined> {
	return prepared(tx, sectionNow).get({ id });
}

type SectionThing = Extract<Thing, { kind: 'section' }>;

/** The section as `may` wants to know it for a keystroke; null when there is none. */
export async function thingOfGate(tx: Tx, id: string): Promise<SectionThing | null> {
	return tx.remember(`section ${id}`, async () => {
		const place = prepared(tx, sectionPlace).get({ id });
		if (!place) return null;
		const shares = prepared(tx, sharesOf).all({ id });
		return {
			kind: 'section',
			...place,
			sharedWith: shares.map((share) => share.id),
			rowsOnly: shares.filter((share) => share.rowsOnly).map((share) => share.id),
			// Four eyes are asked for at an approval, never at a keystroke (A7).
			wroteSinceApproval: [],
			fourEyes: true
		};
	});
}

/** The person behind a session that stands at `now`, with their roles; else null. */
export async function actorBySession(tx: Tx, idHash: string, now: number): Promise<Actor | null> {
	const known = await tx.remember(`session ${idHash}`, () => readSession(tx, idHash));
	return known !== null && known.expiresAt > now ? known.actor : null;
}

async function readSession(
	tx: Tx,
	idHash: string
): Promise<{ expiresAt: number; actor: Actor } | null> {
	const row = prepared(tx, personBySession).get({ idHash });
	if (!row?.active) return null;
	const { personId, name, municipalityId, expiresAt } = row;
	const grants = await grantsOf(tx, personId);
	return { expiresAt, actor: { personId, name, municipalityId, grants } };
}
