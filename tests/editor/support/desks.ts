import { schema } from '#schema/extensions.ts';
import { keepTextNodes } from '#schema/keep-text-nodes.ts';
import type { DocNode } from '#core/publication.ts';
import { jsonOf } from '#schema/content.ts';
import { editorExtensions } from '#editor/extensions.ts';
import { guardBinding } from '#editor/guard.ts';
import { Editor } from '@tiptap/core';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** Numbers from 0 to 1 that a seed decides. */
export function random(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** What arrived over the wire: everything else is the desk's own work. */
export const WIRE = 'wire';

export type Desk = {
	doc: Y.Doc;
	editor: Editor;
	/** Own updates that are not sent yet. */
	outbox: Uint8Array[];
	/** Updates of the server that are not read yet. */
	inbox: Uint8Array[];
	online: boolean;
	/** How often the view had to be drawn anew. */
	stale: number;
	/** The text before the first change that is not sent yet. */
	base: DocNode | null;
};

export type DeskOptions = {
	/** Without it two first letters in one empty paragraph double. */
	hook?: boolean;
	/** Without it a view may fall behind its document. */
	guarded?: boolean;
};

/** A real Tiptap editor on a document of its own, with everything but the socket. */
export function desk(clientId: number, base: Uint8Array, options: DeskOptions = {}): Desk {
	const { hook = true, guarded = true } = options;
	const doc = new Y.Doc();
	doc.clientID = clientId;
	if (hook) keepTextNodes(doc, schema);
	Y.applyUpdate(doc, base, WIRE);
	const awareness = new Awareness(doc);
	const editor = new Editor({
		element: document.createElement('div'),
		injectCSS: false,
		extensions: editorExtensions({
			doc,
			awareness,
			user: { id: String(clientId), name: 'Namn', color: '#336699', department: null },
			placeholder: 'Skriv',
			nodeViews: {},
			actions: { link: () => undefined, toolbar: () => undefined },
			slash: { show: () => undefined, hide: () => undefined, key: () => false },
			onImages: () => undefined
		})
	});
	const made: Desk = { doc, editor, outbox: [], inbox: [], online: true, stale: 0, base: null };
	if (guarded) guardBinding(editor.view, () => (made.stale += 1));
	// It keeps a clock of its own.
	editor.on('destroy', () => awareness.destroy());
	editor.on('beforeTransaction', ({ transaction }) => {
		if (transaction.docChanged && made.outbox.length === 0 && made.online)
			made.base = jsonOf(editor.state.doc);
	});
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin !== WIRE && made.online) made.outbox.push(update);
	});
	return made;
}
