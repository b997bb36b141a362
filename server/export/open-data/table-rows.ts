import type { DocNode } from '#core/publication.ts';
import { textAttr } from '#schema/table-html.ts';
import { textWithoutNotes } from '#schema/text.ts';

/** A table of the text, each place with its words; a cell that spans says them in all its places. */
export type TableRows = {
	/** `followUp`, `plan` or `table`. */
	purpose: string;
	caption: string;
	/** Where its numbers come from, and their unit; empty where it does not say. */
	source: string;
	unit: string;
	/** The words over each column; empty where none stand there. */
	heads: string[];
	rows: Place[][];
};

/** `isRepeated` where a cell that spans has said its words before. */
export type Place = { text: string; isRepeated: boolean };

const span = (cell: DocNode, name: 'colspan' | 'rowspan'): number => {
	const value = cell.attrs?.[name];
	return typeof value === 'number' && Number.isInteger(value) && value > 1 ? value : 1;
};

/** Every row as wide as the widest. */
function places(table: DocNode): Place[][] {
	const nodes = table.content ?? [];
	const grid: Place[][] = nodes.map(() => []);
	nodes.forEach((row, r) => {
		let column = 0;
		for (const cell of row.content ?? []) {
			while (grid[r]?.[column] !== undefined) column += 1;
			const text = textWithoutNotes(cell);
			const below = Math.min(r + span(cell, 'rowspan'), nodes.length);
			const beyond = column + span(cell, 'colspan');
			for (let y = r; y < below; y += 1)
				for (let x = column; x < beyond; x += 1) {
					const line = grid[y];
					if (line) line[x] ??= { text, isRepeated: y > r || x > column };
				}
			column = beyond;
		}
	});
	const width = Math.max(0, ...grid.map((row) => row.length));
	const empty = { text: '', isRepeated: false };
	return grid.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? empty));
}

/** How many rows at the top hold headers alone; one of a table that is all headers. */
function headRows(table: DocNode): number {
	const rows = table.content ?? [];
	const isHead = (row: DocNode) =>
		(row.content ?? []).length > 0 && row.content?.every(({ type }) => type === 'tableHeader');
	const first = rows.findIndex((row) => !isHead(row));
	return first < 0 ? Math.min(1, rows.length) : first;
}

/** A table's rows under its heads. */
export function tableRows(table: DocNode): TableRows {
	const all = places(table);
	const count = headRows(table);
	const width = all[0]?.length ?? 0;
	return {
		purpose: textAttr(table, 'purpose') || 'table',
		caption: textAttr(table, 'caption').trim(),
		source: textAttr(table, 'source').trim(),
		unit: textAttr(table, 'unit').trim(),
		heads: Array.from({ length: width }, (_, column) =>
			[...new Set(all.slice(0, count).map((row) => row[column]?.text ?? ''))]
				.filter((head) => head !== '')
				.join(' ')
		),
		rows: all.slice(count)
	};
}
