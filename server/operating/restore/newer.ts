import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';

/** What the database that is replaced has and the backup has not. */
export type Newer = {
	epochs: Map<string, number>;
	updates: number;
	/** The acts by their names, with how many of each; null when the two do not share a history. */
	acts: Map<string, number> | null;
};

type Text = { id: string; epoch: number; seq: number };

/** Null when there is no database to replace; `unreadable` when it cannot tell. */
export function newerThan(backup: string, replaced: string): Newer | 'unreadable' | null {
	if (!existsSync(replaced)) return null;
	let old: Database.Database | null = null;
	let now: Database.Database | null = null;
	try {
		old = new Database(backup, { readonly: true });
		now = new Database(replaced, { readonly: true });
		const seqs = new Map(texts(old).map(({ id, seq }) => [id, seq]));
		const sections = texts(now);
		return {
			epochs: new Map(sections.map(({ id, epoch }) => [id, epoch])),
			updates: sections.reduce(
				(sum, { id, seq }) => sum + Math.max(0, seq - (seqs.get(id) ?? 0)),
				0
			),
			acts: newerActs(old, now)
		};
	} catch (error) {
		if (error instanceof Database.SqliteError) return 'unreadable';
		throw error;
	} finally {
		old?.close();
		now?.close();
	}
}

const texts = (db: Database.Database): Text[] =>
	db.prepare<[], Text>('SELECT id, epoch, seq FROM section').all();

function newerActs(old: Database.Database, now: Database.Database): Map<string, number> | null {
	const head = old
		.prepare<[], { seq: number; hash: string }>(
			'SELECT seq, hash FROM audit_chain ORDER BY seq DESC LIMIT 1'
		)
		.get();
	if (head) {
		const link = now
			.prepare<[number], string>('SELECT hash FROM audit_chain WHERE seq = ?')
			.pluck()
			.get(head.seq);
		if (link !== head.hash) return null;
	}
	return new Map(
		now
			.prepare<[number], [string, number]>(
				'SELECT act, count(*) FROM audit_event WHERE seq > ? GROUP BY act ORDER BY act'
			)
			.raw()
			.all(head?.seq ?? 0)
	);
}
