import Database from 'better-sqlite3';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from './findings.ts';

type Journal = { entries: { when: number }[] };

/** Whether the database is there, whole, and of this program's version; reads alone. */
export function lookAtDatabase(file: string): Finding[] {
	const about = 'database';
	if (!existsSync(file))
		return [{ state: 'warn', about, says: `${file} is not there: the first start makes it.` }];
	try {
		const database = new Database(file, { readonly: true, timeout: 5000 });
		try {
			return [whole(database), version(database), journal(file)];
		} finally {
			database.close();
		}
	} catch (error) {
		const { message } = error as Error;
		return [
			{ state: 'fail', about, says: `${file} cannot be read (${message}): restore a backup.` }
		];
	}
}

function whole(database: Database.Database): Finding {
	const says = String(database.pragma('quick_check(1)', { simple: true }));
	return says === 'ok'
		? {
				state: 'ok',
				about: 'database',
				says: 'its pages are whole; npm run verify looks at every hash.'
			}
		: { state: 'fail', about: 'database', says: `it is damaged (${says}): restore a backup.` };
}

function version(database: Database.Database): Finding {
	const about = 'schema';
	const folder = fileURLToPath(new URL('../../../drizzle/meta/_journal.json', import.meta.url));
	const { entries } = JSON.parse(readFileSync(folder, 'utf8')) as Journal;
	const newest = Math.max(0, ...entries.map(({ when }) => when));
	const at = database
		.prepare<[], number | null>('SELECT max(created_at) FROM __drizzle_migrations')
		.pluck()
		.get();
	if ((at ?? 0) > newest)
		return {
			state: 'fail',
			about,
			says: 'a newer program wrote it: install that one, or restore a backup from before.'
		};
	if ((at ?? 0) < newest)
		return {
			state: 'warn',
			about,
			says: 'the next start brings it up to date: make a backup first.'
		};
	return { state: 'ok', about, says: `of this program, ${entries.length} migrations.` };
}

/** A journal that is never written back grows until the disk is full. */
function journal(file: string): Finding {
	const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
	const megabytes = Math.round(size / 1024 / 1024);
	const about = 'journal';
	return megabytes < 256
		? { state: 'ok', about, says: `${megabytes} MB wait to be written into the database.` }
		: {
				state: 'warn',
				about,
				says: `${megabytes} MB wait to be written into the database: does another program hold it open?`
			};
}
