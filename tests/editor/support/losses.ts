import * as Y from 'yjs';
import { countLetters } from './letters.ts';

/** One item of Yjs that carried a letter, with the items of the nodes it stood in. */
type Carrier = { id: Y.ID; within: Y.ID[] };

/** What became of a letter that is not in the text. */
export type Fate =
	/** Somebody took it away with their own eyes on it. */
	| 'deleted'
	/** It lies in the panel of who typed it, or beside the section. */
	| 'kept'
	/** It was typed into a passage that somebody else replaced at that moment (L5). */
	| 'replaced'
	/** Nobody did anything to it: the fault that is looked for. */
	| 'lost';

/** Who typed what, who deleted it, and where it stood: enough to tell of each letter where it went. */
export class Losses {
	/** For each letter who typed it, and who brought it back when it had been deleted. */
	readonly typed = new Map<string, Set<number>>();
	readonly #deleted = new Set<string>();
	readonly #carriers = new Map<string, Carrier[]>();

	/** Does something at an editor and notes which letters it brought and took. */
	during(person: number, text: () => string, work: () => void, written: () => string): void {
		const before = countLetters(text());
		work();
		const after = countLetters(text());
		for (const letter of written())
			if (after.has(letter)) this.typed.set(letter, new Set([person]));
		for (const [letter, n] of before) if ((after.get(letter) ?? 0) < n) this.#deleted.add(letter);
		for (const [letter, n] of after) {
			if (n <= (before.get(letter) ?? 0)) continue;
			this.#deleted.delete(letter);
			this.typed.get(letter)?.add(person);
		}
	}

	/** Notes the items in which this document's own letters stand. */
	watch(doc: Y.Doc): void {
		doc.on('afterTransaction', (transaction: Y.Transaction) => {
			const { clientID } = doc;
			const from = transaction.beforeState.get(clientID) ?? 0;
			const to = transaction.afterState.get(clientID) ?? 0;
			const structs = doc.store.clients.get(clientID);
			if (to <= from || structs === undefined) return;
			for (let i = Y.findIndexSS(structs, from); i < structs.length; i += 1) {
				const item = structs[i];
				if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
				this.#note(item, item.content.str);
			}
		});
	}

	#note(item: Y.Item, text: string): void {
		for (let i = 0; i < text.length; i += 1) {
			const letter = text.charAt(i);
			if (!countLetters(letter).has(letter)) continue;
			const carriers = this.#carriers.get(letter) ?? [];
			const id = Y.createID(item.id.client, item.id.clock + i);
			if (!carriers.some((c) => Y.compareIDs(c.id, id)))
				carriers.push({ id, within: nodesOf(item) });
			this.#carriers.set(letter, carriers);
		}
	}

	/**
	 * The fate of every typed letter that is not in the text.
	 * @param server the document as the server has it
	 * @param keptBy all the words that lie beside the text for a person
	 */
	fates(server: Y.Doc, text: string, keptBy: (person: number) => string): Map<string, Fate> {
		const present = countLetters(text);
		const fates = new Map<string, Fate>();
		for (const [letter, people] of this.typed) {
			if (present.has(letter)) continue;
			if (this.#deleted.has(letter)) fates.set(letter, 'deleted');
			else if ([...people].some((who) => keptBy(who).includes(letter))) fates.set(letter, 'kept');
			else fates.set(letter, this.#isReplaced(server, letter) ? 'replaced' : 'lost');
		}
		return fates;
	}

	/** True when a node around it that the server knew was taken away. */
	#isReplaced(server: Y.Doc, letter: string): boolean {
		return (this.#carriers.get(letter) ?? []).some(({ within }) =>
			within.some((node) => isGone(server, node))
		);
	}
}

/** The ids of the nodes that an item stands in, the nearest first. */
function nodesOf(item: Y.Item): Y.ID[] {
	const ids: Y.ID[] = [];
	let parent = item.parent;
	while (parent instanceof Y.AbstractType && parent._item !== null) {
		ids.push(parent._item.id);
		parent = parent._item.parent;
	}
	return ids;
}

/** True when the document had the item of an id and has it no more. */
function isGone(doc: Y.Doc, id: Y.ID): boolean {
	const structs = doc.store.clients.get(id.client);
	if (structs === undefined || id.clock >= Y.getState(doc.store, id.client)) return false;
	return structs[Y.findIndexSS(structs, id.clock)]?.deleted === true;
}
