import { Selection, type Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import { keepCaret } from './caret-keeping.ts';
import { followMovedCaret, readMovedCaret } from './moved-caret.ts';

/** A handle on the guard of one editor. */
export type BindingGuard = {
	/** Draws the view from the document, whatever it showed. */
	renderAnew: () => void;
	/** A message of the server is about to be read: what the person has just done comes first. */
	beforeReading: () => void;
};

/**
 * Keeps a view from falling behind its document (W12). y-tiptap restores the selection inside the
 * observer that follows the document; when that throws (y-tiptap#48), the document is right and the
 * view is not, and the next letter typed would be compared with the stale view as if the others'
 * text had been deleted. So the observer is wrapped: what throws is caught where it happens, also
 * in undo and redo, and the view is drawn anew from the document before anything else can run.
 * @param onStale told of every such catch, to be counted
 */
export function guardBinding(view: EditorView, onStale: (error: unknown) => void): BindingGuard {
	const state = ySyncPluginKey.getState(view.state) as { binding: ProsemirrorBinding } | undefined;
	if (state === undefined) throw new Error('the editor is not bound to a document');
	const { binding } = state;
	for (const plugin of view.state.plugins) letFollow(plugin);
	followMovedCaret(view);

	// Drawing the whole text leaves the caret at a number that may be no place for one.
	const placeCaret = (): void => {
		const { selection, tr } = view.state;
		if (selection.$head.parent.inlineContent) return;
		view.dispatch(tr.setSelection(Selection.near(selection.$head)).setMeta('addToHistory', false));
	};
	placeCaret();

	const renderAnew = (): void => {
		// A selection that could not be restored must not be tried again.
		Reflect.set(binding, 'beforeTransactionSelection', null);
		binding._forceRerender();
		placeCaret();
	};

	const follow = binding._observeFunction as (...args: unknown[]) => void;
	const guarded = (...args: unknown[]): void => {
		const mend = keepCaret(binding, view.state);
		try {
			follow(...args);
			const mended = mend(view.state);
			if (mended !== null) view.dispatch(mended);
		} catch (error) {
			onStale(error);
			renderAnew();
		}
	};
	binding.type.unobserveDeep(follow);
	binding._observeFunction = guarded;
	binding.type.observeDeep(guarded);
	return { renderAnew, beforeReading: () => readMovedCaret(view) };
}

/** True for what the binding dispatches: changes of others, and own undo and redo. */
const followsDocument = (transaction: Transaction): boolean =>
	(transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)
		?.isChangeOrigin === true;

/**
 * A plugin may not add to a change that comes from the document: the binding does not write it back,
 * so the view would hold what the document does not (cells that prosemirror-tables adds to a ragged
 * row, links that autolink finds in what others type), and with the next letter everybody would
 * write it, each anew. The same repair is made when the person's own change touches the place.
 */
function letFollow(plugin: Plugin): void {
	const append = plugin.spec.appendTransaction;
	if (append === undefined) return;
	plugin.spec.appendTransaction = (transactions, before, after) => {
		const added = append.call(plugin, transactions, before, after);
		return added?.docChanged && transactions.some(followsDocument) ? null : added;
	};
}
