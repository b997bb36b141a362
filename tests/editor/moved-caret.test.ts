// @vitest-environment jsdom
import { seedUpdate } from '#schema/content.ts';
import { beforeAll, expect, it } from 'vitest';
import { withoutLayout } from './support/desk.ts';
import { desk } from './support/desks.ts';

beforeAll(withoutLayout);

it('[W12] a key acts where the person has just clicked, before the browser has told of the click', () => {
	const text = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
	const { editor } = desk(1, seedUpdate({ type: 'doc', content: [text('Ovan'), text('Under')] }));
	const { view } = editor;
	document.body.append(view.dom);
	view.focus();
	editor.commands.setTextSelection(5);
	const acted: string[] = [];
	view.setProps({
		handleKeyDown: ({ state }) => acted.push(state.selection.$head.parent.textContent) > 0
	});

	// A click: the caret has moved in the window, and nothing has been said of it yet.
	const words = view.dom.querySelectorAll('p')[1]?.firstChild;
	if (!words) throw new Error('two paragraphs');
	document.getSelection()?.collapse(words, 2);
	view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true }));

	expect(acted).toEqual(['Under']);
	editor.destroy();
});
