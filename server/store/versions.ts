import { and, eq, gte, lte } from 'drizzle-orm';
import { updatesBetween } from './history.ts';
import { documentBytes } from './log.ts';
import { sectionHistory, sectionUpdate } from './schema.ts';
import type { SectionRow } from './sections.ts';
import type { Tx } from './store.ts';

/** A section's document as it was after one of its updates. */
export type StoredVersion = {
	seq: number;
	epoch: number;
	/** When that update was stored; milliseconds since 1970. */
	at: number;
	/** Yjs updates v1 that make the document. */
	parts: Uint8Array[];
};

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

/**
 * R3: the section's document after its update `seq`, as the log tells it; null when there is no such
 * update. What was written before the newest snapshot comes from the packed history.
 * @throws Error when the history is damaged
 */
export async function storedVersion(
	tx: Tx,
	section: Pick<SectionRow, 'id'>,
	seq: number
): Promise<StoredVersion | null> {
	const epoch = await epochOf(tx, section.id, seq);
	if (epoch === null) return null;
	const place = { id: section.id, epoch };
	const [update] = await updatesBetween(tx, place, { after: seq - 1, upTo: seq });
	if (!update) return null;
	const { parts } = await documentBytes(tx, place, seq);
	return { seq, epoch, at: update.at, parts };
}
