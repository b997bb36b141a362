import Database from 'better-sqlite3';
import {
	chmodSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { giveToOwner, removeDatabase, syncFile, syncFolderOf, writeWhole } from '../files.ts';
import { GiveUp } from '../say.ts';
import { factsOf, manifestOf, programVersion, sha256OfFile, type Manifest } from './manifest.ts';

export type BackupAsked = {
	/** The database, which a server may have open. */
	file: string;
	/** The folder of the backups; made when it is not there. */
	to: string;
	/** Milliseconds since 1970. */
	now: number;
	/** How far it is, in pages of the file; for tests and for people who wait. */
	progress?: (done: { totalPages: number; remainingPages: number }) => void;
};

/** Pages that are copied before others in this process have their turn. */
const PAGES_A_STEP = 2000;

/**
 * D7: copies the database while people write. SQLite's own backup copies pages: the file comes back page for
 * page, with the order of its rows, where `VACUUM INTO` would write it anew and give rows other numbers. It runs in one
 * reading transaction, which sees one moment: a backup without it begins again at every commit of
 * another connection, and would never end while many write. Writers wait for nothing; their log grows
 * by what they write meanwhile.
 *
 * Under its name stands a whole, checked, synced backup or nothing; then its manifest follows. Nothing is
 * written over.
 * @returns its path and manifest
 * @throws GiveUp when it cannot be made, or the database is damaged
 */
export async function makeBackup(
	asked: BackupAsked
): Promise<{ path: string; manifest: Manifest }> {
	const path = reservedName(asked.to, asked.now);
	const part = `${path}.part`;
	try {
		await copy(asked, part);
		check(part);
		const manifest: Manifest = {
			format: 1,
			program: programVersion(),
			...factsOf(part),
			at: new Date(asked.now).toISOString(),
			sha256: await sha256OfFile(part),
			bytes: statSync(part).size
		};
		chmodSync(part, 0o600);
		giveToOwner(part, asked.to);
		syncFile(part);
		renameSync(part, path);
		syncFolderOf(path);
		writeWhole(manifestOf(path), `${JSON.stringify(manifest, null, '\t')}\n`);
		giveToOwner(manifestOf(path), asked.to);
		return { path, manifest };
	} catch (error) {
		removeDatabase(part);
		// Without its manifest it is no backup.
		rmSync(path, { force: true });
		if (error instanceof GiveUp) throw error;
		throw new GiveUp(
			`No backup was made (${(error as Error).message}). Is there room in ${asked.to}, and may this user write there?`
		);
	}
}

/**
 * A name that no backup has, `barnbokslut-2026-11-23T010512Z.sqlite`, with a number behind it where that is
 * taken. An empty file keeps it from a backup that begins at the same moment.
 */
function reservedName(folder: string, now: number): string {
	const at = new Date(now).toISOString().replace(/:|\.\d+/g, '');
	try {
		if (!existsSync(folder)) {
			mkdirSync(folder, { recursive: true, mode: 0o700 });
			giveToOwner(folder, dirname(folder));
		}
		for (let n = 1; ; n++) {
			const path = join(folder, `barnbokslut-${at}${n === 1 ? '' : `-${n}`}.sqlite`);
			if (existsSync(path) || existsSync(manifestOf(path)) || existsSync(`${path}.part`)) continue;
			closeSync(openSync(`${path}.part`, 'wx', 0o600));
			return path;
		}
	} catch (error) {
		throw new GiveUp(
			`No backup was made (${(error as Error).message}). May this user write in ${folder}?`
		);
	}
}

async function copy({ file, progress }: BackupAsked, part: string): Promise<void> {
	if (!existsSync(file))
		throw new GiveUp(`There is no database ${file}. Set DATA_DIR to the folder of the server's.`);
	const source = new Database(file, { readonly: true, timeout: 5000 });
	try {
		source.exec('BEGIN');
		source.prepare('SELECT count(*) FROM sqlite_master').get();
		await source.backup(part, {
			progress: (done) => {
				progress?.(done);
				return PAGES_A_STEP;
			}
		});
	} finally {
		source.close();
	}
}

/** One file without others beside it, sound by SQLite's own check. */
function check(part: string): void {
	const db = new Database(part);
	try {
		db.pragma('journal_mode = DELETE');
		const found = db.pragma('integrity_check(1)', { simple: true });
		if (found !== 'ok')
			throw new GiveUp(
				`No backup was made: the database is damaged (${String(found)}). Run npm run verify, and keep the backups that you have.`,
				1
			);
	} finally {
		db.close();
	}
}
