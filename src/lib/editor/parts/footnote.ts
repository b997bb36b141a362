import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** What the dialog does with a note. */

/** The words of the note that is selected; null where none is. */
export function selectedNote({ state: { selection } }: Editor): string | null {
	if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') return null;
	return String(selection.node.attrs['text']);
}

/**
 * Gives the selected note these words, or puts a new one behind the word at the caret: a space that was
 * typed to call the menu stays after it. The caret goes behind the note, so that typing goes on there.
 * @returns false when the text takes no changes now
 */
export function putNote(editor: Editor, words: string): boolean {
	const type = editor.schema.nodes['footnote'];
	if (!editor.isEditable || !type) return false;
	const text = words.replace(/\s+/g, ' ').trim();
	const { selection, tr } = editor.state;
	const isKnown = selectedNote(editor) !== null;
	if (isKnown) tr.setNodeMarkup(selection.from, undefined, { text });
	else {
		const before = selection.$to.parent.textBetween(0, selection.$to.parentOffset, '', '\ufffc');
		tr.insert(selection.to - (/\S $/.test(before) ? 1 : 0), type.create({ text }));
	}
	const after = isKnown ? selection.to : tr.mapping.map(selection.to);
	tr.setSelection(TextSelection.create(tr.doc, after));
	editor.view.dispatch(tr.scrollIntoView());
	editor.commands.focus();
	return true;
}

/**
 * Takes the selected note away.
 * @returns false when the text takes no changes now
 */
export function removeNote(editor: Editor): boolean {
	if (!editor.isEditable) return false;
	if (selectedNote(editor) !== null) editor.commands.deleteSelection();
	editor.commands.focus();
	return true;
}
