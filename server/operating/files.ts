import {
	chownSync,
	closeSync,
	fsyncSync,
	openSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';

/** Files that are there whole, or not at all, also after a power cut. */

/** The database's own files beside it. */
export const BESIDE = ['-wal', '-shm', '-journal'];

/** What was written of it is on the disk. */
export function syncFile(path: string): void {
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** A name in the folder of `path` that was made, changed or removed is on the disk. */
export const syncFolderOf = (path: string): void => syncFile(dirname(path));

/** What root makes in another user's folder belongs to that user: else their server could not open it. */
export function giveToOwner(path: string, folder: string): void {
	if (process.getuid?.() !== 0) return;
	const { uid, gid } = statSync(folder);
	chownSync(path, uid, gid);
}

/** Writes a small file whole, for its owner alone. */
export function writeWhole(path: string, content: string): void {
	const part = `${path}.part`;
	try {
		writeFileSync(part, content, { mode: 0o600 });
		syncFile(part);
		renameSync(part, path);
	} catch (error) {
		rmSync(part, { force: true });
		throw error;
	}
	syncFolderOf(path);
}

/** Removes a database with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
	for (const end of ['', ...BESIDE]) rmSync(`${path}${end}`, { force: true });
}
