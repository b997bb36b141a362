import type { NodeViewRenderer } from '@tiptap/core';

/**
 * The mark of a footnote: the style writes its number, which follows from its place. Who writes opens its
 * words by a click; where nobody can write, the style shows them behind it.
 */
export const footnoteView =
	(label: string, open: () => void): NodeViewRenderer =>
	({ node: { type, attrs }, editor, getPos }) => {
		const dom = document.createElement('sup');
		const draw = (words: unknown): void => {
			dom.dataset['note'] = dom.title = String(words);
			dom.ariaLabel = `${label}: ${dom.title}`;
		};
		dom.className = 'footnote';
		dom.role = 'button';
		dom.onclick = () => {
			const at = getPos();
			if (at === undefined || !editor.isEditable) return;
			editor.commands.setNodeSelection(at);
			open();
		};
		draw(attrs['text']);
		return {
			dom,
			update(next) {
				if (next.type !== type) return false;
				draw(next.attrs['text']);
				return true;
			}
		};
	};
