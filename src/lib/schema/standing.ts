import { TEXTBLOCKS } from '#core/cell-text.ts';
import { LONGEST_QUOTE, type Anchor } from '#core/review.ts';
import * as Y from 'yjs';
import { readAnchor, type Passage } from './anchor.ts';
import { lettersOf, pathOf, type Outline, type Place } from './outline.ts';

/** Fewer characters stand in a text by chance. */
const SHORTEST = 10;

/** A textblock's letters, with one sign for each note or break. */
type Line = { block: Y.XmlElement; letters: string };

/**
 * Where threads stand in a document. Who divides a paragraph, or carries one elsewhere, writes its letters
 * anew for all that Yjs knows; so a passage that is gone by its anchor is looked for by its words, and
 * taken when they stand in one place only.
 */
export function standingIn(
	outline: Outline
): (thread: { anchor: Anchor; quote: string }) => Passage {
	let lines: Line[] | null = null;
	return ({ anchor, quote }) => {
		const passage = readAnchor(outline, anchor);
		if (passage.is !== 'gone' || !passage.isText) return passage;
		// What was cut off, or goes over several paragraphs, is not looked for.
		if (quote.length < SHORTEST || quote.length >= LONGEST_QUOTE || quote.includes('\n'))
			return passage;
		lines ??= linesOf(outline);
		return find(outline, lines, quote) ?? passage;
	};
}

function find(outline: Outline, lines: Line[], quote: string): Passage | null {
	let found: { line: Line; at: number } | null = null;
	for (const line of lines) {
		const at = line.letters.indexOf(quote);
		if (at < 0) continue;
		if (found !== null || line.letters.includes(quote, at + 1)) return null;
		found = { line, at };
	}
	if (found === null) return null;
	const start = placeIn(found.line.block, found.at, 'start');
	const end = placeIn(found.line.block, found.at + quote.length, 'end');
	const path = start && pathOf(outline, start);
	const endPath = end && pathOf(outline, end);
	return path && endPath ? { is: 'here', start, end, path, endPath, isAnew: true } : null;
}

function linesOf({ entries }: Outline): Line[] {
	return entries.flatMap(({ type }) =>
		type instanceof Y.XmlElement && TEXTBLOCKS.has(type.nodeName)
			? [{ block: type, letters: type.toArray().map(lettersOrSign).join('') }]
			: []
	);
}

const lettersOrSign = (child: unknown): string =>
	child instanceof Y.XmlText ? lettersOf(child) : '\uFFFC';

/** The letter that a start stands before, or an end behind. */
function placeIn(block: Y.XmlElement, offset: number, edge: 'start' | 'end'): Place | null {
	let left = offset;
	for (const child of block.toArray()) {
		const size = child instanceof Y.XmlText ? child.length : 1;
		const isHere = edge === 'start' ? left < size : left <= size;
		if (isHere) return child instanceof Y.XmlText ? { type: child, index: left } : null;
		left -= size;
	}
	return null;
}
