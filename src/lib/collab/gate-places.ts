import { FRAGMENT } from '#schema/version.ts';
import * as Y from 'yjs';
import {
	Broken,
	key,
	parentOfContent,
	parentOfType,
	sameParent,
	type Parent,
	type Place
} from './gate-content.ts';
import { LIMITS } from './limits.ts';

/** The structs that an update brings, of each client in the order of their clocks. */
export type News = ReadonlyMap<number, (Y.Item | Y.GC)[]>;

/** Where the items of an update stand, in a document that does not have them yet. */
export class Places {
	private readonly doc: Y.Doc;
	private readonly news: News;
	private readonly places = new Map<Y.Item, Place>();
	private readonly depths = new Map<Y.Item, number>();

	constructor(doc: Y.Doc, news: News) {
		this.doc = doc;
		this.news = news;
	}

	/**
	 * Where an item stands. An item with an origin does not say its parent: it has its neighbour's. The
	 * chain of neighbours is followed without recursion, since it may be as long as the update.
	 */
	of(item: Y.Item): Place {
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
		const other = this.of(right);
		if (other.parent.kind === 'gone') return;
		if (!sameParent(place.parent, other.parent) || place.sub !== other.sub)
			throw new Broken('crossParent');
	}

	/** How many elements stand around it, itself counted. */
	depthOf(item: Y.Item): number {
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
			const parent: Parent = this.of(at).parent;
			at = parent.kind === 'element' || parent.kind === 'text' ? parent.item : null;
		}
		for (const step of path.reverse()) this.depths.set(step, ++depth);
		return depth;
	}

	/** The struct that holds an id, in the document or in the update. */
	private find(id: Y.ID): Y.Item | Y.GC {
		if (id.clock < Y.getState(this.doc.store, id.client)) {
			const structs = this.doc.store.clients.get(id.client);
			const found = structs?.[Y.findIndexSS(structs, id.clock)];
			if (found instanceof Y.Item || found instanceof Y.GC) return found;
		}
		const list = this.news.get(id.client);
		const found = list?.[indexAt(list, id.clock)];
		if (!found) throw new Broken('unknownDependency');
		return found;
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
