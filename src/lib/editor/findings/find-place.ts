import { excerptOf } from '#core/checks/finding.ts';
import type { Node as ModelNode } from '@tiptap/pm/model';
import type { ToldFinding } from './read-findings.ts';

/** Where a finding stands in a document: a stretch of text, or a node that is taken as a whole. */
export type Spot = { from: number; to: number; whole: boolean };

type Found = { node: ModelNode; pos: number };
type Told = Pick<ToldFinding, 'place' | 'excerpt'>;

/** The node at a path of children's indices, with the position before it. */
function nodeAt(doc: ModelNode, path: number[]): Found | null {
	let [node, pos] = [doc, -1];
	for (const index of path) {
		if (index >= node.childCount) return null;
		pos += 1;
		for (let i = 0; i < index; i += 1) pos += node.child(i).nodeSize;
		node = node.child(index);
	}
	return pos < 0 ? null : { node, pos };
}

/** A cell of a table by row and column of its grid, with spans counted out. */
function cellAt({ node: table, pos }: Found, row: number, column: number): Found | null {
	/** By column: the first row that no cell above reaches into. */
	const free: number[] = [];
	let found: Found | null = null;
	table.forEach((line, lineAt, r) => {
		let c = 0;
		line.forEach((cell, cellAt) => {
			while ((free[c] ?? 0) > r) c += 1;
			const { colspan = 1, rowspan = 1 } = cell.attrs as { colspan?: number; rowspan?: number };
			const isHere = row >= r && row < r + rowspan && column >= c && column < c + colspan;
			if (isHere) found = { node: cell, pos: pos + 1 + lineAt + 1 + cellAt };
			for (const end = c + colspan; c < end; c += 1) free[c] = r + rowspan;
		});
	});
	return found;
}

/** A textblock's text as the checks count it: a line break is one character. */
const textOf = (node: ModelNode): string =>
	node.textBetween(0, node.content.size, undefined, (leaf) =>
		leaf.type.name === 'hardBreak' ? '\n' : ''
	);

/** The words of an excerpt, without the marks of what was left out around them. */
export const wordsOf = (excerpt: string): string => excerpt.replace(/^… | …$/g, '');

/** Where a letter stands: a note takes a place in the document, and none in its text. */
function placeOf({ node, pos }: Found, letter: number, isEnd: boolean): number {
	let [at, left] = [pos + 1, letter];
	for (let i = 0; i < node.childCount; i += 1) {
		const child = node.child(i);
		const letters = child.text?.length ?? (child.type.name === 'hardBreak' ? 1 : 0);
		if (left < letters || (isEnd && left === letters)) return at + left;
		left -= letters;
		at += child.nodeSize;
	}
	return at;
}

const stretch = (found: Found, from: number, to: number): Spot => ({
	from: placeOf(found, from, false),
	to: placeOf(found, to, true),
	whole: false
});

const inside = ({ node, pos }: Found): Spot => ({
	from: pos + 1,
	to: pos + node.nodeSize - 1,
	whole: false
});

/** The first textblock that holds these words. */
function byWords(doc: ModelNode, words: string): Spot | null {
	let spot: Spot | null = null;
	if (words.trim() === '') return null;
	doc.descendants((node, pos) => {
		if (spot !== null || !node.isTextblock) return spot === null;
		const at = textOf(node).indexOf(words);
		if (at >= 0) spot = stretch({ node, pos }, at, at + words.length);
		return false;
	});
	return spot;
}

/**
 * Where a finding stands in the document of the page, which may have moved on from the one that was
 * checked: a passage counts only when it reads as it did, and is looked for by its words elsewhere. Null
 * when it is gone.
 */
export function findPlace(doc: ModelNode, { place, excerpt }: Told): Spot | null {
	const at = nodeAt(doc, place.path);
	const { row, column, from, to } = place;
	if (from !== null && to !== null) {
		const isThere =
			at?.node.isTextblock === true && excerptOf(textOf(at.node), from, to) === excerpt;
		if (isThere) return stretch(at, from, to);
		return byWords(doc, wordsOf(excerpt));
	}
	if (at === null) return byWords(doc, wordsOf(excerpt));
	if (row !== null && column !== null && at.node.type.name === 'table') {
		const cell = cellAt(at, row, column);
		if (cell !== null) return inside(cell);
	}
	return at.node.isTextblock
		? inside(at)
		: { from: at.pos, to: at.pos + at.node.nodeSize, whole: true };
}
