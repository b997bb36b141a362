import type { ThreadOnPage } from '#core/review.ts';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { ReviewMarks } from '../review-host.ts';
import { heldBy, stretchOf, type Held } from './anchors.ts';

/** What is shown in the text, and how. */
export type Shown = {
	threads: Pick<ThreadOnPage, 'id' | 'kind' | 'anchor' | 'proposed'>[];
	/** The thread that is looked at. */
	active: string | null;
	words: { proposed: string; removed: string };
	onclick: (threadId: string) => void;
};

type Drawn = Shown['threads'][number] & { held: Held };

/**
 * Passages that are spoken of, and suggestions, as decorations: nothing of the document, of the
 * selection or of what undo knows.
 */
class Marks implements ReviewMarks {
	readonly shown: DecorationSet;
	readonly #drawn: Drawn[];
	readonly #how: Shown;

	constructor(drawn: Drawn[], how: Shown, shown: DecorationSet) {
		this.#drawn = drawn;
		this.#how = how;
		this.shown = shown;
	}

	/** What others write is looked up anew; one's own letters move what is there. */
	follow(tr: Transaction, before: EditorState): Marks {
		if (!tr.docChanged) return this;
		const meta = tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined;
		const shown =
			meta?.isChangeOrigin === true
				? DecorationSet.create(tr.doc, decorationsOf(this.#drawn, this.#how, before))
				: this.shown.map(tr.mapping, tr.doc);
		return new Marks(this.#drawn, this.#how, shown);
	}

	/** Tells of the smallest passage at a place. */
	click(_view: EditorView, pos: number): void {
		const id = threadAt(this.shown, pos);
		if (id !== null) this.#how.onclick(id);
	}
}

function threadAt(shown: DecorationSet, pos: number): string | null {
	const [found] = shown.find(pos, pos).sort((a, b) => a.to - a.from - (b.to - b.from));
	return found === undefined ? null : (found.spec as { thread: string }).thread;
}

/** The marks that a text shows now. */
export const marksIn = (state: EditorState): ReviewMarks | null =>
	(state.plugins.find(({ spec }) => spec['holdsReview'] === true)?.getState(state) as
		ReviewMarks | null | undefined) ?? null;

/** The thread of the passage that a place is in. */
export const threadIn = (state: EditorState, pos: number): string | null => {
	const marks = marksIn(state);
	return marks ? threadAt(marks.shown, pos) : null;
};

function decorationsOf(drawn: Drawn[], how: Shown, state: EditorState): Decoration[] {
	return drawn.flatMap(({ id, kind, proposed, held }) => {
		const at = stretchOf(state, held);
		if (at === null) return [];
		const on = id === how.active ? ' on' : '';
		const spec = { thread: id };
		const isSuggestion = kind === 'suggestion';
		const passage =
			at.from === at.to
				? []
				: [
						Decoration.inline(
							at.from,
							at.to,
							{ class: (isSuggestion ? 'struck' : 'said') + on },
							spec
						)
					];
		if (!isSuggestion) return passage;
		const text = proposed ?? '';
		const widget = Decoration.widget(at.to, () => proposal(text, how.words, on), {
			...spec,
			side: 1,
			marks: [],
			ignoreSelection: true,
			key: `${id} ${text}${on}`
		});
		return [...passage, widget];
	});
}

/** The proposed words, with what they are: they stand in the text, and are none of it. */
function proposal(text: string, words: Shown['words'], on: string): HTMLElement {
	const dom = document.createElement('ins');
	dom.className = `proposed${on}`;
	const what = document.createElement('small');
	what.textContent = text === '' ? words.removed : words.proposed;
	dom.append(what, text === '' ? '' : ` ${text}`);
	return dom;
}

/** Where the passage of a thread stands now; null when it is gone. */
export function placeIn(state: EditorState, { anchor }: Pick<ThreadOnPage, 'anchor'>) {
	const held = anchor === null ? null : heldBy(anchor);
	return held === null ? null : stretchOf(state, held);
}

/** Shows these threads in a text from now on. */
export function showMarks(view: EditorView, how: Shown): void {
	const drawn = how.threads.flatMap((thread) => {
		const held = thread.anchor === null ? null : heldBy(thread.anchor);
		return held === null ? [] : [{ ...thread, held }];
	});
	const { state } = view;
	const shown = DecorationSet.create(state.doc, decorationsOf(drawn, how, state));
	const marks: ReviewMarks = new Marks(drawn, how, shown);
	view.dispatch(state.tr.setMeta('review', marks).setMeta('addToHistory', false));
}
