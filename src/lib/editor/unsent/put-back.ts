import * as Y from 'yjs';
import { newDoc } from '#schema/new-doc.ts';

/** The origin of what is put back; it is no part of this page's undo. */
export class PutBack {
	/** As it was made: this is what is sent. The document's own account of it would name letters that
	 * go with a passage and that whoever deleted it had not seen (L5). */
	readonly updates: readonly Uint8Array[];

	constructor(updates: readonly Uint8Array[]) {
		this.updates = updates;
	}
}

/**
 * Puts what a closed page had typed into a document. What the document has already changes nothing.
 * @returns false when the document lacks what it builds on; nothing was changed then
 */
export function putBack(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
	const trial = newDoc();
	Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
	for (const update of updates) Y.applyUpdate(trial, update);
	const isWhole = trial.store.pendingStructs === null && trial.store.pendingDs === null;
	trial.destroy();
	if (!isWhole) return false;
	const origin = new PutBack(updates);
	Y.transact(
		doc,
		() => {
			for (const update of updates) Y.applyUpdate(doc, update, origin);
		},
		origin,
		// Nothing is added to it here (`keep-text-nodes.ts`).
		false
	);
	return true;
}
