import { FRAGMENT } from '#schema/version.ts';
import { SCHEMA_VERSION } from '#schema/version.ts';
import { listLate } from '#server/store/late.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { by, must, sectionNow, submitNow } from '../support/act.ts';
import { firstText, lastNote, until, type Client } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';

const world = eachWithServer();
const late = (id: string) => world.server.app.read((tx) => listLate(tx, id, null));

const root = (client: Client) => client.doc.getXmlFragment(FRAGMENT);

/** A paragraph of its own at the head of the section, seen by both. */
async function paragraphFor(a: Client, b: Client, text: string): Promise<void> {
	const p = new Y.XmlElement('paragraph');
	p.insert(0, [new Y.XmlText(text)]);
	root(a).insert(0, [p]);
	await until(() => b.text().includes(text), 'the paragraph at both');
}

async function returned(id: string): Promise<void> {
	must(
		await world.server.app.commands.returnSection({
			by: by('coordinator'),
			sectionId: id,
			reason: 'Komplettera'
		})
	);
}

test('[L5] what is typed into a paragraph that somebody else deletes meanwhile is kept, and its author is told', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const eraser = await world.join(id, 'coordinator');
	for (const order of ['the deletion first', 'the letters first']) {
		await paragraphFor(writer, eraser, `Stycke ${order.length}`);
		writer.provider.disconnect();
		eraser.provider.disconnect();
		firstText(writer.doc).insert(3, ` ${order} `);
		root(eraser).delete(0, 1);
		const [first, second] = order === 'the deletion first' ? [eraser, writer] : [writer, eraser];
		first.provider.connect();
		const seen = (await sectionNow(world.server.app, id)).seq;
		await until(async () => (await sectionNow(world.server.app, id)).seq > seen, 'the first');
		second.provider.connect();
		await until(async () => (await late(id)).some((l) => l.text.includes(order)), `kept: ${order}`);
		const row = (await late(id)).find((l) => l.text.includes(order));
		expect(row).toMatchObject({ personId: by('culture'), why: 'deleted', state: 'open' });
		expect(await world.stored(id)).not.toContain(order);
	}
	await until(() => lastNote(writer, 'late') !== undefined, 'told at once');
	expect(eraser.notes.some((note) => note.type === 'late')).toBe(false);
});

test('[L5] letters that go on from some that were seen are kept without these', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const eraser = await world.join(id, 'coordinator');
	await paragraphFor(writer, eraser, 'Stycke');
	firstText(writer.doc).insert(6, ' sedda');
	await until(() => eraser.text().includes(' sedda'), 'seen by both');
	eraser.provider.disconnect();
	firstText(writer.doc).insert(12, ' osedda');
	await until(async () => (await world.stored(id)).includes('osedda'), 'stored');
	root(eraser).delete(0, 1);
	eraser.provider.connect();
	await until(async () => (await late(id)).length > 0, 'kept');
	expect((await late(id)).map(({ personId, text }) => [personId, text])).toEqual([
		[by('culture'), ' osedda']
	]);
});

test('[L5] who deletes their own words, or words that they have seen, buries nothing', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const eraser = await world.join(id, 'coordinator');
	await paragraphFor(writer, eraser, 'Sett av båda');
	root(eraser).delete(0, 1);
	await paragraphFor(writer, eraser, 'Eget');
	writer.provider.disconnect();
	firstText(writer.doc).insert(0, 'x');
	root(writer).delete(0, 1);
	writer.provider.connect();
	await until(() => !eraser.text().includes('Eget'), 'gone');
	expect(await late(id)).toEqual([]);
});

test('[L5] [L1] what was typed without connection into a passage that was deleted, and then met a lock, is kept in words', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const eraser = await world.join(id, 'coordinator');
	await paragraphFor(writer, eraser, 'Stycke som försvinner');
	writer.provider.disconnect();
	firstText(writer.doc).insert(6, ' med mina ord');
	root(eraser).delete(0, 1);
	await until(async () => !(await world.stored(id)).includes('försvinner'), 'deleted');
	must(await submitNow(world.server.app, 'coordinator', id));
	writer.provider.connect();
	await until(() => lastNote(writer, 'refused') !== undefined, 'refused');
	const [row] = await late(id);
	expect(row).toMatchObject({ personId: by('culture'), why: 'locked' });
	expect(row?.text).toContain('med mina ord');
	expect(lastNote(writer, 'late')).toMatchObject({ lateId: row?.id, text: 'med mina ord' });
});

test('[L1] what is under way behind a refused update is kept with it, as one contribution', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	writer.type('Inledning ');
	await until(async () => (await world.stored(id)).includes('Inledning '), 'stored');
	must(await submitNow(world.server.app, 'culture', id));
	for (const word of ['ett ', 'två ', 'tre ']) {
		writer.type(word);
		await new Promise((go) => setTimeout(go, 20));
	}
	await until(
		() => writer.notes.filter((note) => note.type === 'refused').length === 3,
		'three refusals'
	);
	const rows = await late(id);
	expect(rows).toHaveLength(1);
	for (const word of ['ett', 'två', 'tre']) expect(rows[0]?.text).toContain(word);
});

test('[L1] what is under way behind it and too large to be kept is not called kept', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	writer.type('Inledning ');
	await until(async () => (await world.stored(id)).includes('Inledning '), 'stored');
	must(await submitNow(world.server.app, 'culture', id));
	const refusals = () => writer.notes.filter((note) => note.type === 'refused');
	for (const letter of ['a', 'b', 'c']) {
		writer.type(letter.repeat(900_000));
		const n = refusals().length;
		await until(() => refusals().length > n, `refused: ${letter}`);
	}
	const [row] = await late(id);
	expect(refusals().map(({ lateId }) => lateId)).toEqual([row?.id, row?.id, null]);
	expect(row?.text).toContain('b');
	expect(row?.text).not.toContain('cc');
});

test('[W8] a stock client that comes back after unlocking does not bring its refused letters along', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	must(await submitNow(world.server.app, 'culture', id));
	writer.type('zombie ');
	await until(() => lastNote(writer, 'refused') !== undefined, 'refused');
	await returned(id);
	writer.provider.disconnect();
	writer.provider.connect();
	await until(
		() => writer.notes.filter((note) => note.type === 'refused').length > 1,
		'refused again'
	);
	expect(lastNote(writer, 'refused')?.refusal).toEqual({ code: 'malformed', rule: 'resent' });
	expect(await world.stored(id)).not.toContain('zombie');
	// Whoever loads the section anew writes on.
	const fresh = await world.join(id, 'culture');
	fresh.type('levande ');
	await until(async () => (await world.stored(id)).includes('levande '), 'a new document writes');
});

test('[W8] a refused deletion does not come back either', async () => {
	const id = await sectionId(world.server.app, 'units.culture');
	const writer = await world.join(id, 'culture');
	const other = await world.join(id, 'coordinator');
	await paragraphFor(writer, other, 'Kvar i texten');
	must(await submitNow(world.server.app, 'coordinator', id));
	root(writer).delete(0, 1);
	await until(() => lastNote(writer, 'refused') !== undefined, 'refused');
	writer.provider.disconnect();
	await returned(id);
	writer.provider.connect();
	await until(
		() => writer.notes.filter((note) => note.type === 'refused').length > 1,
		'refused again'
	);
	expect(await world.stored(id)).toContain('Kvar i texten');
	// Our own client has thrown its document away; who deletes now wants it now.
	const ours = await world.join(id, 'culture', { params: { schema: String(SCHEMA_VERSION) } });
	root(ours).delete(0, 1);
	await until(async () => !(await world.stored(id)).includes('Kvar i texten'), 'deleted at last');
});

test('[L4] what a coordinator takes in reaches everybody in the section, and its author is told', async () => {
	const { app } = world.server;
	const id = await sectionId(app, 'units.culture');
	const writer = await world.join(id, 'culture');
	must(await submitNow(app, 'culture', id));
	writer.type('efterslängd ');
	await until(() => lastNote(writer, 'refused') !== undefined, 'refused');
	await returned(id);
	const author = await world.join(id, 'culture');
	const reader = await world.join(id, 'coordinator');
	const [row] = await late(id);
	must(await app.commands.acceptLate({ by: by('coordinator'), lateId: row?.id ?? '' }));
	await until(() => reader.text().includes('efterslängd '), 'at the reader');
	await until(() => lastNote(author, 'lateDecided')?.state === 'accepted', 'told');
	expect(reader.notes.some((note) => note.type === 'lateDecided')).toBe(false);
	// And the room goes on writing behind it.
	reader.type('vidare ');
	await until(() => author.text().includes('vidare '), 'goes on');
	expect(author.text()).toBe(reader.text());
	expect(await world.stored(id)).toContain('vidare ');
});

test('[L1] a bomb that meets a lock is no contribution', async () => {
	const id = await sectionId(world.server.app, 'figures.economy');
	const writer = await world.join(id, 'social');
	const hidden = new Y.Doc();
	hidden.getText('hidden').insert(0, 'gömt');
	Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(hidden), 'local');
	await until(() => lastNote(writer, 'refused') !== undefined, 'refused');
	expect(lastNote(writer, 'refused')).toMatchObject({
		refusal: { code: 'malformed', rule: 'root' },
		lateId: null
	});
	expect(await late(id)).toEqual([]);
});
