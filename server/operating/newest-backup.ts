import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './backup/manifest.ts';

/** Where `npm run backup` puts backups. */
export const backupsIn = (dataDir: string): string => join(dataDir, 'backups');

/**
 * When the newest backup was made, in milliseconds since 1970; null when there is none. One that is half
 * made, has no manifest or is not as long as its manifest says is none.
 */
export function newestBackup(dataDir: string): number | null {
	let newest: number | null = null;
	for (const name of namesIn(backupsIn(dataDir))) {
		const at = name.endsWith('.sqlite') ? madeAt(join(backupsIn(dataDir), name)) : null;
		if (at !== null && at > (newest ?? 0)) newest = at;
	}
	return newest;
}

function madeAt(path: string): number | null {
	const manifest = readManifest(path);
	const found = statSync(path, { throwIfNoEntry: false });
	if (manifest === null || !found?.isFile() || found.size !== manifest.bytes) return null;
	const at = Date.parse(manifest.at);
	return Number.isNaN(at) ? null : at;
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}
