import { CLOSES } from '#collab/closes.ts';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesFrom } from '#server/operating/places.ts';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { until } from '../support/client.ts';
import { startMain } from '../support/main-process.ts';
import { prepare, type Prepared } from '../support/prepared.ts';
import { mulberry } from '../support/random.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { Typist, Words } from '../support/typist.ts';
import { run } from './command.ts';
import { countIn, flipBackup, newestIn, restoreDrill } from './drill.ts';

let prepared: Prepared;
beforeAll(async () => {
	prepared = await prepare();
});
afterAll(() => prepared.remove());

/** A DATA_DIR of the demo's with a backup in it. */
async function withBackup() {
	const { dataDir, file } = prepared.copy();
	const made = await run('backup', dataDir);
	expect(made).toMatchObject({ code: 0, complained: '' });
	return { dataDir, file, made, backup: newestIn(join(dataDir, 'backups')) };
}

test('[D7] [D11] [W3] a backup made while people write, restored after the database was destroyed, has every text as it was', async () => {
	const report = await restoreDrill({ prepared, writers: 8, seed: 3, calmMs: 300, backups: 1 });
	expect(report.problems).toEqual([]);
	expect(report.wordsBefore).toBeGreaterThan(8);
	expect(report.words).toBeGreaterThan(report.wordsBefore);
}, 120_000);

test('[D7] a backup says in one line what it is, is whole, its owner’s alone, and writes over nothing', async () => {
	const { dataDir, backup, made } = await withBackup();
	const again = await run('backup', dataDir);
	const folder = join(dataDir, 'backups');
	const names = readdirSync(folder);
	expect(names).toHaveLength(4);
	for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
	expect(made.said.trim().split('\n')).toHaveLength(1);
	expect(again.said).not.toContain(`${backup}:`);
	const manifest = JSON.parse(readFileSync(`${backup}.json`, 'utf8')) as Record<string, unknown>;
	expect(manifest).toMatchObject({
		format: 1,
		bytes: statSync(backup).size,
		counts: { sections: 54, editions: 1 },
		chain: { seq: countIn(backup, 'SELECT max(seq) FROM audit_chain') }
	});
	expect(made.said).toContain(String(manifest['sha256']));
	expect((await run('verify', dataDir, { args: [backup] })).code).toBe(0);
	writeFileSync(join(folder, 'mine.txt'), 'stays');
	// Killed before its manifest: newer than the backup, and no backup.
	writeFileSync(join(folder, 'barnbokslut-2999-01-01T000000Z.sqlite'), '');
	await run('backup', dataDir, { args: ['--keep', '1'] });
	const left = readdirSync(folder);
	expect(left).toHaveLength(4);
	expect(left.filter((name) => name.endsWith('.json'))).toHaveLength(1);
	expect((await run('backup', dataDir, { args: ['--keep', '0'] })).code).toBe(2);
	const none = await run('backup', join(dataDir, 'nothing'));
	expect([none.code, none.complained]).toEqual([
		2,
		expect.stringContaining('There is no database')
	]);
}, 60_000);

test('[D7] ten backups in each of which one bit was changed are refused, and nothing of DATA_DIR changes', async () => {
	const { dataDir, file, backup } = await withBackup();
	const before = readFileSync(file);
	const places = placesFrom({ DATA_DIR: dataDir });
	expect(await flipBackup({ places, backup, times: 10, random: mulberry(4) })).toEqual([]);
	const manifest = readFileSync(`${backup}.json`, 'utf8');
	writeFileSync(`${backup}.json`, manifest.replace(/"sha256": "./, '"sha256": "x'));
	const refused = await run('restore', dataDir, { args: [backup] });
	expect(refused).toMatchObject({ code: 1, said: '' });
	expect(refused.complained).toMatch(/is not the file that was backed up.*take another backup/);
	expect(readFileSync(file).equals(before)).toBe(true);
	expect(readdirSync(dataDir).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
}, 60_000);

test('[D7] a restore is refused while a server runs, of a newer version, and without its manifest; each with what to do', async () => {
	const { dataDir, backup } = await withBackup();
	const refused = async (args = [backup]) => {
		const { code, complained } = await run('restore', dataDir, { args });
		expect(code).toBe(2);
		return complained;
	};
	const server = await startMain({ dataDir });
	try {
		expect(await refused()).toMatch(/in use by another server\. Stop that one first/);
		// Backup, verify and a look at a backup need no silence.
		expect((await run('verify', dataDir)).code).toBe(0);
		expect((await run('backup', dataDir)).code).toBe(0);
		const check = await run('restore', dataDir, { args: [backup, '--check'] });
		expect([check.code, check.said]).toEqual([0, expect.stringContaining('can be restored')]);
	} finally {
		await server.end('SIGKILL');
	}
	const manifest = readFileSync(`${backup}.json`, 'utf8');
	writeFileSync(
		`${backup}.json`,
		manifest.replace(/"migration": \d+/, '"migration": 9999999999999')
	);
	expect(await refused()).toMatch(/made by a newer version.*Install that version/);
	writeFileSync(`${backup}.json`, '{');
	expect(await refused()).toMatch(/manifest.*Copy it beside the backup/);
	expect(await refused([join(dataDir, 'none')])).toContain('There is no file');
	expect(await refused([])).toContain('Use: npm run restore');
}, 60_000);

test('[O5] a second server on one DATA_DIR is refused in one line, and the first one’s end frees it', async () => {
	const { dataDir } = prepared.copy();
	const first = await startMain({ dataDir });
	try {
		await expect(startMain({ dataDir })).rejects.toThrow(/in use by another server/);
	} finally {
		await first.end('SIGKILL');
	}
	const next = await startMain({ dataDir });
	expect(await next.isHealthy()).toBe(true);
	await next.end('SIGKILL');
}, 60_000);

test('[W3] [U1] [D7] after a restore old sessions are over, an old page merges nothing, and what the replaced database had more is told', async () => {
	const { dataDir, file, backup } = await withBackup();
	const section = prepared.sections[0];
	if (!section) throw new Error('no section');
	const typistOn = (server: TestServer, cookie: string, epoch: number) => {
		const typist = new Typist({
			ws: server.ws,
			origin: server.origin,
			cookie,
			section: { id: section.id, epoch },
			words: new Words(),
			random: mulberry(1)
		});
		onTestFinished(() => typist.destroy());
		return typist;
	};
	const before = await startServer({ file });
	const writer = typistOn(before, await before.cookie('coordinator'), 1);
	await until(() => writer.isReady, 'the writer is in the room');
	writer.type();
	await until(() => writer.connection.save.unsaved === 0, 'the word is stored');
	writer.connection.provider.disconnect();
	await before.close();

	const restored = await run('restore', dataDir, { args: [backup] });
	expect(restored.code).toBe(0);
	expect(restored.said).toMatch(/replaced database has 2 updates of texts and \d+ acts/);
	expect(restored.said).toMatch(/kept as .*barnbokslut-replaced-/);
	expect(countIn(file, 'SELECT count(*) FROM session')).toBe(0);
	expect(countIn(file, 'SELECT act FROM audit_event ORDER BY seq DESC')).toBe(
		'installation.restore'
	);
	const aside = readdirSync(dataDir).find((name) => name.includes('replaced')) ?? '';
	expect(countIn(join(dataDir, aside), `SELECT seq FROM section WHERE id = '${section.id}'`)).toBe(
		3
	);

	const after = await startServer({ file });
	onTestFinished(() => after.close());
	const stale = typistOn(after, await before.cookie('coordinator'), 1);
	await until(() => stale.closedWith !== null, 'an old session is closed');
	expect(stale.closedWith).toBe(CLOSES.notSignedIn.code);
	const old = typistOn(after, await after.cookie('coordinator'), 1);
	await until(() => old.closedWith !== null, 'an old page is closed');
	expect(old.closedWith).toBe(CLOSES.otherEpoch.code);
	const fresh = typistOn(after, await after.cookie('coordinator'), 2);
	await until(() => fresh.isReady, 'a new page is in the room');
	fresh.type();
	await until(() => fresh.connection.save.unsaved === 0, 'a new word is stored');
}, 60_000);

test('[D5] [D7] a disk that is full during a backup leaves no half file and says so', async () => {
	const { dataDir } = prepared.copy();
	mkdirSync(join(dataDir, 'backups'));
	const full = await run('backup', dataDir, { fileLimit: 300 });
	expect(full).toMatchObject({ code: 2, said: '' });
	expect(full.complained).toMatch(/No backup was made .*Is there room/);
	expect(readdirSync(join(dataDir, 'backups'))).toEqual([]);
}, 60_000);
