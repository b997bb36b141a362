import { ok, refuse, type Result } from '#core/result.ts';
import * as Y from 'yjs';
import { Broken, checkContent } from './gate-content.ts';
import { checkDeletes, type DeleteSet } from './gate-deletes.ts';
import { Places } from './gate-places.ts';
import { LIMITS } from './limits.ts';

/**
 * W5, first half: reads an update struct by struct before any document takes it. Yjs trusts its
 * senders: 14 bytes can silence a colleague for good, 105 KB of nesting poison a section. What the
 * schema does not know, what names somebody else's client id, what hangs on things that are not there
 * is refused here, each by the name of its check.
 */

/** An update that may be tried on the document. */
export type ReadUpdate = {
	/** The update without what the document already has. */
	update: Uint8Array;
	/** The client ids whose clocks it moves. */
	clientIds: number[];
	/** The ids of its items, for the check of their order afterwards. */
	items: Y.Item[];
	/** What it deletes. */
	deletes: DeleteSet;
	/** True when it changes nothing: the honest answer of a client that has nothing to say. */
	isEmpty: boolean;
};

const malformed = (rule: string): Result<never> => refuse({ code: 'malformed', rule });

/**
 * @param doc the document, as it was before the update
 * @param isMine whether a client id is free or belongs to the sender (claimed by first use)
 */
export function readUpdate(
	bytes: Uint8Array,
	doc: Y.Doc,
	isMine: (clientId: number) => boolean
): Result<ReadUpdate> {
	if (bytes.byteLength > LIMITS.frame) return refuse({ code: 'tooLarge', limit: 'frame' });
	const fresh = withoutKnown(bytes, doc);
	if (fresh === null) return malformed('undecodable');
	const { update, decoded } = fresh;
	if (decoded.structs.length > LIMITS.structs)
		return refuse({ code: 'tooLarge', limit: 'structs' });
	try {
		const reader = new Reader(doc, decoded.structs);
		const clientIds = reader.checkClocks(isMine);
		reader.checkItems();
		const deletes = checkDeletes(decoded.ds, doc, reader.next);
		return ok({
			update,
			clientIds,
			items: reader.items,
			deletes: decoded.ds,
			isEmpty: decoded.structs.length === 0 && !deletes
		});
	} catch (error) {
		if (error instanceof Broken) return malformed(error.rule);
		throw error;
	}
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** The update without what the document has already; null when it is no update. */
function withoutKnown(
	bytes: Uint8Array,
	doc: Y.Doc
): { update: Uint8Array; decoded: Decoded } | null {
	try {
		const decoded = Y.decodeUpdate(bytes);
		const isKnown = decoded.structs.some((s) => s.id.clock < Y.getState(doc.store, s.id.client));
		if (!isKnown) return { update: bytes, decoded };
		const update = Y.diffUpdate(bytes, Y.encodeStateVector(doc));
		return { update, decoded: Y.decodeUpdate(update) };
	} catch {
		// Whatever the decoder throws at, it is no update: there is nothing else to know.
		return null;
	}
}

class Reader {
	readonly items: Y.Item[] = [];
	/** The clock after this update, for each client in it. */
	readonly next = new Map<number, number>();
	private readonly doc: Y.Doc;
	private readonly structs: (Y.Item | Y.GC | Y.Skip)[];
	private readonly fresh = new Map<number, (Y.Item | Y.GC)[]>();

	constructor(doc: Y.Doc, structs: (Y.Item | Y.GC | Y.Skip)[]) {
		this.doc = doc;
		this.structs = structs;
	}

	/** Clocks follow on without a gap, lengths are sane, client ids are the sender's. */
	checkClocks(isMine: (clientId: number) => boolean): number[] {
		for (const s of this.structs) {
			if (s instanceof Y.Skip) throw new Broken('gap');
			const { client, clock } = s.id;
			if (client > 0xffff_ffff) throw new Broken('clientId');
			const expected = this.next.get(client) ?? Y.getState(this.doc.store, client);
			if (clock !== expected) throw new Broken('gap');
			if (!(s.length > 0 && s.length <= LIMITS.span)) throw new Broken('span');
			if (!this.next.has(client) && !isMine(client)) throw new Broken('clientOfAnother');
			this.next.set(client, clock + s.length);
			const list = this.fresh.get(client) ?? [];
			list.push(s);
			this.fresh.set(client, list);
			if (s instanceof Y.Item) this.items.push(s);
		}
		return [...this.next.keys()];
	}

	checkItems(): void {
		const places = new Places(this.doc, this.fresh);
		for (const item of this.items) {
			const place = places.of(item);
			if (place.parent.kind === 'gone') continue;
			checkContent(item, place);
			if (item.content instanceof Y.ContentType && places.depthOf(item) > LIMITS.depth)
				throw new Broken('depth');
		}
	}
}
