import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** One end of the selection, as y-tiptap noted it before the text changed. */
type End = { rel: Y.RelativePosition | null; name: 'absAnchor' | 'absHead' };

/**
 * Keeps the caret where it is while others write. y-tiptap 3.0.9 holds the place by Yjs and then
 * mistrusts it whenever somebody else has changed the same paragraph: it looks for a paragraph that
 * reads as this one did, and two people who begin in one empty paragraph find the caret in the next.
 * So its search is allowed only where the place itself is gone (a paragraph that became a heading is
 * a new one in Yjs), and there the block of the same number and words comes first.
 * @param before the view's state before it follows
 * @returns the transaction that mends the selection after the view has followed, or null
 */
export function keepCaret(
	binding: ProsemirrorBinding,
	before: EditorState
): (after: EditorState) => Transaction | null {
	const nothing = () => null;
	// Null while nothing is noted, whatever its type says.
	const noted = binding.beforeTransactionSelection as
		(ProsemirrorBinding['beforeTransactionSelection'] & object) | null;
	if (noted === null) return nothing;
	const ends: End[] = [
		{ rel: noted.anchor as Y.RelativePosition | null, name: 'absAnchor' },
		{ rel: noted.head as Y.RelativePosition | null, name: 'absHead' }
	];
	const gone = ends.filter(({ rel }) => rel === null || !isLive(binding.doc, rel));
	for (const { name } of ends)
		if (!gone.some((end) => end.name === name)) Reflect.set(noted, name, null);
	if (gone.length === 0 || !(before.selection instanceof TextSelection)) return nothing;

	const anchor = placeOf(before, before.selection.anchor);
	const head = placeOf(before, before.selection.head);
	return (after) => {
		const [from, to] = [find(after, anchor), find(after, head)];
		if (from === null || to === null) return null;
		const selection = TextSelection.between(after.doc.resolve(from), after.doc.resolve(to));
		return selection.eq(after.selection)
			? null
			: after.tr.setSelection(selection).setMeta('addToHistory', false);
	};
}

/** True when the text that a position points into is still in the document. */
function isLive(doc: Y.Doc, rel: Y.RelativePosition): boolean {
	const found = Y.createAbsolutePositionFromRelativePosition(rel, doc);
	if (found === null) return false;
	let type: Y.AbstractType<unknown> | null = found.type as Y.AbstractType<unknown>;
	while (type !== null && type._item !== null) {
		if (type._item.deleted) return false;
		type = type._item.parent as Y.AbstractType<unknown> | null;
	}
	return true;
}

/** A place by the number of its block, the block's words, and how far into the block it is. */
type Place = { block: number; words: string; offset: number };

function placeOf({ doc }: EditorState, position: number): Place {
	const $at = doc.resolve(position);
	const block = $at.index(0);
	const words = block < doc.childCount ? doc.child(block).textContent : '';
	return { block, words, offset: position - $at.posAtIndex(block, 0) };
}

/** The same place in another text; null where no such block stands at its number. */
function find({ doc }: EditorState, { block, words, offset }: Place): number | null {
	if (block >= doc.childCount) return null;
	const node = doc.child(block);
	if (node.textContent !== words || offset > node.nodeSize) return null;
	return doc.resolve(0).posAtIndex(block, 0) + offset;
}
