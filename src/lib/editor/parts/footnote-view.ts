import { noteText } from '#core/notes.ts';
import { jsonOf } from '#schema/content.ts';
import type { NodeViewRenderer } from '@tiptap/core';

/**
 * The mark of a footnote: the style writes its number, which follows from its place. Who writes opens its
 * words by a click; where nobody can write, the style shows them behind it.
 */
export const footnoteView =
	(label: string, open: () => void): NodeViewRenderer =>
	({ node, editor, getPos }) => {
		const dom = document.createElement('sup');
		const draw = (words: string): void => {
			dom.dataset['note'] = dom.title = words;
			dom.ariaLabel = `${label}: ${words}`;
		};
		dom.className = 'footnote';
		dom.role = 'button';
		dom.onclick = () => {
			const at = getPos();
			if (at === undefined || !editor.isEditable) return;
			editor.commands.setNodeSelection(at);
			open();
		};
		draw(noteText(jsonOf(node)));
		return {
			dom,
			update(next) {
				if (next.type !== node.type) return false;
				draw(noteText(jsonOf(next)));
				return true;
			}
		};
	};
