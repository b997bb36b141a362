import { makeBackup } from '#server/operating/backup/make-backup.ts';
import { backupsIn, newestBackup } from '#server/operating/newest-backup.ts';
import { people } from '#server/demo/people.ts';
import { FORMS } from '#core/forms.ts';
import { spawn } from 'node:child_process';
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { Ending, startMain } from '../support/main-process.ts';
import { prepare, type Prepared } from '../support/prepared.ts';
import { wait } from '../support/wait.ts';
import { run } from './command.ts';
import { countIn } from './drill.ts';

let prepared: Prepared;
beforeAll(async () => {
	prepared = await prepare();
});
afterAll(() => prepared.remove());

test('[O4] [D7] a backup counts when it is whole and has its manifest; a half one, and a manifest alone, are none', async () => {
	const { dataDir, file } = prepared.copy();
	const folder = backupsIn(dataDir);
	expect(newestBackup(dataDir)).toBeNull();
	mkdirSync(folder);
	writeFileSync(join(folder, 'barnbokslut-2026-11-23T010000Z.sqlite.part'), 'half');
	writeFileSync(join(folder, 'barnbokslut-2026-11-22T010000Z.sqlite'), 'without its manifest');
	writeFileSync(join(folder, 'mine.txt'), 'a note');
	expect(newestBackup(dataDir)).toBeNull();

	const older = Date.parse('2026-11-20T01:00:00Z');
	const newer = Date.parse('2026-11-21T01:00:00Z');
	const first = await makeBackup({ file, to: folder, now: older });
	const { path } = await makeBackup({ file, to: folder, now: newer });
	// Who copies a backup makes no new one.
	utimesSync(first.path, 4_000_000_000, 4_000_000_000);
	expect(newestBackup(dataDir)).toBe(newer);
	appendFileSync(path, 'more');
	expect(newestBackup(dataDir)).toBe(older);
	rmSync(path);
	expect(newestBackup(dataDir)).toBe(older);
	renameSync(`${first.path}.json`, `${first.path}.away`);
	expect(newestBackup(dataDir)).toBeNull();
	writeFileSync(`${first.path}.json`, '{"format":1,');
	expect(newestBackup(dataDir)).toBeNull();
}, 60_000);

test.each(['SIGTERM', 'SIGKILL'] as const)(
	'[D7] a backup that %s ends leaves nothing under the name of a backup, and the next one is made',
	async (signal) => {
		const { dataDir } = prepared.copy();
		const folder = backupsIn(dataDir);
		const names = () => (existsSync(folder) ? readdirSync(folder) : []);
		const child = spawn(process.execPath, ['server/operating/backup.ts'], {
			env: { ...process.env, VITEST: '', NODE_ENV: '', DATA_DIR: dataDir },
			stdio: 'ignore'
		});
		onTestFinished(() => void child.kill('SIGKILL'));
		const ended = new Promise((done) => child.once('exit', (code, by) => done([code, by])));
		for (let looks = 0; names().length === 0 && looks < 20_000; looks += 1) await wait(1);
		child.kill(signal);
		expect(await ended).toEqual([null, signal]);
		const left = names();
		expect(left.some((name) => name.endsWith('.part'))).toBe(true);
		expect(left.filter((name) => /\.(sqlite|json)$/.test(name))).toEqual([]);
		expect(newestBackup(dataDir)).toBeNull();
		expect((await run('backup', dataDir)).code).toBe(0);
		expect(newestBackup(dataDir)).not.toBeNull();
	},
	60_000
);

test.each([
	['SIGTERM', 0],
	['SIGKILL', null]
] as const)(
	'[O5] [P1] a publication that %s ends leaves no edition or a whole one, and nothing that is wrong',
	async (signal, code) => {
		const { dataDir, file } = prepared.copy();
		const server = await startMain({ dataDir });
		onTestFinished(async () => {
			await server.end('SIGKILL');
		});
		const report = countIn(file, 'SELECT id FROM report WHERE report_year = 2022');
		const published = server
			.publish({
				by: people.coordinator.id,
				reportId: String(report),
				decision: {
					body: 'Fullmäktige',
					date: '2023-09-25',
					paragraph: '§ 1',
					registryNumber: 'KS 1'
				},
				note: 'En rättad tabell',
				number: null
			})
			.catch((error: unknown) => {
				// The connection ends with the process.
				if (!(error instanceof TypeError || error instanceof Ending)) throw error;
				return null;
			});
		// In the middle of making the forms, which takes seconds.
		await wait(400);
		expect((await server.end(signal)).code).toBe(code);
		expect(existsSync(`${file}-wal`)).toBe(signal === 'SIGKILL');
		const answer = await published;
		if (answer?.ok === false) expect(answer.refusal).toEqual({ code: 'notSaved' });
		const editions = Number(countIn(file, 'SELECT count(*) FROM edition'));
		if (answer?.ok) expect(editions).toBe(2);
		expect([1, 2]).toContain(editions);
		expect(countIn(file, 'SELECT count(*) FROM edition_file')).toBe(editions * FORMS.length);
		expect((await run('verify', dataDir)).code).toBe(0);
	},
	60_000
);
