import { LONGEST_POSITION, type Anchor } from '#core/review.ts';
import * as Y from 'yjs';
import {
	compare,
	entriesIn,
	isWhole,
	lettersIn,
	pathOf,
	type Outline,
	type Path,
	type Place,
	type Range
} from './outline.ts';
import { FRAGMENT } from './version.ts';

/**
 * S6: where a thread stands, kept beside the document. The start holds on to what stands behind it, the
 * end to what stands before it, so that what is typed at the edges stays outside. A place between two
 * letters holds on to the one before.
 */
export function makeAnchor({ start, end }: Range): Anchor {
	const isPlace = start.type === end.type && start.index === end.index;
	const at = (place: Place, side: 0 | -1) => {
		const position = Y.createRelativePositionFromTypeIndex(place.type, place.index, side);
		return toText(Y.encodeRelativePosition(position));
	};
	const last = at(end, -1);
	return { start: isPlace ? last : at(start, 0), end: last };
}

export type Passage =
	/**
	 * It stands in the document. `path` is where it begins: by it passages are put in order. `isAnew` when
	 * the anchor alone does not lead there any more.
	 */
	| ({ is: 'here'; path: Path; endPath: Path; isAnew: boolean } & Range)
	/** It was deleted, or the document never held it; `isText` unless it is known to have been a block. */
	| { is: 'gone'; isText: boolean }
	/** These are no positions in a section's text. */
	| { is: 'unreadable' };

/**
 * Where an anchor stands now. Whatever a client sends is an answer and no exception. Of a passage of
 * which one end was deleted with its block, that stays which stands in the other end's textblock.
 */
export function readAnchor(outline: Outline, anchor: Anchor): Passage {
	const [first, last] = [positionOf(anchor.start), positionOf(anchor.end)];
	if (first === null || last === null) return { is: 'unreadable' };
	const [a, b] = [placeOf(outline, first), placeOf(outline, last)];
	if (a === 'elsewhere' || b === 'elsewhere') return { is: 'unreadable' };
	const isText = [a, b].every((place) => place === null || place.type instanceof Y.XmlText);
	const gone = { is: 'gone', isText } as const;
	const start = a ?? (b && edgeOf(b, 'start'));
	const end = b ?? (a && edgeOf(a, 'end'));
	const path = start && pathOf(outline, start);
	const endPath = end && pathOf(outline, end);
	if (!path || !endPath) return gone;
	if (compare(path, endPath) > 0) return { is: 'unreadable' };
	const isPlace = anchor.start === anchor.end;
	if (!isPlace && !hasContent(outline, path, endPath)) return gone;
	return { is: 'here', start, end, path, endPath, isAnew: a === null || b === null };
}

/** A letter, or an element with all that it holds, stands in the range. */
function hasContent(outline: Outline, start: Path, end: Path): boolean {
	for (const { type, path } of entriesIn(outline, start, end)) {
		if (type instanceof Y.XmlElement) {
			if (isWhole(path, start, end)) return true;
			continue;
		}
		const [from, to] = lettersIn(type, path, start, end);
		if (to > from) return true;
	}
	return false;
}

/** The position that was sent; null when it is none, or written in another way than ours. */
function positionOf(text: string): Y.RelativePosition | null {
	const bytes = fromText(text);
	if (bytes === null || bytes.byteLength === 0 || bytes.byteLength > LONGEST_POSITION) return null;
	try {
		const position = Y.decodeRelativePosition(bytes);
		if (position.item === null && position.type === null && position.tname === null) return null;
		return toText(Y.encodeRelativePosition(position)) === text ? position : null;
	} catch (error) {
		// Bytes of a stranger: whatever the decoder throws at, they are no position.
		if (error instanceof Error) return null;
		throw error;
	}
}

/** Null when what it holds on to is gone or not known; `elsewhere` when it is no place in the text. */
function placeOf(outline: Outline, position: Y.RelativePosition): Place | null | 'elsewhere' {
	const { doc } = outline;
	// Asking for another root would make it.
	if (position.tname !== null && position.tname !== FRAGMENT) return 'elsewhere';
	if (isAttribute(doc, position)) return 'elsewhere';
	const found = Y.createAbsolutePositionFromRelativePosition(position, doc, false);
	if (found === null) return null;
	const { type, index } = found;
	if (!(type instanceof Y.XmlFragment || type instanceof Y.XmlText)) return 'elsewhere';
	return outline.paths.has(type) ? { type, index } : null;
}

/** An attribute is an item like a letter, and stands nowhere. */
function isAttribute({ store }: Y.Doc, { item }: Y.RelativePosition): boolean {
	if (item === null || Y.getState(store, item.client) <= item.clock) return false;
	const found = Y.getItem(store, item);
	// What was collected is no item.
	return found instanceof Y.Item && found.parentSub !== null;
}

/** The edge of the text that the place stands in; null for a place between blocks. */
function edgeOf({ type }: Place, edge: 'start' | 'end'): Place | null {
	if (!(type instanceof Y.XmlText)) return null;
	return { type, index: edge === 'start' ? 0 : type.length };
}

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

function fromText(text: string): Uint8Array | null {
	if (text.length > LONGEST_POSITION * 2) return null;
	try {
		return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
	} catch (error) {
		// No base64.
		if (error instanceof DOMException) return null;
		throw error;
	}
}
