import { refuse, type Result } from '#core/result.ts';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tables from './schema.ts';
import { sealRecord } from './seal-record.ts';

/** A transaction's handle: every function of the store takes one and knows nothing else. */
export type Tx = {
	readonly db: BetterSQLite3Database<typeof tables>;
	/**
	 * Reads something, or takes what was read before: only in a transaction that adds to the log, and
	 * only while nothing but the log has been written since, by this connection or by any other.
	 */
	remember<T>(key: string, read: () => Promise<T>): Promise<T>;
};

/**
 * The store's border: promises and transactions, although SQLite answers at once, so that another
 * database can stand behind the same functions. One transaction runs at a time on each store.
 */
export interface Store {
	/** Runs `work` on one consistent state. */
	read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
	/**
	 * Runs `work` and commits; a refusal or an exception rolls everything back.
	 * @param options `logOnly`: the work touches no right, session, report or state, so that what was
	 * remembered of these holds
	 */
	write<T>(
		work: (tx: Tx) => Promise<Result<T>>,
		options?: { logOnly: boolean }
	): Promise<Result<T>>;
	close(): void;
}

/** Writes the database's first page anew, with what it says already. */
export async function touch(tx: Tx): Promise<void> {
	tx.db.run('PRAGMA user_version = 0');
}

const statements = new WeakMap<Tx['db'], Map<unknown, unknown>>();

/**
 * A statement that is built once for each connection: what stands on the road of every keystroke is
 * not put together anew each time.
 * @param build a constant of its module; it is the statement's name
 */
export function prepared<S>(tx: Tx, build: (db: Tx['db']) => S): S {
	const known = statements.get(tx.db) ?? new Map<unknown, unknown>();
	statements.set(tx.db, known);
	const statement = (known.get(build) as S | undefined) ?? build(tx.db);
	known.set(build, statement);
	return statement;
}

/** A start that cannot succeed, with one line that says what to do. */
export class StartError extends Error {
	override name = 'StartError';
}

export type StoreOptions = {
	/** A path, or `:memory:`. */
	file: string;
	/** The folder of generated migrations. */
	migrations: string;
	/** A second, reading connection: no migrations, no writes. */
	readonly?: boolean;
};

/**
 * Opens the database, applies the migrations, and checks its references.
 * @throws StartError when the file cannot be opened or is newer than the program
 */
export function openStore(options: StoreOptions): Store {
	const sqlite = open(options);
	sqlite.pragma('busy_timeout = 5000');
	if (options.readonly) sqlite.pragma('query_only = ON');
	else {
		sqlite.pragma('journal_mode = WAL');
		// D1: what was acknowledged survives a power cut.
		sqlite.pragma('synchronous = FULL');
		// A checkpoint stops the writer for a moment, and costs the same for few and for many pages.
		sqlite.pragma('wal_autocheckpoint = 4000');
		migrateStore(sqlite, options.migrations);
	}
	const db = drizzle(sqlite, { schema: tables });
	const memory = new Memory(sqlite);
	const tx: Tx = { db, remember: (_key, read) => read() };
	const logTx: Tx = { db, remember: (key, read) => memory.of(key, read) };
	const oneAtATime = queue();
	return {
		read: (work) =>
			oneAtATime(async () => {
				sqlite.exec('BEGIN');
				try {
					return await work(tx);
				} finally {
					sqlite.exec('COMMIT');
				}
			}),
		write: (work, { logOnly } = { logOnly: false }) =>
			oneAtATime(async () => {
				try {
					// Another process may hold the file, or the disk may not even take this.
					sqlite.exec('BEGIN IMMEDIATE');
					if (logOnly) memory.check();
					else memory.forget();
					const result = await work(logOnly ? logTx : tx);
					sqlite.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
					return result;
				} catch (error) {
					memory.forget();
					if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
					// D5: a disk that takes no more is expected one day; nothing is torn, the writer is told.
					if (isStorageFailure(error)) return refuse({ code: 'notSaved' });
					throw error;
				}
			}),
		close: () => {
			sqlite.close();
		}
	};
}

/** What the log's transactions read of rights, until something else than the log is written. */
class Memory {
	private readonly known = new Map<string, unknown>();
	private readonly version: Database.Statement<[], number>;
	private seen = -1;

	constructor(sqlite: Database.Database) {
		// Changes when another connection has committed; our own writes go through `forget`.
		this.version = sqlite.prepare<[], number>('PRAGMA data_version').pluck();
	}

	async of<T>(key: string, read: () => Promise<T>): Promise<T> {
		if (this.known.has(key)) return this.known.get(key) as T;
		const value = await read();
		this.known.set(key, value);
		return value;
	}

	/** To be asked within the transaction: nobody else can write from here on. */
	check(): void {
		const now = this.version.get() ?? -1;
		if (now !== this.seen) this.known.clear();
		this.seen = now;
	}

	forget(): void {
		this.known.clear();
	}
}

const STORAGE_FAILURES = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_BUSY'];

/** True for an error of the disk rather than of the program. */
function isStorageFailure(error: unknown): boolean {
	return (
		error instanceof Database.SqliteError &&
		STORAGE_FAILURES.some((code) => error.code.startsWith(code))
	);
}

function open({ file, readonly }: StoreOptions): Database.Database {
	try {
		const sqlite = new Database(file, { readonly: readonly ?? false });
		// Opening reads nothing: whether it is a database at all shows at the first question.
		sqlite.pragma('schema_version');
		return sqlite;
	} catch (error) {
		throw new StartError(
			`The database ${file} cannot be opened (${(error as Error).message}). Is DATA_DIR there and may this user write in it?`
		);
	}
}

/**
 * drizzle rebuilds tables by dropping them: with foreign keys on, that deletes child rows. So they
 * are off while migrating, everything is checked afterwards, and then they are on.
 */
function migrateStore(sqlite: Database.Database, folder: string): void {
	refuseNewer(sqlite, folder);
	sqlite.pragma('foreign_keys = OFF');
	try {
		migrate(drizzle(sqlite), { migrationsFolder: folder });
		sealRecord(sqlite);
	} catch (error) {
		throw new StartError(
			`The database cannot be brought up to date (${(error as Error).message}). It is unchanged; is the disk full or read-only?`
		);
	}
	const broken = sqlite.pragma('foreign_key_check') as unknown[];
	if (broken.length > 0)
		throw new StartError(`The database has ${broken.length} broken references; restore a backup.`);
	sqlite.pragma('foreign_keys = ON');
}

type Journal = { entries: { when: number }[] };

function refuseNewer(sqlite: Database.Database, folder: string): void {
	const known = sqlite
		.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'")
		.get();
	if (known === undefined) return;
	const journalFile = join(folder, 'meta', '_journal.json');
	if (!existsSync(journalFile)) throw new StartError(`Migrations are missing in ${folder}.`);
	const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as Journal;
	const newest = Math.max(0, ...journal.entries.map((e) => e.when));
	const row = sqlite.prepare('SELECT max(created_at) AS at FROM __drizzle_migrations').get() as {
		at: number | null;
	};
	if ((row.at ?? 0) > newest)
		throw new StartError(
			'The database was written by a newer version of this program. Install that version, or restore a backup made before the upgrade.'
		);
}

/** Runs asynchronous functions one after the other, in the order of the calls. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = last.then(work, work);
		last = mine.catch(() => undefined);
		return mine;
	};
}
