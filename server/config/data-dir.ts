import { StartError } from '#server/store/store.ts';
import { accessSync, constants, mkdirSync, statfsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of everything that lasts. */

/** The database's path in it. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'barnbokslut.sqlite');

/**
 * DATA_DIR, made for its owner alone when it is not there.
 * @throws StartError
 */
export function readDataDir(env: Record<string, string | undefined>): string {
	const dataDir = resolve(env['DATA_DIR'] ?? './data');
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		accessSync(dataDir, constants.W_OK);
	} catch {
		throw new StartError(
			`DATA_DIR ${dataDir} cannot be written. Create it and give this user the right to write in it.`
		);
	}
	return dataDir;
}

/** File systems of other machines, by the number that Linux gives them. */
const OVER_NETWORK = new Map([
	[0x6969, 'NFS'],
	[0x517b, 'SMB'],
	[0xff534d42, 'SMB'],
	[0xfe534d42, 'SMB'],
	[0x5346414f, 'AFS'],
	[0x00c36400, 'Ceph'],
	[0x01021997, '9p']
]);

/** What others may do with it, and where it lies. */
export function dataDirWarnings(dataDir: string): string[] {
	const open = [dataDir, databaseIn(dataDir)].filter(
		(path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0
	);
	const network = OVER_NETWORK.get(statfsSync(dataDir).type >>> 0);
	return [
		...open.map(
			(path) => `${path} is open to other users of this machine: chmod ${modeOf(path)} "${path}".`
		),
		...(network === undefined
			? []
			: [
					`DATA_DIR ${dataDir} lies on ${network}, where a power cut or two machines can ruin a database: use a disk of this machine.`
				])
	];

	function modeOf(path: string): string {
		return path === dataDir ? '700' : '600';
	}
}
