// @vitest-environment jsdom
import { TypingBeside } from '#editor/typing-beside.ts';
import { extensions } from '#schema/extensions.ts';
import { Editor } from '@tiptap/core';
import { expect, onTestFinished, test } from 'vitest';

test('[W8] typing with an indicator selected writes below it and removes nothing', () => {
	const editor = new Editor({
		element: document.createElement('div'),
		extensions: [...extensions, TypingBeside],
		content: {
			type: 'doc',
			content: [
				{ type: 'indicator', attrs: { indicator: 'ind-1' } },
				{ type: 'paragraph', content: [{ type: 'text', text: 'Efter' }] }
			]
		}
	});
	onTestFinished(() => editor.destroy());
	editor.commands.setNodeSelection(0);
	const { view } = editor;
	const type = (text: string) => {
		const { from, to } = view.state.selection;
		const handled = view.someProp('handleTextInput', (f) =>
			f(view, from, to, text, () => view.state.tr.insertText(text, from, to))
		);
		if (!handled) view.dispatch(view.state.tr.insertText(text, from, to));
	};
	type('H');
	type('e');
	expect(editor.getJSON().content.map((n) => [n.type, n.content?.[0]])).toEqual([
		['indicator', undefined],
		['paragraph', { type: 'text', text: 'He' }],
		['paragraph', { type: 'text', text: 'Efter' }]
	]);
});
