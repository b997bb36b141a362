import { ok, refuse } from '#core/result.ts';
import { openStore, type Store, type Tx } from '#server/store/store.ts';
import { commands, LOG_ONLY } from '#server/commands/index.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
let store: Store;
let other: Store;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'barnbokslut-remember-'));
	const file = join(folder, 'a.sqlite');
	store = openStore({ file, migrations: 'drizzle' });
	other = openStore({ file, migrations: 'drizzle' });
});
afterEach(() => {
	store.close();
	other.close();
	rmSync(folder, { recursive: true, force: true });
});

/** How often the answer was read in a transaction that adds to the log. */
let reads = 0;
const ask = async (tx: Tx) => ok(await tx.remember('right', async () => (reads += 1)));
const inLog = async (): Promise<number> => {
	const asked = await store.write(ask, { logOnly: true });
	return asked.ok ? asked.value : NaN;
};
const change = async (tx: Tx) => {
	tx.db.run('CREATE TABLE IF NOT EXISTS changed (n INTEGER)');
	tx.db.run('INSERT INTO changed VALUES (1)');
	return ok(null);
};

test('[A6] what the log remembers of rights is forgotten with every other write, with a failure, and with what another connection wrote', async () => {
	reads = 0;
	expect([await inLog(), await inLog()]).toEqual([1, 1]);
	// Another act of this writer, also one that was refused.
	await store.write(change);
	expect([await inLog(), await inLog()]).toEqual([2, 2]);
	await store.write(async () => refuse({ code: 'notFound' }));
	expect(await inLog()).toBe(3);
	// Another process.
	await other.write(change);
	expect([await inLog(), await inLog()]).toEqual([4, 4]);
	// Something that failed on the way.
	const failing = store.write(
		async () => {
			throw new Error('a bug');
		},
		{ logOnly: true }
	);
	await expect(failing).rejects.toThrow('a bug');
	expect(await inLog()).toBe(5);
	// Outside the log's transactions nothing is remembered.
	await store.read(ask);
	await store.write(ask);
	expect(reads).toBe(7);
	expect(await inLog()).toBe(8);
});

test('[A6] only acts that judge nobody’s rights and change nobody’s are the log’s', () => {
	expect([...LOG_ONLY].sort()).toEqual([
		'appendUpdates',
		'compactSection',
		'keepLate',
		'probeStore'
	]);
	for (const name of LOG_ONLY) expect(Object.keys(commands)).toContain(name);
});
