import { createApp } from '#server/create-app.ts';
import type { RoomBatch } from '#server/commands/append-updates.ts';
import { people } from '#server/demo/people.ts';
import Database from 'better-sqlite3';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { prepare, type PreparedSection } from '../support/prepared.ts';
import { readRecord } from '../support/record.ts';

/** Paragraphs of one word each, as updates of one author. */
function batchOf(section: PreparedSection, words: string[]): RoomBatch {
	const doc = new Y.Doc();
	const made: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => made.push(update));
	for (const word of words) {
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [new Y.XmlText(word)]);
		doc.getXmlFragment('default').push([paragraph]);
	}
	return {
		sectionId: section.id,
		epoch: section.epoch,
		authors: [{ personId: people[section.writers[0] ?? 'coordinator'].id, sessionHash: null }],
		by: made.map(() => 0),
		lengths: made.map((update) => update.byteLength),
		bytes: Buffer.concat(made),
		claims: [{ clientId: doc.clientID, update: 0 }]
	};
}

test('[D5] [D6] a row that fails takes its whole group with it, of every room; the next try stores all, once', async () => {
	const prepared = await prepare();
	onTestFinished(() => prepared.remove());
	const { file } = prepared.copy();
	const app = await createApp({ file, migrations: resolve('drizzle'), origin: 'http://localhost' });
	const db = new Database(file);
	onTestFinished(async () => {
		db.close();
		await app.close();
	});
	const sections = prepared.sections.slice(0, 3);
	const rooms = sections.map((s, i) => batchOf(s, [`a${i}`, i === 1 ? 'gift' : `b${i}`, `c${i}`]));
	const ids = sections.map((s) => s.id);
	const before = readRecord(file, ids).sections;
	db.exec(`CREATE TRIGGER fault BEFORE INSERT ON section_update
		WHEN instr(NEW.bytes, CAST('gift' AS BLOB)) > 0 BEGIN SELECT RAISE(ABORT, 'a bad sector'); END`);

	await expect(app.commands.appendUpdates({ rooms })).rejects.toThrow('a bad sector');
	expect(readRecord(file, ids).sections).toEqual(before);

	db.exec('DROP TRIGGER fault');
	const stored = await app.commands.appendUpdates({ rooms });
	expect(stored.ok && stored.value.rooms.map((r) => r.stored)).toEqual([3, 3, 3]);
	const after = readRecord(file, ids).sections;
	expect(after.map((s) => s.seq)).toEqual(before.map((s) => s.seq + 3));
	expect(after.map((s) => s.log.length)).toEqual(before.map((s) => s.log.length + 3));
}, 60_000);
