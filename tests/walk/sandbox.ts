import type { App } from '#server/app.ts';
import type { Database } from 'better-sqlite3';

/** A database in memory that forgets what was tried on it. */
export type Sandbox = {
	/** Runs `work`, and takes back all that it stored. */
	tried<T>(work: () => Promise<T>): Promise<T>;
	/**
	 * The newest row of every table, but for sessions. Each act writes its line in the audit trail, so that
	 * nothing is done where this stays.
	 */
	rows(): string;
};

/**
 * Lets transactions of the app stand within one that is always taken back. The app's own statements, checks
 * and triggers are the real ones; only that a transaction begins within another is not.
 */
export async function sandboxOf(app: App): Promise<Sandbox> {
	// drizzle keeps the connection that it was given.
	const sqlite = await app.read(async (tx) => (tx.db as unknown as { $client: Database }).$client);
	const tables = sqlite
		.prepare<[], string>(
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND sql NOT LIKE '%WITHOUT ROWID%'"
		)
		.pluck()
		.all()
		.filter((name) => name !== 'session');
	const counts = sqlite
		.prepare<[], string>(
			`SELECT concat_ws(' ', ${tables.map((name) => `(SELECT max(rowid) FROM "${name}")`).join(', ')})`
		)
		.pluck();
	const real = sqlite.exec.bind(sqlite);
	const within: Record<string, string> = {
		BEGIN: 'SAVEPOINT own',
		'BEGIN IMMEDIATE': 'SAVEPOINT own',
		COMMIT: 'RELEASE own',
		ROLLBACK: 'ROLLBACK TO own; RELEASE own'
	};
	// What an answer left to be done beside (a round of mails) is done here: each of its steps waits in the
	// store's queue before us, and a step may lead to another.
	const settled = async () => {
		for (let steps = 0; steps < 4; steps += 1) {
			await app.read(async () => null);
			await new Promise((go) => setImmediate(go));
		}
	};
	return {
		rows: () => counts.get() ?? '',
		async tried(work) {
			await settled();
			real('BEGIN');
			sqlite.exec = (sql: string) => real(within[sql] ?? sql);
			try {
				const value = await work();
				await settled();
				return value;
			} finally {
				sqlite.exec = real;
				real('ROLLBACK');
			}
		}
	};
}
