import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { NotedHead } from './proof/heads.ts';
import '../loading.ts';

/**
 * `npm run verify [-- FILE] [--head SEQ:HASH]`: proves the record of DATA_DIR, while a server runs, or of a backup
 * (D11). The record of DATA_DIR is also held against the heads that its backups name; `--head` gives one that stands
 * in the log.
 */

const { GiveUp, EXIT, runCommand } = await import('./say.ts');
const { placesFrom } = await import('./places.ts');
const { manifestOf, readManifest, sha256OfFile } = await import('./backup/manifest.ts');
const { headsInBackups } = await import('./proof/heads.ts');
const { NotLooked, proveRecord } = await import('./proof/prove.ts');
const { told } = await import('./proof/told.ts');

function asked(): { file: string | null; heads: { seq: number; hash: string }[] } {
	try {
		const { values, positionals } = parseArgs({
			options: { head: { type: 'string', multiple: true } },
			allowPositionals: true
		});
		const heads = (values.head ?? []).map((head) => {
			const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(head) ?? [];
			if (seq === undefined || hash === undefined) throw new Error(head);
			return { seq: Number(seq), hash };
		});
		if (positionals.length > 1) throw new Error('one file');
		return { file: positionals[0] ?? null, heads };
	} catch {
		throw new GiveUp('Use: npm run verify [-- FILE] [--head SEQ:HASH].');
	}
}

/** A backup has a manifest, which knows its bytes. */
async function isAsBackedUp(file: string): Promise<boolean> {
	if (!existsSync(manifestOf(file))) return true;
	return readManifest(file)?.sha256 === (await sha256OfFile(file));
}

await runCommand(async () => {
	const places = placesFrom(process.env);
	const { file, heads } = asked();
	const noted: NotedHead[] = heads.map((head) => ({ ...head, where: '--head', at: null }));
	try {
		const path = file ?? places.file;
		if (file === null) noted.push(...headsInBackups(places.backups));
		const proof = proveRecord(path, noted);
		for (const line of told(path, proof)) console.log(line);
		const isSame = file === null || (await isAsBackedUp(file));
		if (!isSame)
			console.log(
				`WRONG ${path}: it is not the file that its manifest names. Take another backup.`
			);
		return isSame && proof.findings.length === 0 ? EXIT.done : EXIT.wrong;
	} catch (error) {
		if (error instanceof NotLooked) throw new GiveUp(error.message);
		throw error;
	}
});
