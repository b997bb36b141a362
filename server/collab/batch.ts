import type { RoomBatch } from '#server/commands/append-updates.ts';
import type { SignedIn } from './connection.ts';

/**
 * One row for the log: whose it is (null: the server's), the rows that it was held against (A3), and the
 * client ids that it is the first to use.
 */
export type Row = {
	who: SignedIn | null;
	rows: readonly string[] | null;
	bytes: Uint8Array;
	claims: number[];
};

/** The rows as one batch, made to travel between threads: few objects, all bytes in one piece. */
export function packBatch(sectionId: string, epoch: number, rows: readonly Row[]): RoomBatch {
	const places = new Map<SignedIn | null, number>();
	const batch: RoomBatch = {
		sectionId,
		epoch,
		authors: [],
		by: [],
		lengths: [],
		bytes: new Uint8Array(rows.reduce((n, row) => n + row.bytes.byteLength, 0)),
		claims: []
	};
	let at = 0;
	for (const [i, { who, rows: limit, bytes, claims }] of rows.entries()) {
		let place = places.get(who);
		if (place === undefined) {
			place = batch.authors.length;
			places.set(who, place);
			batch.authors.push({
				personId: who?.user.id ?? null,
				sessionHash: who?.sessionHash ?? null,
				...(limit === null ? {} : { rows: [...limit] })
			});
		}
		batch.by.push(place);
		batch.lengths.push(bytes.byteLength);
		batch.bytes.set(bytes, at);
		at += bytes.byteLength;
		for (const clientId of claims) batch.claims.push({ clientId, update: i });
	}
	return batch;
}
