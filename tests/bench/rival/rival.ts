import type { DocNode } from '#core/publication.ts';
import { getSchema } from '@tiptap/core';
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { serve } from '../processes.ts';
import { nodes } from './nodes.ts';

export type Rival = {
	/** The address of its page. */
	page: string;
	/** `ws://localhost:4000`; the room is `rival`. */
	ws: string;
	/** Its script files, as built. */
	scripts: Buffer[];
	stop(): Promise<void>;
};

const RENAMED: Record<string, string> = { quote: 'blockquote', callout: 'blockquote' };
const KNOWN = new Set(['doc', 'text', ...nodes.map(({ name }) => name)]);

/** The same words in the rival's nodes; a figure becomes a paragraph, a mark it lacks is left off. */
function translated(node: DocNode): DocNode {
	const type = RENAMED[node.type] ?? node.type;
	if (!KNOWN.has(type)) return { type: 'paragraph', content: [{ type: 'text', text: type }] };
	const marks = node.marks?.filter((mark) => mark.type !== 'link') ?? [];
	return {
		type,
		...(type === 'heading' && node.attrs ? { attrs: node.attrs } : {}),
		...(node.content ? { content: node.content.map(translated) } : {}),
		...(marks.length > 0 ? { marks } : {}),
		...(node.text === undefined ? {} : { text: node.text })
	};
}

/** Builds the rival's page, starts its relay, and holds the text of all sections as one document. */
export async function serveRival(sections: { title: string; content: DocNode }[]): Promise<Rival> {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-rival-'));
	await build({
		configFile: false,
		root: resolve('tests/bench/rival'),
		base: './',
		logLevel: 'error',
		build: { outDir: folder, emptyOutDir: true }
	});
	const files = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
		response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
		response.end(readFileSync(join(folder, path === '/' ? 'index.html' : path)));
	});
	await new Promise<void>((ready) => files.listen(0, 'localhost', ready));
	const { port } = files.address() as AddressInfo;

	const relay = await serve('tests/bench/sync/relay.ts');
	const doc = new Y.Doc();
	const content = sections.flatMap(({ title, content: text }) => [
		{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] },
		...(text.content ?? []).map(translated)
	]);
	prosemirrorJSONToYXmlFragment(
		getSchema(nodes),
		{ type: 'doc', content },
		doc.getXmlFragment('default')
	);
	// The relay keeps nothing: somebody must have the text.
	const holder = new WebsocketProvider(relay.ws, 'rival', doc, {
		disableBc: true,
		WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket
	});
	const assets = join(folder, 'assets');
	return {
		page: `http://localhost:${port}/?ws=${encodeURIComponent(relay.ws)}`,
		ws: relay.ws,
		scripts: readdirSync(assets)
			.filter((name) => name.endsWith('.js'))
			.map((name) => readFileSync(join(assets, name))),
		stop: async () => {
			holder.destroy();
			files.closeAllConnections();
			await Promise.all([relay.stop(), new Promise((closed) => files.close(closed))]);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
