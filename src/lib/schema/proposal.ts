import { TEXTBLOCKS } from '#core/cell-text.ts';
import * as Y from 'yjs';
import {
	compare,
	entriesIn,
	lettersIn,
	lettersOf,
	type Outline,
	type Path,
	type Place,
	type Range
} from './outline.ts';

/** Letters of one text. */
type Span = { text: Y.XmlText; from: number; to: number };

/** What a suggestion would replace: letters of one textblock, and nothing else. */
export type Replaced = { spans: [Span, ...Span[]]; letters: string };

/**
 * The letters in a range; null when it is not within one textblock, when a note or a line break stands
 * in it, or when it goes through the middle of a sign.
 */
export function replacedIn(
	outline: Outline,
	{ start: first, end: last, path, endPath }: Range & { path: Path; endPath: Path }
): Replaced | null {
	const end = inText(last, 'end');
	const start = compare(path, endPath) === 0 ? end : inText(first, 'start');
	const block = start?.type.parent;
	if (!(block instanceof Y.XmlElement && TEXTBLOCKS.has(block.nodeName))) return null;
	if (!start || end?.type.parent !== block) return null;
	const spans: Span[] = [];
	if (start.type === end.type) spans.push({ text: start.type, from: start.index, to: end.index });
	else
		for (const { type, path: at } of entriesIn(outline, path, endPath)) {
			if (!(type instanceof Y.XmlText)) return null; // A note or a break.
			const [from, to] = lettersIn(type, at, path, endPath);
			spans.push({ text: type, from, to });
		}
	if (spans.some(isThroughASign)) return null;
	const letters = spans.map(({ text, from, to }) => lettersOf(text).slice(from, to)).join('');
	// An edge may stand at the end of one text and mean the next.
	const [one, ...others] = letters === '' ? spans.slice(0, 1) : spans.filter(isNotEmpty);
	return one ? { spans: [one, ...others], letters } : null;
}

/** The same place within the text beside it, where it stands between a textblock's pieces. */
function inText(
	{ type, index }: Place,
	edge: 'start' | 'end'
): { type: Y.XmlText; index: number } | null {
	if (type instanceof Y.XmlText) return { type, index };
	const pieces: unknown[] = type.toArray();
	const [before, behind] = [pieces[index - 1], pieces[index]];
	const atEnd = before instanceof Y.XmlText && { type: before, index: before.length };
	const atStart = behind instanceof Y.XmlText && { type: behind, index: 0 };
	return (edge === 'end' ? atEnd || atStart : atStart || atEnd) || null;
}

const isNotEmpty = ({ from, to }: Span): boolean => to > from;

const isThroughASign = ({ text, from, to }: Span): boolean => {
	const letters = lettersOf(text);
	return [from, to].some((at) =>
		/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(letters.slice(at - 1, at + 1))
	);
};

/**
 * Puts `proposed` in their place, with the marks of the first of them, or of the letter before where
 * none is replaced. The caller does it in a transaction.
 */
export function putInPlace({ spans, letters }: Replaced, proposed: string): void {
	const [{ text, from, to }, ...others] = spans;
	const marks = letters === '' ? marksBefore(text, from) : marksAt(text, from);
	// Behind the first letter that goes: a comment on these letters holds on to those that come.
	const at = to > from + 1 ? from + 1 : from;
	text.insert(at, proposed, marks);
	text.delete(at + proposed.length, to - at);
	text.delete(from, at - from);
	for (const other of others) other.text.delete(other.from, other.to - other.from);
}

type Marks = Record<string, unknown>;

/** The marks of the letter with this index. */
function marksAt(text: Y.XmlText, index: number): Marks {
	let at = 0;
	for (const piece of text.toDelta() as { insert: unknown; attributes?: Marks }[]) {
		at += typeof piece.insert === 'string' ? piece.insert.length : 1;
		if (index < at) return piece.attributes ?? {};
	}
	return {};
}

/** What is put in between two letters is a link only where both are of it. */
function marksBefore(text: Y.XmlText, index: number): Marks {
	if (index === 0) return {};
	const [before, behind] = [marksAt(text, index - 1), marksAt(text, index)];
	const isInLink = JSON.stringify(before['link']) === JSON.stringify(behind['link']);
	return Object.fromEntries(Object.entries(before).filter(([name]) => name !== 'link' || isInLink));
}
