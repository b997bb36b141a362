import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';

/**
 * Typing with a block selected writes below it. ProseMirror would put the letters in its place: whoever
 * clicked on an indicator to read it and went on typing would have removed it.
 */
export const TypingBeside = Extension.create({
	name: 'typingBeside',
	addProseMirrorPlugins() {
		return [
			new Plugin({
				props: {
					handleTextInput(view, _from, _to, text) {
						const { selection, schema } = view.state;
						const paragraph = schema.nodes['paragraph'];
						if (!(selection instanceof NodeSelection) || !paragraph) return false;
						if (!selection.node.isAtom) return false;
						const after = selection.to;
						const { tr } = view.state;
						const { isInline } = selection.node;
						const words = schema.text(text);
						tr.insert(after, isInline ? words : paragraph.create(null, words));
						const end = after + text.length + (isInline ? 0 : 1);
						tr.setSelection(TextSelection.create(tr.doc, end));
						view.dispatch(tr.scrollIntoView());
						return true;
					}
				}
			})
		];
	}
});
