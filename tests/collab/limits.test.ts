import { LIMITS } from '#collab/limits.ts';
import { encodeAwareness } from '#server/collab/presence.ts';
import { FRAGMENT } from '#schema/version.ts';
import { createConnection } from 'node:net';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { sectionNow } from '../support/act.ts';
import { lastNote, until, type Client } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

const world = eachWithServer();

/** A paragraph with this much text, as one change. */
function write(client: Client, text: string): void {
	const p = new Y.XmlElement('paragraph');
	p.insert(0, [new Y.XmlText(text)]);
	client.doc.getXmlFragment(FRAGMENT).insert(0, [p]);
}

/** A raw socket that opens a section and then reads nothing at all. */
async function deaf(id: string): Promise<{ gone: Promise<void>; destroy(): void }> {
	const { server } = world;
	const socket = createConnection(server.port, 'localhost');
	const cookie = await server.cookie('coordinator');
	socket.write(
		[
			`GET /collab/${id} HTTP/1.1`,
			`Host: localhost:${server.port}`,
			`Origin: ${server.origin}`,
			`Cookie: ${cookie}`,
			'Connection: Upgrade',
			'Upgrade: websocket',
			'Sec-WebSocket-Version: 13',
			`Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
			'',
			''
		].join('\r\n')
	);
	await new Promise<void>((answered) => socket.once('data', () => answered()));
	socket.pause();
	const gone = new Promise<void>((resolve) => {
		socket.once('close', () => resolve());
		socket.once('error', () => resolve());
	});
	return { gone, destroy: () => socket.destroy() };
}

test('[W10] a reader that does not read is closed, and the others notice nothing', async () => {
	const { server } = world;
	const id = await sectionId(server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const reader = await world.join(id, 'coordinator');
	const silent = await deaf(id);
	const connections = async () => (await server.app.metrics.connections.get()).values[0]?.value;
	await until(async () => (await connections()) === 3, 'three are here');
	for (let i = 0; i < 80 && (await connections()) === 3; i++) {
		write(writer, `${'ä'.repeat(200_000)} ${i}.`);
		await until(() => reader.text().includes(` ${i}.`), `seen ${i}`);
		writer.doc.getXmlFragment(FRAGMENT).delete(0, 1);
	}
	await until(async () => (await connections()) === 2, 'the silent one is closed');
	silent.destroy();
	await silent.gone;
	write(writer, 'slut');
	await until(() => reader.text().includes('slut'), 'the others read on');
	expect(lastNote(writer, 'refused')).toBeUndefined();
});

test('[W10] a document at its limit takes deletions, and takes text again when there is room', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const reader = await world.join(id, 'coordinator');
	const piece = 'x'.repeat(600_000);
	for (let i = 0; i < 6; i++) {
		write(writer, `${piece} ${i}.`);
		await until(() => reader.text().includes(` ${i}.`), `seen ${i}`);
	}
	write(writer, piece);
	await until(() => lastNote(writer, 'refused') !== undefined, 'full');
	expect(lastNote(writer, 'refused')?.refusal).toEqual({ code: 'tooLarge', limit: 'document' });
	writer.destroy();
	const root = reader.doc.getXmlFragment(FRAGMENT);
	root.delete(0, 4);
	write(reader, 'plats igen');
	await until(async () => (await world.stored(id)).includes('plats igen'), 'room again');
	write(reader, piece);
	await until(async () => (await world.stored(id)).includes(piece), 'and for more');
});

test('[W10] more frames than the rate are read later, and none is lost', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const letters = LIMITS.frameBurst + 1500;
	const p = new Y.XmlElement('paragraph');
	const text = new Y.XmlText('.');
	p.insert(0, [text]);
	writer.doc.getXmlFragment(FRAGMENT).insert(0, [p]);
	for (let i = 0; i < letters; i++) text.insert(text.length, 'y');
	await until(() => lastNote(writer, 'ack')?.count === letters + 2, 'all acknowledged');
	expect(await world.stored(id)).toContain(`.${'y'.repeat(letters)}`);
});

test('[W10] a hot room does not keep another waiting: its letters come in between', async () => {
	const hot = await sectionId(world.server.app, 'units.culture');
	const calm = await sectionId(world.server.app, 'units.social');
	const busy = await world.join(hot, 'culture');
	const quiet = await world.join(calm, 'social');
	const p = new Y.XmlElement('paragraph');
	const text = new Y.XmlText('.');
	p.insert(0, [text]);
	busy.doc.getXmlFragment(FRAGMENT).insert(0, [p]);
	const letters = 2500;
	for (let i = 0; i < letters; i++) text.insert(text.length, 'z');
	quiet.type('stilla ');
	let behind = 0;
	await until(() => {
		if (!quiet.notes.some((n) => n.type === 'ack' && n.count === 2)) return false;
		behind = lastNote(busy, 'ack')?.count ?? 0;
		return true;
	}, 'the calm letter stored');
	expect(behind).toBeLessThan(letters + 2);
	await until(() => lastNote(busy, 'ack')?.count === letters + 2, 'the hot room too');
});

test('[W10] one person has so many sockets and no more, and a place is free when one goes', async () => {
	const { server } = world;
	const id = await sectionId(server.app, 'units.culture');
	const cookie = await server.cookie('culture');
	const open = () =>
		new WebSocket(`${server.ws}/${id}`, { headers: { cookie, origin: server.origin } });
	const sockets = Array.from({ length: LIMITS.socketsAPerson }, open);
	const connections = async () => (await server.app.metrics.connections.get()).values[0]?.value;
	// The server counts a socket a moment before its client knows that it is open.
	const areOpen = (those: WebSocket[]) => () => those.every((s) => s.readyState === WebSocket.OPEN);
	await until(async () => (await connections()) === LIMITS.socketsAPerson, 'all are in');
	await until(areOpen(sockets), 'all are open');
	const one = open();
	expect(await new Promise<number>((resolve) => one.once('close', resolve))).toBe(4529);
	sockets.pop()?.close();
	await until(async () => (await connections()) === LIMITS.socketsAPerson - 1, 'one went');
	const next = open();
	await until(async () => (await connections()) === LIMITS.socketsAPerson, 'the place is taken');
	await until(areOpen([next]), 'it is open');
	for (const socket of [...sockets, next]) socket.terminate();
});

test('[W10] [W11] fragments without end, text frames and awareness of ten megabytes end that socket alone', async () => {
	const { server } = world;
	const id = await sectionId(server.app, 'units.culture');
	const cookie = await server.cookie('culture');
	const other = await world.join(id, 'coordinator');
	const heard = other.notes.length;
	const abuses: [string, (socket: WebSocket) => void][] = [
		['text', (s) => s.send('hej')],
		[
			'fragments',
			(s) => {
				for (let i = 0; i <= LIMITS.fragments + 1; i++) s.send(Uint8Array.of(0), { fin: false });
			}
		],
		['awareness', (s) => s.send(new Uint8Array(10 * 1024 * 1024).fill(1))],
		[
			'states',
			(s) =>
				s.send(
					encodeAwareness(
						Array.from({ length: LIMITS.awarenessStates + 1 }, (_, i) => ({
							clientId: i,
							clock: 1,
							state: '{}'
						}))
					)
				)
		]
	];
	for (const [name, abuse] of abuses) {
		const socket = new WebSocket(`${server.ws}/${id}`, {
			headers: { cookie, origin: server.origin }
		});
		const gone = new Promise<number>((resolve) => socket.once('close', resolve));
		await new Promise((open) => socket.once('open', open));
		abuse(socket);
		expect([1008, 1009, 4400], name).toContain(await gone);
	}
	expect(other.closed).toBeNull();
	expect(other.notes.slice(heard).every((n) => n.type !== 'refused')).toBe(true);
	other.type('kvar ');
	await until(async () => (await world.stored(id)).includes('kvar '), 'goes on');
	expect((await sectionNow(server.app, id)).state).toBe('draft');
});
