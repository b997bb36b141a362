import type { EditorView } from '@tiptap/pm/view';

/** What ProseMirror keeps to itself: it reads changes in the window, the caret's place among them. */
type DomObserver = { flush: () => void };

/**
 * Reads where the person has just put the caret. The browser moves it at once and says so with the
 * next frame; whatever is drawn in between puts it back to where ProseMirror believes it to be, so
 * that a click or an arrow key is lost and the next words go into another paragraph, often the very
 * one that somebody else is writing in. To be called before anything of others is applied.
 */
export function readMovedCaret(view: EditorView): void {
	if (view.isDestroyed || view.composing || !view.hasFocus()) return;
	(Reflect.get(view, 'domObserver') as DomObserver).flush();
}

/**
 * Lets keys, and transactions that say nothing about text or selection (the carets of others come so, a
 * moment after their message), find the caret where the person has put it. A key that follows a click
 * within a frame would split, join or move what the caret was in before.
 */
export function followMovedCaret(view: EditorView): void {
	const { dispatch } = view;
	let reading = false;
	// Before ProseMirror asks anybody what the key means.
	view.dom.addEventListener('keydown', () => readMovedCaret(view), { capture: true });
	view.dispatch = (transaction) => {
		if (!reading && !transaction.docChanged && !transaction.selectionSet) {
			reading = true;
			readMovedCaret(view);
			reading = false;
			const { selection } = view.state;
			if (selection.$from.doc === transaction.doc && !selection.eq(transaction.selection))
				transaction.setSelection(selection);
		}
		dispatch(transaction);
	};
}
