import type { ChainHead } from '#server/store/chain.ts';
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is written beside a backup, as JSON. */
export type Manifest = {
	format: 1;
	/** The program's version. */
	program: string;
	/** When the newest migration of its database was made, in milliseconds since 1970. */
	migration: number;
	/** When the backup was made, ISO 8601. */
	at: string;
	/** Of the file: SHA-256 in hexadecimal, and bytes. */
	sha256: string;
	bytes: number;
	/** The head of the trail's chain; null where nothing was done yet. */
	chain: ChainHead | null;
	counts: { sections: number; updates: number; acts: number; editions: number; people: number };
};

export const manifestOf = (file: string): string => `${file}.json`;

/** The manifest beside a backup; null when there is none or it is not one. */
export function readManifest(file: string): Manifest | null {
	try {
		const read = JSON.parse(readFileSync(manifestOf(file), 'utf8')) as Partial<Manifest>;
		const isOne =
			read.format === 1 && typeof read.sha256 === 'string' && typeof read.migration === 'number';
		return isOne ? (read as Manifest) : null;
	} catch {
		return null;
	}
}

export async function sha256OfFile(file: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}

/** What a database says of itself; what a database from before knows not is null or 0. */
export function factsOf(file: string): Pick<Manifest, 'migration' | 'chain' | 'counts'> {
	const db = new Database(file, { readonly: true });
	try {
		const number = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0);
		const count = (table: string) => number(`SELECT count(*) FROM ${table}`);
		const has = (table: string) =>
			db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) !== undefined;
		return {
			migration: number('SELECT max(created_at) FROM __drizzle_migrations'),
			chain: has('audit_chain')
				? ((db.prepare('SELECT seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1').get() as
						ChainHead | undefined) ?? null)
				: null,
			counts: {
				sections: count('section'),
				updates: number('SELECT sum(seq) FROM section'),
				acts: count('audit_event'),
				editions: count('edition'),
				people: count('person')
			}
		};
	} finally {
		db.close();
	}
}

export const programVersion = (): string =>
	(
		JSON.parse(
			readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8')
		) as { version: string }
	).version;
