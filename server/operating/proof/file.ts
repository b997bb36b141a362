import { ADVICE, type Look } from './look.ts';

/** Whether the file is a sound database whose references lead somewhere. */
export function proveFile({ db, found }: Look): void {
	// 100 lines say enough; each is about a page or a row of an index.
	for (const problem of db.pragma('integrity_check(100)') as { integrity_check: string }[])
		if (problem.integrity_check !== 'ok')
			found({ table: 'the file', row: '', problem: problem.integrity_check, advice: ADVICE.file });
	const broken = db.pragma('foreign_key_check') as {
		table: string;
		rowid: number | null;
		parent: string;
	}[];
	for (const { table, rowid, parent } of broken)
		found({
			table,
			row: `rowid ${rowid}`,
			problem: `names a row of ${parent} that is not there`,
			advice: ADVICE.restore
		});
}
