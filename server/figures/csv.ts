import { FORMULA } from '#core/csv-write.ts';
import { ok, type Result } from '#core/result.ts';
import { columnOf, VALUES_LIMITS, type Cell } from '#core/values-table.ts';
import { fileRefusal } from '#core/values-table-read.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './text.ts';

const SEPARATORS = [';', '\t', ','];

/** What a file is a table of: how much is read of it, and by which heads its separator is known. */
export type CsvShape = {
	limits: { rows: number; columns: number; cell: number };
	isHead: (text: string) => boolean;
};

const OF_VALUES: CsvShape = {
	limits: VALUES_LIMITS,
	isHead: (text) => columnOf(text) !== undefined
};

const records = (text: string, delimiter: string, limits: CsvShape['limits']): string[][] =>
	parse(text, {
		delimiter,
		to: mostRecords(limits),
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_column_count: true,
		// As spreadsheets do: a quotation mark within a cell that has none around it is one.
		relax_quotes: true,
		max_record_size: limits.columns * (limits.cell + 3)
	});

/** Records that are read at most: blank lines above the head may come on top of the rows. */
const mostRecords = ({ rows }: CsvShape['limits']): number => rows + 100;

/** Characters of a file's beginning in which its head must be found. */
const HEAD_CHARACTERS = 20_000;

/** The separator under which the head names the most columns; a semicolon where none does better. */
function separatorOf(text: string, { isHead }: CsvShape): string {
	const start = text.trimStart().slice(0, HEAD_CHARACTERS);
	const line = /^(?:"[^"]*"|[^"\r\n])*/.exec(start)?.[0] ?? '';
	const counted = SEPARATORS.map((separator) => ({
		separator,
		known: line.split(separator).filter((head) => isHead(head.replace(/^\s*"|"\s*$/g, ''))).length
	}));
	return counted.reduce((best, one) => (one.known > best.known ? one : best)).separator;
}

/** The apostrophe that we put before a formula's sign is taken away again, and no other. */
const asWritten = (cell: string): string =>
	cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/**
 * The cells of a CSV file, all texts. Encoding and separator are found out, the line `sep=;` of Excel
 * is understood. Refused at field `file`: no text, a quotation mark that nothing closes, too many
 * rows.
 */
export function readCsv(bytes: Uint8Array, shape = OF_VALUES): Result<Cell[][]> {
	const decoded = decodeText(bytes);
	if (!decoded.ok) return decoded;
	const hint = /^"?sep=(.)"?\r?\n/i.exec(decoded.value);
	const text = decoded.value.slice(hint?.[0].length ?? 0);
	try {
		const rows = records(text, hint?.[1] ?? separatorOf(text, shape), shape.limits);
		if (rows.length >= mostRecords(shape.limits)) return fileRefusal('tooManyRows');
		return ok(rows.map((row) => row.map(asWritten)));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		return fileRefusal('quotes');
	}
}
