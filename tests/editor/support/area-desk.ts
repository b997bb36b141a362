import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import { areaTablesOf, type AreaPurpose, type AreaTable } from '#core/areas.ts';
import type { DocNode } from '#core/publication.ts';
import { loadAreas, type AreaRoom } from '#editor/areas/host.ts';
import { tablesIn } from '#editor/areas/shape.ts';
import { editorExtensions } from '#editor/extensions.ts';
import { jsonOf } from '#schema/content.ts';
import { schema } from '#schema/extensions.ts';
import { FRAGMENT } from '#schema/version.ts';
import { messages } from '#messages/index.ts';
import { Editor } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { onTestFinished } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { withoutLayout } from './desk.ts';

/** An editor of one section as the page has it, with the part that writes areas, without its controls. */

export const DEPARTMENTS = [
	{ id: 'bu', name: 'Barn och utbildning', abbreviation: 'BU', isMine: true, isOpen: true },
	{ id: 'kf', name: 'Kultur och fritid', abbreviation: 'KF', isMine: false, isOpen: true }
];

export const paragraph = (text: string): DocNode => ({
	type: 'paragraph',
	...(text === '' ? {} : { content: [{ type: 'text', text }] })
});

/** Two areas in a plan: the first with two measures and a result of the second. */
export const TWO: NewArea[] = [
	{
		id: 'a',
		title: 'Delaktighet',
		departments: ['bu'],
		measures: [
			{ id: 'a1', text: 'Elevråd' },
			{ id: 'a2', text: 'Barnrättspiloter' }
		],
		results: [{ id: 'ar', text: 'Fler hörs', measures: ['a2'] }]
	},
	{ id: 'b', title: 'Trygghet', departments: ['kf'], measures: [{ id: 'b1', text: 'Fältare' }] }
];

export const plan = (areas: NewArea[], purpose: AreaPurpose = 'plan'): DocNode =>
	areaTableNode(purpose, '', areas);

export type Sat = {
	editor: Editor;
	/** What was read aloud. */
	said: string[];
	table: () => AreaTable;
	/** Puts the caret before, within or behind these words. */
	caret: (words: string, at?: 'start' | 'end' | number) => void;
	press: (key: string, more?: KeyboardEventInit) => boolean;
	type: (text: string) => void;
	/** The words of the block that the caret is in. */
	here: () => string;
};

export async function sit(blocks: DocNode[], rows: string[] | null = null): Promise<Sat> {
	withoutLayout();
	await loadAreas();
	const doc = new Y.Doc();
	prosemirrorJSONToYXmlFragment(
		schema,
		{ type: 'doc', content: blocks },
		doc.getXmlFragment(FRAGMENT)
	);
	const said: string[] = [];
	const room: AreaRoom = {
		sectionId: 's',
		ui: { lang: 'sv', t: messages('sv'), now: 0 },
		departments: DEPARTMENTS,
		rows,
		contexts: new Map(),
		say: (news) => said.push(news)
	};
	const element = document.createElement('div');
	document.body.append(element);
	const editor = new Editor({
		element,
		injectCSS: false,
		extensions: editorExtensions({
			doc,
			awareness: new Awareness(doc),
			user: { id: 'p', name: 'p', color: '#336699', department: null },
			placeholder: '',
			nodeViews: {},
			actions: { link: () => undefined, toolbar: () => undefined },
			slash: { show: () => undefined, hide: () => undefined, key: () => false },
			areas: room,
			onImages: () => undefined
		})
	});
	onTestFinished(() => {
		editor.destroy();
		element.remove();
	});
	const { view } = editor;
	// Where nothing is laid out, every block is one line high.
	view.endOfTextblock = (way) => {
		const { $head } = view.state.selection;
		if (way === 'left') return $head.parentOffset === 0;
		return way === 'right' ? $head.parentOffset === $head.parent.content.size : true;
	};
	return {
		editor,
		said,
		table() {
			const [found] = areaTablesOf(jsonOf(view.state.doc));
			if (found === undefined) throw new Error('there is a table');
			return found;
		},
		caret(words, at = 'end') {
			let place = -1;
			view.state.doc.descendants((node, pos) => {
				if (node.isTextblock && node.textContent === words && place < 0) {
					const offset = at === 'end' ? node.content.size : at === 'start' ? 0 : at;
					place = pos + 1 + offset;
				}
				return true;
			});
			if (place < 0) throw new Error(`no block reads ${words}`);
			editor.commands.setTextSelection(place);
		},
		press(key, more = {}) {
			const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
			return view.someProp('handleKeyDown', (f) => f(view, event)) === true;
		},
		type(text) {
			for (const letter of text) {
				const { from, to } = view.state.selection;
				const insert = () => view.state.tr.insertText(letter, from, to);
				const handled = view.someProp('handleTextInput', (f) => f(view, from, to, letter, insert));
				if (handled !== true) view.dispatch(insert());
			}
		},
		here: () => view.state.selection.$head.parent.textContent
	};
}

/** The first table of a text, as a place. */
export const tableOf = (editor: Editor) => {
	const [table] = tablesIn(editor.state.doc);
	if (table === undefined) throw new Error('there is a table');
	return table;
};
