import { Extension, wrappingInputRule } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { GapCursor } from '@tiptap/pm/gapcursor';
import { NodeSelection } from '@tiptap/pm/state';

/** What keys reach outside the text. */
export type KeyActions = {
	link: (editor: Editor) => void;
	/** Opens the note that is selected. */
	footnote?: (editor: Editor) => void;
	/** Moves the focus to the toolbar. */
	toolbar: () => void;
};

/** The place after the block of the whole text that the caret is in; null when the text goes on. */
function endOfText({ state }: Editor): number | null {
	const { $to } = state.selection;
	const after = $to.depth === 0 ? null : $to.after(1);
	return after === state.doc.content.size ? after : null;
}

/** Down from the last row of a table that ends the text: else nobody would come out of it by key. */
function leaveTable(editor: Editor): boolean {
	const after = endOfText(editor);
	const { $head, empty } = editor.state.selection;
	if (after === null || !empty || $head.node(1).type.name !== 'table') return false;
	const isLastRow = $head.index(1) === $head.node(1).childCount - 1;
	if (!isLastRow || !editor.view.endOfTextblock('down')) return false;
	const gap = new GapCursor(editor.state.doc.resolve(after));
	editor.view.dispatch(editor.state.tr.setSelection(gap).scrollIntoView());
	return true;
}

/** A paragraph after the block that the caret is in, whatever block that is. */
function paragraphAfter(editor: Editor): boolean {
	const { $to } = editor.state.selection;
	const at = $to.depth === 0 ? editor.state.selection.to : $to.after(1);
	return editor
		.chain()
		.insertContentAt(at, { type: 'paragraph' })
		.setTextSelection(at + 1)
		.scrollIntoView()
		.run();
}

/**
 * The keys that Tiptap's own extensions do not bring, and `> ` for a quote. Tab stays the browser's
 * outside lists and tables, so that nobody is caught in the text.
 */
export const Keys = Extension.create<KeyActions>({
	name: 'keys',
	// Before the tables' own keys.
	priority: 200,

	addOptions: () => ({ link: () => undefined, toolbar: () => undefined }),

	addKeyboardShortcuts() {
		return {
			'Mod-k': ({ editor }) => {
				this.options.link(editor);
				return true;
			},
			Enter: ({ editor }) => {
				const { selection } = editor.state;
				if (!(selection instanceof NodeSelection)) return false;
				if (selection.node.type.name !== 'footnote') return false;
				this.options.footnote?.(editor);
				return true;
			},
			'Alt-F10': () => {
				this.options.toolbar();
				return true;
			},
			// Browsers lose their way where a table ends the text.
			'Mod-End': ({ editor }) => editor.commands.focus('end'),
			'Mod-Home': ({ editor }) => editor.commands.focus('start'),
			ArrowDown: ({ editor }) => leaveTable(editor),
			'Mod-Enter': ({ editor }) => paragraphAfter(editor),
			'Mod-Shift-b': ({ editor }) => editor.commands.toggleWrap('quote')
		};
	},

	addInputRules() {
		const quote = this.editor.schema.nodes['quote'];
		return quote === undefined ? [] : [wrappingInputRule({ find: /^\s*>\s$/, type: quote })];
	}
});
