import type { Lang } from './format.ts';
import { plainNumber, type WrittenCell } from './values-table-write.ts';

/** What a spreadsheet takes for a formula when a cell of a CSV file begins with it. */
export const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** One cell as it stands between two semicolons. */
function csvCell(cell: WrittenCell, lang: Lang): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return plainNumber(cell, lang);
	const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
	return /[;,"\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Rows as a CSV file that Excel opens as it is: semicolons, CRLF, UTF-8 with its mark, and numbers with
 * a decimal comma in Swedish. A text that begins like a formula has an apostrophe before it.
 */
export const writeCsv = (rows: readonly WrittenCell[][], lang: Lang): Uint8Array =>
	new TextEncoder().encode(
		`\ufeff${rows.map((row) => row.map((cell) => csvCell(cell, lang)).join(';') + '\r\n').join('')}`
	);
