import { TEXTBLOCKS } from '#core/cell-text.ts';
import * as Y from 'yjs';
import { type Outline, type Path, type Place, type Range } from './outline.ts';

/**
 * A place in two documents that read the same. In a textblock it is counted in letters, and each note or
 * break as one: the same words may be stored in other pieces.
 */

/** The range at the same place of another document; null where that has no such place. */
export function moveRange(range: Range, from: Outline, to: Outline): Range | null {
	const start = move(range.start, from, to, 'start');
	if (range.start.type === range.end.type && range.start.index === range.end.index)
		return start && { start, end: start };
	const end = move(range.end, from, to, 'end');
	return start && end && { start, end };
}

function move(place: Place, from: Outline, to: Outline, side: 'start' | 'end'): Place | null {
	const block = place.type instanceof Y.XmlText ? place.type.parent : place.type;
	if (!(block instanceof Y.XmlFragment)) return null;
	const path = from.paths.get(block);
	const found = path && at(to, path);
	if (!found || nameOf(found) !== nameOf(block)) return null;
	if (!isTextblock(block)) return { type: found, index: Math.min(place.index, found.length) };
	return placeAt(found, offsetOf(block, place), side);
}

const nameOf = (type: Y.XmlFragment): string => (type instanceof Y.XmlElement ? type.nodeName : '');

const isTextblock = (type: Y.XmlFragment): boolean => TEXTBLOCKS.has(nameOf(type));

function at({ root }: Outline, path: Path): Y.XmlFragment | null {
	let type: Y.XmlFragment = root;
	for (const index of path) {
		const child: unknown = index < type.length ? type.get(index) : undefined;
		if (!(child instanceof Y.XmlElement)) return null;
		type = child;
	}
	return type;
}

const sizeOf = (child: unknown): number => (child instanceof Y.XmlText ? child.length : 1);

function offsetOf(block: Y.XmlFragment, { type, index }: Place): number {
	let offset = 0;
	for (const [i, child] of block.toArray().entries()) {
		if (child === type) return offset + index;
		if (block === type && i === index) return offset;
		offset += sizeOf(child);
	}
	return offset;
}

/** A start stands before what follows it, an end behind what it follows. */
function placeAt(block: Y.XmlFragment, offset: number, side: 'start' | 'end'): Place {
	const children = block.toArray();
	let left = offset;
	for (const [index, child] of children.entries()) {
		const size = sizeOf(child);
		const isLast = index === children.length - 1;
		const isHere = side === 'start' ? left < size || (isLast && left === size) : left <= size;
		if (isHere && child instanceof Y.XmlText) return { type: child, index: left };
		if (isHere) return { type: block, index: index + (left > 0 ? 1 : 0) };
		left -= size;
	}
	return { type: block, index: children.length };
}
