import { FORMULA } from '#core/csv-write.ts';
import { ok, type Result } from '#core/result.ts';
import { columnOf, VALUES_LIMITS, type Cell } from '#core/values-table.ts';
import { fileRefusal } from '#core/values-table-read.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './text.ts';

const SEPARATORS = [';', '\t', ','];

/** Records that are read at most: blank lines above the head may come on top of the rows. */
const MOST_RECORDS = VALUES_LIMITS.rows + 100;

const records = (text: string, delimiter: string, to: number): string[][] =>
	parse(text, {
		delimiter,
		to,
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_column_count: true,
		// As spreadsheets do: a quotation mark within a cell that has none around it is one.
		relax_quotes: true,
		max_record_size: VALUES_LIMITS.columns * (VALUES_LIMITS.cell + 3)
	});

/** Characters of a file's beginning in which its head must be found. */
const HEAD_CHARACTERS = 20_000;

/** The separator under which the head names the most columns; a semicolon where none does better. */
function separatorOf(text: string): string {
	const start = text.trimStart().slice(0, HEAD_CHARACTERS);
	const line = /^(?:"[^"]*"|[^"\r\n])*/.exec(start)?.[0] ?? '';
	const counted = SEPARATORS.map((separator) => ({
		separator,
		known: line
			.split(separator)
			.filter((head) => columnOf(head.replace(/^\s*"|"\s*$/g, '')) !== undefined).length
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
export function readCsv(bytes: Uint8Array): Result<Cell[][]> {
	const decoded = decodeText(bytes);
	if (!decoded.ok) return decoded;
	const hint = /^"?sep=(.)"?\r?\n/i.exec(decoded.value);
	const text = decoded.value.slice(hint?.[0].length ?? 0);
	try {
		const rows = records(text, hint?.[1] ?? separatorOf(text), MOST_RECORDS);
		if (rows.length >= MOST_RECORDS) return fileRefusal('tooManyRows');
		return ok(rows.map((row) => row.map(asWritten)));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		return fileRefusal('quotes');
	}
}
