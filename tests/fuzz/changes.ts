import { FRAGMENT } from '#schema/version.ts';
import * as Y from 'yjs';
import { TYPE, type Id, type Struct, type Update } from './struct-writer.ts';

/**
 * What an honest client would write next in a document, as structs: made without a document of its
 * own, since a copy for each frame would cost more than the frame.
 */
export class Changes {
	readonly #doc: Y.Doc;
	readonly #random: () => number;
	/** The Yjs client that the sender writes as. */
	client: number;

	/** @param doc a document that follows the section; it is only read */
	constructor(doc: Y.Doc, random: () => number, client: number) {
		this.#doc = doc;
		this.#random = random;
		this.client = client;
	}

	integer(below: number): number {
		return Math.floor(this.#random() * below);
	}

	pick<T>(from: readonly T[]): T | undefined {
		return from[this.integer(from.length)];
	}

	/** The ids of all clients that have written. */
	clients(): number[] {
		return [...this.#doc.store.clients.keys()];
	}

	/** The clock that a client writes next. */
	clockOf(client: number): number {
		return Y.getState(this.#doc.store, client);
	}

	/** A random item that stands, of those that `fits`; null when a few tries find none. */
	item(fits: (item: Y.Item) => boolean = () => true): Y.Item | null {
		for (let tries = 0; tries < 12; tries += 1) {
			const structs = this.#doc.store.clients.get(this.pick(this.clients()) ?? 0);
			const found = structs?.[this.integer(structs.length)];
			if (found instanceof Y.Item && !found.deleted && fits(found)) return found;
		}
		return null;
	}

	/** Any id that the document knows, or nearly. */
	anyId(): Id {
		const client = this.pick(this.clients()) ?? 0;
		return { client, clock: this.integer(this.clockOf(client) + 2) };
	}

	/** One honest change of a random kind. */
	next(): Update {
		const kinds = [
			() => this.#letters(),
			() => this.#letters(),
			() => this.#letters(),
			() => this.#deletion(),
			() => this.#paragraph(),
			() => this.#attribute(),
			() => this.#mark(),
			() => this.#indicator()
		];
		return this.pick(kinds)?.() ?? this.#atStart();
	}

	#run(structs: Struct[]): Update {
		const { client } = this;
		return { runs: [{ client, clock: this.clockOf(client), structs }], deletes: [] };
	}

	/** The place behind a letter of a text. */
	#gap(): { origin: Id; rightOrigin?: Id } | null {
		const item = this.item((i) => i.content instanceof Y.ContentString && i.parentSub === null);
		if (item === null) return null;
		const offset = this.integer(item.length);
		const { client, clock } = item.id;
		const origin = { client, clock: clock + offset };
		if (offset + 1 < item.length)
			return { origin, rightOrigin: { client, clock: origin.clock + 1 } };
		return item.right === null ? { origin } : { origin, rightOrigin: firstOf(item.right) };
	}

	#letters(): Update | null {
		const gap = this.#gap();
		const text = 'abc åäö'.slice(0, 1 + this.integer(7));
		return gap && this.#run([{ ...gap, content: { kind: 'string', text } }]);
	}

	#mark(): Update | null {
		const gap = this.#gap();
		const bold = (json: string): Struct['content'] => ({ kind: 'format', key: 'bold', json });
		if (gap === null) return null;
		const at = { client: this.client, clock: this.clockOf(this.client) };
		const right = gap.rightOrigin === undefined ? {} : { rightOrigin: gap.rightOrigin };
		return this.#run([
			{ ...gap, content: bold('{}') },
			{ origin: at, ...right, content: { kind: 'string', text: 'fet' } },
			{ origin: { ...at, clock: at.clock + 3 }, ...right, content: bold('null') }
		]);
	}

	#deletion(): Update | null {
		const item = this.item((i) => i.content instanceof Y.ContentString);
		if (item === null) return null;
		const from = this.integer(item.length);
		const length = 1 + this.integer(item.length - from);
		const { client, clock } = item.id;
		return { runs: [], deletes: [{ client, ranges: [[clock + from, length]] }] };
	}

	/** The place behind a block of the whole text. */
	#behindBlock(): { origin: Id; rightOrigin?: Id } | null {
		const block = this.item(
			(i) => i.content instanceof Y.ContentType && i.parentSub === null && isInRoot(i)
		);
		if (block === null) return null;
		const origin = lastOf(block);
		return block.right === null ? { origin } : { origin, rightOrigin: firstOf(block.right) };
	}

	#paragraph(): Update | null {
		const gap = this.#behindBlock();
		return gap && this.#run(paragraph(this.client, this.clockOf(this.client), gap));
	}

	#atStart(): Update {
		const first = this.#doc.getXmlFragment(FRAGMENT)._start;
		const at = first === null ? { parent: FRAGMENT } : { rightOrigin: firstOf(first) };
		return this.#run(paragraph(this.client, this.clockOf(this.client), at));
	}

	#indicator(): Update | null {
		const gap = this.#behindBlock();
		const parent = { client: this.client, clock: this.clockOf(this.client) };
		return (
			gap &&
			this.#run([
				{ ...gap, content: { kind: 'type', type: TYPE.element, name: 'indicator' } },
				{ parent, sub: 'indicator', content: { kind: 'any', values: ['ind-1'] } }
			])
		);
	}

	#attribute(): Update | null {
		const heading = this.item((i) => nameOf(i) === 'heading');
		if (heading === null) return null;
		const before = elementOf(heading)?._map.get('level');
		const content = { kind: 'any' as const, values: [1 + this.integer(2)] };
		// Yjs names what it replaces as its left neighbour.
		if (before) return this.#run([{ origin: lastOf(before), sub: 'level', content }]);
		return this.#run([{ parent: firstOf(heading), sub: 'level', content }]);
	}
}

/** The last id of an item. */
const lastOf = ({ id, length }: Y.Item): Id => ({
	client: id.client,
	clock: id.clock + length - 1
});
const firstOf = ({ id }: Y.Item): Id => ({ client: id.client, clock: id.clock });

const isInRoot = (item: Y.Item): boolean =>
	item.parent instanceof Y.AbstractType && item.parent._item === null;

/** The element that an item carries; else null. */
const elementOf = ({ content }: Y.Item): Y.XmlElement | null =>
	content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : null;

/** The node name of an item that carries an element; else null. */
export const nameOf = (item: Y.Item): string | null => elementOf(item)?.nodeName ?? null;

/** A paragraph with a word, from a clock of a client on. */
export function paragraph(
	client: number,
	clock: number,
	at: Pick<Struct, 'origin' | 'rightOrigin' | 'parent'>
): Struct[] {
	return [
		{ ...at, content: { kind: 'type', type: TYPE.element, name: 'paragraph' } },
		{ parent: { client, clock }, content: { kind: 'type', type: TYPE.xmlText } },
		{ parent: { client, clock: clock + 1 }, content: { kind: 'string', text: 'nytt' } }
	];
}
