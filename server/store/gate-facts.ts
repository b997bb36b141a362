import type { Actor, Thing } from '#core/access.ts';
import type { SectionState } from '#core/section.ts';
import { eq, sql } from 'drizzle-orm';
import { grantsOf } from './people.ts';
import { person, report, section, sectionShare, session } from './schema.ts';
import { prepared, type Tx } from './store.ts';

/**
 * What the write gate reads anew for every commit, and no more: it stands on the road of every
 * keystroke.
 */

/** A section as far as its log and the right to write in it go. */
export type GateSection = {
	id: string;
	municipalityId: string;
	state: SectionState;
	epoch: number;
	seq: number;
	thing: Extract<Thing, { kind: 'section' }>;
};

const sectionFacts = (db: Tx['db']) =>
	db
		.select({
			id: section.id,
			municipalityId: section.municipalityId,
			state: section.state,
			epoch: section.epoch,
			seq: section.seq,
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
		.select({ id: sectionShare.departmentId })
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
	const row = prepared(tx, sectionFacts).get({ id });
	if (!row) return undefined;
	const { reportId, departmentId, authorityId, ...facts } = row;
	const sharedWith = prepared(tx, sharesOf)
		.all({ id })
		.map((share) => share.id);
	return {
		...facts,
		thing: {
			kind: 'section',
			municipalityId: facts.municipalityId,
			reportId,
			authorityId,
			departmentId,
			sharedWith,
			// Four eyes are asked for at an approval, never at a keystroke (A7).
			wroteSinceApproval: [],
			fourEyes: true
		}
	};
}

/** The person behind a session that stands at `now`, with their roles; else null. */
export async function actorBySession(tx: Tx, idHash: string, now: number): Promise<Actor | null> {
	const row = prepared(tx, personBySession).get({ idHash });
	if (!row?.active || row.expiresAt <= now) return null;
	const { personId, name, municipalityId } = row;
	return { personId, name, municipalityId, grants: await grantsOf(tx, personId) };
}
