import type { EditorState } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import type { Stretch } from './anchors.ts';

/** What somebody speaks about: a stretch of the text and its words. */
export type Passage = Stretch & { quote: string };

const wordsOf = ({ doc }: EditorState, from: number, to: number): string =>
	doc.textBetween(from, to, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));

/** What is marked; without a mark the paragraph at the caret. Null where there is none. */
export function spokenOf(state: EditorState): Passage | null {
	const { selection } = state;
	const { from, to, empty, $from } = selection;
	if (!empty) return { from, to, quote: wordsOf(state, from, to) };
	if (!$from.parent.isTextblock || $from.parent.content.size === 0) return null;
	const [start, end] = [$from.start(), $from.end()];
	return { from: start, to: end, quote: wordsOf(state, start, end) };
}

/**
 * Where a suggestion would stand: the marked words, or the caret. Null where one cannot be taken in by
 * itself: over several paragraphs, or over what is no word.
 */
export function changedOf(state: EditorState): Passage | null {
	const { selection } = state;
	if (!(selection instanceof TextSelection)) return null;
	const { $from, $to, from, to } = selection;
	if (!$from.sameParent($to) || !$from.parent.isTextblock) return null;
	const { content } = $from.parent.slice($from.parentOffset, $to.parentOffset);
	if (content.content.some((node) => !node.isText)) return null;
	return { from, to, quote: wordsOf(state, from, to) };
}
