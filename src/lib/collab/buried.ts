import * as Y from 'yjs';
import type { DeleteSet } from './gate.ts';

/** Letters that are gone although who made the change that took them had not seen them (L5). */
export type Buried = { clientId: number; text: string };

/**
 * What a transaction deleted of the text that stood, beyond what its update names: a passage was
 * deleted, and letters that somebody had just put into it went with it. To be read before Yjs collects
 * what was deleted ('afterTransaction').
 * @param named the delete set of the update
 */
export function deletedUnseen(transaction: Y.Transaction, named: DeleteSet): Buried[] {
	const buried: Buried[] = [];
	for (const [clientId, ranges] of transaction.deleteSet.clients) {
		const structs = transaction.doc.store.clients.get(clientId);
		const before = transaction.beforeState.get(clientId) ?? 0;
		if (!structs) continue;
		for (const { clock, len } of ranges) {
			for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
				const item = structs[i];
				if (item === undefined || item.id.clock >= Math.min(before, clock + len)) break;
				if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
				if (!Y.isDeleted(named, item.id)) buried.push({ clientId, text: item.content.str });
			}
		}
	}
	return buried;
}

/**
 * Which letters of an update have no place any more: the passage that they were put into was deleted
 * before they came. To be read when the document has taken it.
 * @param items the items of the update, as they were read
 */
export function arrivedTooLate(doc: Y.Doc, items: readonly Y.Item[], named: DeleteSet): Buried[] {
	const buried: Buried[] = [];
	for (const { id, content } of items) {
		if (!(content instanceof Y.ContentString) || Y.isDeleted(named, id)) continue;
		if (Y.getItem(doc.store, id).deleted) buried.push({ clientId: id.client, text: content.str });
	}
	return buried;
}

/** One text for each client, in the order in which its letters were found. */
export function joinBuried(pieces: readonly Buried[]): Buried[] {
	const texts = new Map<number, string>();
	for (const { clientId, text } of pieces) texts.set(clientId, (texts.get(clientId) ?? '') + text);
	return [...texts].map(([clientId, text]) => ({ clientId, text }));
}
