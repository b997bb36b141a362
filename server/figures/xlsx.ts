import type { Lang } from '#core/format.ts';
import { ok, type Result } from '#core/result.ts';
import type { Cell } from '#core/values-table.ts';
import { fileRefusal } from '#core/values-table-read.ts';
import type { WrittenCell } from '#core/values-table-write.ts';
import { pack } from '#server/zip/pack.ts';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { readableSheet } from './sheet.ts';
import { shareStyles } from './styles.ts';
import { unpack } from './zip.ts';

/** The parts that hold cells; pictures, themes and pivot tables are not even unpacked. */
const isWanted = (name: string): boolean =>
	/^xl\/(?:(?:workbook|sharedStrings|styles)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(
		name
	);

/** Some programs write `<x:row>` where others write `<row>`, which is the same; the reader knows one. */
function withoutPrefix(xml: string): string {
	const prefix = /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?<(\w+):/.exec(xml)?.[1];
	if (prefix === undefined) return xml;
	return xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

const asCell = (cell: unknown): Cell => {
	if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean')
		return cell;
	return cell instanceof Date ? cell : null;
};

/**
 * The cells of an Excel file's first sheet. Refused at field `file`: a file that was cut off or is
 * something else, one that unpacks to more than we take, too many rows or columns.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<Cell[][]>> {
	const parts = unpack(bytes, isWanted);
	if (!parts.ok) return parts;
	const texts = [...parts.value].map(([name, part]): [string, string] => [
		name,
		withoutPrefix(part.toString('utf8'))
	]);
	const shares = shareStyles(texts.find(([name]) => name === 'xl/styles.xml')?.[1] ?? '');
	const read = new Map<string, Buffer>();
	for (const [name, text] of texts) {
		const isSheet = name.startsWith('xl/worksheets/');
		const sheet = isSheet ? readableSheet(text, shares) : ok(text);
		if (!sheet.ok) return sheet;
		read.set(name, Buffer.from(sheet.value));
	}
	let rows: unknown[][];
	try {
		rows = await readSheet(pack(read), 1, { trim: false });
	} catch {
		// A foreign file fails anywhere in the reader, and by any kind of error; the archive itself is ours.
		return fileRefusal('notExcel');
	}
	return ok(rows.map((row) => row.map(asCell)));
}

/**
 * A text as a shared string that Excel shows as it is: characters that XML cannot hold are written as
 * `_xHHHH_`, and so is what looks like such a writing. The writer looks its strings up in an object,
 * where `constructor` is found although nobody has put it there; so such a name is written otherwise.
 */
function xlsxText(text: string): string {
	const escaped = text.replace(
		/(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]|_(?=x[0-9A-Fa-f]{4}_)/gu,
		(char) => [...Array(char.length).keys()].map((i) => escapeUnit(char.charCodeAt(i))).join('')
	);
	return escaped in {} ? escapeUnit(escaped.charCodeAt(0)) + escaped.slice(1) : escaped;
}

const escapeUnit = (unit: number): string =>
	`_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`;

const SHEET: Record<Lang, string> = { sv: 'Värden', en: 'Values' };
/** In characters. */
const WIDTHS = [44, 26, 16, 12, 16, 12, 20, 34];

/** Rows as an Excel file: numbers are numbers, and all else is text, which no spreadsheet calculates. */
export async function writeXlsx(rows: readonly WrittenCell[][], lang: Lang): Promise<Uint8Array> {
	const data = rows.map((row, i) =>
		row.map((cell) => {
			if (cell === null || cell === '') return null;
			if (typeof cell === 'number') return { value: cell, type: Number };
			const text = { value: xlsxText(cell), type: String };
			return i === 0 ? { ...text, fontWeight: 'bold' as const } : text;
		})
	);
	return writeXlsxFile(data, {
		sheet: SHEET[lang],
		columns: WIDTHS.map((width) => ({ width })),
		stickyRowsCount: 1
	}).toBuffer();
}
