// @vitest-environment jsdom
import { commands, type DialogActions } from '#editor/commands.ts';
import { footnoteView } from '#editor/parts/footnote-view.ts';
import { putNote, removeNote, selectedNote } from '#editor/parts/footnote.ts';
import { cleanPastedHtml } from '#editor/paste.ts';
import { TypingBeside } from '#editor/typing-beside.ts';
import type { DocNode } from '#core/publication.ts';
import { jsonOf } from '#schema/content.ts';
import { extensions, schema } from '#schema/extensions.ts';
import { Footnote } from '#schema/blocks.ts';
import { plainText } from '#schema/text.ts';
import { Editor } from '@tiptap/core';
import { DOMParser, DOMSerializer, Node as ModelNode } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { doc, p } from '../export/support/page.ts';
import { fromTo, note, references, signature } from '../export/support/parts.ts';
import { withoutLayout } from './support/desk.ts';

beforeAll(withoutLayout);

let opened = 0;
const dialogs = { footnote: () => (opened += 1) } as unknown as DialogActions;

/** An editor of this text with the caret at its end. */
function write(content: DocNode): Editor {
	const editor = new Editor({
		element: document.createElement('div'),
		extensions: [
			...extensions.filter(({ name }) => name !== 'footnote'),
			Footnote.extend({ addNodeView: () => footnoteView('Fotnot', () => (opened += 1)) }),
			TypingBeside
		],
		content
	});
	onTestFinished(() => editor.destroy());
	editor.commands.setTextSelection(editor.state.doc.content.size - 1);
	return editor;
}
const json = (editor: Editor): DocNode => jsonOf(editor.state.doc);
const words = (editor: Editor): string => plainText(json(editor)).replaceAll('\n', '|');

it('[P5] a note goes behind the word, the space that called the menu stays, and typing goes on after it', () => {
	const editor = write(doc(p('Kören växer ')));
	expect(commands.footnote.can(editor)).toBe(true);
	expect(putNote(editor, ' Räknat\n i november. ')).toBe(true);
	expect(editor.state.selection.empty).toBe(true);
	editor.commands.insertContent('varje år.');
	expect(
		json(editor).content?.[0]?.content?.map(({ type, text, attrs }) => text ?? [type, attrs])
	).toEqual(['Kören växer', ['footnote', { text: 'Räknat i november.' }], ' varje år.']);
});

it('[P5] the note that is selected is changed or removed, and no other', () => {
	const editor = write(doc(p('Ett', note('a'), ' två', note('b'))));
	editor.commands.setNodeSelection(4);
	expect(selectedNote(editor)).toBe('a');
	putNote(editor, 'c');
	expect(words(editor)).toBe('Ett två|c|b');
	expect(selectedNote(editor)).toBeNull();
	editor.commands.setNodeSelection(4);
	expect(removeNote(editor)).toBe(true);
	expect(words(editor)).toBe('Ett två|b');
});

it('[S3] a text that was locked while the dialog was open takes no note', () => {
	const editor = write(doc(p('Ett', note('a'))));
	editor.commands.setNodeSelection(4);
	editor.setEditable(false);
	expect(putNote(editor, 'b')).toBe(false);
	expect(removeNote(editor)).toBe(false);
	expect(words(editor)).toBe('Ett|a');
});

it('[C5] a mark is a button that says its note; a click selects and opens it, where one may write', () => {
	const editor = write(doc(p('Ett', note('Se bilagan.'))));
	const mark = editor.view.dom.querySelector<HTMLElement>('sup.footnote');
	expect([mark?.getAttribute('role'), mark?.getAttribute('aria-label')]).toEqual([
		'button',
		'Fotnot: Se bilagan.'
	]);
	const before = opened;
	mark?.click();
	expect(opened).toBe(before + 1);
	expect(editor.state.selection).toBeInstanceOf(NodeSelection);
	editor.setEditable(false);
	mark?.click();
	expect(opened).toBe(before + 1);
});

it('[W8] typing with a note selected writes behind it and removes nothing', () => {
	const editor = write(doc(p('Ett', note('a'))));
	editor.commands.setNodeSelection(4);
	const { view } = editor;
	const handled = view.someProp('handleTextInput', (f) => f(view, 4, 5, 'x', () => view.state.tr));
	expect(handled).toBe(true);
	expect(json(editor).content?.[0]?.content?.map(({ text }) => text)).toEqual([
		'Ett',
		undefined,
		'x'
	]);
});

it('[P5] a from-to table has its headers, and the caret in its first cell', () => {
	const editor = write(doc(p()));
	commands.fromTo.run(editor, dialogs);
	editor.commands.insertContent('Enstaka samtal');
	expect(json(editor).content?.[0]?.attrs?.['purpose']).toBe('fromTo');
	expect(words(editor)).toBe('Från|Till|Enstaka samtal');
});

it('[P5] works become a list and come out of it; a signature is selected, so that its first field is reached', () => {
	const editor = write(doc(p('Ek, A. (2016).')));
	commands.references.run(editor, dialogs);
	expect(json(editor).content?.[0]?.type).toBe('references');
	commands.references.run(editor, dialogs);
	expect(json(editor).content?.[0]?.type).toBe('paragraph');
	const empty = write(doc(p()));
	commands.signature.run(empty, dialogs);
	const { selection } = empty.state;
	expect(selection instanceof NodeSelection && selection.node.type.name).toBe('signature');
});

it('[W5] what is copied here is pasted as it was, and attributes that are too long are not', () => {
	const content = doc(
		p('Ett', note('Se "SCB" <2019>.'), ' ord'),
		references(['Öberg'], ['Ek']),
		signature({ place: 'Skogsby', date: '2023-02-16', name: 'Åsa', title: 'Chef' }),
		fromTo(['Utan', 'Med'])
	);
	const model = ModelNode.fromJSON(schema, content);
	const holder = document.createElement('div');
	holder.append(DOMSerializer.fromSchema(schema).serializeFragment(model.content));
	(holder.firstElementChild as HTMLElement).dataset['pmSlice'] = '0 0 []';
	const paste = (html: string): DocNode => {
		const into = document.createElement('div');
		into.innerHTML = cleanPastedHtml(html);
		return jsonOf(DOMParser.fromSchema(schema).parse(into));
	};
	expect(paste(holder.innerHTML)).toEqual(jsonOf(model));
	const long = `<p>Ett<span data-block="footnote" data-text="${'a'.repeat(1001)}"></span></p>`;
	expect(plainText(paste(long))).toBe('Ett');
});
