import { ok } from '#core/result.ts';
import { docJson, loadDoc, seedUpdate } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { packHistory, readHistory } from '#server/store/history.ts';
import { listLate } from '#server/store/late.ts';
import { documentBytes } from '#server/store/log.ts';
import { getSection } from '#server/store/sections.ts';
import { openStore, type Store } from '#server/store/store.ts';
import { writersSinceApproval } from '#server/store/writers.ts';
import Database from 'better-sqlite3';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';

/** The migrations as they were up to and with `tag`, in a folder of their own. */
function migrationsUpTo(tag: string, folder: string): string {
	const old = join(folder, 'migrations');
	cpSync('drizzle', old, { recursive: true });
	const file = join(old, 'meta', '_journal.json');
	const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
	const last = journal.entries.findIndex((e) => e.tag === tag);
	expect(last).toBeGreaterThanOrEqual(0);
	writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
	return old;
}

/** A database of the first release: a log of one text and 150 letters, a plain snapshot, a late line. */
async function firstRelease(): Promise<{ store: Store; letters: Uint8Array[] }> {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-old-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'old.sqlite');
	const before = openStore({ file, migrations: migrationsUpTo('0001_immutable', folder) });
	before.close();
	const old = new Database(file);
	// By hand: the store's functions write what tables have today.
	old.exec(`
		INSERT INTO municipality (id, name, created_at) VALUES ('m', 'Kommun', 1);
		INSERT INTO authority (id, municipality_id, name) VALUES ('a', 'm', 'Nämnd');
		INSERT INTO department (id, municipality_id, authority_id, name) VALUES ('d', 'm', 'a', 'Ett');
		INSERT INTO person (id, municipality_id, email, name, created_at)
			VALUES ('p', 'm', 'p@example.se', 'p', 1), ('q', 'm', 'q@example.se', 'q', 1);
		INSERT INTO role_grant (id, municipality_id, person_id, role, department_id) VALUES ('g', 'm', 'p', 'writer', 'd');
		INSERT INTO report (id, municipality_id, authority_id, kind, template_key, template_version, variant, title, slug, report_year, created_at)
			VALUES ('r', 'm', 'a', 'barnbokslut', 't', 1, 'full', 'R', 'r', 2024, 1);
		INSERT INTO section (id, municipality_id, report_id, key, position, number, title, chapter_key, chapter_number, chapter_title, department_id, articles, required, required_blocks, help, state_at)
			VALUES ('s', 'm', 'r', 'one', 0, '1', 'Ett', 'c', '1', 'C', 'd', '[]', 1, '[]', '[]', 1);
	`);
	old.close();

	const first = seedUpdate({
		type: 'doc',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Barnen: ' }] }]
	});
	const doc = loadDoc([first]);
	const letters: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => letters.push(update));
	const paragraph = doc.getXmlFragment('default').get(0);
	const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
	if (!(text instanceof Y.XmlText)) throw new Error('no text');
	let snapshot = new Uint8Array();
	for (let n = 0; n < 150; n++) {
		text.insert(text.length, String(n % 10));
		if (n === 98) snapshot = new Uint8Array(Y.encodeStateAsUpdate(doc));
	}

	const sqlite = new Database(file);
	const update = sqlite.prepare('INSERT INTO section_update VALUES (?, ?, 1, ?, ?, ?, ?)');
	const all: [Uint8Array, string | null][] = [
		[first, null],
		...letters.map((l, n): [Uint8Array, string] => [l, n < 100 ? 'p' : 'q'])
	];
	for (const [i, [bytes, person]] of all.entries())
		update.run('m', 's', i + 1, person, 1000 + i, bytes);
	sqlite
		.prepare('INSERT INTO section_snapshot VALUES (?, ?, 1, 100, 5, ?)')
		.run('m', 's', snapshot);
	sqlite
		.prepare(
			"INSERT INTO late_contribution VALUES ('l', 'm', 's', 1, 5, 'p', null, 7, 'locked', null, x'01', 'en rad')"
		)
		.run();
	sqlite.prepare('UPDATE section SET seq = 151, approved_seq = 120').run();
	sqlite.close();
	const store = openStore({ file, migrations: 'drizzle' });
	onTestFinished(() => store.close());
	return { store, letters };
}

test('[D10] a database of the first release opens: text, plain snapshot, authors and late lines', async () => {
	const { store, letters } = await firstRelease();
	const section = await store.read((tx) => getSection(tx, 's'));
	if (!section) throw new Error('no section');
	const opened = await store.read((tx) => documentBytes(tx, section));
	expect(opened).toMatchObject({ seq: 151, snapshotSeq: 100, snapshot: null });
	expect(opened.parts).toHaveLength(52);
	const text = `Barnen: ${'0123456789'.repeat(15)}`;
	expect(plainText(docJson(loadDoc(opened.parts)))).toBe(text);
	// A7: from a log that was never asked for its authors this way.
	expect(await store.read((tx) => writersSinceApproval(tx, section))).toEqual(['q']);
	expect(await store.read((tx) => listLate(tx, 's', null))).toMatchObject([
		{ id: 'l', text: 'en rad', state: 'open', decidedBy: null, reason: null }
	]);
	await store.write(async (tx) => ok(await packHistory(tx, section, 120)));
	const history = await store.read((tx) => readHistory(tx, section));
	expect(history.map((u) => u.personId)).toEqual([
		null,
		...letters.map((_, n) => (n < 100 ? 'p' : 'q'))
	]);
	expect(history.slice(1).map((u) => [...u.bytes])).toEqual(letters.map((l) => [...l]));
	expect(plainText(docJson(loadDoc(history.map((u) => u.bytes))))).toBe(text);
});
