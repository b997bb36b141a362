import { and, asc, eq, gt, gte, lte } from 'drizzle-orm';
import { unpack, unpackTimes, type LoggedUpdate } from './pack.ts';
import { sectionHistory, sectionUpdate } from './schema.ts';
import type { SectionRow } from './sections.ts';
import type { Tx } from './store.ts';

/** Where one of a section's updates is found. */
export type StoredVersion = {
	seq: number;
	epoch: number;
	/** When it was stored; milliseconds since 1970. */
	at: number;
};

/** An update without its bytes. */
export type LoggedTime = Omit<LoggedUpdate, 'bytes'> & { epoch: number };

type Place = Pick<SectionRow, 'id' | 'epoch'>;
/** Numbers from `after` (not with it) to `upTo` (with it). */
type Span = { after: number; upTo: number };

/** The epoch in which the section's update `seq` was stored; numbers go on, so that there is one at most. */
export async function epochOf(tx: Tx, sectionId: string, seq: number): Promise<number | null> {
	const row =
		tx.db
			.select({ epoch: sectionUpdate.epoch })
			.from(sectionUpdate)
			.where(and(eq(sectionUpdate.sectionId, sectionId), eq(sectionUpdate.seq, seq)))
			.get() ??
		tx.db
			.select({ epoch: sectionHistory.epoch })
			.from(sectionHistory)
			.where(
				and(
					eq(sectionHistory.sectionId, sectionId),
					lte(sectionHistory.fromSeq, seq),
					gte(sectionHistory.toSeq, seq)
				)
			)
			.get();
	return row?.epoch ?? null;
}

/** When the section's update `seq` was stored; null when there is none. */
async function storedAt(tx: Tx, place: Place, seq: number): Promise<number | null> {
	const row = tx.db
		.select({ at: sectionUpdate.at })
		.from(sectionUpdate)
		.where(and(ofEpoch(sectionUpdate, place), eq(sectionUpdate.seq, seq)))
		.get();
	if (row) return row.at;
	const [pack] = packsOf(tx, place, { after: seq - 1, upTo: seq });
	return pack ? (unpackTimes(pack.bytes).find((one) => one.seq === seq)?.at ?? null) : null;
}

/**
 * R3: where the section's update `seq` is found; null when there is no such update.
 */
export async function findVersion(
	tx: Tx,
	sectionId: string,
	seq: number
): Promise<StoredVersion | null> {
	const epoch = await epochOf(tx, sectionId, seq);
	const at = epoch === null ? null : await storedAt(tx, { id: sectionId, epoch }, seq);
	return epoch === null || at === null ? null : { seq, epoch, at };
}

/**
 * The updates of an epoch after `after`, up to and with `upTo`, pack by pack, so that a long history does
 * not have to be in memory, nor be replayed in one go.
 * @throws Error when a pack is damaged or an update is missing
 */
export async function* updatesInPieces(
	tx: Tx,
	place: Place,
	{ after, upTo }: Span
): AsyncGenerator<{ bytes: Uint8Array[]; seq: number }> {
	let last = after;
	const piece = (updates: LoggedUpdate[]) => {
		const wanted = updates.filter(({ seq }) => seq > last && seq <= upTo);
		const [first] = wanted;
		// An epoch begins where the one before ended.
		if (first && last !== 0 && first.seq !== last + 1)
			throw new Error(`section ${place.id}: ${first.seq} follows ${last} in the history`);
		last = wanted.at(-1)?.seq ?? last;
		return { bytes: wanted.map(({ bytes }) => bytes), seq: last };
	};
	// Packed they are small: a thesis has 350 kB.
	for (const { bytes } of packsOf(tx, place, { after, upTo })) yield piece(unpack(bytes));
	if (last < upTo) yield piece(loggedRows(tx, place, { after: last, upTo }));
	if (last !== upTo) throw new Error(`section ${place.id}: ${upTo} is missing in the history`);
}

/** Who wrote each of the section's updates, and when, in order and over all epochs; the texts are not read. */
export async function loggedTimes(tx: Tx, sectionId: string): Promise<LoggedTime[]> {
	const packed = tx.db
		.select({ epoch: sectionHistory.epoch, bytes: sectionHistory.bytes })
		.from(sectionHistory)
		.where(eq(sectionHistory.sectionId, sectionId))
		.orderBy(asc(sectionHistory.fromSeq))
		.all()
		.flatMap(({ epoch, bytes }) => unpackTimes(bytes).map((one) => ({ ...one, epoch })));
	const rows = tx.db
		.select({
			epoch: sectionUpdate.epoch,
			seq: sectionUpdate.seq,
			personId: sectionUpdate.personId,
			at: sectionUpdate.at
		})
		.from(sectionUpdate)
		.where(eq(sectionUpdate.sectionId, sectionId))
		.all();
	// An earlier epoch may have kept rows that a later one has packed behind.
	return [...packed, ...rows].sort((a, b) => a.seq - b.seq);
}

function packsOf(tx: Tx, place: Place, { after, upTo }: Span) {
	return tx.db
		.select({ fromSeq: sectionHistory.fromSeq, bytes: sectionHistory.bytes })
		.from(sectionHistory)
		.where(
			and(
				ofEpoch(sectionHistory, place),
				gt(sectionHistory.toSeq, after),
				lte(sectionHistory.fromSeq, upTo)
			)
		)
		.orderBy(asc(sectionHistory.fromSeq))
		.all();
}

function loggedRows(tx: Tx, place: Place, { after, upTo }: Span): LoggedUpdate[] {
	return tx.db
		.select({
			seq: sectionUpdate.seq,
			personId: sectionUpdate.personId,
			at: sectionUpdate.at,
			bytes: sectionUpdate.bytes
		})
		.from(sectionUpdate)
		.where(
			and(ofEpoch(sectionUpdate, place), gt(sectionUpdate.seq, after), lte(sectionUpdate.seq, upTo))
		)
		.orderBy(asc(sectionUpdate.seq))
		.all();
}

const ofEpoch = (table: typeof sectionUpdate | typeof sectionHistory, { id, epoch }: Place) =>
	and(eq(table.sectionId, id), eq(table.epoch, epoch));
