import { makeBackup } from '#server/operating/backup/make-backup.ts';
import { findings } from '#server/operating/doctor/findings.ts';
import { openStore } from '#server/store/store.ts';
import Database from 'better-sqlite3';
import { chmodSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function installation(): { env: Record<string, string>; dataDir: string; file: string } {
	const dataDir = mkdtempSync(join(tmpdir(), 'barnbokslut-doctor-'));
	onTestFinished(() => rmSync(dataDir, { recursive: true }));
	const file = join(dataDir, 'barnbokslut.sqlite');
	openStore({ file, migrations: resolve('drizzle') }).close();
	chmodSync(file, 0o600);
	const env = {
		DATA_DIR: dataDir,
		NODE_ENV: 'production',
		ORIGIN: 'https://bok.example.se',
		PROXIES: '1'
	};
	return { env, dataDir, file };
}

/** What is said about one thing, with its state in front. */
async function about(env: Record<string, string>, what: string, net = false): Promise<string[]> {
	const all = await findings(env, { net });
	return all.filter((one) => one.about === what).map(({ state, says }) => `${state} ${says}`);
}

test('[O5] the doctor finds nothing at an installation that is well, and names each thing that is not', async () => {
	const { env, dataDir, file } = installation();
	const backups = join(dataDir, 'backups');
	const { path } = await makeBackup({ file, to: backups, now: Date.now() });
	const well = await findings(env, { net: false });
	// How fast and how empty a disk is, is the machine's business.
	const ours = well.filter(({ about: what }) => !['disk', 'room'].includes(what));
	expect(ours.filter(({ state }) => state !== 'ok')).toEqual([]);
	expect(well.map((one) => one.about)).toEqual([
		...['Node', 'configuration', 'DATA_DIR', 'room', 'disk', 'clock'],
		...['database', 'schema', 'journal', 'backup', 'port']
	]);
	rmSync(path);
	await makeBackup({ file, to: backups, now: Date.now() - 30 * 60 * 60 * 1000 });
	expect(await about(env, 'backup')).toEqual([expect.stringMatching(/^warn .*30\.0 hours old/)]);
	chmodSync(file, 0o644);
	expect(await about(env, 'DATA_DIR')).toEqual([expect.stringMatching(/^warn .*chmod 600/)]);
	const later = Date.now() / 1000 + 86_400;
	utimesSync(file, later, later);
	expect(await about(env, 'clock')).toEqual([expect.stringMatching(/^fail .*set it, by NTP/)]);
	expect(await about({ ...env, PORT: 'x', SMTP_URL: 'y' }, 'configuration')).toEqual([
		expect.stringMatching(/^fail PORT is "x"/),
		expect.stringMatching(/^fail SMTP_URL is not understood/)
	]);
});

test('[O5] [D10] a database that is damaged, none at all, or newer than the program fails', async () => {
	const { env, file } = installation();
	const newer = new Database(file);
	newer
		.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
		.run('of the future', Date.now() * 2);
	newer.close();
	expect(await about(env, 'schema')).toEqual([expect.stringMatching(/^fail a newer program/)]);
	writeFileSync(file, 'Kära dagbok. '.repeat(1000));
	expect(await about(env, 'database')).toEqual([expect.stringMatching(/^fail .*restore a backup/)]);
	rmSync(file);
	expect(await about(env, 'database')).toEqual([expect.stringMatching(/^warn .*is not there/)]);
});

test('[O5] the mail server is asked for a connection only when somebody wants to know', async () => {
	const { env } = installation();
	let asked = 0;
	const server = createServer((socket) => {
		asked += 1;
		socket.destroy();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	const mail = { ...env, SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'bok@example.se' };
	expect(await about(mail, 'mail')).toEqual([]);
	expect(asked).toBe(0);
	expect(await about(mail, 'mail', true)).toEqual([expect.stringMatching(/^ok .* answers/)]);
	await new Promise((done) => server.close(done));
	expect(await about(mail, 'mail', true)).toEqual([expect.stringMatching(/^warn .*ECONNREFUSED/)]);
});
