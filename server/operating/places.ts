import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things are, for the commands of an operator: the same as for the server. */
export type Places = { dataDir: string; file: string; backups: string; migrations: string };

export function placesFrom(env: Record<string, string | undefined>): Places {
	const dataDir = resolve(env['DATA_DIR'] ?? './data');
	return {
		dataDir,
		file: join(dataDir, 'barnbokslut.sqlite'),
		backups: join(dataDir, 'backups'),
		migrations: fileURLToPath(new URL('../../drizzle', import.meta.url))
	};
}
