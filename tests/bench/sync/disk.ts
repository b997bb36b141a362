import Database from 'better-sqlite3';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './contenders.ts';

/** What a document takes on a server's disk. Bytes; null where the server has no such thing. */
export type OnDisk = {
	/** What opening reads. */
	snapshot: number | null;
	/** Every update that is kept, packed or not, without what opening reads. */
	history: number | null;
	/** How many updates the history holds, as the server counts them; it may store several as one. */
	updates: number | null;
	/** By how much its files have grown. */
	files: number;
};

/**
 * Reads it out of the files of a server that is at rest.
 * @param before what its files took when the document was empty
 */
export function onDisk(contender: Contender, room: string, before: number): OnDisk {
	const files = bytesOf(contender.folder) - before;
	const nothing = { snapshot: null, history: null, updates: null, files };
	if (contender.name === 'hocuspocus')
		return query(join(contender.folder, 'hocuspocus.sqlite'), (ask) => ({
			...nothing,
			snapshot: ask('SELECT sum(length(data)) AS n FROM documents WHERE name = ?', room)
		}));
	if (contender.name !== 'ours') return nothing;
	return query(join(contender.folder, 'barnbokslut.sqlite'), (ask) => ({
		snapshot: ask(
			'SELECT sum(length(bytes)) AS n FROM section_snapshot WHERE section_id = ?',
			room
		),
		history:
			ask('SELECT sum(length(bytes)) AS n FROM section_history WHERE section_id = ?', room) +
			ask('SELECT sum(length(bytes)) AS n FROM section_update WHERE section_id = ?', room),
		updates: ask('SELECT seq AS n FROM section WHERE id = ?', room),
		files
	}));
}

function query(file: string, read: (ask: (sql: string, room: string) => number) => OnDisk): OnDisk {
	const database = new Database(file, { readonly: true });
	try {
		return read(
			(sql, room) => database.prepare<[string], { n: number | null }>(sql).get(room)?.n ?? 0
		);
	} finally {
		database.close();
	}
}

/** Bytes of all files in a folder and below it. */
export function bytesOf(folder: string): number {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
