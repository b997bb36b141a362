import { buriedWords } from '#collab/buried.ts';
import * as Y from 'yjs';

/** The origin of what is put back: local work, and no part of this page's undo. */
export const PUT_BACK = 'put back';

/**
 * Puts what a closed page had typed into a document, as local work that is sent like all other. What
 * the document has already changes nothing.
 * @returns the words whose passage somebody else has deleted since; null when the document lacks what
 * they build on, and nothing was changed
 */
export function putBack(doc: Y.Doc, updates: Uint8Array[]): string | null {
	const trial = new Y.Doc();
	Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
	for (const update of updates) Y.applyUpdate(trial, update);
	const isWhole = trial.store.pendingStructs === null && trial.store.pendingDs === null;
	trial.destroy();
	if (!isWhole) return null;
	Y.transact(
		doc,
		() => {
			for (const update of updates) Y.applyUpdate(doc, update, PUT_BACK);
		},
		PUT_BACK,
		true
	);
	return buriedWords(doc, updates);
}
