import * as Y from 'yjs';
import { FRAGMENT } from './version.ts';

/** Where in a document's tree: the index at each level, from the first level on. */
export type Path = readonly number[];

/** Before the child with this index; in a text, before its character with this index (UTF-16 units). */
export type Place = { type: Y.XmlFragment | Y.XmlText; index: number };

/** Two places, the first not after the second. */
export type Range = { start: Place; end: Place };

export type Entry = { type: Y.XmlElement | Y.XmlText; path: Path };

/** Where everything in a document stands; true until the document changes. */
export type Outline = {
	doc: Y.Doc;
	root: Y.XmlFragment;
	paths: ReadonlyMap<unknown, Path>;
	/** Every element and text, parents first. */
	entries: readonly Entry[];
};

/** Walks through the document once. */
export function outlineOf(doc: Y.Doc): Outline {
	const root = doc.getXmlFragment(FRAGMENT);
	const paths = new Map<unknown, Path>([[root, []]]);
	const entries: Entry[] = [];
	const read = (parent: Y.XmlFragment, at: Path) => {
		parent.toArray().forEach((type, index) => {
			if (!(type instanceof Y.XmlElement || type instanceof Y.XmlText)) return;
			const path = [...at, index];
			paths.set(type, path);
			entries.push({ type, path });
			if (type instanceof Y.XmlElement) read(type, path);
		});
	};
	read(root, []);
	return { doc, root, paths, entries };
}

/** The order of two paths in the document: a parent stands before what it holds. */
export function compare(a: Path, b: Path): number {
	for (let i = 0; i < Math.min(a.length, b.length); i++) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return a.length - b.length;
}

/** The path of a place; null when its type is no part of the document, or no longer. */
export function pathOf(outline: Outline, { type, index }: Place): Path | null {
	const path = outline.paths.get(type);
	return path ? [...path, index] : null;
}

/** True when the element stands in the range with all that it holds. */
export function isWhole(path: Path, start: Path, end: Path): boolean {
	const behind = path.map((index, level) => (level === path.length - 1 ? index + 1 : index));
	return compare(start, path) <= 0 && compare(behind, end) <= 0;
}

/** The elements and texts that the range meets, in order; one at its edge may have nothing in it. */
export function* entriesIn(outline: Outline, start: Path, end: Path): Generator<Entry> {
	const { entries } = outline;
	let [low, high] = [0, entries.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compare(entries[middle]?.path ?? [], start) < 0) low = middle + 1;
		else high = middle;
	}
	// The text that the range begins in stands before its own letters.
	const first = entries[low - 1];
	if (first?.type instanceof Y.XmlText && isWithin(start, first.path)) low -= 1;
	for (let i = low; i < entries.length; i++) {
		const entry = entries[i];
		if (!entry || compare(entry.path, end) >= 0) return;
		yield entry;
	}
}

/** True when the path leads to something inside of `parent`. */
export const isWithin = (path: Path, parent: Path): boolean =>
	path.length > parent.length && parent.every((index, level) => path[level] === index);

/** The letters of a text, without its marks. */
export const lettersOf = (text: Y.XmlText): string => Y.Text.prototype.toString.call(text);

/** Which letters of a text the range holds. */
export function lettersIn(text: Y.XmlText, path: Path, start: Path, end: Path): [number, number] {
	const level = path.length;
	const from = isWithin(start, path) ? (start[level] ?? 0) : 0;
	const to = isWithin(end, path) ? (end[level] ?? 0) : text.length;
	return [from, Math.max(from, to)];
}
