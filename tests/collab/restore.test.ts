import { loadDoc } from '#schema/content.ts';
import { FRAGMENT } from '#schema/version.ts';
import { listLate } from '#server/store/late.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { by, must, sectionNow } from '../support/act.ts';
import { firstText, lastNote, until } from '../support/client.ts';
import { sectionId } from '../support/server.ts';
import { eachWithServer } from '../support/sockets.ts';
import { wired, type WiredClient } from '../support/wires.ts';

const world = eachWithServer();
const KEY = 'units.culture';

const lateTexts = async (id: string) =>
	(await world.server.app.read((tx) => listLate(tx, id, null))).map(
		({ personId, why, text }) => `${personId} ${why} ${text}`
	);
const restore = (id: string, seq: number, seenSeq: number) =>
	world.server.app.commands.restoreSection({ by: by('coordinator'), sectionId: id, seq, seenSeq });

/** A block that no other can be made of: what takes it away deletes it. */
function addBlock(doc: Y.Doc, words: string, type: 'heading' | 'paragraph' = 'heading'): void {
	const element = new Y.XmlElement(type);
	if (type === 'heading') element.setAttribute('level', 1 as unknown as string);
	element.insert(0, [new Y.XmlText(words)]);
	doc.getXmlFragment(FRAGMENT).insert(0, [element]);
}

/** What a client's own copy of the text writes, as one update. */
function writes(client: WiredClient, change: (doc: Y.Doc) => void): Uint8Array {
	const own = loadDoc([Y.encodeStateAsUpdate(client.doc)]);
	const before = Y.encodeStateVector(own);
	own.transact(() => change(own));
	const update = Y.encodeStateAsUpdate(own, before);
	own.destroy();
	return update;
}

test('[R3] [L5] what somebody types while a version is brought back stands in the text, or is kept for them', async () => {
	const id = await sectionId(world.server.app, KEY);
	const writer = await world.join(id, 'culture');
	const reader = await world.join(id, 'coordinator');
	addBlock(writer.doc, 'Nytt stycke');
	await until(() => reader.text().includes('Nytt stycke'), 'at the reader');
	const { seq } = await sectionNow(world.server.app, id);
	// Typed and not seen by whoever brings back: refused, and the letters stand.
	writer.type('först ');
	await until(async () => (await sectionNow(world.server.app, id)).seq > seq, 'stored');
	expect(await restore(id, 1, seq)).toMatchObject({ refusal: { code: 'moved' } });
	expect(await world.stored(id)).toContain('först ');
	// Typed without connection into what the restore takes away, and beside it.
	writer.provider.disconnect();
	firstText(writer.doc).insert(0, 'under tiden ');
	addBlock(writer.doc, 'Ett eget stycke', 'paragraph');
	must(await restore(id, 1, (await sectionNow(world.server.app, id)).seq));
	await until(() => !reader.text().includes('Nytt stycke'), 'brought back at the reader');
	writer.provider.connect();
	await until(() => reader.text().includes('Ett eget stycke'), 'the own paragraph');
	await until(async () => (await lateTexts(id)).length > 0, 'kept');
	expect(await lateTexts(id)).toEqual([
		expect.stringMatching(`^${by('culture')} deleted .*under tiden`)
	]);
	await until(() => lastNote(writer, 'late') !== undefined, 'told');
	await until(() => writer.text() === reader.text(), 'both read the same');
	expect(await world.stored(id)).not.toContain('Nytt stycke');
});

test('[R3] [L5] [S10] letters that are on their way when a version is brought back are in the text or kept, whoever is first', async () => {
	const { app } = world.server;
	const id = await sectionId(app, KEY);
	const ended = new Set<string>();
	for (let round = 0; round < 6; round++) {
		const writer = await wired(world.server, id, 'culture');
		writer.send(writes(writer, (doc) => addBlock(doc, `Stycke ${round} `)));
		const before = (await sectionNow(app, id)).seq;
		await until(async () => (await sectionNow(app, id)).seq > before, 'the paragraph');
		await until(() => firstText(writer.doc).toJSON().includes(`Stycke ${round}`), 'at the writer');
		const { seq } = await sectionNow(app, id);
		const word = `bokstav${round}`;
		const typing = writes(writer, (doc) => firstText(doc).insert(0, `${word} `));
		const pause = () => new Promise((go) => setTimeout(go, (round >> 1) % 4));
		let restoring;
		if (round % 2 === 0) {
			// The store is busy: the letters are judged before the restore, and stored after it.
			let release = (): void => undefined;
			const busy = app.read(() => new Promise<void>((go) => (release = go)));
			restoring = restore(id, 1, seq);
			writer.send(typing);
			await new Promise((go) => setTimeout(go, 20));
			release();
			await busy;
		} else {
			writer.send(typing);
			await pause();
			restoring = restore(id, 1, seq);
		}
		const done = await restoring;
		await until(
			async () =>
				(await world.stored(id)).includes(word) ||
				(await lateTexts(id)).some((line) => line.includes(word)),
			`nothing is lost, round ${round}`
		);
		if (done.ok) {
			expect(await world.stored(id)).not.toContain(`Stycke ${round}`);
			expect(await lateTexts(id)).toContainEqual(expect.stringContaining(word));
		} else expect(done.refusal).toMatchObject({ code: 'moved', happened: 'textChanged' });
		ended.add(done.ok ? 'restored' : 'refused');
		const now = (await sectionNow(app, id)).seq;
		if (!done.ok) must(await restore(id, 1, now));
	}
	expect([...ended]).toContain('restored');
});
