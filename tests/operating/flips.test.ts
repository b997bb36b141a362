import { proveRecord } from '#server/operating/proof/prove.ts';
import type Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { mulberry } from '../support/random.ts';
import { columnsOf, findingsOf, KINDS, openToHarm } from './flips.ts';
import { flipEach, proved, unproved } from './harm.ts';
import { fillRecord, folder, saveTo } from './rich-record.ts';

/** D11: whatever is changed in a record of every kind of row, the proof names it. */

let app: App;
let db: Database.Database;
let file = '';

beforeAll(async () => {
	app = await createApp({
		file: ':memory:',
		migrations: 'drizzle',
		origin: 'http://localhost:3000'
	});
	await ensureDemo(app);
	await fillRecord(app);
	file = join(folder(afterAll), 'record.sqlite');
	await saveTo(app, file);
	db = openToHarm(file);
});

afterAll(async () => {
	db.close();
	await app.close();
});

test('[D11] in a record of every kind of row nothing is wrong, and all is counted', () => {
	const { findings, counts, head } = proveRecord(file);
	expect(findings).toEqual([]);
	const lines = db.prepare('SELECT count(*) FROM audit_event').pluck().get();
	expect(counts).toMatchObject({
		'lines of the trail': lines,
		editions: 1,
		previews: 2,
		pictures: 2
	});
	expect(head).toMatchObject({ seq: lines });
	for (const table of Object.keys(KINDS))
		expect([table, db.prepare(`SELECT count(*) > 0 FROM ${table}`).pluck().get()]).toEqual([
			table,
			1
		]);
});

test('[D11] one changed bit in any proved column of any kind of row is found, and its row named', () => {
	const random = mulberry(Number(process.env['SEED'] ?? 5));
	const columns = proved(db);
	const { done, missed } = flipEach(db, [...columns, ...columns, ...columns], random);
	expect(missed).toEqual([]);
	expect(done).toBeGreaterThanOrEqual(300);
}, 300_000);

test('[D11] [A7] a section that was never approved counts nothing as approved, not even what nobody wrote', () => {
	const { id } = db
		.prepare<[], { id: string }>(
			`SELECT id FROM section WHERE approved_seq = 0 AND seq > 0
			AND EXISTS (SELECT 1 FROM section_update u WHERE u.section_id = section.id AND u.seq = 1 AND u.person_id IS NULL)`
		)
		.get() ?? { id: '' };
	const { findings } = findingsOf(db, () =>
		db.prepare('UPDATE section SET approved_seq = 1 WHERE id = ?').run(id)
	);
	expect(findings).toMatchObject([{ table: 'section', row: `id ${id}` }]);
});

test('[D11] what nothing proves is listed, column by column, and exists', () => {
	for (const name of unproved()) {
		const [table = '', column = ''] = name.split('.');
		expect(columnsOf(db, table)).toContain(column);
	}
	const all = Object.keys(KINDS).flatMap((table) => columnsOf(db, table));
	expect(proved(db).length).toBe(all.length - unproved().size);
});

/** The tables of which a row that is gone is missed by somebody. */
const GONE: Record<string, string> = {
	section_update: 'section_update',
	section_history: 'section_update',
	section_writer: 'section_writer',
	audit_event: 'audit_event',
	audit_chain: 'audit_chain',
	fixed_content: 'fixed_content',
	approval: 'approval',
	edition: 'edition',
	passage: 'passage',
	preview: 'preview',
	image: 'image',
	withdrawal: 'withdrawal',
	late_contribution: 'late_contribution'
};

test.for(Object.entries(GONE))('[D11] a row of %s that is gone is found', ([table, named]) => {
	const random = mulberry(9);
	const rowids = db.prepare(`SELECT rowid FROM ${table}`).pluck().all();
	for (let n = 0; n < 3; n++) {
		const rowid = rowids[Math.floor(random() * rowids.length)];
		const { findings } = findingsOf(db, () =>
			db.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid)
		);
		expect(findings.map((f) => f.table)).toContain(named);
	}
});

test('[D11] the last lines of the trail, taken with their links, are missed', () => {
	const { findings } = findingsOf(db, () => {
		db.exec('DELETE FROM audit_chain WHERE seq > (SELECT max(seq) - 2 FROM audit_event)');
		db.exec('DELETE FROM audit_event WHERE seq > (SELECT max(seq) FROM audit_chain)');
	});
	expect(findings.map((f) => [f.table, f.problem])).toContainEqual([
		'audit_event',
		expect.stringMatching(/SQLite has given (\d+) numbers, the trail ends at (\d+)/)
	]);
});

test('[D11] rows that were put in, doubled or exchanged are found', () => {
	const harm = (sql: string) => findingsOf(db, () => db.exec(sql)).findings.map((f) => f.table);
	const events = columnsOf(db, 'audit_event').map((c) => `"${c}"`);
	const others = events.filter((c) => c !== '"seq"').join(', ');
	expect(
		harm(`INSERT INTO audit_event (${others}) SELECT ${others} FROM audit_event WHERE seq = 5`)
	).toContain('audit_chain');
	// Two lines exchanged, each whole.
	expect(
		harm(
			'UPDATE audit_event SET seq = -1 WHERE seq = 7; UPDATE audit_event SET seq = 7 WHERE seq = 8; UPDATE audit_event SET seq = 8 WHERE seq = -1'
		)
	).toContain('audit_event');
	const last = `(SELECT rowid FROM section_update ORDER BY seq DESC LIMIT 1)`;
	expect(
		harm(
			`INSERT INTO section_update SELECT municipality_id, section_id, epoch, seq + 1, person_id, at, bytes, seal FROM section_update WHERE rowid = ${last}`
		)
	).toEqual(expect.arrayContaining(['section_update', 'section']));
	// Two updates exchanged.
	expect(
		harm(
			`UPDATE section_update SET seq = -1 WHERE rowid = ${last}; UPDATE section_update SET seq = seq + 1 WHERE rowid = ${last}; UPDATE section_update SET seq = (SELECT max(seq) FROM section_update) - 1 WHERE seq = -1`
		)
	).toContain('section_update');
	expect(
		harm(
			"INSERT INTO edition SELECT 'ny', municipality_id, report_id, slug, number + 1, title, report_year, hash, model, published_by, published_at FROM edition LIMIT 1"
		)
	).toContain('edition');
	expect(
		harm('UPDATE section_update SET seal = NULL WHERE seq = (SELECT max(seq) FROM section_update)')
	).toContain('section_update');
});

test('[D11] a chain that was made anew is found by a head that was noted before', async () => {
	const { headsInBackups, proveHeads } = await import('#server/operating/proof/heads.ts');
	expect(headsInBackups(join(file, '..'))).toEqual([]);
	const { seq, hash } = proveRecord(file).head ?? { seq: 0, hash: '' };
	const noted = { seq, hash, where: 'a manifest', at: 1 };
	expect(proveRecord(file, [noted]).findings).toEqual([]);
	const findings: unknown[] = [];
	db.exec('BEGIN');
	db.prepare('UPDATE audit_chain SET hash = ? WHERE seq = ?').run('0'.repeat(64), seq);
	const look = { db, found: (f: unknown) => void findings.push(f), note: () => undefined };
	proveHeads(look, [noted]);
	expect(findings).toMatchObject([{ table: 'audit_chain', row: `seq ${seq}` }]);
	// The line of a restore explains what was noted between the backup and it, and nothing else.
	db.prepare(
		`INSERT INTO audit_event (municipality_id, at, person_name, act, detail)
		SELECT municipality_id, 2, '', 'installation.restore', json_object('line', ?) FROM audit_event LIMIT 1`
	).run(seq - 1);
	expect(proveHeads(look, [noted])).toBe(1);
	expect(findings).toHaveLength(1);
	proveHeads(look, [{ ...noted, at: 3 }]);
	expect(findings).toHaveLength(2);
	db.exec('ROLLBACK');
});
