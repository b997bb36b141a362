import { parseNumber } from '#core/read-number.ts';
import { noNumberWord } from '#core/value-words.ts';
import type { ChartValue } from './spec.ts';

/** Why a table is no chart. Rows and columns are counted from 1, as they were typed. */
export type TableProblem = {
	row: number;
	column: number;
	problem:
		| 'empty' // nothing there
		| 'noSeparator' // a single column: no tab and no semicolon
		| 'unevenRow' // more or fewer cells than the first row
		| 'needsHead' // several columns without names
		| 'noName' // a row or column of numbers without a name
		| 'twice' // a name that another row or column has
		| 'tooLong' // a name, or the whole
		| 'tooManyRows'
		| 'tooManyColumns'
		| 'notANumber'
		| 'mixedUnits' // per cent in some cells and not in others
		| 'noNumbers';
	/** What stands there. */
	found: string;
};

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: TableProblem[] };

/** A small table that was understood: names and values, nothing of how they are drawn. */
export type SmallTable = {
	corner: string;
	/** The names of the columns of values; a single column may have none. */
	columns: string[];
	rows: { name: string; values: ChartValue[] }[];
	/** `%` where the cells say so themselves, else empty. */
	unit: '' | '%';
	/** As many as the number with most of them has, at most two. */
	decimals: 0 | 1 | 2;
};

export const TABLE_LIMITS = { characters: 20_000, name: 120, rows: 40, columns: 12 };

/** One line's cells; a quoted cell may hold the separator, line ends and doubled quotes. */
function splitLines(text: string, separator: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	for (let i = 0; i < text.length; i++) {
		const c = text.charAt(i);
		if (quoted) {
			if (c !== '"') cell += c;
			else if (text.charAt(i + 1) === '"') cell += text.charAt(++i);
			else quoted = false;
		} else if (c === '"' && cell.trim() === '') {
			quoted = true;
			cell = '';
		} else if (c === separator) {
			row.push(cell);
			cell = '';
		} else if (c === '\n') {
			rows.push([...row, cell]);
			[row, cell] = [[], ''];
		} else cell += c;
	}
	rows.push([...row, cell]);
	return rows;
}

/** Cells of what was pasted from a spreadsheet (tabs) or typed (semicolons); empty lines are none. */
export function splitCells(pasted: string): Parsed<string[][]> {
	const no = (problem: TableProblem['problem'], found = ''): Parsed<never> => ({
		ok: false,
		problems: [{ row: 1, column: 1, problem, found: found.slice(0, TABLE_LIMITS.name) }]
	});
	if (pasted.length > TABLE_LIMITS.characters) return no('tooLong');
	const text = pasted.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
	if (text.trim() === '') return no('empty');
	const separator = text.includes('\t') ? '\t' : text.includes(';') ? ';' : null;
	if (separator === null) return no('noSeparator', text.trim().split('\n')[0]);
	const rows = splitLines(text, separator)
		.map((row) => row.map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim()))
		.filter((row) => row.some((cell) => cell !== ''));
	return rows.length === 0 ? no('empty') : { ok: true, value: rows };
}

type Cell = { value: ChartValue; decimals: number; percent: boolean };

/** The value of a cell; null when it is neither a number nor a word for none. */
export function readCell(typed: string): Cell | null {
	const text = typed.trim();
	const word = noNumberWord(text);
	if (word !== undefined) return { value: word, decimals: 0, percent: false };
	const number = parseNumber(text, '%');
	if (!number.ok) return null;
	const part = /[.,](\d+)/.exec(text)?.[1] ?? '';
	return { value: number.value, decimals: part.length, percent: text.endsWith('%') };
}

/** A year at the head of a column is a name, although it is a number too. */
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

/** A first row of years alone names columns, unless the numbers below could be years themselves. */
function isHead([[corner = '', ...others] = [], ...below]: string[][]): boolean {
	if (others.length === 0) return false;
	if (corner === '' || others.some((cell) => readCell(cell) === null)) return true;
	return others.every(isYear) && !below.some(([, ...values]) => values.some(isYear));
}

/**
 * Reads cells as names and numbers. Everything that is wrong is told at once, each at its row and
 * column; nothing is guessed and nothing left out.
 * @param hasHead whether the first row names the columns, where that is known
 */
export function readCells(cells: string[][], hasHead = isHead(cells)): Parsed<SmallTable> {
	const problems: TableProblem[] = [];
	const add = (row: number, column: number, problem: TableProblem['problem']): void => {
		const found = (cells[row - 1]?.[column - 1] ?? '').slice(0, TABLE_LIMITS.name);
		problems.push({ row, column, problem, found });
	};
	const [first = []] = cells;
	const width = first.length;
	const body = hasHead ? cells.slice(1) : cells;
	const above = hasHead ? 2 : 1;

	if (body.length === 0) add(1, 1, 'noNumbers');
	if (width < 2) add(1, 1, 'noSeparator');
	if (!hasHead && width > 2) add(1, 2, 'needsHead');
	if (body.length > TABLE_LIMITS.rows) add(above + TABLE_LIMITS.rows, 1, 'tooManyRows');
	if (width - 1 > TABLE_LIMITS.columns) add(1, TABLE_LIMITS.columns + 2, 'tooManyColumns');
	if (problems.length > 0) return { ok: false, problems };

	const columns = hasHead ? first.slice(1) : [''];
	const names = new Set<string>();
	columns.forEach((name, c) => {
		if (name === '' && columns.length > 1) add(1, c + 2, 'noName');
		else if (names.has(name)) add(1, c + 2, 'twice');
		if (name.length > TABLE_LIMITS.name) add(1, c + 2, 'tooLong');
		names.add(name);
	});

	const seen = new Set<string>();
	let decimals = 0;
	let numbers = 0;
	const units: ('' | '%')[] = [];
	const rows = body.map((cellsOf, r) => {
		const row = r + above;
		const [name = '', ...typed] = cellsOf;
		if (cellsOf.length !== width) add(row, Math.min(cellsOf.length, width) + 1, 'unevenRow');
		if (name === '') add(row, 1, 'noName');
		else if (seen.has(name)) add(row, 1, 'twice');
		if (name.length > TABLE_LIMITS.name) add(row, 1, 'tooLong');
		seen.add(name);
		const values = typed.slice(0, width - 1).map((text, c): ChartValue => {
			const cell = readCell(text);
			if (cell === null) {
				add(row, c + 2, 'notANumber');
				return null;
			}
			if (typeof cell.value === 'number') {
				numbers++;
				decimals = Math.max(decimals, cell.decimals);
				const own = cell.percent ? '%' : '';
				units.push(own);
				if (own !== units[0]) add(row, c + 2, 'mixedUnits');
			}
			return cell.value;
		});
		return { name, values };
	});
	if (problems.length === 0 && numbers === 0) add(above, 2, 'noNumbers');
	if (problems.length > 0) return { ok: false, problems };
	return {
		ok: true,
		value: {
			corner: hasHead ? (first[0] ?? '') : '',
			columns,
			rows,
			unit: units[0] ?? '',
			decimals: decimals >= 2 ? 2 : decimals === 1 ? 1 : 0
		}
	};
}
