import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** Where the person was in a text that is loaded anew. */
export type Place = { from: number; to: number; focused: boolean };

/** Remembers the selection of an editor that is about to go. */
export function placeOf(editor: Editor): Place {
	const { from, to } = editor.state.selection;
	return { from, to, focused: editor.isFocused };
}

/** Puts the selection, and the focus where it was had, as near as the new text allows. */
export function returnTo(place: Place, editor: Editor): void {
	const { doc, tr } = editor.state;
	const near = (position: number) => doc.resolve(Math.min(position, doc.content.size));
	const selection = TextSelection.between(near(place.from), near(place.to));
	editor.view.dispatch(tr.setSelection(selection).setMeta('addToHistory', false));
	if (place.focused) editor.commands.focus(null, { scrollIntoView: false });
}

/** Leaves a still picture of the editor's text in its place, so that nothing jumps meanwhile. */
export function leaveStill(editor: Editor, host: HTMLElement): void {
	const still = editor.view.dom.cloneNode(true) as HTMLElement;
	still.removeAttribute('contenteditable');
	still.removeAttribute('role');
	still.setAttribute('aria-busy', 'true');
	host.replaceChildren(still);
}
