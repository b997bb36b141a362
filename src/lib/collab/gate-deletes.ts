import * as Y from 'yjs';
import { Broken } from './gate-content.ts';

/** What an update deletes: ranges of clocks for each Yjs client. */
export type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];

/**
 * Deletes name known items only. A client's answer to sync step 1 always carries its whole delete
 * set, so that what is deleted already does not count.
 * @param next the clock after the update, for each client in it
 * @returns true when something would be deleted that is not deleted yet
 */
export function checkDeletes(
	ds: DeleteSet,
	doc: Y.Doc,
	next: ReadonlyMap<number, number>
): boolean {
	let changes = false;
	for (const [client, ranges] of ds.clients) {
		const state = Y.getState(doc.store, client);
		const end = next.get(client) ?? state;
		const structs = doc.store.clients.get(client) ?? [];
		let last = 0;
		for (const { clock, len } of ranges) {
			if (!(len > 0 && clock + len <= end)) throw new Broken('deletesUnknown');
			// Yjs writes them in order; overlapping ones would be walked over and over.
			if (clock < last) throw new Broken('deletesOrder');
			last = clock + len;
			if (clock + len > state) changes = true;
			if (changes || clock >= state) continue;
			for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
				const s = structs[i];
				if (!s || s.id.clock >= clock + len) break;
				if (!s.deleted) changes = true;
			}
		}
	}
	return changes;
}
