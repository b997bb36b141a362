import { and, asc, desc, eq, gt, gte, lte, sql } from 'drizzle-orm';
import { pack, unpack, type LoggedUpdate } from './pack.ts';
import { sectionHistory, sectionUpdate } from './schema.ts';
import { sealOfPack } from './seals.ts';
import type { SectionRow } from './sections.ts';
import { prepared, type Tx } from './store.ts';

export type { LoggedUpdate } from './pack.ts';

type InEpoch = Pick<SectionRow, 'id' | 'epoch'>;
/** Numbers from `after` (not with it) to `upTo` (with it). */
type Span = { after: number; upTo: number };

/** Fewer rows than this stay as they are: a pack of a few costs more than they do. */
export const FEWEST_PACKED = 100;
/** What one pack holds at most, so that reading one stays cheap. */
const MOST_PACKED = 4096;
const MOST_BYTES = 1024 * 1024;

/**
 * D9: packs the log up to and with `upTo`, and lets the rows go that a pack now holds. Every update
 * stays, with who wrote it and when; `readHistory` gives it back byte for byte.
 * @returns how many updates were packed
 */
export async function packHistory(
	tx: Tx,
	s: InEpoch & Pick<SectionRow, 'municipalityId'>,
	upTo: number
): Promise<number> {
	const rows = loggedRows(tx, s, { after: 0, upTo });
	if (rows.length < FEWEST_PACKED) return 0;
	for (const run of runs(rows)) {
		const [from, to] = [run[0]?.seq ?? 0, run.at(-1)?.seq ?? 0];
		const packed = { fromSeq: from, toSeq: to, bytes: pack(run) };
		tx.db
			.insert(sectionHistory)
			.values({
				municipalityId: s.municipalityId,
				sectionId: s.id,
				epoch: s.epoch,
				...packed,
				seal: sealOfPack(s, packed)
			})
			.run();
		tx.db
			.delete(sectionUpdate)
			.where(
				and(inEpoch(sectionUpdate, s), gte(sectionUpdate.seq, from), lte(sectionUpdate.seq, to))
			)
			.run();
	}
	return rows.length;
}

/**
 * Every update of the section's epoch after `after`, up to and with `upTo`: out of the packs, then out
 * of the log.
 * @throws Error when a pack is damaged or an update is missing
 */
export async function updatesBetween(tx: Tx, s: InEpoch, span: Span): Promise<LoggedUpdate[]> {
	const tail = loggedRows(tx, s, span);
	// After a snapshot the log alone answers; packs are read when it does not reach back to `after`.
	const packed = tail[0]?.seq === span.after + 1 ? [] : packedUpdates(tx, s, span);
	const all = [...packed, ...tail];
	// An epoch begins where the one before ended, so that only what follows on something is known.
	checkFollows(s, all, span.after === 0 ? (all[0]?.seq ?? 1) - 1 : span.after);
	return all;
}

/**
 * D9: every update of the section that was ever stored, epoch by epoch, in order.
 * @throws Error when a pack is damaged or an update is missing
 */
export async function readHistory(
	tx: Tx,
	s: InEpoch
): Promise<(LoggedUpdate & { epoch: number })[]> {
	const all: (LoggedUpdate & { epoch: number })[] = [];
	for (let epoch = 1; epoch <= s.epoch; epoch++) {
		const span = { after: 0, upTo: Number.MAX_SAFE_INTEGER };
		const updates = await updatesBetween(tx, { id: s.id, epoch }, span);
		checkFollows({ id: s.id, epoch }, updates, all.at(-1)?.seq ?? 0);
		for (const update of updates) all.push({ epoch, ...update });
	}
	return all;
}

function checkFollows(s: InEpoch, updates: LoggedUpdate[], after: number): void {
	let last = after;
	for (const { seq } of updates) {
		if (seq !== last + 1)
			throw new Error(`section ${s.id}, epoch ${s.epoch}: ${seq} follows ${last} in the history`);
		last = seq;
	}
}

const rowsBetween = (db: Tx['db']) =>
	db
		.select({
			seq: sectionUpdate.seq,
			personId: sectionUpdate.personId,
			at: sectionUpdate.at,
			bytes: sectionUpdate.bytes
		})
		.from(sectionUpdate)
		.where(
			and(
				inEpoch(sectionUpdate, IN_EPOCH),
				gt(sectionUpdate.seq, sql.placeholder('after')),
				lte(sectionUpdate.seq, sql.placeholder('upTo'))
			)
		)
		.orderBy(asc(sectionUpdate.seq))
		.prepare();

function loggedRows(tx: Tx, { id, epoch }: InEpoch, { after, upTo }: Span): LoggedUpdate[] {
	return prepared(tx, rowsBetween).all({ id, epoch, after, upTo });
}

const newestPack = (db: Tx['db']) =>
	db
		.select({ toSeq: sectionHistory.toSeq })
		.from(sectionHistory)
		.where(inEpoch(sectionHistory, IN_EPOCH))
		.orderBy(desc(sectionHistory.fromSeq))
		.limit(1)
		.prepare();

function packedUpdates(tx: Tx, s: InEpoch, { after, upTo }: Span): LoggedUpdate[] {
	const newest = prepared(tx, newestPack).get({ id: s.id, epoch: s.epoch });
	if (!newest || newest.toSeq <= after) return [];
	return tx.db
		.select({ bytes: sectionHistory.bytes })
		.from(sectionHistory)
		.where(
			and(
				inEpoch(sectionHistory, s),
				gt(sectionHistory.toSeq, after),
				lte(sectionHistory.fromSeq, upTo)
			)
		)
		.orderBy(asc(sectionHistory.fromSeq))
		.all()
		.flatMap((row) => unpack(row.bytes))
		.filter(({ seq }) => seq > after && seq <= upTo);
}

const IN_EPOCH = { id: sql.placeholder('id'), epoch: sql.placeholder('epoch') };

const inEpoch = (
	table: typeof sectionUpdate | typeof sectionHistory,
	s: InEpoch | typeof IN_EPOCH
) => and(eq(table.sectionId, s.id), eq(table.epoch, s.epoch));

/** The rows in pieces of which each becomes a pack. */
function runs(rows: LoggedUpdate[]): LoggedUpdate[][] {
	const pieces: LoggedUpdate[][] = [];
	let bytes = MOST_BYTES;
	for (const row of rows) {
		const piece = pieces.at(-1);
		if (!piece || bytes >= MOST_BYTES || piece.length >= MOST_PACKED) {
			pieces.push([row]);
			bytes = row.bytes.byteLength;
		} else {
			piece.push(row);
			bytes += row.bytes.byteLength;
		}
	}
	return pieces;
}
