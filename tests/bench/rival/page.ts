import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { nodes } from './nodes.ts';

/** A bare page: one editor, one document, stock parts, nothing around. */

const doc = new Y.Doc();
const address = new URLSearchParams(location.search).get('ws') ?? '';
const provider = new WebsocketProvider(address, 'rival', doc, { disableBc: true });
new Editor({
	element: document.querySelector('main'),
	extensions: [
		...nodes,
		Collaboration.configure({ document: doc }),
		CollaborationCaret.configure({ provider, user: { name: 'Sara', color: '#006699' } })
	]
});
