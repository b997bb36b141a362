import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Says what to do, in the empty paragraph where the caret is; one inside of a quote or a cell is silent. */
export const Placeholder = Extension.create<{ text: string }>({
	name: 'placeholder',
	addOptions: () => ({ text: '' }),
	addProseMirrorPlugins() {
		const { editor, options } = this;
		return [
			new Plugin({
				props: {
					decorations({ doc, selection: { $anchor } }) {
						const { parent, depth } = $anchor;
						if (!editor.isEditable || depth !== 1 || parent.childCount > 0) return null;
						if (parent.type.name !== 'paragraph') return null;
						const from = $anchor.before();
						const attributes = { class: 'is-empty', 'data-placeholder': options.text };
						return DecorationSet.create(doc, [
							Decoration.node(from, from + parent.nodeSize, attributes)
						]);
					}
				}
			})
		];
	}
});
