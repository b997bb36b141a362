import type { Editor, NodeViewRenderer } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount, type Component } from 'svelte';
import type { AreaDesk } from './desk.ts';
import { markOf, type Mark } from './marks.ts';
import { moveAt } from './moving.ts';
import { textOf } from './shape.ts';
import { walk } from './walk.ts';

/** What the controls of a row are given; reactive, so it is to be read and not taken apart. */
export type RowProps = {
	/** Where the row stands. */
	mark: Mark;
	attrs: Record<string, unknown>;
	/** The words of an area's title. */
	title: string;
	/** The row takes changes from this person now. */
	editable: boolean;
	desk: AreaDesk;
	getPos: () => number | undefined;
	/** What an `AddRow` adds. */
	adds: 'area' | 'measure' | 'result';
};

type Part = {
	name: string;
	/** CSS `order` among what is in the row. */
	order: number;
	component: Component<RowProps>;
	adds?: RowProps['adds'];
};

/**
 * A node view of a row: ProseMirror draws the words, Svelte what is around them. The row and its parts
 * are items of one flex column, so that parts stand between words; whatever others write, the view of a
 * row stays as long as the row does.
 */
export const rowView =
	(
		deskOf: (editor: Editor) => AreaDesk,
		{ content = 'div', parts }: { content?: 'div' | 'p'; parts: Part[] }
	): NodeViewRenderer =>
	({ node, editor, getPos, decorations }): NodeView => {
		const desk = deskOf(editor);
		let current: ModelNode = node;
		const dom = document.createElement('div');
		dom.dataset['block'] = node.type.name;
		const contentDOM = document.createElement(content);
		contentDOM.className = 'words';
		dom.append(contentDOM);

		let mark = markOf(decorations);
		const props: Omit<RowProps, 'adds'> = $state({
			mark,
			attrs: { ...node.attrs },
			title: titleIn(node),
			editable: editor.isEditable && mark.may,
			desk,
			getPos
		});
		const boxes = parts.map(({ name, order, component, adds = 'area' }) => {
			const box = document.createElement('div');
			box.dataset['part'] = name;
			box.contentEditable = 'false';
			box.lang = desk.room.ui.lang;
			box.style.order = String(order);
			dom.append(box);
			const given = {
				get mark() {
					return props.mark;
				},
				get attrs() {
					return props.attrs;
				},
				get title() {
					return props.title;
				},
				get editable() {
					return props.editable;
				},
				desk,
				getPos,
				adds
			};
			const mounted = mount(component, { target: box, props: given, context: desk.room.contexts });
			box.addEventListener('keydown', onKey);
			return { box, name, mounted };
		});

		/** Keys in controls are their own, but for the way on and the way up and down. */
		function onKey(event: KeyboardEvent): void {
			const { key, altKey, shiftKey, ctrlKey, metaKey, target } = event;
			if (event.defaultPrevented || ctrlKey || metaKey || !(target instanceof HTMLElement)) return;
			if (target.closest('dialog') !== null) return;
			if (key === 'Tab' && !altKey) {
				if (walk(editor.view, shiftKey ? -1 : 1, target)) event.preventDefault();
			} else if (altKey && shiftKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
				event.preventDefault();
				const pos = getPos();
				if (pos !== undefined && current.type.name !== 'areaTable')
					moveAt(desk, { node: current, pos }, key === 'ArrowUp' ? -1 : 1);
			}
		}

		const draw = (): void => {
			for (const { box, name } of boxes) box.id = `${mark.id}-${name}`;
			dom.classList.toggle('followup', mark.isFollowUp);
			dom.classList.toggle('own', mark.isOwn);
			dom.classList.toggle('fixed', !mark.may);
		};
		const follow = (): void => {
			props.editable = editor.isEditable && mark.may;
		};
		editor.on('update', follow);
		draw();

		return {
			dom,
			contentDOM,
			update(next, nextDecorations) {
				// Another row in this one's place: its controls may have the focus.
				if (next.type !== current.type || textOf(next, 'id') !== textOf(current, 'id'))
					return false;
				current = next;
				mark = markOf(nextDecorations);
				props.mark = mark;
				props.attrs = { ...next.attrs };
				props.title = titleIn(next);
				follow();
				draw();
				return true;
			},
			stopEvent: (event) =>
				event.target instanceof Node && boxes.some(({ box }) => box.contains(event.target as Node)),
			ignoreMutation: (mutation) =>
				mutation.type !== 'selection' &&
				(mutation.target === contentDOM
					? mutation.type === 'attributes'
					: !contentDOM.contains(mutation.target)),
			destroy() {
				editor.off('update', follow);
				for (const { mounted } of boxes) void unmount(mounted);
			}
		};
	};

const titleIn = ({ firstChild }: ModelNode): string =>
	firstChild?.type.name === 'areaTitle' ? firstChild.textContent : '';
