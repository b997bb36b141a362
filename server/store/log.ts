import { and, eq, sql } from 'drizzle-orm';
import { insertUpdateRow, moveLog } from './append.ts';
import { updatesBetween } from './history.ts';
import { clientClaim } from './schema.ts';
import type { SectionRow } from './sections.ts';
import { newestSnapshot, type Snapshot } from './snapshots.ts';
import { prepared, type Tx } from './store.ts';
import { noteWriter } from './writers.ts';

/** Stores one update as the next of its section and returns its number. */
export async function appendUpdate(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'municipalityId' | 'epoch' | 'seq'>,
	update: { personId: string | null; at: number; bytes: Uint8Array }
): Promise<number> {
	const seq = s.seq + 1;
	const { personId, at } = update;
	await insertUpdateRow(tx, s, { seq, ...update });
	await moveLog(tx, s, { seq, by: personId, at });
	if (personId !== null) await noteWriter(tx, s, personId, seq);
	return seq;
}

/** What opens a document. */
export type StoredDocument = {
	/** The newest stored update. */
	seq: number;
	/** Up to where the snapshot goes; without one, the last number before the epoch. */
	snapshotSeq: number;
	/** The snapshot, if there is one, and each update after it: Yjs updates v1. */
	parts: Uint8Array[];
	/** The first part as it can be sent; null without one and where an older program wrote it (D10). */
	snapshot: Snapshot | null;
};

/**
 * The newest snapshot and every update after it, up to and with `upTo` where that is given.
 * @throws Error when the history is damaged
 */
export async function documentBytes(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'epoch'>,
	upTo = Number.MAX_SAFE_INTEGER
): Promise<StoredDocument> {
	const newest = await newestSnapshot(tx, s);
	const snapshot = newest && newest.seq <= upTo ? newest : undefined;
	const tail = await updatesBetween(tx, s, { after: snapshot?.seq ?? 0, upTo });
	const snapshotSeq = snapshot?.seq ?? (tail[0]?.seq ?? 1) - 1;
	const { bytes, stateVector, hash } = snapshot ?? { stateVector: null, hash: null };
	return {
		seq: tail.at(-1)?.seq ?? snapshotSeq,
		snapshotSeq,
		parts: [...(bytes ? [bytes] : []), ...tail.map((u) => u.bytes)],
		snapshot: bytes && stateVector && hash !== null ? { bytes, stateVector, hash } : null
	};
}

const claimsOf = (db: Tx['db']) =>
	db
		.select({ clientId: clientClaim.clientId, personId: clientClaim.personId })
		.from(clientClaim)
		.where(
			and(
				eq(clientClaim.sectionId, sql.placeholder('id')),
				eq(clientClaim.epoch, sql.placeholder('epoch'))
			)
		)
		.prepare();

/** Who each client id of the document belongs to. */
export async function listClaims(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'epoch'>
): Promise<Map<number, string>> {
	const rows = prepared(tx, claimsOf).all({ id: s.id, epoch: s.epoch });
	return new Map(rows.map((r) => [r.clientId, r.personId]));
}
