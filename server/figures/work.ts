import { writeCsv } from '#core/csv-write.ts';
import type { Lang } from '#core/format.ts';
import type { Result } from '#core/result.ts';
import { readValues, fileRefusal, type TableDefaults } from '#core/values-table-read.ts';
import type { Cell, KnownNames, ValuesTable } from '#core/values-table.ts';
import type { WrittenCell } from '#core/values-table-write.ts';
import { readCsv } from './csv.ts';
import { readXlsx, writeXlsx } from './xlsx.ts';

/** What the thread is asked to do. */
export type Work = {
	read: {
		ask: { bytes: Uint8Array; known: KnownNames; defaults: TableDefaults };
		answer: Result<ValuesTable>;
	};
	write: {
		ask: { rows: WrittenCell[][]; format: FileFormat; lang: Lang };
		answer: Uint8Array;
	};
};

export type FileFormat = 'csv' | 'xlsx';
export type Job = { [N in keyof Work]: { name: N; ask: Work[N]['ask'] } }[keyof Work];

/** Excel's own kind of file until 2003, and what it makes of a file with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

const begins = (bytes: Uint8Array, mark: number[]): boolean =>
	mark.every((byte, i) => bytes[i] === byte);

/** The cells of a file; what kind it is, its first bytes say and not its name. */
export async function readCells(bytes: Uint8Array): Promise<Result<Cell[][]>> {
	if (bytes.length === 0) return fileRefusal('empty');
	if (begins(bytes, COMPOUND)) return fileRefusal('oldExcel');
	return begins(bytes, ZIP) ? readXlsx(bytes) : readCsv(bytes);
}

/** Does what takes long: parsing, understanding, packing. */
export async function work(job: Job): Promise<Work[keyof Work]['answer']> {
	if (job.name === 'write') {
		const { rows, format, lang } = job.ask;
		return format === 'csv' ? writeCsv(rows, lang) : writeXlsx(rows, lang);
	}
	const { bytes, known, defaults } = job.ask;
	const cells = await readCells(bytes);
	return cells.ok ? readValues(cells.value, known, defaults) : cells;
}
