import { cellText } from '../cell-text.ts';
import type { DocNode } from '../publication.ts';
import { digest } from './finding.ts';
import { giveRoles } from './number-role.ts';
import { countsPeople, isPeople } from './people-words.ts';
import { tokensOf } from './tokens.ts';

/** What a cell says, as far as a check can count with it. */
export type CellValue =
	| { kind: 'number'; value: number; decimals: number; share: boolean; people: boolean }
	/** Withheld: `..`, `<5`, `färre än 5`, `1–4`, `*`, `sekretess`. */
	| { kind: 'hidden' }
	/** Nothing, or a dash, which may mean nothing, nought or withheld. */
	| { kind: 'blank' }
	| { kind: 'text' };

export type Cell = {
	text: string;
	header: boolean;
	path: number[];
	value: CellValue;
};

/** What the numbers of a cell are. Only counts add up. */
export type Measure = 'count' | 'share' | 'other';

/** A table with its spans counted out: a cell that spans stands in each of its places. */
export type Grid = {
	path: number[];
	caption: string;
	purpose: string;
	rows: (Cell | null)[][];
	width: number;
	/** The words above each column, and those before each row. */
	heads: string[];
	labels: string[];
	/** The first row and column that hold no headers. */
	firstRow: number;
	firstColumn: number;
};

/** Rows and columns beyond this are not looked at: no table that is read has as many. */
const MOST = 400;

const HIDDEN =
	/^(?:\.\.|\*+|x|xx|[<≤] ?\d{1,2}|(?:färre|mindre) än (?:\d{1,2}|fem|tio)|1 ?[-–] ?[49]|sekretess|skyddad|dolt?)$/;
const BLANK = /^(?:|[-–—.]|…|uppgift saknas|saknas)$/;

/** Reads a cell: one number with at most a unit of three words after it, or none. */
export function cellValue(text: string): CellValue {
	const plain = text.trim().toLowerCase();
	if (BLANK.test(plain)) return { kind: 'blank' };
	if (HIDDEN.test(plain)) return { kind: 'hidden' };
	if (plain.length > 60) return { kind: 'text' };
	const tokens = tokensOf(plain);
	giveRoles(tokens, countsPeople);
	const at = tokens.findIndex((t) => t.kind === 'number');
	const number = tokens[at]?.number;
	if (!number || Number.isNaN(number.value)) return { kind: 'text' };
	const before = tokens.slice(0, at).map((t) => t.lower);
	const after = tokens.slice(at + 1);
	if (before.some((word) => !['-', '–', '−', 'ca', 'cirka', '.'].includes(word)))
		return { kind: 'text' };
	if (after.length > 4 || after.some((t) => t.kind === 'number' || t.kind === 'address'))
		return { kind: 'text' };
	if (number.role === 'reference' || number.role === 'date') return { kind: 'text' };
	// What stands in a cell alone and looks like a year may be a count: the heading says.
	const negative = number.sign !== '';
	return {
		kind: 'number',
		value: negative ? -number.value : number.value,
		decimals: number.decimals,
		share: number.percent !== '',
		people: after.some((t) => isPeople(t.lower))
	};
}

const spanOf = (node: DocNode, name: string): number => {
	const span = node.attrs?.[name];
	return typeof span === 'number' && span >= 1 ? Math.min(span, 100) : 1;
};

function rowsOf(table: DocNode, path: number[]): (Cell | null)[][] {
	const rows: (Cell | null)[][] = [];
	for (const [r, row] of (table.content ?? []).slice(0, MOST).entries()) {
		let column = 0;
		for (const [c, node] of (row.content ?? []).entries()) {
			while (rows[r]?.[column]) column += 1;
			const text = cellText(node);
			const header = node.type === 'tableHeader';
			const cell: Cell = { text, header, path: [...path, r, c], value: cellValue(text) };
			const wide = Math.min(spanOf(node, 'colspan'), MOST - column);
			const high = Math.min(spanOf(node, 'rowspan'), MOST - r);
			for (let y = r; y < r + high; y += 1) {
				const line = (rows[y] ??= []);
				for (let x = column; x < column + wide; x += 1) line[x] ??= cell;
			}
			column += wide;
			if (column >= MOST) break;
		}
		rows[r] ??= [];
	}
	return rows;
}

const joined = (cells: (Cell | null | undefined)[]): string =>
	[...new Set(cells.map((cell) => cell?.text ?? ''))].join(' ').trim();

function gridOf(table: DocNode, path: number[]): Grid {
	const height = table.content?.length ?? 0;
	// A span that reaches below the last row makes no rows.
	const rows = rowsOf(table, path).slice(0, height);
	const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
	const full = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null));
	// Leading rows of headers; without any the first row heads, when it holds no numbers.
	let firstRow = full.findIndex((row) => row.some((cell) => cell && !cell.header));
	if (firstRow < 0) firstRow = full.length;
	if (firstRow === 0 && full.length > 1) {
		const first = full[0] ?? [];
		const plain = first.slice(1).every((c) => c?.value.kind !== 'number' || isYear(c.value.value));
		if (plain) firstRow = 1;
	}
	const firstColumn = width > 1 ? 1 : 0;
	const string = (value: unknown) => (typeof value === 'string' ? value : '');
	const caption = string(table.attrs?.['caption']);
	return {
		path,
		caption,
		purpose: string(table.attrs?.['purpose']),
		rows: full,
		width,
		heads: Array.from({ length: width }, (_, c) =>
			joined(full.slice(0, firstRow).map((row) => row[c]))
		),
		labels: full.map((row, r) => (r < firstRow ? '' : joined(row.slice(0, firstColumn)))),
		firstRow,
		firstColumn
	};
}

const digests = new WeakMap<Grid, string>();

/** The digest of all that a table says; made when the first finding needs it, and once. */
export function gridDigest(grid: Grid): string {
	const known = digests.get(grid);
	if (known !== undefined) return known;
	const lines = grid.rows.map((row) => row.map((cell) => cell?.text ?? '').join('\t'));
	const made = digest([grid.caption, ...lines].join('\n'));
	digests.set(grid, made);
	return made;
}

const isYear = (n: number): boolean => Number.isInteger(n) && n >= 1900 && n <= 2100;

/** All tables of a document. */
export function tablesOf(doc: DocNode): Grid[] {
	const tables: Grid[] = [];
	const read = (node: DocNode, path: number[]): void => {
		if (node.type === 'table') tables.push(gridOf(node, path));
		else
			for (const [i, child] of (node.content ?? []).entries())
				if (child.content) read(child, [...path, i]);
	};
	read(doc, []);
	return tables;
}

const SHARE = /%|\bandel|procent/;
const OTHER =
	/\bper\b|snitt|medel|median|kvot|täthet|index|poäng|meritvärde|betyg\b|\bkr\b|kronor|tkr|mnkr|kostnad/;

/** What the number in a place is, by its own words, those of its row and column, and the caption. */
export function measureAt(grid: Grid, row: number, column: number): Measure {
	const value = grid.rows[row]?.[column]?.value;
	const near = `${grid.labels[row] ?? ''} ${grid.heads[column] ?? ''}`.toLowerCase();
	if (value?.kind === 'number' && value.share) return 'share';
	if (/\bantal/.test(near)) return OTHER.test(near) ? 'other' : 'count';
	if (SHARE.test(near)) return 'share';
	if (OTHER.test(near)) return 'other';
	if (value?.kind === 'number' && value.decimals > 0)
		return SHARE.test(grid.caption.toLowerCase()) ? 'share' : 'other';
	const caption = grid.caption.toLowerCase();
	if (value?.kind === 'number' && value.people) return 'count';
	if (/\bantal/.test(caption)) return 'count';
	if (SHARE.test(caption)) return 'share';
	return OTHER.test(caption) ? 'other' : 'count';
}

/** The number in a place; null where there is none. */
export function numberAt(grid: Grid, row: number, column: number): number | null {
	const value = grid.rows[row]?.[column]?.value;
	return value?.kind === 'number' ? value.value : null;
}

const TOTAL =
	/^(?:totalt?|summa|sammanlagt|sammantaget|alla|samtliga|hela (?:kommunen|gruppen|riket|stan)|tillsammans)(?![\p{L}])/u;

/** True for the label of a row or column that holds the whole. */
export const isTotal = (label: string): boolean =>
	TOTAL.test(label.trim().toLowerCase()) ||
	/(?:^|\s)(?:totalt|summa)$/.test(label.trim().toLowerCase());

/** True for a label of a part of a part, or of one that overlaps with the others. */
export const isOverlapping = (label: string): boolean =>
	/^(?:varav|därav|– ?varav|mer än|minst|över|högst|under|färre än|[<>≥≤])/.test(
		label.trim().toLowerCase()
	);

/** What a place is called: "Flickor, 2022". */
export const placeName = (grid: Grid, row: number, column: number): string =>
	[grid.labels[row], grid.heads[column]].filter((t) => t).join(', ');
