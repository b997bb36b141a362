import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFHexString,
	PDFName,
	PDFString,
	type PDFObject
} from '@cantoo/pdf-lib';
import type { BodyCell, SetTable } from './set-blocks.ts';

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Makes headers of the cells that name their rows: the typesetter has none. A data cell lists the headers
 * that it belongs to, so the new ones are put into those lists, and into the tree's list of ids.
 * @throws Error when the tables of the tree are not those that were set
 */
export function markRowHeaders(pdf: PDFDocument, tables: SetTable[]): void {
	if (tables.every(({ body }) => body.every(({ header }) => !header))) return;
	const { context } = pdf;
	const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
	const found = tablesOf(pdf, root);
	if (found.length !== tables.length)
		throw new Error(`${tables.length} tables were set and ${found.length} are in the tree`);
	const ids = new Map<string, PDFObject>();
	found.forEach((table, t) => {
		const { headRows = 0, bodyRows = 0, body = [] } = tables[t] ?? {};
		const rows = rowsOf(pdf, table);
		if (rows.length !== headRows + bodyRows)
			throw new Error(`Table ${t + 1} has ${rows.length} rows in the tree`);
		const headers = new Map<number, string[]>();
		const cells = cellsByRow(body);
		rows.slice(headRows).forEach((row, r) => {
			const places = cells.get(headRows + r) ?? [];
			const made = childrenOf(pdf, row);
			if (made.length !== places.length)
				throw new Error(`Row ${r + 1} of table ${t + 1} has ${made.length} cells in the tree`);
			places.forEach(({ y, rowspan, header, x }, c) => {
				const cell = made[c];
				if (!header || !cell) return;
				const id = `R${t}x${x}y${y}`;
				cell.dict.set(name('S'), name('TH'));
				cell.dict.set(name('ID'), PDFString.of(id));
				tableAttributes(pdf, cell.dict).set(name('Scope'), name('Row'));
				ids.set(id, cell.ref);
				for (let below = y; below < y + rowspan; below += 1)
					headers.set(below, [...(headers.get(below) ?? []), id]);
			});
		});
		rows.slice(headRows).forEach((row, r) => {
			const places = cells.get(headRows + r) ?? [];
			childrenOf(pdf, row).forEach(({ dict }, c) => {
				const place = places[c];
				if (place && !place.header) addHeaders(pdf, dict, headersOf(place, headers));
			});
		});
	});
	const known = root.lookupMaybe(name('IDTree'), PDFDict);
	if (known) collectIds(pdf, known, ids);
	const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
	root.set(
		name('IDTree'),
		context.register(context.obj({ Names: sorted.flatMap(([id, ref]) => [PDFString.of(id), ref]) }))
	);
}

/** The headers of every row that the cell lies in, each once. */
const headersOf = ({ y, rowspan }: BodyCell, headers: Map<number, string[]>): string[] => {
	const found = new Set<string>();
	for (let row = y; row < y + rowspan; row += 1)
		for (const id of headers.get(row) ?? []) found.add(id);
	return [...found];
};

function cellsByRow(cells: BodyCell[]): Map<number, BodyCell[]> {
	const rows = new Map<number, BodyCell[]>();
	for (const cell of cells) {
		const row = rows.get(cell.y);
		if (row) row.push(cell);
		else rows.set(cell.y, [cell]);
	}
	return rows;
}

type Element = { dict: PDFDict; ref: PDFObject };

function childrenOf(pdf: PDFDocument, { dict }: Element): Element[] {
	const kids = pdf.context.lookup(dict.get(name('K')));
	const all = kids instanceof PDFArray ? kids.asArray() : kids ? [dict.get(name('K'))] : [];
	return all.flatMap((ref) => {
		const child = pdf.context.lookup(ref);
		return ref && child instanceof PDFDict && child.has(name('S')) ? [{ dict: child, ref }] : [];
	});
}

const kindOf = ({ dict }: Element): string | undefined => dict.get(name('S'))?.toString();

/** Every table of the tree, those within others after them. */
function tablesOf(pdf: PDFDocument, root: PDFDict): Element[] {
	const tables: Element[] = [];
	const waiting = childrenOf(pdf, { dict: root, ref: root });
	for (let next = waiting.shift(); next; next = waiting.shift()) {
		if (kindOf(next) === '/Table') tables.push(next);
		waiting.unshift(...childrenOf(pdf, next));
	}
	return tables;
}

const rowsOf = (pdf: PDFDocument, table: Element): Element[] =>
	childrenOf(pdf, table)
		.flatMap((part) => (kindOf(part) === '/TR' ? [part] : childrenOf(pdf, part)))
		.filter((row) => kindOf(row) === '/TR');

/** The attributes that a cell has as a part of a table; made where there are none. */
function tableAttributes(pdf: PDFDocument, cell: PDFDict): PDFDict {
	const { context } = pdf;
	const given = context.lookup(cell.get(name('A')));
	const all = given instanceof PDFArray ? given.asArray() : given ? [cell.get(name('A'))] : [];
	for (const one of all) {
		const attributes = context.lookup(one);
		if (attributes instanceof PDFDict && attributes.get(name('O')) === name('Table'))
			return attributes;
	}
	const made = context.obj({ O: 'Table' });
	const list = context.obj([]);
	for (const one of [made, ...all]) if (one) list.push(one);
	cell.set(name('A'), list);
	return made;
}

function addHeaders(pdf: PDFDocument, cell: PDFDict, ids: string[]): void {
	if (ids.length === 0) return;
	const attributes = tableAttributes(pdf, cell);
	const known = attributes.lookupMaybe(name('Headers'), PDFArray);
	const list = known ?? pdf.context.obj([]);
	for (const id of ids) list.push(PDFString.of(id));
	attributes.set(name('Headers'), list);
}

/** The names of a tree of names with what they stand for. */
function collectIds(pdf: PDFDocument, node: PDFDict, into: Map<string, PDFObject>): void {
	const names = node.lookupMaybe(name('Names'), PDFArray);
	for (let i = 0; names && i + 1 < names.size(); i += 2) {
		const id = names.lookup(i);
		if (id instanceof PDFString || id instanceof PDFHexString)
			into.set(id.decodeText(), names.get(i + 1));
	}
	const kids = node.lookupMaybe(name('Kids'), PDFArray);
	for (let i = 0; kids && i < kids.size(); i += 1) collectIds(pdf, kids.lookup(i, PDFDict), into);
}
