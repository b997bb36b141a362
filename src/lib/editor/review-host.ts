import { Extension } from '@tiptap/core';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { DecorationSet, EditorView } from '@tiptap/pm/view';

/** What is shown of comments and suggestions in one text. */
export type ReviewMarks = {
	readonly shown: DecorationSet;
	/** The same after a change; `before` is the state that it changes. */
	follow: (tr: Transaction, before: EditorState) => ReviewMarks;
	click: (view: EditorView, pos: number) => void;
};

/**
 * Holds the place of the marks of comments, whose part comes when there is something to mark, and brings
 * them as the meta `review` of a transaction. A plugin that came later itself would end and begin all
 * others, and undo would forget what it knows.
 */
export const ReviewHost = Extension.create({
	name: 'reviewHost',
	addProseMirrorPlugins: () => [
		new Plugin<ReviewMarks | null>({
			/** By this it is found. */
			holdsReview: true,
			state: {
				init: () => null,
				apply: (tr, marks, before) =>
					(tr.getMeta('review') as ReviewMarks | undefined) ?? marks?.follow(tr, before) ?? null
			},
			props: {
				decorations(state) {
					return this.getState(state)?.shown;
				},
				handleClick(view, pos) {
					this.getState(view.state)?.click(view, pos);
				}
			}
		})
	]
});
