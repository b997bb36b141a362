import { editorExtensions } from '#editor/extensions.ts';
import type { SectionConnection } from '#editor/connection.ts';
import { SectionSession, type SessionOptions } from '#editor/session.ts';
import type { SectionFacts } from '#editor/session-view.ts';
import { Editor } from '@tiptap/core';
import { WebSocket as NodeSocket } from 'ws';
import type { RoomServer } from './room-server.ts';

/** What jsdom lacks and ProseMirror asks for: a layout, which here is all zeros. */
export function withoutLayout(): void {
	const rect = () => ({ left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0, x: 0, y: 0 });
	Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: rect });
	Object.assign(Element.prototype, { getClientRects: () => [], scrollIntoView: () => undefined });
	Object.assign(document, { elementFromPoint: () => null });
	// The parts of Tiptap that wait for a frame.
	globalThis.requestAnimationFrame = (f) => setTimeout(() => f(0), 0) as unknown as number;
}

/** An editor as the page has it, without the Svelte views of its blocks. */
export const plainEditor =
	(name: string) =>
	(connection: SectionConnection, element: HTMLElement): Editor =>
		new Editor({
			element,
			injectCSS: false,
			extensions: editorExtensions({
				doc: connection.doc,
				awareness: connection.provider.awareness,
				user: { id: name, name, color: '#336699', department: null },
				placeholder: 'Skriv',
				nodeViews: {},
				actions: { link: () => undefined, toolbar: () => undefined },
				slash: { show: () => undefined, hide: () => undefined, key: () => false },
				onImages: () => undefined
			})
		});

const FACTS: SectionFacts = {
	id: 's1',
	epoch: 1,
	seq: 0,
	state: 'draft',
	lock: null,
	mayEdit: true,
	version: 1
};

/** One person at one section, through real sockets. */
export function sitDown(
	server: RoomServer,
	name: string,
	options: Partial<SessionOptions> = {}
): SectionSession {
	const host = document.createElement('div');
	document.body.append(host);
	const session = new SectionSession({
		facts: FACTS,
		url: server.url,
		me: { id: name, name, color: '#336699', department: null },
		host,
		createEditor: plainEditor(name),
		onView: () => undefined,
		onFigures: () => undefined,
		onPresence: () => undefined,
		onLeave: () => undefined,
		webSocket: NodeSocket as unknown as typeof WebSocket,
		idle: (work) => setTimeout(work, 0),
		...options
	});
	session.open();
	return session;
}

/** The session's editor; the test fails where there is none. */
export function editorOf(session: SectionSession): Editor {
	if (session.editor === null) throw new Error('the section has no editor yet');
	return session.editor;
}
