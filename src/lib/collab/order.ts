import * as Y from 'yjs';
import { LIMITS } from './limits.ts';

/**
 * W5: whether each new item lies between its two origins. Undo can write an item whose right origin
 * cannot be reached from its left one (yjs#794): where such an item lands depends on the order of
 * arrival, so that two people read different text for ever, with equal state vectors. Read on the
 * document, after it took the update.
 */
export function isOrdered(doc: Y.Doc, items: Iterable<Y.Item>): boolean {
	let steps = LIMITS.orderSteps;

	/** Whether walking right from the item of `from` comes to the item of `to`. */
	const reaches = (from: Y.ID, to: Y.ID): boolean => {
		let at: Y.Item | null = itemAt(doc, from);
		const target = itemAt(doc, to);
		// What was collected with its parent has no order any more, and none is needed.
		if (at === null || target === null) return true;
		if (at === target) return from.clock < to.clock;
		while (at !== null) {
			if (at === target) return true;
			if (--steps < 0) return false;
			at = at.right;
		}
		return false;
	};

	for (const item of items) {
		const placed = itemAt(doc, item.id);
		if (placed === null || placed.parentSub !== null) continue;
		const { origin, rightOrigin } = item;
		if (origin && !reaches(origin, item.id)) return false;
		if (rightOrigin && !reaches(lastId(item), rightOrigin)) return false;
	}
	return true;
}

const lastId = (item: Y.Item): Y.ID => Y.createID(item.id.client, item.id.clock + item.length - 1);

/** The item that holds an id; null when it was collected. */
function itemAt(doc: Y.Doc, id: Y.ID): Y.Item | null {
	const structs = doc.store.clients.get(id.client);
	if (!structs || id.clock >= Y.getState(doc.store, id.client)) return null;
	const found = structs[Y.findIndexSS(structs, id.clock)];
	return found instanceof Y.Item ? found : null;
}
