import type { NodeViewRenderer } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';

/** Views of nodes that hold text: ProseMirror draws what is in them, these draw what is around it. */

/** A heading at its level below the section's own, so that the page has one outline. */
export const headingView =
	(base: number): NodeViewRenderer =>
	({ node }) => {
		const level = Number(node.attrs['level']);
		const dom = document.createElement(`h${Math.min(6, base + level - 1)}`);
		dom.dataset['level'] = String(level);
		return {
			dom,
			contentDOM: dom,
			update: (next) => next.type === node.type && next.attrs['level'] === level
		};
	};

/** A quote with a field for who says it; print shows the source as text. */
export const quoteView =
	(texts: { source: string; placeholder: string }): NodeViewRenderer =>
	({ node, editor, getPos }) => {
		let current: ModelNode = node;
		const dom = document.createElement('figure');
		dom.className = 'quote';
		const contentDOM = document.createElement('blockquote');
		const caption = document.createElement('figcaption');
		caption.contentEditable = 'false';
		const field = document.createElement('input');
		field.className = 'quote-source';
		field.maxLength = 500;
		field.setAttribute('aria-label', texts.source);
		field.placeholder = texts.placeholder;
		const words = document.createElement('span');
		caption.append(field, words);
		dom.append(contentDOM, caption);

		const draw = (): void => {
			const source = String(current.attrs['source'] ?? '');
			if (document.activeElement !== field) field.value = source;
			words.textContent = source;
			field.hidden = !editor.isEditable;
			words.hidden = editor.isEditable;
			caption.hidden = !editor.isEditable && source === '';
		};
		field.addEventListener('change', () => {
			const at = getPos();
			if (at === undefined || !editor.isEditable) return;
			const attrs = { ...current.attrs, source: field.value.trim() };
			editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, attrs));
		});
		field.addEventListener('keydown', (event) => {
			if (event.key !== 'Enter') return;
			event.preventDefault();
			field.blur();
			const at = getPos();
			if (at !== undefined) editor.commands.focus(at + current.nodeSize - 2);
		});
		editor.on('update', draw);
		draw();
		return {
			dom,
			contentDOM,
			update(next) {
				if (next.type !== current.type) return false;
				current = next;
				draw();
				return true;
			},
			stopEvent: (event) => event.target instanceof Node && caption.contains(event.target),
			ignoreMutation: (mutation) =>
				mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
			destroy: () => editor.off('update', draw)
		};
	};
