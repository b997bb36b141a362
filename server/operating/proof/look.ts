import type Database from 'better-sqlite3';

/** Something in the record that is not what it was. */
export type Finding = {
	table: string;
	/** Which row, by its key; empty for the table or the file as a whole. */
	row: string;
	/** What is wrong with it. */
	problem: string;
	/** What to do about it. */
	advice: string;
};

/** What each part of a proof is given. */
export type Look = {
	/** In one reading transaction, so that all parts see the same moment. */
	db: Database.Database;
	found: (finding: Finding) => void;
	/** Something to know that is no fault. */
	note: (line: string) => void;
};

export const ADVICE = {
	restore:
		'Keep a copy of this database. Run verify on your backups, the newest first, and restore the newest one in which nothing is found.',
	file: 'Copy the database to another disk, check this one, and restore the newest backup in which verify finds nothing.',
	derived:
		'When nothing else of the section is named here, its log is whole: stop the server and delete this row with any SQLite tool; the section then opens from its log. Otherwise restore a backup.',
	trail:
		'Somebody or something has written past the program. Compare with a backup, and with the heads of the chain in its manifest and in the log.'
} as const;

/** Which row, for people and for SQL. */
export const rowName = (key: Record<string, string | number | null>): string =>
	Object.entries(key)
		.map(([name, value]) => `${name} ${value}`)
		.join(', ');

/** Runs a check of one row: what it throws at is a finding and not the end of the proof. */
export function examine(
	look: Look,
	at: { table: string; row: string; advice?: string },
	check: () => string | null
): void {
	let problem: string | null;
	try {
		problem = check();
	} catch (error) {
		problem = `cannot be read (${error instanceof Error ? error.message : String(error)})`;
	}
	if (problem !== null)
		look.found({ table: at.table, row: at.row, problem, advice: at.advice ?? ADVICE.restore });
}
