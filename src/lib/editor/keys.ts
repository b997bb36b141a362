import { Extension, wrappingInputRule } from '@tiptap/core';
import type { Editor } from '@tiptap/core';

/** What keys reach outside the text. */
export type KeyActions = {
	link: (editor: Editor) => void;
	/** Moves the focus to the toolbar. */
	toolbar: () => void;
};

/**
 * The keys that Tiptap's own extensions do not bring, and `> ` for a quote. Tab stays the browser's
 * outside lists and tables, so that nobody is caught in the text.
 */
export const Keys = Extension.create<KeyActions>({
	name: 'keys',

	addOptions: () => ({ link: () => undefined, toolbar: () => undefined }),

	addKeyboardShortcuts() {
		return {
			'Mod-k': ({ editor }) => {
				this.options.link(editor);
				return true;
			},
			'Alt-F10': () => {
				this.options.toolbar();
				return true;
			},
			'Mod-Shift-b': ({ editor }) => editor.commands.toggleWrap('quote')
		};
	},

	addInputRules() {
		const quote = this.editor.schema.nodes['quote'];
		return quote === undefined ? [] : [wrappingInputRule({ find: /^\s*>\s$/, type: quote })];
	}
});
