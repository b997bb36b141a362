import type { ChainHead } from '#server/store/chain.ts';
import Database from 'better-sqlite3';
import { actLines } from './acts.ts';
import { proveDecisions } from './decisions.ts';
import { proveEditions } from './editions.ts';
import { proveFile } from './file.ts';
import { proveHeads, type NotedHead } from './heads.ts';
import { proveKept } from './kept.ts';
import type { Finding, Look } from './look.ts';
import { proveSeals } from './seals.ts';
import { proveTexts } from './texts.ts';
import { proveTrail } from './trail.ts';

/** What a proof of the whole record has come to. */
export type Proof = {
	findings: Finding[];
	notes: string[];
	/** How many of each there are, by their names for people. */
	counts: Record<string, number>;
	head: ChainHead | null;
};

/** It could not be looked at all: no database, another program's, or of another version. */
export class NotLooked extends Error {
	override name = 'NotLooked';
}

/**
 * D11: recomputes what the record says of itself, of one moment, while a server may be writing. Reads
 * alone.
 * @param file the path of a database or a backup
 * @param heads of the chain, as they were noted elsewhere
 * @throws NotLooked when it cannot be opened or is not as this program keeps it
 */
export function proveRecord(file: string, heads: readonly NotedHead[] = []): Proof {
	const db = open(file);
	try {
		db.exec('BEGIN');
		return prove(db, heads);
	} finally {
		db.close();
	}
}

/** As `proveRecord`, with a connection that is in a transaction. */
export function prove(db: Database.Database, heads: readonly NotedHead[] = []): Proof {
	const findings: Finding[] = [];
	const notes: string[] = [];
	const look: Look = {
		db,
		found: (finding) => findings.push(finding),
		note: (line) => notes.push(line)
	};
	const counts: Record<string, number> = {};
	let head: ChainHead | null = null;
	const parts: [string, () => void][] = [
		['the file', () => proveFile(look)],
		[
			'audit_event',
			() => {
				const trail = proveTrail(look);
				counts['lines of the trail'] = trail.count;
				head = trail.head;
				if (heads.length > 0) counts['heads noted elsewhere'] = proveHeads(look, heads);
			}
		],
		['section_update', () => void proveSeals(look)],
		['section', () => Object.assign(counts, proveTexts(look))],
		['fixed_content', () => Object.assign(counts, proveDecisions(look, actLines(look)))],
		['edition', () => Object.assign(counts, proveEditions(look, actLines(look)))],
		['preview', () => Object.assign(counts, proveKept(look, actLines(look)))]
	];
	for (const [table, part] of parts)
		try {
			part();
		} catch (error) {
			// A page that SQLite cannot read ends this part; what the others say is still worth having.
			if (!(error instanceof Database.SqliteError)) throw error;
			look.found({
				table,
				row: '',
				problem: `cannot be read to its end (${error.code}: ${error.message})`,
				advice:
					'Copy the database to another disk, check this one, and restore the newest backup in which verify finds nothing.'
			});
		}
	return { findings, notes, counts, head };
}

function open(file: string): Database.Database {
	let db: Database.Database;
	try {
		db = new Database(file, { readonly: true, fileMustExist: true });
		db.pragma('busy_timeout = 5000');
		const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
		if (names.includes('audit_chain')) return db;
		db.close();
		throw new NotLooked(
			names.includes('audit_event')
				? `${file} is from before this version and has no seals yet. Start the server on it once, or restore it, then verify.`
				: `${file} is no database of Barnbokslut.`
		);
	} catch (error) {
		if (error instanceof NotLooked) throw error;
		throw new NotLooked(`${file} cannot be opened (${(error as Error).message}).`);
	}
}
