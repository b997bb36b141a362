import { MESSAGE_AUTH, MESSAGE_NOTE, readNote, type ServerMessage } from '#collab/protocol.ts';
import { FRAGMENT } from '#schema/version.ts';
import type { DemoPersonKey } from '#server/demo/people.ts';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { TestServer } from './server.ts';

/** A stock y-websocket client with a person's cookie, which also writes down the server's notes. */
export type Client = {
	doc: Y.Doc;
	provider: WebsocketProvider;
	notes: ServerMessage[];
	closed: { code: number; reason: string } | null;
	text(): string;
	/** Types into the first paragraph that has text, at its start. */
	type(text: string): void;
	destroy(): void;
};

export async function connect(
	server: Pick<TestServer, 'ws' | 'origin' | 'cookie'>,
	sectionId: string,
	person: DemoPersonKey | null,
	options: {
		params?: Record<string, string>;
		origin?: string | null;
		wait?: boolean;
		doc?: Y.Doc;
		/** A session of its own, instead of the one that all clients of the person share. */
		cookie?: string;
	} = {}
): Promise<Client> {
	const cookie = options.cookie ?? (person === null ? '' : await server.cookie(person));
	const origin = options.origin === undefined ? server.origin : options.origin;
	class Socket extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols, { headers: { cookie, ...(origin === null ? {} : { origin }) } });
		}
	}
	const doc = options.doc ?? new Y.Doc();
	const provider = new WebsocketProvider(server.ws, sectionId, doc, {
		connect: false,
		disableBc: true,
		params: options.params ?? {},
		WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket
	});
	const client: Client = {
		doc,
		provider,
		notes: [],
		closed: null,
		text: () => doc.getXmlFragment(FRAGMENT).toJSON(),
		type: (text) => firstText(doc).insert(0, text),
		destroy: () => {
			provider.destroy();
			doc.destroy();
		}
	};
	provider.messageHandlers[MESSAGE_NOTE] = (_e, decoder) => {
		client.notes.push(readNote(decoder));
	};
	// A stock client only warns; the tests read the note beside it.
	provider.messageHandlers[MESSAGE_AUTH] = () => undefined;
	provider.on('closed', (event) => {
		client.closed = event;
	});
	provider.connect();
	if (options.wait !== false) await until(() => provider.synced, `${person} in sync`);
	return client;
}

/** The first text of the document; a textblock always carries one. */
export function firstText(doc: Y.Doc): Y.XmlText {
	for (const node of doc.getXmlFragment(FRAGMENT).createTreeWalker(() => true))
		if (node instanceof Y.XmlText) return node;
	throw new Error('the document has no text');
}

/** Waits for something to become true; fails with its name after ten seconds. */
export async function until(
	condition: () => boolean | Promise<boolean>,
	what: string
): Promise<void> {
	const end = Date.now() + 10_000;
	while (!(await condition())) {
		if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** The last note of a kind. */
export const lastNote = <T extends ServerMessage['type']>(
	client: Client,
	type: T
): Extract<ServerMessage, { type: T }> | undefined =>
	client.notes.filter((n): n is Extract<ServerMessage, { type: T }> => n.type === type).at(-1);
