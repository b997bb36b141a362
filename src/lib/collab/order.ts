import * as Y from 'yjs';
import { LIMITS } from './limits.ts';

/**
 * W5: whether each new item stands where every reader will see it. Two things can be wrong. Undo can
 * write an item whose right origin cannot be reached from its left one (yjs#794). And an item may name
 * two neighbours that its writer cannot have seen side by side, because what these two hang on stands
 * between them. Where either lands depends on the order of arrival, so that two people read different
 * text for ever, with equal state vectors, and a reload shows a third. Read on the document, after it
 * took the update.
 * @param pasts what each client must have seen, from earlier calls for the same document
 */
export function isOrdered(
	doc: Y.Doc,
	items: readonly Y.Item[],
	pasts: Map<number, Past> = new Map()
): boolean {
	const budget = { steps: LIMITS.orderSteps };
	return items.every((item) => isPlaced(doc, item, pasts, budget));
}

type Budget = { steps: number };

/** Clocks of one client, from `from` up to and not with `end`. */
type Range = { client: number; from: number; end: number };

function isPlaced(doc: Y.Doc, item: Y.Item, pasts: Map<number, Past>, budget: Budget): boolean {
	const { id, origin, rightOrigin } = item;
	const placed = itemAt(doc, id);
	// What was collected with its parent has no order any more, and none is needed.
	if (placed === null || placed.parentSub !== null) return true;
	const left = origin && itemAt(doc, origin);
	const right = rightOrigin && itemAt(doc, rightOrigin);
	if ((origin && !left) || (rightOrigin && !right)) return true;

	const between: Range[] = [];
	let isMet = false;
	let isEnd = false;
	let at: Y.Item | null = left ?? (placed.parent as Y.AbstractType<unknown>)._start;
	// Behind the letter of the left neighbour, which may stand in the middle of an item.
	let from = origin ? origin.clock + 1 : (at?.id.clock ?? 0);
	while (at !== null) {
		if (--budget.steps < 0) return false;
		isEnd = at === right;
		let end = isEnd && rightOrigin ? rightOrigin.clock : at.id.clock + at.length;
		if (at === placed) {
			isMet = true;
			// Letters that Yjs has joined with the new ones may stand before them.
			end = Math.min(end, id.clock);
		}
		if (from < end) between.push({ client: at.id.client, from, end });
		if (isEnd) break;
		at = at.right;
		from = at?.id.clock ?? 0;
	}
	if (!isMet || isEnd !== (right !== null)) return false;
	// The common case: it stands right between its neighbours.
	if (between.length === 0) return true;

	const past = pasts.get(id.client) ?? new Past(doc);
	pasts.set(id.client, past);
	if (id.clock > 0) past.add(id.client, id.clock - 1, budget);
	if (origin) past.add(origin.client, origin.clock, budget);
	if (rightOrigin) past.add(rightOrigin.client, rightOrigin.clock, budget);
	return budget.steps >= 0 && !between.some((range) => past.has(range));
}

/**
 * All that a client must have seen: Yjs hangs each item on its neighbours and its parent, and a client
 * that has one item of another has all before it.
 */
export class Past {
	/** For each client the clock below which all was seen. */
	private readonly seen = new Map<number, number>();
	private readonly doc: Y.Doc;

	constructor(doc: Y.Doc) {
		this.doc = doc;
	}

	/** True when something of the range was seen. */
	has({ client, from }: Range): boolean {
		return from < (this.seen.get(client) ?? 0);
	}

	/** The client has seen this clock, and with it all that it hangs on. */
	add(client: number, clock: number, budget: Budget): void {
		const open: [client: number, clock: number][] = [[client, clock]];
		for (let next = open.pop(); next !== undefined; next = open.pop()) {
			const [of, upTo] = next;
			const from = this.seen.get(of) ?? 0;
			const structs = this.doc.store.clients.get(of);
			if (upTo < from || structs === undefined) continue;
			this.seen.set(of, upTo + 1);
			for (let i = Y.findIndexSS(structs, from); i < structs.length; i += 1) {
				const struct = structs[i];
				if (struct === undefined || struct.id.clock > upTo) break;
				if (--budget.steps < 0) return;
				if (!(struct instanceof Y.Item)) continue;
				const { origin, rightOrigin, parent } = struct;
				if (origin) open.push([origin.client, origin.clock]);
				if (rightOrigin) open.push([rightOrigin.client, rightOrigin.clock]);
				const holder = parent instanceof Y.AbstractType ? parent._item : null;
				if (holder) open.push([holder.id.client, holder.id.clock]);
			}
		}
	}
}

/** The item that holds an id; null when it was collected. */
function itemAt(doc: Y.Doc, id: Y.ID): Y.Item | null {
	const structs = doc.store.clients.get(id.client);
	if (!structs || id.clock >= Y.getState(doc.store, id.client)) return null;
	const found = structs[Y.findIndexSS(structs, id.clock)];
	return found instanceof Y.Item ? found : null;
}
