import { and, asc, desc, eq, gt } from 'drizzle-orm';
import {
	clientClaim,
	lateContribution,
	section,
	sectionSnapshot,
	sectionUpdate
} from './schema.ts';
import type { SectionRow } from './sections.ts';
import type { Tx } from './store.ts';

export type LateContribution = typeof lateContribution.$inferSelect;

/** Stores one update as the next of its section and returns its number. */
export async function appendUpdate(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'municipalityId' | 'epoch' | 'seq'>,
	update: { personId: string | null; at: number; bytes: Uint8Array }
): Promise<number> {
	const seq = s.seq + 1;
	tx.db
		.insert(sectionUpdate)
		.values({
			municipalityId: s.municipalityId,
			sectionId: s.id,
			epoch: s.epoch,
			seq,
			personId: update.personId,
			at: update.at,
			bytes: Buffer.from(update.bytes)
		})
		.run();
	tx.db
		.update(section)
		.set({
			seq,
			...(update.personId === null ? {} : { editedAt: update.at, editedBy: update.personId })
		})
		.where(eq(section.id, s.id))
		.run();
	return seq;
}

/** The newest snapshot and every update after it: what opens the document. */
export async function documentBytes(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'epoch'>
): Promise<{ seq: number; snapshotSeq: number; parts: Uint8Array[] }> {
	const snapshot = tx.db
		.select({ seq: sectionSnapshot.seq, bytes: sectionSnapshot.bytes })
		.from(sectionSnapshot)
		.where(and(eq(sectionSnapshot.sectionId, s.id), eq(sectionSnapshot.epoch, s.epoch)))
		.orderBy(desc(sectionSnapshot.seq))
		.limit(1)
		.get();
	const snapshotSeq = snapshot?.seq ?? 0;
	const tail = tx.db
		.select({ seq: sectionUpdate.seq, bytes: sectionUpdate.bytes })
		.from(sectionUpdate)
		.where(
			and(
				eq(sectionUpdate.sectionId, s.id),
				eq(sectionUpdate.epoch, s.epoch),
				gt(sectionUpdate.seq, snapshotSeq)
			)
		)
		.orderBy(asc(sectionUpdate.seq))
		.all();
	return {
		seq: tail.at(-1)?.seq ?? snapshotSeq,
		snapshotSeq,
		parts: [...(snapshot ? [snapshot.bytes] : []), ...tail.map((r) => r.bytes)]
	};
}

/** Adds a snapshot of the document at `seq`; the log stays as it is (D8, D9). */
export async function insertSnapshot(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'municipalityId' | 'epoch'>,
	snapshot: { seq: number; at: number; bytes: Uint8Array }
) {
	tx.db
		.insert(sectionSnapshot)
		.values({
			municipalityId: s.municipalityId,
			sectionId: s.id,
			epoch: s.epoch,
			seq: snapshot.seq,
			at: snapshot.at,
			bytes: Buffer.from(snapshot.bytes)
		})
		.onConflictDoNothing()
		.run();
}

/** Who each client id of the document belongs to. */
export async function listClaims(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'epoch'>
): Promise<Map<number, string>> {
	const rows = tx.db
		.select({ clientId: clientClaim.clientId, personId: clientClaim.personId })
		.from(clientClaim)
		.where(and(eq(clientClaim.sectionId, s.id), eq(clientClaim.epoch, s.epoch)))
		.all();
	return new Map(rows.map((r) => [r.clientId, r.personId]));
}

/** Claims a client id for a person; false when it is somebody else's (W5). */
export async function claimClient(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'municipalityId' | 'epoch'>,
	claim: { clientId: number; personId: string }
): Promise<boolean> {
	const key = and(
		eq(clientClaim.sectionId, s.id),
		eq(clientClaim.epoch, s.epoch),
		eq(clientClaim.clientId, claim.clientId)
	);
	const owner = tx.db.select().from(clientClaim).where(key).get();
	if (owner) return owner.personId === claim.personId;
	tx.db
		.insert(clientClaim)
		.values({
			municipalityId: s.municipalityId,
			sectionId: s.id,
			epoch: s.epoch,
			clientId: claim.clientId,
			personId: claim.personId
		})
		.run();
	return true;
}

export async function insertLate(tx: Tx, row: typeof lateContribution.$inferInsert) {
	tx.db.insert(lateContribution).values(row).run();
}

/** The section's late contributions, the oldest first; of one person when given. */
export async function listLate(
	tx: Tx,
	sectionId: string,
	personId: string | null
): Promise<LateContribution[]> {
	return tx.db
		.select()
		.from(lateContribution)
		.where(
			and(
				eq(lateContribution.sectionId, sectionId),
				...(personId === null ? [] : [eq(lateContribution.personId, personId)])
			)
		)
		.orderBy(asc(lateContribution.at))
		.all();
}
