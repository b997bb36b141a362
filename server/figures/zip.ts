import { ok, type Result } from '#core/result.ts';
import type { FileProblem } from '#core/values-table.ts';
import { fileRefusal } from '#core/values-table-read.ts';
import { unzip, type ZipProblem } from '#server/zip/unzip.ts';

export const ZIP_LIMITS = {
	entries: 1000,
	/** Bytes of all parts together, unpacked: 20,000 rows of nine cells are 9 MB. */
	unpacked: 32 * 1024 * 1024
};

const PROBLEMS: Record<ZipProblem, FileProblem> = {
	damaged: 'damaged',
	tooLarge: 'unpacksTooLarge',
	encrypted: 'oldExcel',
	unknown: 'notExcel'
};

/** The parts of a spreadsheet whose names are wanted. Refused at field `file`. */
export function unpack(
	bytes: Uint8Array,
	isWanted: (name: string) => boolean
): Result<Map<string, Buffer>> {
	const parts = unzip(bytes, isWanted, ZIP_LIMITS);
	return parts.ok ? ok(parts.value) : fileRefusal(PROBLEMS[parts.problem]);
}
