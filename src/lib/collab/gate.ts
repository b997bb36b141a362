import { ok, refuse, type Result } from '#core/result.ts';
import { FRAGMENT } from '#schema/version.ts';
import * as Y from 'yjs';
import {
	Broken,
	checkContent,
	key,
	parentOfContent,
	parentOfType,
	sameParent,
	type Parent,
	type Place
} from './gate-content.ts';
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
	private readonly places = new Map<Y.Item, Place>();
	private readonly depths = new Map<Y.Item, number>();

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
		for (const item of this.items) {
			const place = this.placeOf(item);
			if (place.parent.kind === 'gone') continue;
			checkContent(item, place);
			if (item.content instanceof Y.ContentType && this.depthOf(item) > LIMITS.depth)
				throw new Broken('depth');
		}
	}

	/** The struct that holds an id, in the document or in the update. */
	private find(id: Y.ID): Y.Item | Y.GC {
		if (id.clock < Y.getState(this.doc.store, id.client)) {
			const structs = this.doc.store.clients.get(id.client);
			const found = structs?.[Y.findIndexSS(structs, id.clock)];
			if (found instanceof Y.Item || found instanceof Y.GC) return found;
		}
		const list = this.fresh.get(id.client);
		const found = list?.[indexAt(list, id.clock)];
		if (!found) throw new Broken('unknownDependency');
		return found;
	}

	/**
	 * Where an item stands. An item with an origin does not say its parent: it has its neighbour's. The
	 * chain of neighbours is followed without recursion, since it may be as long as the update.
	 */
	private placeOf(item: Y.Item): Place {
		const chain: Y.Item[] = [];
		const seen = new Set<Y.Item>();
		let at = item;
		let place: Place | undefined;
		for (;;) {
			place = this.places.get(at) ?? this.knownPlace(at);
			if (place) break;
			if (seen.has(at)) throw new Broken('cycle');
			seen.add(at);
			chain.push(at);
			const neighbour = at.origin ?? at.rightOrigin;
			if (neighbour === null) throw new Broken('noParent');
			const found = this.find(neighbour);
			if (found instanceof Y.GC) {
				place = { parent: { kind: 'gone' }, sub: null };
				break;
			}
			at = found;
		}
		for (const link of chain.reverse()) {
			this.places.set(link, place);
			this.checkOrigins(link, place);
		}
		return place;
	}

	/** The place of an item that is in the document, or that states its parent; else undefined. */
	private knownPlace(item: Y.Item): Place | undefined {
		if (item.parent instanceof Y.AbstractType)
			return { parent: parentOfType(item.parent), sub: item.parentSub };
		const stated = item.parent as string | Y.ID | null;
		if (stated === null) return undefined;
		const place: Place = { parent: this.statedParent(stated), sub: item.parentSub };
		this.places.set(item, place);
		return place;
	}

	private statedParent(stated: string | Y.ID): Parent {
		if (typeof stated === 'string') {
			if (stated !== FRAGMENT) throw new Broken('root');
			return { kind: 'root' };
		}
		const found = this.find(stated);
		if (found instanceof Y.GC) return { kind: 'gone' };
		if (found.content instanceof Y.ContentDeleted) return { kind: 'gone' };
		if (!(found.content instanceof Y.ContentType) || key(found.id) !== key(stated))
			throw new Broken('parent');
		return parentOfContent(found.content, found);
	}

	/** Both neighbours stand in the same parent: else the item is seen live and gone after a reload. */
	private checkOrigins(item: Y.Item, place: Place): void {
		if (item.rightOrigin === null || item.origin === null) return;
		const right = this.find(item.rightOrigin);
		if (right instanceof Y.GC || place.parent.kind === 'gone') return;
		const other = this.placeOf(right);
		if (other.parent.kind === 'gone') return;
		if (!sameParent(place.parent, other.parent) || place.sub !== other.sub)
			throw new Broken('crossParent');
	}

	private depthOf(item: Y.Item): number {
		const path: Y.Item[] = [];
		let at: Y.Item | null = item;
		let depth = 0;
		while (at !== null) {
			const known = this.depths.get(at);
			if (known !== undefined) {
				depth = known;
				break;
			}
			path.push(at);
			if (path.length > LIMITS.depth + 1) throw new Broken('depth');
			const parent: Parent = this.placeOf(at).parent;
			at = parent.kind === 'element' || parent.kind === 'text' ? parent.item : null;
		}
		for (const step of path.reverse()) this.depths.set(step, ++depth);
		return depth;
	}
}

/** The index of the struct that spans `clock`, by halving. */
function indexAt(list: (Y.Item | Y.GC)[], clock: number): number {
	let low = 0;
	let high = list.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const s = list[middle];
		if (!s) return -1;
		if (clock < s.id.clock) high = middle - 1;
		else if (clock >= s.id.clock + s.length) low = middle + 1;
		else return middle;
	}
	return -1;
}

/** What an update deletes: ranges of clocks for each Yjs client. */
export type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];

/**
 * Deletes name known items only. A client's answer to sync step 1 always carries its whole delete
 * set, so that what is deleted already does not count.
 * @returns true when something would be deleted that is not deleted yet
 */
function checkDeletes(ds: DeleteSet, doc: Y.Doc, next: Map<number, number>): boolean {
	let changes = false;
	for (const [client, ranges] of ds.clients) {
		const state = Y.getState(doc.store, client);
		const end = next.get(client) ?? state;
		const structs = doc.store.clients.get(client) ?? [];
		let last = 0;
		for (const { clock, len } of ranges) {
			if (!(len > 0 && clock + len <= end)) throw new Broken('deletesUnknown');
			// Yjs writes them in order; overlapping ones would be walked over and over.
			if (clock < last) throw new Broken('deletesOrder');
			last = clock + len;
			if (clock + len > state) changes = true;
			if (changes || clock >= state) continue;
			for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
				const s = structs[i];
				if (!s || s.id.clock >= clock + len) break;
				if (!s.deleted) changes = true;
			}
		}
	}
	return changes;
}
