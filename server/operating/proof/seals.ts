import { cellColumns, storedCells } from '#server/store/row-hash.ts';
import { SEALED, sealOf, type SealedTable } from '#server/store/seals.ts';
import { ADVICE, rowName, type Look } from './look.ts';

/** D11: each row of the log against its seal. Answers how many rows each table has. */
export function proveSeals({ db, found }: Look): Record<SealedTable, number> {
	const counts = { section_update: 0, section_history: 0, section_snapshot: 0 };
	for (const table of Object.keys(SEALED) as SealedTable[]) {
		const first = table === 'section_history' ? 'from_seq' : 'seq';
		const rows = db
			.prepare<[], unknown[]>(
				`SELECT section_id, epoch, ${first}, seal, ${cellColumns(SEALED[table])} FROM ${table}`
			)
			.raw();
		for (const [section, epoch, seq, seal, ...cells] of rows.iterate()) {
			counts[table] += 1;
			const problem =
				seal === null
					? 'has no seal: it was added past the program'
					: Buffer.isBuffer(seal) && sealOf(table, storedCells(cells)).equals(seal)
						? null
						: 'is not what it was when it was stored: its seal does not fit';
			if (problem !== null)
				found({
					table,
					row: rowName({
						section: String(section),
						epoch: String(epoch),
						[first]: String(seq)
					}),
					problem,
					advice: table === 'section_snapshot' ? ADVICE.derived : ADVICE.restore
				});
		}
	}
	return counts;
}
