import * as Y from 'yjs';
import type { DeleteSet } from './gate-deletes.ts';

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
		const gaps = new Gaps(named, clientId);
		for (const { clock, len } of ranges) {
			for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
				const item = structs[i];
				if (item === undefined || item.id.clock >= Math.min(before, clock + len)) break;
				// Letters that were typed one after the other are one item, whoever saw how many of them.
				if (item instanceof Y.Item && item.content instanceof Y.ContentString)
					for (const [from, end] of gaps.in(item.id.clock, item.length))
						buried.push({ clientId, text: item.content.str.slice(from, end) });
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
	let gaps = new Gaps(named, -1);
	for (const { id, content, length } of items) {
		if (!(content instanceof Y.ContentString)) continue;
		const { client: clientId, clock } = id;
		const structs = doc.store.clients.get(clientId);
		if (!structs) continue;
		if (gaps.clientId !== clientId) gaps = new Gaps(named, clientId);
		for (const [from, end] of gaps.in(clock, length)) {
			for (let i = Y.findIndexSS(structs, clock + from); i < structs.length; i++) {
				const struct = structs[i];
				if (struct === undefined || struct.id.clock >= clock + end) break;
				if (!struct.deleted) continue;
				const first = Math.max(from, struct.id.clock - clock);
				const last = Math.min(end, struct.id.clock + struct.length - clock);
				buried.push({ clientId, text: content.str.slice(first, last) });
			}
		}
	}
	return buried;
}

/**
 * The words of changes made here that somebody else's deletion took along.
 * @param doc has taken them, and perhaps collected the letters since
 */
export function buriedWords(doc: Y.Doc, updates: readonly Uint8Array[]): string {
	const decoded = updates.map((update) => Y.decodeUpdate(update));
	const named = Y.mergeDeleteSets(decoded.map(({ ds }) => ds));
	const items = decoded.flatMap(({ structs }) => structs.filter((s) => s instanceof Y.Item));
	return wordsOf(arrivedTooLate(doc, items, named));
}

/** The words of all clients, a line each. */
export const wordsOf = (pieces: readonly Buried[]): string =>
	joinBuried(pieces)
		.map(({ text }) => text)
		.join('\n')
		.trim();

/** One text for each client, in the order in which its letters were found. */
export function joinBuried(pieces: readonly Buried[]): Buried[] {
	const texts = new Map<number, string>();
	for (const { clientId, text } of pieces) texts.set(clientId, (texts.get(clientId) ?? '') + text);
	return [...texts].map(([clientId, text]) => ({ clientId, text }));
}

/** What a delete set, whose ranges are in order, does not name of one client's clocks. */
class Gaps {
	readonly clientId: number;
	private readonly named: readonly { clock: number; len: number }[];

	constructor({ clients }: DeleteSet, clientId: number) {
		this.clientId = clientId;
		this.named = clients.get(clientId) ?? [];
	}

	/** The stretches of an item that are not named, from its first letter. */
	*in(clock: number, length: number): Generator<[from: number, end: number]> {
		let from = clock;
		for (let i = this.firstFrom(clock); from < clock + length; i += 1) {
			const next = this.named[i] ?? { clock: clock + length, len: 0 };
			const end = Math.min(next.clock, clock + length);
			if (end > from) yield [from - clock, end - clock];
			from = Math.max(from, next.clock + next.len);
		}
	}

	/** The place of the first range that ends behind a clock; ranges do not overlap. */
	private firstFrom(clock: number): number {
		let low = 0;
		let high = this.named.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const range = this.named[middle];
			if (range !== undefined && range.clock + range.len <= clock) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
