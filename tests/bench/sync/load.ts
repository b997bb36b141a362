import { MESSAGE_AUTH, MESSAGE_NOTE, readNote } from '#collab/protocol.ts';
import { FRAGMENT } from '#schema/version.ts';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { readFileSync } from 'node:fs';
import { cpuSeconds } from '../machine.ts';

/**
 * The load, in a process of its own: stock y-websocket clients that type letters, each in a paragraph
 * of its own, and note when each letter arrives at everybody else in the room.
 */

export type LoadOrder = {
	/** `ws://localhost:4000/collab` */
	ws: string;
	/** Of the server, whose CPU time is read. */
	pid: number;
	headers: Record<string, string>;
	rooms: string[];
	/** A file with the state that every client begins with, where the server has none. */
	seed: string | null;
	clientsARoom: number;
	lettersASecond: number;
	warmSeconds: number;
	seconds: number;
};

export type LoadResult = {
	updates: number;
	deliveries: number;
	/** Letters that somebody did not get. */
	lost: number;
	/** Milliseconds from typing to arrival, of every delivery. */
	fanOut: number[];
	/** Milliseconds from typing to the acknowledgement; empty where there is none. */
	acknowledged: number[];
	cpuSeconds: number;
};

type Client = { provider: WebsocketProvider; doc: Y.Doc; paragraph: Y.XmlText; acked: number };

const order = JSON.parse(process.argv[2] ?? '') as LoadOrder;
const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));
const seed = order.seed === null ? null : new Uint8Array(readFileSync(order.seed));

/** When each letter was typed, by Yjs client and clock. */
const typedAt = new Map<number, Map<number, number>>();
const result: LoadResult = {
	updates: 0,
	deliveries: 0,
	lost: 0,
	fanOut: [],
	acknowledged: [],
	cpuSeconds: 0
};
let measuring = false;

class Socket extends WebSocket {
	constructor(url: string | URL, protocols?: string | string[]) {
		super(url, protocols, { headers: order.headers });
	}
}

async function until(condition: () => boolean, what: string): Promise<void> {
	const end = Date.now() + 20_000;
	while (!condition()) {
		if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
		await wait(5);
	}
}

/** Notes the arrival of measured letters of others. */
function arrived(update: Uint8Array): void {
	const now = performance.now();
	for (const struct of Y.decodeUpdate(update).structs) {
		const typed = typedAt.get(struct.id.client);
		if (typed === undefined) continue;
		for (let clock = struct.id.clock; clock < struct.id.clock + struct.length; clock += 1) {
			const at = typed.get(clock);
			if (at === undefined) continue;
			result.deliveries += 1;
			result.fanOut.push(now - at);
		}
	}
}

async function join(room: string): Promise<Client> {
	const doc = new Y.Doc();
	if (seed !== null) Y.applyUpdate(doc, seed);
	const provider = new WebsocketProvider(order.ws, room, doc, {
		disableBc: true,
		connect: false,
		WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket
	});
	const client: Client = { provider, doc, paragraph: new Y.XmlText(), acked: 0 };
	/** The letters whose acknowledgement is awaited, by the number of the frame. */
	let frames = 0;
	const awaited: { frame: number; at: number }[] = [];
	provider.messageHandlers[MESSAGE_AUTH] = (_reply, decoder) => {
		throw new Error(`refused: ${JSON.stringify(decoder.arr)}`);
	};
	provider.messageHandlers[MESSAGE_NOTE] = (_reply, decoder) => {
		const note = readNote(decoder);
		if (note.type === 'refused') throw new Error(`refused: ${JSON.stringify(note.refusal)}`);
		if (note.type !== 'ack') return;
		client.acked = note.count;
		const now = performance.now();
		while ((awaited[0]?.frame ?? Infinity) <= note.count)
			result.acknowledged.push(now - (awaited.shift()?.at ?? now));
	};
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin === provider) return arrived(update);
		frames += 1;
		if (!measuring || seed !== null) return;
		awaited.push({ frame: frames, at: performance.now() });
	});
	provider.connect();
	await until(
		() => (seed === null ? provider.synced : provider.wsconnected),
		`the first sync in ${room}`
	);
	// Where the server asks for it, the client has sent its step 2 as its first counted frame.
	if (seed === null) {
		await until(() => client.acked > 0, 'the first acknowledgement');
		frames = client.acked;
	}
	doc.transact(() => {
		const element = new Y.XmlElement('paragraph');
		element.insert(0, [client.paragraph]);
		const root = doc.getXmlFragment(FRAGMENT);
		root.insert(root.length, [element]);
	});
	return client;
}

function type(client: Client): void {
	const { doc, paragraph } = client;
	const clock = Y.getState(doc.store, doc.clientID);
	if (measuring) {
		const typed = typedAt.get(doc.clientID) ?? new Map<number, number>();
		typedAt.set(doc.clientID, typed.set(clock, performance.now()));
		result.updates += 1;
	}
	paragraph.insert(paragraph.length, clock % 6 === 0 ? ' ' : 'a');
}

const clients: Client[] = [];
for (const room of order.rooms)
	for (let i = 0; i < order.clientsARoom; i += 1) clients.push(await join(room));

const pause = 1000 / order.lettersASecond;
const timers = clients.map((client, i) => {
	const hands: { timer?: NodeJS.Timeout } = {};
	// Nobody types in step with the others.
	setTimeout(
		() => (hands.timer = setInterval(() => type(client), pause)),
		(i * pause) / clients.length
	);
	return hands;
});
await wait(order.warmSeconds * 1000);
const before = cpuSeconds(order.pid);
measuring = true;
await wait(order.seconds * 1000);
measuring = false;
result.cpuSeconds = cpuSeconds(order.pid) - before;
for (const { timer } of timers) clearInterval(timer);
const expected = result.updates * (order.clientsARoom - 1);
const end = Date.now() + 5000;
while (result.deliveries < expected && Date.now() < end) await wait(20);
result.lost = expected - result.deliveries;
for (const { provider } of clients) provider.destroy();
process.stdout.write(JSON.stringify(result), () => process.exit(0));
