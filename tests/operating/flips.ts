import type { Finding } from '#server/operating/proof/look.ts';
import { prove } from '#server/operating/proof/prove.ts';
import Database from 'better-sqlite3';

/**
 * What a disk, a tool or a hand does to a record: one bit of one column of one row. The triggers are gone, as
 * they are for whoever writes past SQLite.
 */

/** Of each kind of row, the columns by which a finding may name it; `rowid` may always stand for them. */
export const KINDS: Record<string, string[]> = {
	section_update: ['section_id', 'epoch', 'seq'],
	section_history: ['section_id', 'epoch', 'from_seq'],
	section_snapshot: ['section_id', 'epoch', 'seq'],
	section_writer: ['section_id', 'person_id'],
	section: ['id'],
	audit_event: ['seq'],
	audit_chain: ['seq'],
	fixed_content: ['id'],
	approval: ['id'],
	edition: ['id'],
	edition_file: ['edition_id', 'form'],
	passage: ['id'],
	passage_text: ['id'],
	preview: ['id'],
	image: ['id'],
	logo: ['id'],
	withdrawal: ['edition_id', 'form'],
	late_contribution: ['id']
};

/** A record that can be harmed. */
export function openToHarm(file: string): Database.Database {
	const db = new Database(file);
	db.pragma('foreign_keys = OFF');
	const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
	for (const name of names as string[]) db.exec(`DROP TRIGGER "${name}"`);
	return db;
}

export const columnsOf = (db: Database.Database, table: string): string[] =>
	(db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name);

/** Whether a finding names the row. */
function names({ table, row }: Finding, flip: Pick<Flip, 'table' | 'rowid' | 'keys'>): boolean {
	if (table !== flip.table && !(flip.table === 'passage_text' && table === 'passage')) return false;
	return (
		row === `rowid ${flip.rowid}` || flip.keys.some((key) => key.every((k) => row.includes(k)))
	);
}

export type Flip = {
	table: string;
	column: string;
	rowid: number;
	/** The row's key before and after. */
	keys: string[][];
	before: unknown;
	after: unknown;
};

/** Changes one bit of the column in a random row; null where the table is empty. */
export function flip(
	db: Database.Database,
	at: { table: string; column: string },
	random: () => number
): Flip | null {
	for (let tries = 0; ; tries++)
		try {
			return flipOnce(db, at, random);
		} catch (error) {
			// Another row has that key: another bit.
			const isTaken =
				error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
			if (!isTaken || tries > 50) throw error;
		}
}

function flipOnce(
	db: Database.Database,
	{ table, column }: { table: string; column: string },
	random: () => number
): Flip | null {
	const rowids = db.prepare(`SELECT rowid FROM "${table}"`).pluck().all() as number[];
	const rowid = rowids[Math.floor(random() * rowids.length)];
	if (rowid === undefined) return null;
	const keyOf = (at: number) =>
		(
			db
				.prepare(`SELECT ${(KINDS[table] ?? []).join(', ')} FROM "${table}" WHERE rowid = ?`)
				.raw()
				.get(at) as unknown[] | undefined
		)?.map(String) ?? [];
	const key = keyOf(rowid);
	const [kind, value, bytes] = db
		.prepare(
			`SELECT typeof("${column}"), "${column}", CAST("${column}" AS BLOB) FROM "${table}" WHERE rowid = ?`
		)
		.raw()
		.get(rowid) as [string, unknown, Buffer | null];
	const set = (sql: string, to: unknown) =>
		db.prepare(`UPDATE "${table}" SET "${column}" = ${sql} WHERE rowid = ?`).run(to, rowid);
	const flipped = Buffer.from(bytes ?? '');
	const at = Math.floor(random() * flipped.length);
	flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
	if (kind === 'null') set('?', 1);
	else if (kind === 'integer')
		set('?', Number(BigInt(value as number) ^ (1n << BigInt(Math.floor(random() * 30)))));
	else if (flipped.length === 0) set('?', 'x');
	else set(kind === 'text' ? 'CAST(? AS TEXT)' : '?', flipped);
	const after = db.prepare(`SELECT "${column}" FROM "${table}" WHERE rowid = ?`).pluck().get(rowid);
	// An integer key is the row's number itself.
	const moved = after === undefined ? Number(value) : rowid;
	const keys = after === undefined ? [key] : [key, keyOf(moved)];
	return { table, column, rowid, keys, before: value, after };
}

/** What a proof finds while `harm` is done; afterwards the record is as it was. */
export function findingsOf<T>(
	db: Database.Database,
	harm: () => T
): { harmed: T; findings: Finding[] } {
	db.exec('BEGIN');
	try {
		const harmed = harm();
		return { harmed, findings: prove(db).findings };
	} finally {
		db.exec('ROLLBACK');
	}
}

/** The flips of which no finding names the row. */
export const unseen = (flips: Flip[], findings: Finding[]): Flip[] =>
	flips.filter((one) => !findings.some((finding) => names(finding, one)));
