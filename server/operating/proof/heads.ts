import type { ChainHead } from '#server/store/chain.ts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../backup/manifest.ts';
import { ADVICE, type Look } from './look.ts';

/** A head of the chain that was noted outside of the database. */
export type NotedHead = ChainHead & {
	/** Where it was noted. */
	where: string;
	/** When, in milliseconds since 1970; null when that is not known. */
	at: number | null;
};

/** The heads that the manifests of a folder of backups name. */
export function headsInBackups(folder: string): NotedHead[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.sqlite.json'))
		.flatMap((name) => {
			const manifest = readManifest(join(folder, name.slice(0, -'.json'.length)));
			return manifest?.chain
				? [{ ...manifest.chain, where: name, at: Date.parse(manifest.at) }]
				: [];
		});
}

/**
 * D11: who changes the trail and makes its chain anew, or takes lines from its end, is found by heads that were
 * noted before. After a restore what was noted between the backup and it is of the database that was replaced.
 */
export function proveHeads({ db, found }: Look, heads: readonly NotedHead[]): number {
	const restores = db
		.prepare<[], { at: number; line: number }>(
			`SELECT at, json_extract(detail, '$.line') line FROM audit_event WHERE act = 'installation.restore'`
		)
		.all();
	const link = db.prepare<[number], string>('SELECT hash FROM audit_chain WHERE seq = ?').pluck();
	for (const { seq, hash, where, at } of heads) {
		const isReplaced = at !== null && restores.some((one) => at <= one.at && seq > one.line);
		if (!isReplaced && link.get(seq) !== hash)
			found({
				table: 'audit_chain',
				row: `seq ${seq}`,
				problem: `is not the head that ${where} names: lines were removed from the end, or the chain was made anew`,
				advice: ADVICE.trail
			});
	}
	return heads.length;
}
