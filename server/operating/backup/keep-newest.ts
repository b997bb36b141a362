import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeDatabase } from '../files.ts';
import { manifestOf } from './manifest.ts';

/** Names sort by time: the number behind a time that was taken comes after it. */
const NAME = /^barnbokslut-(\d{4}-\d\d-\d\dT\d{6}Z)(?:-(\d+))?\.sqlite$/;
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * Removes all but the newest `keep` backups, with their manifests, and what a killed backup left behind a day
 * ago or earlier. Other files in the folder are left alone, and a database without a manifest too: it is no
 * backup, and one that is must not go for it.
 * @returns how many backups were removed
 */
export function keepNewest(folder: string, keep: number, now: number): number {
	const names = readdirSync(folder);
	const backups = names
		.flatMap((name) => {
			const found = NAME.exec(name);
			return found && names.includes(manifestOf(name))
				? [{ name, at: found[1] ?? '', n: Number(found[2] ?? 1) }]
				: [];
		})
		.sort((a, b) => (a.at === b.at ? b.n - a.n : a.at < b.at ? 1 : -1));
	const old = backups.slice(keep);
	for (const { name } of old) {
		rmSync(join(folder, name), { force: true });
		rmSync(manifestOf(join(folder, name)), { force: true });
	}
	for (const name of names)
		if (name.endsWith('.part') && NAME.test(name.slice(0, -'.part'.length))) {
			const path = join(folder, name);
			if (now - statSync(path).mtimeMs > A_DAY) removeDatabase(path);
		}
	return old.length;
}
