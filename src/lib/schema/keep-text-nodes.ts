import type { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';

/**
 * Keeps one Y.XmlText in every empty textblock that this document writes, in the transaction that
 * made it empty. Without it two people who type the first letters into the same empty paragraph
 * create a text node each, and the merge of the two doubles letters (y-prosemirror#161). Must be on
 * every document that is written to, in the browser and on the server.
 * @returns the function that takes the hook off again
 */
export function keepTextNodes(doc: Y.Doc, schema: Schema): () => void {
	const fix = (type: unknown): void => {
		if (type instanceof Y.XmlElement && schema.nodes[type.nodeName]?.isTextblock) {
			if (type.length === 0) type.insert(0, [new Y.XmlText()]);
		} else if (type instanceof Y.XmlFragment) {
			for (const child of type.toArray()) fix(child);
		}
	};
	const handler = (transaction: Y.Transaction): void => {
		if (!transaction.local) return;
		for (const type of [...transaction.changed.keys()]) if (!type._item?.deleted) fix(type);
	};
	doc.on('beforeObserverCalls', handler);
	return () => doc.off('beforeObserverCalls', handler);
}
