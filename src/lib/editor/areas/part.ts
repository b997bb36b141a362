import type { Editor, NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import type { DecorationSet } from '@tiptap/pm/view';
import './areas.css';
import { AreaDesk } from './desk.ts';
import type { AreaHooks, AreaPart, AreaRoom } from './host.ts';
import { areaKey, emptySelected } from './keys.ts';
import { leavesOthers } from './limits.ts';
import { areaMarks } from './marks.ts';
import { pastedAreas, pasteIn, rememberCut } from './pasting.ts';
import { areaViews } from './views.ts';

/** What the slash menu asks for. */
export { default } from './InsertAreas.svelte';

const desks = new WeakMap<Editor, AreaDesk>();

function deskOf(editor: Editor, room: AreaRoom): AreaDesk {
	const desk = desks.get(editor) ?? new AreaDesk(editor, room);
	desks.set(editor, desk);
	return desk;
}

/** The writing of one editor's tables of areas. */
export function hooksOf(desk: AreaDesk): AreaHooks {
	let seen: { doc: ModelNode; marks: DecorationSet } | null = null;
	return {
		decorations(state) {
			if (seen?.doc !== state.doc) seen = { doc: state.doc, marks: areaMarks(state, desk) };
			return seen.marks;
		},
		allows(tr) {
			const { rows } = desk.room;
			if (rows === null || leavesOthers(tr, rows)) return true;
			desk.room.say(desk.texts.refused);
			return false;
		},
		key: (view, event) => areaKey(desk, view, event),
		typed: (view, text) => emptySelected(view, text),
		pasted: (slice, view) => pastedAreas(slice, view, desk.newId),
		paste: (view, slice) => pasteIn(desk, view, slice),
		cut: rememberCut
	};
}

const views = (room: AreaRoom): Record<string, NodeViewRenderer> =>
	areaViews((editor) => deskOf(editor, room));
const bind = (editor: Editor, room: AreaRoom): AreaHooks => hooksOf(deskOf(editor, room));

export const areaPart: AreaPart = {
	views,
	bind,
	swap(view, editor, room, ready, html) {
		if (view.isDestroyed) return;
		// Drawing anew would end what an input method has begun.
		if (view.composing) {
			const later = () => setTimeout(() => areaPart.swap(view, editor, room, ready, html));
			view.dom.addEventListener('compositionend', later, { once: true });
			return;
		}
		ready(bind(editor, room));
		const nodeViews = { ...view.props.nodeViews };
		for (const [name, make] of Object.entries(views(room)))
			nodeViews[name] = (node, _view, getPos, decorations) =>
				make({ node, editor, getPos, decorations } as unknown as NodeViewRendererProps);
		view.setProps({ nodeViews });
		view.dispatch(view.state.tr);
		if (html !== '') view.pasteHTML(html);
	}
};
