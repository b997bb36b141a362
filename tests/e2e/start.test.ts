import Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { end, startInVain, startProcess, testFolder } from './processes.ts';

/** One line that begins so, and an exit code that says that it failed. */
async function refusedWith(env: Record<string, string>, line: RegExp): Promise<void> {
	const { code, said } = await startInVain(env);
	expect(said.join('\n')).toMatch(line);
	expect(said).toHaveLength(1);
	expect(code).toBe(1);
}

test('[O5] a DATA_DIR that is a file, or that nobody may write, is refused in one line', async () => {
	const file = join(testFolder(), 'data');
	writeFileSync(file, 'a file');
	await refusedWith({ DATA_DIR: file, PORT: '0' }, /^DATA_DIR .*data cannot be written\./);
	await refusedWith({ DATA_DIR: join(file, 'below'), PORT: '0' }, /cannot be written\./);
	// Not even root makes a folder there.
	await refusedWith({ DATA_DIR: '/sys/barnbokslut', PORT: '0' }, /cannot be written\./);
});

test('[O5] what stands in the place of the database and is none is refused in one line', async () => {
	const folder = testFolder();
	writeFileSync(join(folder, 'barnbokslut.sqlite'), 'Kära dagbok. '.repeat(1000));
	await refusedWith({ DATA_DIR: folder, PORT: '0' }, /^The database .*barnbokslut\.sqlite/);
});

test('[O5] a port in use is refused in one line', async () => {
	const { port } = new URL(inject('base'));
	await refusedWith(
		{ DATA_DIR: testFolder(), PORT: port },
		new RegExp(`^Port ${port} is in use\\.`)
	);
	await refusedWith({ DATA_DIR: testFolder(), PORT: 'många' }, /^PORT is "många"/);
});

test('[D10] [O5] a database newer than the program is refused in one line', async () => {
	const DATA_DIR = testFolder();
	const first = await startProcess({ DATA_DIR, PORT: '0' });
	expect(await end(first.child, 'SIGTERM')).toEqual({ code: 0, signal: null });
	const database = new Database(join(DATA_DIR, 'barnbokslut.sqlite'));
	database
		.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
		.run('of the future', Date.now() + 1_000_000_000);
	database.close();
	await refusedWith({ DATA_DIR, PORT: '0' }, /newer version of this program/);
});

test('[O4] [O5] a running process says that it is well, and SIGTERM ends it with open sockets and all', async () => {
	const { child, base } = await startProcess({ DATA_DIR: testFolder(), PORT: '0' });
	onTestFinished(async () => {
		await end(child, 'SIGKILL');
	});
	const health = await fetch(`${base}/healthz`);
	expect(health.status).toBe(200);
	expect(await health.json()).toEqual({ status: 'ok' });
	// A connection that is kept open does not keep the process.
	const waiting = fetch(`${base}/healthz`, { headers: { connection: 'keep-alive' } });
	await (await waiting).text();
	expect(await end(child, 'SIGTERM')).toEqual({ code: 0, signal: null });
});
