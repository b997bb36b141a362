import { proveRecord } from '#server/operating/proof/prove.ts';
import { refuse } from '#core/result.ts';
import { insertAudit } from '#server/store/audit.ts';
import { chainHead } from '#server/store/chain.ts';
import { openStore } from '#server/store/store.ts';
import Database from 'better-sqlite3';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { by, must } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf } from '../support/look.ts';
import { run } from './command.ts';
import { newestIn } from './drill.ts';
import { openToHarm } from './flips.ts';
import { fillRecord, folder, saveTo } from './rich-record.ts';

/** D11, D10: what is older than seals and chain is sealed once, when it is brought up to date, and never later. */

/** The migrations as they were before the chain, and a database that they make. */
function before(path: string): string {
	const old = join(path, 'migrations');
	cpSync('drizzle', old, { recursive: true });
	const file = join(old, 'meta', '_journal.json');
	const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
	const last = journal.entries.findIndex(({ tag }) => tag === '0010_review_rules');
	expect(last).toBeGreaterThan(0);
	writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
	const made = join(path, 'old.sqlite');
	openStore({ file: made, migrations: old }).close();
	return made;
}

/** Brings the rows of a record of today into a database from before, as far as it has columns for them. */
function pour(from: string, into: string): void {
	const rules = new Database(into, { readonly: true });
	const triggers = rules
		.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
		.pluck()
		.all();
	rules.close();
	const db = openToHarm(into);
	const names = (sql: string) => db.prepare(sql).pluck().all() as string[];
	db.prepare('ATTACH ? AS today').run(from);
	db.transaction(() => {
		for (const table of names(
			"SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'passage\\_%s\\_%' ESCAPE '\\' AND name NOT IN ('passage_stems', 'passage_trigrams')"
		)) {
			const columns = names(`SELECT name FROM pragma_table_info('${table}')`)
				.map((name) => `"${name}"`)
				.join(', ');
			db.exec(
				`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM today."${table}" ORDER BY rowid`
			);
		}
	})();
	for (const trigger of triggers as string[]) db.exec(trigger);
	db.close();
}

async function oldBackup() {
	const app = await demoApp();
	await fillRecord(app);
	const path = folder(onTestFinished);
	const today = join(path, 'today.sqlite');
	await saveTo(app, today);
	const old = before(path);
	pour(today, old);
	return { path, old, today };
}

test('[D11] [D10] [D7] a database from before this version is backed up, restored, sealed and proved', async () => {
	const { path, old, today } = await oldBackup();
	expect(() => proveRecord(old)).toThrow(/from before this version.*then verify/);
	const dataDir = join(path, 'data');
	mkdirSync(dataDir);
	cpSync(old, join(dataDir, 'barnbokslut.sqlite'));
	expect((await run('backup', dataDir)).code).toBe(0);
	const backup = newestIn(join(dataDir, 'backups'));
	expect(JSON.parse(readFileSync(`${backup}.json`, 'utf8'))).toMatchObject({ chain: null });
	const restored = await run('restore', dataDir, { args: [backup] });
	expect([restored.code, restored.complained]).toEqual([0, '']);
	const verified = await run('verify', dataDir);
	expect([verified.code, verified.complained]).toEqual([0, '']);
	expect(readdirSync(dataDir).filter((name) => name.includes('replaced'))).toHaveLength(1);

	// Opened in its place it is sealed as well, with the seals and the chain that it would have had.
	openStore({ file: old, migrations: 'drizzle' }).close();
	expect(proveRecord(old).findings).toEqual([]);
	expect(proveRecord(old).head).toEqual(proveRecord(today).head);
	const seals = (file: string) => {
		const db = new Database(file, { readonly: true });
		const rows = db.prepare('SELECT hex(seal) FROM section_update ORDER BY section_id, seq');
		const all = rows.pluck().all();
		db.close();
		return all;
	};
	expect(seals(old)).toEqual(seals(today));
}, 60_000);

test('[D11] what lacks its seal or its link after that is not sealed at the next start', async () => {
	const { today } = await oldBackup();
	const db = openToHarm(today);
	db.exec(
		'UPDATE section_update SET seal = NULL WHERE seq = (SELECT max(seq) FROM section_update)'
	);
	db.exec('DELETE FROM audit_chain WHERE seq = 4');
	db.close();
	openStore({ file: today, migrations: 'drizzle' }).close();
	const found = proveRecord(today).findings.map(({ table, problem }) => `${table}: ${problem}`);
	expect(found).toEqual([
		expect.stringMatching(/^audit_chain: is missing/),
		expect.stringMatching(/^section_update: has no seal/)
	]);
}, 60_000);

test('[S9] [D11] a line and its link are one: what is rolled back leaves neither, and neither ever changes', async () => {
	const app = await demoApp();
	const head = await app.read(chainHead);
	const refused = await app.commands.rebuildSection({
		by: by('coordinator'),
		sectionId: 'ingen',
		reason: 'x'
	});
	expect(refused).toEqual(refuse({ code: 'notFound' }));
	expect(await app.read(chainHead)).toEqual(head);
	await app.read((tx) =>
		insertAudit(tx, {
			municipalityId: 'demo-exempelkommun',
			at: 1,
			personName: '',
			act: 'mail.test',
			detail: { åäö: '\u0000 "' }
		})
	);
	const next = await app.read(chainHead);
	expect(next?.seq).toBe((head?.seq ?? 0) + 1);
	for (const sql of [
		'UPDATE audit_chain SET hash = 1',
		'DELETE FROM audit_chain',
		"UPDATE section_update SET seal = x'00'",
		'UPDATE section_update SET seal = NULL'
	])
		await expect(app.read(async (tx) => tx.db.run(sql))).rejects.toThrow();
	const file = join(folder(onTestFinished), 'now.sqlite');
	await saveTo(app, file);
	expect(proveRecord(file).findings).toEqual([]);
});

test('[A8] [S9] the page of the installation’s events is the administrator’s, in pages, with the chain’s head', async () => {
	const app = await demoApp();
	for (let n = 0; n < 60; n++)
		await app.read((tx) =>
			insertAudit(tx, {
				municipalityId: 'demo-exempelkommun',
				at: n,
				personId: by('administrator'),
				personName: 'Admin',
				act: 'person.close',
				detail: { personId: by('education') }
			})
		);
	const asked = { page: 1 };
	for (const person of ['coordinator', 'education', 'councilMember'] as const)
		expect(await app.views.trail(await actorOf(app, person), asked)).toEqual(
			refuse({ code: 'forbidden', why: 'role' })
		);
	expect(await app.views.trail(null, asked)).toEqual(refuse({ code: 'notSignedIn' }));
	const administrator = await actorOf(app, 'administrator');
	const first = must(await app.views.trail(administrator, asked));
	expect(first.lines).toHaveLength(50);
	expect(first.lines[0]).toMatchObject({ act: 'person.close', by: 'Admin', at: 59 });
	expect(first.lines[0]?.about).toMatch(/\w+ \w+/);
	expect(first.head).toEqual(await app.read(chainHead));
	const all = [...first.lines];
	for (let page = 2; page <= first.pages; page++)
		all.push(...must(await app.views.trail(administrator, { page })).lines);
	// No line of a report: what may be read of those is asked there.
	expect(all.filter(({ act }) => /^(report|section|edition)\./.test(act))).toEqual([]);
	expect(new Set(all.map(({ seq }) => seq)).size).toBe(all.length);
	expect(must(await app.views.trail(administrator, { page: 999 })).page).toBe(first.pages);
	expect(must(await app.views.trail(administrator, { page: Number('x') })).page).toBe(1);
});
