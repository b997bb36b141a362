import { openStore, StartError } from '#server/store/store.ts';
import Database from 'better-sqlite3';
import {
	chmodSync,
	constants,
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync
} from 'node:fs';
import { join } from 'node:path';
import { readManifest, sha256OfFile, type Manifest } from '../backup/manifest.ts';
import { BESIDE, giveToOwner, removeDatabase, syncFile, syncFolderOf } from '../files.ts';
import { holdDataDir } from '../one-process.ts';
import type { Places } from '../places.ts';
import { proveRecord } from '../proof/prove.ts';
import { told } from '../proof/told.ts';
import { GiveUp } from '../say.ts';
import { beginAnew } from './begin-anew.ts';
import { newerThan, type Newer } from './newer.ts';

export type RestoreAsked = {
	backup: string;
	places: Places;
	/** Milliseconds since 1970. */
	now: number;
	/** Only looks whether it could be restored. */
	checkOnly: boolean;
};

export type Restored = {
	/** Where the replaced database is now; null when there was none. */
	aside: string | null;
	newer: Newer | 'unreadable' | null;
	manifest: Manifest;
	/** What the proof of the backup said. */
	lines: string[];
};

/**
 * D7: puts a backup in the place of the database. Nothing of that place is touched before a copy of the backup
 * was checked, brought up to date, proved and begun anew; then one renaming puts it there.
 * @throws GiveUp with what is wrong and what to do; nothing has changed then
 */
export async function restoreBackup(asked: RestoreAsked): Promise<Restored> {
	const { backup, places, now, checkOnly } = asked;
	const manifest = await checkedManifest(backup, places.migrations);
	if (checkOnly && !existsSync(places.dataDir))
		throw new GiveUp(`DATA_DIR ${places.dataDir} is not there; the check makes its copy in it.`);
	mkdirSync(places.dataDir, { recursive: true });
	const held = checkOnly ? null : heldFor(places.dataDir);
	const part = join(places.dataDir, `restoring-${now}.sqlite.part`);
	try {
		copyFileSync(backup, part, constants.COPYFILE_EXCL);
		chmodSync(part, 0o600);
		giveToOwner(part, places.dataDir);
		if ((await sha256OfFile(part)) !== manifest.sha256) throw changed(backup);
		const lines = prepared(part, places.migrations, backup);
		if (checkOnly) return { aside: null, newer: null, manifest, lines };
		const newer = newerThan(part, places.file);
		await anew(part, asked, manifest, newer);
		return { aside: replace(part, places.file, now), newer, manifest, lines };
	} catch (error) {
		if (error instanceof GiveUp) throw error;
		throw new GiveUp(
			`Nothing was restored (${(error as Error).message}). Is there room in ${places.dataDir}, and may this user write there?`
		);
	} finally {
		removeDatabase(part);
		held?.release();
	}
}

/** The lock, in a restore's own words. */
function heldFor(dataDir: string): ReturnType<typeof holdDataDir> {
	try {
		return holdDataDir(dataDir);
	} catch (error) {
		if (!(error instanceof StartError)) throw error;
		throw new GiveUp(`Nothing was restored. ${error.message}`);
	}
}

const changed = (backup: string) =>
	new GiveUp(
		`${backup} is not the file that was backed up: its SHA-256 is another than its manifest says. It was damaged or changed; take another backup.`,
		1
	);

/** The manifest of a backup that is whole and not newer than this program. */
async function checkedManifest(backup: string, migrations: string): Promise<Manifest> {
	if (!existsSync(backup)) throw new GiveUp(`There is no file ${backup}.`);
	const manifest = readManifest(backup);
	if (!manifest)
		throw new GiveUp(
			`${backup}.json, the backup's manifest, is not there or cannot be read. Copy it beside the backup, or take another one.`
		);
	const journal = JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8')) as {
		entries: { when: number }[];
	};
	if (manifest.migration > Math.max(...journal.entries.map(({ when }) => when)))
		throw new GiveUp(
			`${backup} was made by a newer version (${manifest.program}). Install that version and restore with it.`
		);
	if ((await sha256OfFile(backup)) !== manifest.sha256) throw changed(backup);
	return manifest;
}

/** Checks the copy, brings it up to date and proves it. */
function prepared(part: string, migrations: string, backup: string): string[] {
	const sound = (): string => {
		const db = new Database(part);
		try {
			return String(db.pragma('integrity_check(1)', { simple: true }));
		} catch (error) {
			return (error as Error).message;
		} finally {
			db.close();
		}
	};
	const found = sound();
	if (found !== 'ok') throw new GiveUp(`${backup} is damaged (${found}). Take another backup.`, 1);
	try {
		openStore({ file: part, migrations }).close();
	} catch (error) {
		if (error instanceof StartError) throw new GiveUp(`${backup}: ${error.message}`);
		throw error;
	}
	const proof = proveRecord(part);
	const lines = told(backup, proof);
	if (proof.findings.length > 0)
		throw new GiveUp([...lines, 'Nothing was restored. Take another backup.'].join('\n'), 1);
	return lines;
}

async function anew(
	part: string,
	{ places, now }: RestoreAsked,
	manifest: Manifest,
	newer: Newer | 'unreadable' | null
): Promise<void> {
	const store = openStore({ file: part, migrations: places.migrations });
	try {
		const epochs = newer === null || newer === 'unreadable' ? null : newer.epochs;
		const done = await store.write((tx) =>
			beginAnew(tx, { epochs, from: manifest.chain, madeAt: Date.parse(manifest.at), now })
		);
		if (!done.ok) throw new Error(done.refusal.code);
	} finally {
		store.close();
	}
	syncFile(part);
}

/** Puts `part` in the place of `file`, which goes on under another name. There is a database at every moment. */
function replace(part: string, file: string, now: number): string | null {
	let aside: string | null = null;
	if (existsSync(file)) {
		aside = file.replace(
			/\.sqlite$/,
			`-replaced-${new Date(now).toISOString().replace(/:|\.\d+/g, '')}.sqlite`
		);
		if (existsSync(aside)) aside = aside.replace(/\.sqlite$/, `-${now % 1000}.sqlite`);
		tidyJournal(file);
		// What could not be tidied away belongs to the replaced one; beside the new one it would be taken for its own.
		for (const end of BESIDE)
			if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
		try {
			linkSync(file, aside);
		} catch {
			// A file system without second names.
			copyFileSync(file, aside, constants.COPYFILE_EXCL);
			syncFile(aside);
		}
		syncFolderOf(file);
	}
	renameSync(part, file);
	syncFolderOf(file);
	return aside;
}

/** Brings the replaced database's journal into it; one that cannot be opened keeps its own. */
function tidyJournal(file: string): void {
	try {
		const db = new Database(file);
		try {
			db.pragma('wal_checkpoint(TRUNCATE)');
		} finally {
			db.close();
		}
	} catch (error) {
		if (!(error instanceof Database.SqliteError)) throw error;
	}
	rmSync(`${file}-shm`, { force: true });
}
