import * as Y from 'yjs';
import type { DeleteSet } from './gate.ts';

/** Letters that a change took with it although who made it had not seen them (L5). */
export type Buried = { clientId: number; text: string };

/**
 * What a transaction deleted beyond what its update names: letters typed into a passage that
 * somebody else deleted at the same moment, whichever of the two came first. To be read before Yjs
 * collects what was deleted ('afterTransaction').
 * @param named the delete set of the update
 */
export function buriedIn(transaction: Y.Transaction, named: DeleteSet): Buried[] {
	const buried = new Map<number, string>();
	for (const [clientId, ranges] of transaction.deleteSet.clients) {
		const structs = transaction.doc.store.clients.get(clientId);
		if (!structs) continue;
		for (const { clock, len } of ranges) {
			for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
				const item = structs[i];
				if (item === undefined || item.id.clock >= clock + len) break;
				if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
				if (Y.isDeleted(named, item.id)) continue;
				buried.set(clientId, (buried.get(clientId) ?? '') + item.content.str);
			}
		}
	}
	return [...buried].map(([clientId, text]) => ({ clientId, text }));
}
