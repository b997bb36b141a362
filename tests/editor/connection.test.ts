import { MESSAGE_SYNC } from '#collab/protocol.ts';
import { docJson, seedUpdate } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { FRAGMENT, SCHEMA_VERSION } from '#schema/version.ts';
import { SectionConnection, type ConnectionEvents } from '#editor/connection.ts';
import type { SaveState } from '#editor/save-state.ts';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { RoomServer, until } from './support/room-server.ts';

const SEED = seedUpdate({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Barnen i kommunen' }] }]
});

let server: RoomServer;
let connections: SectionConnection[];

beforeEach(() => {
	server = new RoomServer(SEED);
	connections = [];
});

afterEach(async () => {
	for (const c of connections) c.destroy();
	await server.close();
});

const silent: ConnectionEvents = {
	save: () => undefined,
	synced: () => undefined,
	note: () => undefined,
	closed: () => undefined,
	reading: () => undefined,
	observerFailed: (error) => {
		throw error;
	},
	harmed: () => {
		throw new Error('nothing is drawn here');
	}
};

function open(events: Partial<ConnectionEvents> = {}): SectionConnection {
	const connection = new SectionConnection({
		url: server.url,
		sectionId: 's1',
		epoch: 7,
		events: { ...silent, ...events },
		webSocket: NodeSocket as unknown as typeof WebSocket
	});
	connections.push(connection);
	connection.connect();
	return connection;
}

const connected = (c: SectionConnection) =>
	until(() => c.save.status === 'connected', 'the connection is up');

/** Types at the end of the first paragraph. */
function type(doc: Y.Doc, letters: string): void {
	const paragraph = doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
	const text = paragraph.get(0) as Y.XmlText;
	text.insert(text.length, letters);
}

const words = (doc: Y.Doc) => plainText(docJson(doc));

describe('what is saved', () => {
	it('[D3] a change counts as unsaved until the server acknowledges exactly that change', async () => {
		const c = open();
		await connected(c);
		await until(() => server.received.length === 1, 'the empty step 2 has arrived');
		expect(c.save).toMatchObject({ unsaved: 0, savedAt: null });

		server.judge = () => 'hold';
		type(c.doc, 'a');
		type(c.doc, 'b');
		type(c.doc, 'c');
		expect(c.save.unsaved).toBe(3);
		await until(() => server.received.length === 4, 'three updates have arrived');
		expect(c.save).toMatchObject({ unsaved: 3, savedAt: null });

		server.release();
		await until(() => c.save.unsaved === 0, 'all is acknowledged');
		expect(c.save.savedAt).not.toBeNull();
		expect(words(server.doc)).toContain('kommunenabc');
	});

	it('[D3] acknowledging some updates leaves the number of the others', async () => {
		const seen: number[] = [];
		const c = open({ save: (s: SaveState) => seen.push(s.unsaved) });
		await connected(c);
		let taken = 0;
		server.judge = () => ((taken += 1) > 2 ? 'hold' : 'store');
		for (const letter of 'vwxyz') type(c.doc, letter);
		await until(() => c.save.unsaved === 3, 'two of five are acknowledged');
		await until(() => server.received.length === 6, 'all five have arrived');
		expect(c.save).toMatchObject({ unsaved: 3, savedAt: null });
		server.release();
		await until(() => c.save.unsaved === 0, 'the rest is acknowledged');
		expect(Math.max(...seen)).toBe(5);
	});

	it('[D3] an empty sync step 2 is counted too, so the next acknowledgement is not taken for it', async () => {
		const c = open();
		await connected(c);
		server.judge = (_update, kind) => (kind === 1 ? 'store' : 'hold');
		server.note({ type: 'ack', count: 1, seq: 0 });
		type(c.doc, 'x');
		await until(() => server.received.length === 2, 'the update has arrived');
		// Once more the count that covers the empty step 2: the letter stays unsaved.
		server.note({ type: 'ack', count: 1, seq: 0 });
		await new Promise((go) => setTimeout(go, 30));
		expect(c.save.unsaved).toBe(1);
		server.release();
		await until(() => c.save.unsaved === 0, 'the letter is acknowledged');
	});

	it('[D3] what was typed without connection is unsaved, and one step 2 saves all of it', async () => {
		const c = open();
		await connected(c);
		server.judge = () => 'hold';
		type(c.doc, '1');
		await until(() => server.received.length === 2, 'the first letter has arrived');
		const { port } = server;
		const stored = Y.encodeStateAsUpdate(server.doc);
		await server.close();
		await until(() => c.save.status === 'offline', 'the loss is noticed');
		expect(c.save.offlineSince).not.toBeNull();
		type(c.doc, '2');
		type(c.doc, '3');
		expect(c.save.unsaved).toBe(3);

		server = new RoomServer(stored, port);
		await until(() => c.save.unsaved === 0, 'the step 2 is acknowledged');
		expect(c.save).toMatchObject({ status: 'connected', offlineSince: null });
		expect(server.received.length).toBe(1);
		expect(words(server.doc)).toContain('kommunen123');
	});

	it('[W5] nothing is sent before the step 2 that it builds on', async () => {
		const c = open();
		await connected(c);
		const { port } = server;
		const stored = Y.encodeStateAsUpdate(server.doc);
		await server.close();
		await until(() => c.save.status === 'offline', 'the loss is noticed');
		type(c.doc, 'o');
		// The moment the socket is open, before the server has said a word, a letter is typed. The
		// room throws when an update arrives whose base it lacks.
		c.provider.on('status', ({ status }) => {
			if (status === 'connected') type(c.doc, 'p');
		});
		server = new RoomServer(stored, port);
		await until(() => c.save.unsaved === 0, 'both letters are acknowledged');
		expect(server.received.map((r) => r.kind)).toEqual([1]);
		expect(words(server.doc)).toContain('kommunenop');
	});

	it('[W2] a final close ends the tries and says which', async () => {
		server.closeWith = 4404;
		const codes: number[] = [];
		const c = open({ closed: (code) => codes.push(code) });
		await until(() => codes.length > 0, 'the close is reported');
		expect(codes).toEqual([4404]);
		expect(c.save.status).toBe('closed');
		expect(c.provider.shouldConnect).toBe(false);
	});

	it('[W3] schema version and epoch stand in the address', async () => {
		const c = open();
		await connected(c);
		const [member] = server.members;
		expect(member?.params.get('schema')).toBe(String(SCHEMA_VERSION));
		expect(member?.params.get('epoch')).toBe('7');
	});

	it('[D2] [W11] a message that breaks off while it is drawn does not swallow what is typed next', async () => {
		const c = open();
		await connected(c);
		const broken = new Error('an observer broke');
		const breakOff = () => {
			throw broken;
		};
		c.doc.getXmlFragment(FRAGMENT).observeDeep(breakOff);
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(c.doc));
		type(other, ' ord');
		const message = encoding.createEncoder();
		syncProtocol.writeUpdate(message, Y.encodeStateAsUpdate(other));
		const read = c.provider.messageHandlers[MESSAGE_SYNC];
		const decoder = decoding.createDecoder(encoding.toUint8Array(message));
		expect(() => read?.(encoding.createEncoder(), decoder, c.provider, true, 0)).toThrow(broken);
		c.doc.getXmlFragment(FRAGMENT).unobserveDeep(breakOff);
		c.doc.transact(() => type(c.doc, ' mer'), ySyncPluginKey);
		expect(c.save.unsaved).toBe(1);
		expect(c.unsent).toHaveLength(1);
	});

	it('[S10] is settled only when every update seen has a number of the server', async () => {
		const a = open();
		const b = open();
		await connected(a);
		await connected(b);
		type(b.doc, 'ny');
		await until(() => words(a.doc).includes('ny'), 'the other reads it');
		expect(a.settled).toBe(false);
		server.note({ type: 'hash', seq: server.seq, hash: 'x' });
		await until(() => a.settled, 'the number arrives');
		expect(a.seq).toBe(1);
	});
});
