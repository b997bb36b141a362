import type { EditorState } from '@tiptap/pm/state';
import { anchorOf } from './anchors.ts';
import type { Drafts } from './drafts.svelte.ts';
import { changedOf, spokenOf } from './passage.ts';

/**
 * Begins a comment or a suggestion on what is marked in a text.
 * @param state null: nobody is in the text, so that it is about the section as a whole
 * @returns `other` where something is being written already, which stays; `nowhere` where no suggestion
 * can stand
 */
export function beginDraft(
	drafts: Drafts,
	what: 'comment' | 'suggest',
	state: EditorState | null
): 'begun' | 'other' | 'nowhere' {
	if (!drafts.isEmpty(what)) return 'other';
	const read = what === 'comment' ? spokenOf : changedOf;
	const passage = state === null ? null : read(state);
	if (state === null || passage === null) {
		if (what === 'suggest') return 'nowhere';
		drafts.set(what, { text: '', picked: [], about: { anchor: null, quote: '' } });
		return 'begun';
	}
	const { quote } = passage;
	const about = { anchor: anchorOf(state, passage), quote };
	const proposed = what === 'suggest' ? { proposed: quote } : {};
	drafts.set(what, { text: '', picked: [], about, ...proposed });
	return 'begun';
}
