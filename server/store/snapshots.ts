import { and, desc, eq, lt, max, sql, type Placeholder } from 'drizzle-orm';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { sectionSnapshot } from './schema.ts';
import { sealOfSnapshot } from './seals.ts';
import type { SectionRow } from './sections.ts';
import { prepared, type Tx } from './store.ts';

/** A document as it can be sent: nothing of it has to be computed. */
export type Snapshot = {
	/** A Yjs update v1. */
	bytes: Uint8Array;
	stateVector: Uint8Array;
	/** SHA-256 of the text's canonical JSON. */
	hash: string;
};

type InEpoch = Pick<SectionRow, 'id' | 'epoch'> | { id: Placeholder; epoch: Placeholder };

/** How `bytes` of a row are written (D10). */
const FORMAT = { plain: 0, zstd: 1 } as const;

/**
 * Keeps the document as it was at `seq`, and lets the epoch's older snapshots go: all of them can be
 * made again from the log. The caller has proved that it says what the log says (D8).
 */
export async function insertSnapshot(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'municipalityId' | 'epoch'>,
	snapshot: Snapshot & { seq: number; at: number }
): Promise<void> {
	const row = {
		seq: snapshot.seq,
		at: snapshot.at,
		bytes: zstdCompressSync(snapshot.bytes),
		format: FORMAT.zstd,
		stateVector: Buffer.from(snapshot.stateVector),
		hash: snapshot.hash
	};
	tx.db
		.insert(sectionSnapshot)
		.values({
			municipalityId: s.municipalityId,
			sectionId: s.id,
			epoch: s.epoch,
			...row,
			seal: sealOfSnapshot(s, row)
		})
		.run();
	tx.db
		.delete(sectionSnapshot)
		.where(and(inEpoch(s), lt(sectionSnapshot.seq, snapshot.seq)))
		.run();
}

const newest = (db: Tx['db']) =>
	db
		.select()
		.from(sectionSnapshot)
		.where(inEpoch({ id: sql.placeholder('id'), epoch: sql.placeholder('epoch') }))
		.orderBy(desc(sectionSnapshot.seq))
		.limit(1)
		.prepare();

/** The newest snapshot of the section's epoch; vector and hash are null in one of an older program. */
export async function newestSnapshot(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'epoch'>
): Promise<
	| { seq: number; bytes: Uint8Array; stateVector: Uint8Array | null; hash: string | null }
	| undefined
> {
	const row = prepared(tx, newest).get({ id: s.id, epoch: s.epoch });
	if (!row) return undefined;
	const { seq, stateVector, hash } = row;
	return { seq, bytes: readBytes(row), stateVector, hash };
}

/** The number that the epoch's newest snapshot goes up to; 0 without one. */
export async function snapshotSeq(tx: Tx, s: Pick<SectionRow, 'id' | 'epoch'>): Promise<number> {
	const row = tx.db
		.select({ seq: max(sectionSnapshot.seq) })
		.from(sectionSnapshot)
		.where(inEpoch(s))
		.get();
	return row?.seq ?? 0;
}

function readBytes({ format, bytes }: { format: number; bytes: Uint8Array }): Uint8Array {
	switch (format) {
		case FORMAT.plain:
			return bytes;
		case FORMAT.zstd:
			return zstdDecompressSync(bytes);
		default:
			throw new Error(`a snapshot of the unknown format ${format}`);
	}
}

const inEpoch = (s: InEpoch) =>
	and(eq(sectionSnapshot.sectionId, s.id), eq(sectionSnapshot.epoch, s.epoch));
