import { MESSAGE_NOTE } from '#collab/protocol.ts';
import { FRAGMENT } from '#schema/version.ts';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** Somebody else who writes five letters a second into the same document, at its end. */
export async function colleague(options: {
	ws: string;
	room: string;
	headers: Record<string, string>;
}): Promise<{ stop(): void }> {
	class Socket extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols, { headers: options.headers });
		}
	}
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(options.ws, options.room, doc, {
		disableBc: true,
		WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket
	});
	// What our server says beside the protocol is not for a stock client, which would log each.
	provider.messageHandlers[MESSAGE_NOTE] = () => undefined;
	await new Promise<void>((synced) => provider.once('sync', () => synced()));
	const text = new Y.XmlText();
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [text]);
	const root = doc.getXmlFragment(FRAGMENT);
	root.insert(root.length, [paragraph]);
	let n = 0;
	const timer = setInterval(() => {
		n += 1;
		text.insert(text.length, n % 6 === 0 ? ' ' : 'b');
	}, 200);
	return {
		stop: () => {
			clearInterval(timer);
			provider.destroy();
			doc.destroy();
		}
	};
}
