import { ok, refuse } from '#core/result.ts';
import { insertMunicipality, listMunicipalities } from '#server/store/organisation.ts';
import { openStore, StartError } from '#server/store/store.ts';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { storeContract } from './contract.ts';

const migrations = 'drizzle';

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'barnbokslut-store-'));
	return path;
}

storeContract('in memory', () => ({
	store: openStore({ file: ':memory:', migrations }),
	done: () => undefined
}));

storeContract('on a file', () => {
	const path = folder();
	return {
		store: openStore({ file: join(path, 'test.sqlite'), migrations }),
		done: () => rmSync(path, { recursive: true })
	};
});

const temporary = () => {
	const path = folder();
	onTestFinished(() => rmSync(path, { recursive: true }));
	return join(path, 'test.sqlite');
};

test('[D1] the file is written with WAL and synchronous=FULL', async () => {
	const file = temporary();
	const store = openStore({ file, migrations });
	onTestFinished(() => store.close());
	const pragma = (name: string) =>
		store.read(
			async (tx) => Object.values(tx.db.get<Record<string, unknown>>(`PRAGMA ${name}`))[0]
		);
	expect(await pragma('journal_mode')).toBe('wal');
	expect(await pragma('synchronous')).toBe(2);
	expect(await pragma('foreign_keys')).toBe(1);
});

test('[D5] when the disk is full nothing is torn, reading goes on, and writing when there is room', async () => {
	const file = temporary();
	const store = openStore({ file, migrations });
	onTestFinished(() => store.close());
	const limit = (pages: number) =>
		store.read(async (tx) => tx.db.get(`PRAGMA max_page_count = ${pages}`));
	const pages = await store.read(async (tx) =>
		Number(Object.values(tx.db.get<object>('PRAGMA page_count'))[0])
	);
	const add = (id: string) =>
		store.write(async (tx) =>
			ok(await insertMunicipality(tx, { id, name: 'x'.repeat(100_000), createdAt: 1 }))
		);
	await limit(pages);
	expect(await add('one')).toEqual(refuse({ code: 'notSaved' }));
	expect(await store.read((tx) => listMunicipalities(tx))).toEqual([]);
	await limit(1_000_000);
	expect((await add('one')).ok).toBe(true);
});

test('[D5] while another process writes in the file nothing is stored, which is told, and then it is', async () => {
	const file = temporary();
	const store = openStore({ file, migrations });
	onTestFinished(() => store.close());
	const add = () =>
		store.write(async (tx) =>
			ok(await insertMunicipality(tx, { id: 'one', name: 'Ett', createdAt: 1 }))
		);
	// It would wait for five seconds first.
	await store.read(async (tx) => tx.db.get('PRAGMA busy_timeout = 1'));
	const other = new Database(file);
	other.exec('BEGIN IMMEDIATE');
	expect(await add()).toEqual(refuse({ code: 'notSaved' }));
	expect(await store.read((tx) => listMunicipalities(tx))).toEqual([]);
	other.exec('ROLLBACK');
	other.close();
	expect((await add()).ok).toBe(true);
});

test('[D10] a database that a newer program wrote is refused with one line that says what to do', () => {
	const file = temporary();
	openStore({ file, migrations }).close();
	const sqlite = new Database(file);
	sqlite
		.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
		.run('future', Date.now() + 1e12);
	sqlite.close();
	expect(() => openStore({ file, migrations })).toThrow(StartError);
	expect(() => openStore({ file, migrations })).toThrow(/newer version of this program/);
});

test('[D10] a file that is no database, or a folder that is not there, is refused in one line', () => {
	expect(() => openStore({ file: '/nowhere/at/all.sqlite', migrations })).toThrow(
		/cannot be opened .*DATA_DIR/
	);
	const file = temporary();
	writeFileSync(file, 'Kära dagbok. '.repeat(1000));
	expect(() => openStore({ file, migrations })).toThrow(/cannot be opened .*not a database/);
});
