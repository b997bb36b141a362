import { docJson, hashOf, loadDoc } from '#schema/content.ts';
import { readHistory } from '#server/store/history.ts';
import { documentBytes } from '#server/store/log.ts';
import { FRAGMENT } from '#schema/version.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { sectionNow } from '../support/act.ts';
import { firstText, lastNote, until } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

/** Time stands still but for what a test adds. */
let now = Date.UTC(2026, 10, 22, 8);
const world = eachWithServer({ clock: () => now });

const rooms = async () => (await world.server.app.metrics.rooms.get()).values[0]?.value;
const document = async (id: string) => {
	const section = await sectionNow(world.server.app, id);
	return world.server.app.read((tx) => documentBytes(tx, section));
};

/** Half a minute in which nobody does anything, as the hub notices it. */
async function rest(): Promise<void> {
	now += 31_000;
	await world.server.app.collab.beat();
}

test('[D8] a section at rest becomes a snapshot with the same text, and its writers write on', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const reader = await world.join(id, 'coordinator');
	for (let round = 0; round < 3; round++) {
		for (let i = 0; i < 20; i++) writer.type(`ord${round}-${i} `);
		const count = 1 + 20 * (round + 1);
		await until(() => lastNote(writer, 'ack')?.count === count, 'stored');
		const before = await world.stored(id);
		await rest();
		await until(async () => (await document(id)).parts.length === 1, 'a snapshot and no tail');
		const { seq, snapshotSeq, snapshot, parts } = await document(id);
		expect(snapshotSeq).toBe(seq);
		expect(snapshot?.hash).toBe(hashOf(docJson(loadDoc(parts))));
		expect(await world.stored(id)).toBe(before);
	}
	await until(() => reader.text() === writer.text(), 'both read the same');
	const section = await sectionNow(world.server.app, id);
	const history = await world.server.app.read((tx) => readHistory(tx, section));
	expect(history.map((u) => u.seq)).toEqual(Array.from({ length: 61 }, (_, i) => i + 1));
});

test('[D8] a section that is written in without a rest gets a snapshot while it is', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	let sent = 1;
	const type = async (letters: number) => {
		for (let i = 0; i < letters; i++) writer.type('a');
		sent += letters;
		await until(() => lastNote(writer, 'ack')?.count === sent, 'stored');
	};
	for (let i = 0; i < 10; i++) await type(200);
	expect((await document(id)).snapshotSeq).toBe(0);
	now += 6000;
	await type(1);
	await until(async () => (await document(id)).snapshotSeq > 2000, 'a snapshot');
	await type(50);
	const { snapshotSeq, parts } = await document(id);
	expect(snapshotSeq).toBeLessThan((await sectionNow(world.server.app, id)).seq);
	expect(hashOf(docJson(loadDoc(parts)))).toBe(hashOf(docJson(writer.doc)));
});

test('[W1] a room that everybody left goes out of memory, and comes back with its text', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	writer.type('kvar ');
	await until(async () => (await world.stored(id)).includes('kvar '), 'stored');
	expect(await rooms()).toBe(1);
	writer.provider.disconnect();
	await until(
		async () => (await world.server.app.metrics.connections.get()).values[0]?.value === 0,
		'gone'
	);
	await rest();
	expect(await rooms()).toBe(0);
	writer.provider.connect();
	firstText(writer.doc).insert(0, 'åter ');
	const other = await world.join(id, 'coordinator');
	await until(() => other.text().includes('åter ') && other.text().includes('kvar '), 'both words');
	expect(await rooms()).toBe(1);
});

test('[W1] who only reads is sent the stored bytes as they are', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	for (let i = 0; i < 5; i++) writer.type(`${i} `);
	await until(() => lastNote(writer, 'ack')?.count === 6, 'stored');
	await rest();
	await until(async () => (await document(id)).snapshot !== null, 'a snapshot');
	const { snapshot } = await document(id);
	const heard: Uint8Array[] = [];
	const doc = new Y.Doc();
	doc.on('update', (update: Uint8Array) => heard.push(update));
	const reader = await world.join(id, 'coordinator', { doc });
	expect(Y.encodeStateAsUpdate(reader.doc)).toEqual(
		Y.encodeStateAsUpdate(loadDoc([snapshot?.bytes ?? new Uint8Array([0, 0])]))
	);
	expect(heard).toHaveLength(1);
	expect(doc.getXmlFragment(FRAGMENT).length).toBeGreaterThan(0);
	// Its hash is the one that was proved when the snapshot was made.
	await until(() => lastNote(reader, 'hash')?.hash === snapshot?.hash, 'the hash at rest');
});
