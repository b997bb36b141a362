import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import type { LookedUp } from './support/looked-up.ts';

const RECORDER = ['--import', './tests/support/looked-up.ts'];
const DOOR = ['--import', './tests/support/door.ts'];

/** Starts the real process, ends it when it listens, and tells what its threads loaded. */
async function loadedByServer(): Promise<LookedUp[]> {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-loading-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const LOOKED_UP = join(folder, 'looked-up');
	const child = spawn(process.execPath, [...RECORDER, ...DOOR, 'server/main.ts'], {
		env: { ...process.env, VITEST: '', NODE_ENV: '', DATA_DIR: folder, PORT: '0', LOOKED_UP },
		stdio: ['pipe', 'pipe', 'inherit']
	});
	const ended = new Promise((done) => child.once('exit', done));
	createInterface(child.stdout).on('line', (line) => {
		if (line.includes('listening on')) child.kill('SIGTERM');
	});
	expect(await ended).toBe(0);
	return readFileSync(LOOKED_UP, 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as LookedUp);
}

test('[M5] neither the main thread nor the writer looks up the files of drizzle-orm', async () => {
	const all = await loadedByServer();
	const threads = Map.groupBy(all, (one) => one.thread);
	expect([...threads.keys()].sort()).toEqual([0, 1]);
	for (const notes of threads.values()) {
		expect(notes.filter((one) => one.what === 'loaded').length).toBeGreaterThan(50);
		expect(notes.filter((one) => one.what === 'looked up')).toEqual([]);
	}
});

test('[M5] without our way of loading, drizzle-orm alone still fills the heap', () => {
	const heapAfter = (...before: string[]): number =>
		Number(
			execFileSync(
				process.execPath,
				[
					...before,
					'--input-type=module',
					'--eval',
					"await import('drizzle-orm/better-sqlite3'); console.log(process.memoryUsage().heapUsed)"
				],
				{ encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } }
			)
		);
	// Where Node or drizzle-orm have changed, so that this fails, server/loading.ts can do without its hook.
	expect(heapAfter()).toBeGreaterThan(4 * heapAfter('--import', './server/loading.ts'));
});
