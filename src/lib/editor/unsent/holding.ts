import { FRAGMENT } from '#schema/version.ts';
import * as Y from 'yjs';

/**
 * Which blocks of the text, by their number, hold letters that came with these changes: also those
 * that read as they did before, because the person took back a deletion.
 */
export function blocksHolding(doc: Y.Doc, updates: readonly Uint8Array[]): Set<number> {
	const root = doc.getXmlFragment(FRAGMENT);
	const numbers = new Map<unknown, number>(root.toArray().map((block, i) => [block, i]));
	const holding = new Set<number>();
	for (const { id, length } of updates.flatMap((update) => Y.decodeUpdate(update).structs)) {
		const structs = doc.store.clients.get(id.client);
		if (structs === undefined || id.clock >= Y.getState(doc.store, id.client)) continue;
		for (let i = Y.findIndexSS(structs, id.clock); i < structs.length; i += 1) {
			const item = structs[i];
			if (item === undefined || item.id.clock >= id.clock + length) break;
			if (item.deleted || !(item instanceof Y.Item && item.content instanceof Y.ContentString))
				continue;
			const number = numbers.get(blockOf(item, root));
			if (number !== undefined) holding.add(number);
		}
	}
	return holding;
}

/** The block of the text that an item stands in. */
function blockOf({ parent }: Y.Item, root: Y.XmlFragment): unknown {
	let type: unknown = parent;
	while (type instanceof Y.AbstractType && type._item !== null && type.parent !== root)
		type = type.parent;
	return type;
}
