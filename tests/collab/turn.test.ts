import { docJson, loadDoc } from '#schema/content.ts';
import { documentBytes } from '#server/store/log.ts';
import { listLate } from '#server/store/late.ts';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { by, sectionNow, submitNow } from '../support/act.ts';
import { firstText, until } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';
import { disordered, wired, type WiredClient } from '../support/wires.ts';

const world = eachWithServer();

/** What a client's own copy of the text writes, as one update. */
function writes(client: WiredClient, change: (doc: Y.Doc) => void): Uint8Array {
	const own = loadDoc([Y.encodeStateAsUpdate(client.doc)]);
	const before = Y.encodeStateVector(own);
	own.transact(() => change(own));
	const update = Y.encodeStateAsUpdate(own, before);
	own.destroy();
	return update;
}

const refusals = (client: WiredClient) => client.notes.filter((note) => note.type === 'refused');
const acknowledged = (client: WiredClient) =>
	Math.max(0, ...client.notes.flatMap((note) => (note.type === 'ack' ? [note.count] : [])));

async function stored(id: string) {
	const section = await sectionNow(world.server.app, id);
	return world.server.app.read(async (tx) => loadDoc((await documentBytes(tx, section)).parts));
}

/** Everybody and the store read the same, and the disordered letter is nowhere. */
async function agreed(id: string, ...clients: WiredClient[]): Promise<string> {
	const text = docJson(await stored(id));
	for (const client of clients) expect(docJson(client.doc)).toEqual(text);
	return JSON.stringify(text);
}

test('[W8] what spoils the document in the middle of a turn reaches nobody, and what stood beside it in the turn does', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const good = await wired(world.server, id, 'culture');
	const bad = await wired(world.server, id, 'coordinator');
	const reader = await wired(world.server, id, 'social');
	for (let round = 0; round < 3; round++) {
		const before = writes(good, (doc) => firstText(doc).insert(0, `före${round} `));
		const after = writes(good, (doc) => firstText(doc).insert(0, `efter${round} `));
		const spoiler = round === 0 ? bad : await wired(world.server, id, 'coordinator');
		good.send(before);
		spoiler.send(disordered(spoiler.doc, 4000 + round));
		good.send(after);
		await until(() => acknowledged(good) === 2 * (round + 1), `round ${round}`);
		expect(refusals(spoiler)).toMatchObject([{ refusal: { code: 'malformed', rule: 'order' } }]);
		const text = await agreed(id, good, spoiler, reader);
		expect(text).toContain(`före${round} `);
		expect(text).toContain(`efter${round} `);
		expect(text).not.toContain('z');
	}
});

test('[W8] a structure of one person and the refused letter of another in one turn: the store decides for each', async () => {
	const id = await sectionId(world.server.app, 'voices');
	const mayWrite = await wired(world.server, id, 'culture');
	const reader = await wired(world.server, id, 'coordinator');
	// The right goes between the gate and the store: the room does not know of it yet.
	const { app } = world.server;
	mayWrite.send(
		writes(mayWrite, (doc) => {
			const p = new Y.XmlElement('paragraph');
			p.insert(0, [new Y.XmlText('sent stycke')]);
			doc.getXmlFragment('default').insert(0, [p]);
		})
	);
	const submitting = submitNow(app, 'coordinator', id);
	reader.send(writes(reader, (doc) => firstText(doc).insert(0, 'sen bokstav ')));
	await submitting;
	await until(() => refusals(reader).length + refusals(mayWrite).length > 0, 'somebody is refused');
	await until(() => refusals(reader).length + acknowledged(reader) > 0, 'the reader is answered');
	const text = await agreed(id, mayWrite, reader);
	expect(text.includes('sent stycke')).toBe(refusals(mayWrite).length === 0);
	expect(text.includes('sen bokstav')).toBe(refusals(reader).length === 0);
});

test('[D1] a turn that the store does not take is acknowledged to nobody and shown to nobody until it does', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const writer = await wired(world.server, id, 'culture');
	const reader = await wired(world.server, id, 'coordinator');
	const sql = (text: string) => app.read(async (tx) => tx.db.run(text));
	const pages = await app.read(async (tx) =>
		tx.db.get<{ page_count: number }>('PRAGMA page_count')
	);
	await sql(`PRAGMA max_page_count = ${pages.page_count}`);
	const before = JSON.stringify(docJson(reader.doc));
	// Filled up: a paragraph of many pages does not fit any more; what changes nothing is not told either.
	writer.send(
		writes(writer, (doc) => {
			const p = new Y.XmlElement('paragraph');
			p.insert(0, [new Y.XmlText('fullt '.repeat(20_000))]);
			doc.getXmlFragment('default').insert(0, [p]);
		})
	);
	writer.send(new Uint8Array([0, 0]));
	await new Promise((go) => setTimeout(go, 300));
	expect(acknowledged(writer)).toBe(0);
	expect(JSON.stringify(docJson(reader.doc))).toBe(before);
	const late = await wired(world.server, id, 'social');
	await sql('PRAGMA max_page_count = 1000000');
	await until(() => acknowledged(writer) === 2, 'stored when there is room');
	await until(() => JSON.stringify(docJson(late.doc)).includes('fullt'), 'and shown');
	await agreed(id, writer, reader, late);
});

test('[W11] a bug in one room’s batch ends that room alone, although the two were committed together', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const other = await sectionId(app, 'units.social');
	const a = await wired(world.server, id, 'culture');
	const b = await wired(world.server, other, 'social');
	await app.read(async (tx) =>
		tx.db.run(
			`CREATE TRIGGER bug BEFORE INSERT ON section_update WHEN NEW.section_id = '${id}' BEGIN SELECT RAISE(ABORT, 'a bug'); END`
		)
	);
	a.send(writes(a, (doc) => firstText(doc).insert(0, 'felet ')));
	b.send(writes(b, (doc) => firstText(doc).insert(0, 'grannen ')));
	await until(() => a.closed !== null && acknowledged(b) === 1, 'each has its answer');
	expect([a.closed, b.closed]).toEqual([4512, null]);
	expect(await agreed(other, b)).toContain('grannen ');
	expect(JSON.stringify(docJson(await stored(id)))).not.toContain('felet ');
});

test('[W11] bytes that are no update behind a refused one, and kept bytes that cannot be read, end nobody’s room', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'figures.economy');
	// What an older program kept without looking at it.
	await app.commands.keepLate({
		by: by('social'),
		sectionId: id,
		epoch: 1,
		baseSeq: 0,
		why: 'locked',
		lock: null,
		bytes: new Uint8Array([9, 9, 9]),
		text: ''
	});
	const writer = await wired(world.server, id, 'social');
	const reader = await wired(world.server, id, 'coordinator');
	writer.send(writes(writer, (doc) => firstText(doc).insert(0, 'sent ')));
	await until(() => refusals(writer).length === 1, 'refused');
	writer.send(new Uint8Array([200, 1, 7, 7]));
	await until(() => refusals(writer).length === 2, 'refused as well');
	expect([writer.closed, reader.closed]).toEqual([null, null]);
	const kept = await app.read((tx) => listLate(tx, id, by('social')));
	expect(kept.map((row) => row.text.includes('sent '))).toEqual([false, true]);
});

test('[A6] a keystroke in flight when the document is rebuilt closes its room as of another epoch, and is no bug', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const writer = await wired(world.server, id, 'culture');
	const logged = vi.spyOn(console, 'error');
	const rebuilding = app.commands.rebuildSection({
		by: by('coordinator'),
		sectionId: id,
		reason: 'Städning'
	});
	writer.send(writes(writer, (doc) => firstText(doc).insert(0, 'under tiden ')));
	expect((await rebuilding).ok).toBe(true);
	await until(() => writer.closed !== null, 'closed');
	await new Promise((go) => setTimeout(go, 50));
	expect(writer.closed).toBe(4409);
	expect(logged.mock.calls).toEqual([]);
	logged.mockRestore();
});
