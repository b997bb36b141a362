import { StartError } from '#server/store/store.ts';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { giveToOwner } from './files.ts';

export type Held = { release: () => void };

/** What is held stays open: a handle that nobody knows would be closed some time, and the folder be free. */
const handles = new Set<Database.Database>();

/**
 * One process for each DATA_DIR: holds a small database of its own in an exclusive transaction until it is
 * released. The system frees it when the process ends, however it ends, so that nothing is left to be tidied
 * away after a crash. Rooms, sessions of sockets and jobs live in one process; a second one would not know of
 * them.
 * @throws StartError when another process has it, or the folder cannot be written
 */
export function holdDataDir(dataDir: string): Held {
	const file = join(dataDir, 'barnbokslut.lock');
	let lock: Database.Database | null = null;
	try {
		lock = new Database(file, { timeout: 0 });
		lock.exec('BEGIN EXCLUSIVE');
		giveToOwner(file, dataDir);
		const handle = lock;
		handles.add(handle);
		return {
			release: () => {
				handles.delete(handle);
				handle.close();
			}
		};
	} catch (error) {
		lock?.close();
		if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
			throw new StartError(
				`DATA_DIR ${dataDir} is in use by another server. Stop that one first, or set DATA_DIR to another folder.`
			);
		throw new StartError(
			`${file} cannot be written (${(error as Error).message}). Is the disk full, or does another user own it?`
		);
	}
}
