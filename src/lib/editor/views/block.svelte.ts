import type { NodeViewRenderer } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount, type Component } from 'svelte';

/** What a block's component is given; reactive, so it is to be read and not taken apart. */
export type BlockProps = {
	attrs: Record<string, unknown>;
	/** The section takes changes from this person. */
	editable: boolean;
	/** The block itself is what is selected. */
	selected: boolean;
	/** Writes attributes of the block. */
	change: (attrs: Record<string, unknown>) => void;
	remove: () => void;
	/** The section that the block stands in. */
	sectionId: string;
};

export type BlockSurroundings = {
	sectionId: string;
	/** Svelte's contexts of the section's component: language, writing room. */
	contexts: Map<unknown, unknown>;
};

/** An attribute that holds text; empty when it does not. */
export function textAttr(attrs: Record<string, unknown>, name: string): string {
	const value = attrs[name];
	return typeof value === 'string' ? value : '';
}

/**
 * A node view for a block without text of its own, drawn by a Svelte component. The component never
 * touches the document: it asks for changes.
 */
export function blockView(
	component: Component<BlockProps>,
	{ sectionId, contexts }: BlockSurroundings
): NodeViewRenderer {
	return ({ node, editor, getPos }): NodeView => {
		let current: ModelNode = node;
		const dom = document.createElement('div');
		dom.className = 'block';
		dom.dataset['block'] = node.type.name;
		const props: BlockProps = $state({
			attrs: { ...node.attrs },
			editable: editor.isEditable,
			selected: false,
			sectionId,
			change: (attrs) => {
				const at = getPos();
				if (at === undefined || !editor.isEditable) return;
				const next = { ...current.attrs, ...attrs };
				editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, next));
			},
			remove: () => {
				const at = getPos();
				if (at === undefined || !editor.isEditable) return;
				editor
					.chain()
					.deleteRange({ from: at, to: at + current.nodeSize })
					.focus()
					.run();
			}
		});
		const mounted = mount(component, { target: dom, props, context: contexts });
		const follow = () => {
			props.editable = editor.isEditable;
		};
		editor.on('update', follow);
		return {
			dom,
			update(next) {
				if (next.type !== current.type) return false;
				current = next;
				Object.assign(props.attrs, next.attrs);
				return true;
			},
			selectNode() {
				props.selected = true;
				dom.classList.add('selected');
			},
			deselectNode() {
				props.selected = false;
				dom.classList.remove('selected');
			},
			// Keys and clicks in the block's own fields and buttons are its own; the rest selects it.
			stopEvent: (event) =>
				event.target instanceof Element &&
				event.target.closest('input, textarea, button, summary, a, label, select') !== null,
			ignoreMutation: () => true,
			destroy() {
				editor.off('update', follow);
				void unmount(mounted);
			}
		};
	};
}
