import { ok, refuse } from '#core/result.ts';
import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import { packHistory } from '#server/store/history.ts';
import { documentBytes } from '#server/store/log.ts';
import { getSection } from '#server/store/sections.ts';
import { insertSnapshot, snapshotSeq } from '#server/store/snapshots.ts';
import * as Y from 'yjs';
import type { Command } from './context.ts';

/**
 * D8, D9: stores a room's document as the section's snapshot and packs the log that it rests on. First
 * it is proved: the bytes, loaded anew, are the document that the stored snapshot and updates make, in
 * text, hash, clocks and deletions. A room that says anything else is refused and nothing is stored. It
 * is the server's own housekeeping and leaves no audit line.
 */
export const compactSection: Command<
	{
		sectionId: string;
		epoch: number;
		/** The last update that the document holds. */
		seq: number;
		/** The whole document as a Yjs update v1. */
		bytes: Uint8Array;
	},
	null
> = async (tx, input, context) => {
	const section = await getSection(tx, input.sectionId);
	if (!section) return refuse({ code: 'notFound' });
	if (section.epoch !== input.epoch) return refuse({ code: 'otherEpoch' });
	if ((await snapshotSeq(tx, section)) >= input.seq) return ok(null);
	const { seq, parts } = await documentBytes(tx, section, input.seq);
	if (seq !== input.seq) return refuse({ code: 'malformed', rule: 'snapshot' });
	const stored = read(parts);
	const offered = readOffered(input.bytes);
	const isSame =
		offered !== null &&
		offered.hash === stored.hash &&
		Y.equalSnapshots(offered.state, stored.state);
	if (!isSame) return refuse({ code: 'malformed', rule: 'snapshot' });
	await insertSnapshot(tx, section, {
		seq,
		at: context.now,
		bytes: input.bytes,
		stateVector: offered.stateVector,
		hash: offered.hash
	});
	await packHistory(tx, section, seq);
	return ok(null);
};

type Read = { hash: string; state: Y.Snapshot; stateVector: Uint8Array; isWhole: boolean };

function read(parts: Uint8Array[]): Read {
	const doc = loadDoc(parts);
	try {
		return {
			hash: hashOf(docJson(doc)),
			// Clocks and deletions, whatever was collected in memory.
			state: Y.snapshot(doc),
			stateVector: Y.encodeStateVector(doc),
			isWhole:
				doc.store.pendingStructs === null && doc.store.pendingDs === null && doc.share.size === 1
		};
	} finally {
		doc.destroy();
	}
}

/** The same of bytes that nobody has checked; null when they are no whole document. */
function readOffered(bytes: Uint8Array): Read | null {
	try {
		const offered = read([bytes]);
		return offered.isWhole ? offered : null;
	} catch (error) {
		// Yjs throws plain errors at what it cannot decode.
		if (error instanceof Error) return null;
		throw error;
	}
}
