import { PDFArray, PDFDict, PDFDocument, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Failure } from './pdf-structure.ts';
import { allOf, attribute, name, textOf, type TreeNode } from './pdf-tree.ts';

/** A cell of a table with its place, counted from 0. */
export type TreeCell = {
	node: TreeNode;
	row: number;
	column: number;
	rowspan: number;
	colspan: number;
};

/** The rows of a table; tables within its cells are not its own. */
function rowsOf(table: TreeNode): TreeNode[] {
	return table.children.flatMap((child) =>
		child.kind === 'TR' ? [child] : child.kind.startsWith('T') ? rowsOf(child) : []
	);
}

/** The cells of a table with their places. */
export function cellsOf(pdf: PDFDocument, table: TreeNode): TreeCell[] {
	const taken = new Set<string>();
	const number = (node: TreeNode, key: string): number => {
		const value = attribute(pdf, node, 'Table', key);
		return value instanceof PDFNumber ? value.asNumber() : 1;
	};
	return rowsOf(table).flatMap((tr, row) => {
		let column = 0;
		return tr.children.map((node) => {
			while (taken.has(`${row} ${column}`)) column += 1;
			const rowspan = number(node, 'RowSpan');
			const colspan = number(node, 'ColSpan');
			for (let r = row; r < row + rowspan; r += 1)
				for (let c = column; c < column + colspan; c += 1) taken.add(`${r} ${c}`);
			return { node, row, column, rowspan, colspan };
		});
	});
}

/** The headers that a cell names, by their ids. */
export function headersOf(pdf: PDFDocument, { node }: TreeCell): string[] {
	const list = attribute(pdf, node, 'Table', 'Headers');
	return list instanceof PDFArray ? list.asArray().map((id) => textOf(pdf.context.lookup(id))) : [];
}

const scopeOf = (pdf: PDFDocument, { node }: TreeCell): string | undefined =>
	attribute(pdf, node, 'Table', 'Scope')?.toString().slice(1);

/** What is wrong with the tables: cells without headers, headers without a scope, ids that lead nowhere. */
export function tableFailures(pdf: PDFDocument, tree: TreeNode): Failure[] {
	const ids = idsOf(pdf, tree.dict);
	const known = [...ids.keys()];
	const failures: Failure[] = known.some((id, i) => i > 0 && id <= (known[i - 1] ?? ''))
		? [{ kind: 'idsUnsorted', where: 'IDTree' }]
		: [];
	allOf(tree)
		.filter(({ kind }) => kind === 'Table')
		.forEach((table, t) => {
			const where = `table ${t + 1}`;
			const cells = cellsOf(pdf, table);
			const headers = new Map(
				cells
					.filter(({ node }) => node.kind === 'TH')
					.map((cell) => [textOf(cell.node.dict.lookup(name('ID'))), cell])
			);
			if (headers.size === 0) failures.push({ kind: 'tableWithoutHeaders', where });
			for (const [id, cell] of headers) {
				if (!scopeOf(pdf, cell)) failures.push({ kind: 'headerWithoutScope', where });
				if (id === '' || ids.get(id) !== cell.node.ref)
					failures.push({ kind: 'headerWithoutId', where: `${where}: ${id}` });
			}
			const ends = new Set(
				cells.filter((c) => c.row + c.rowspan >= rowsOf(table).length).flatMap(widthOf)
			);
			const width = Math.max(0, ...cells.map((cell) => cell.column + cell.colspan));
			if (ends.size !== width) failures.push({ kind: 'unevenTable', where });
			for (const cell of cells) {
				if (cell.node.kind !== 'TD') continue;
				const named = headersOf(pdf, cell);
				if (named.some((id) => !headers.has(id)))
					failures.push({ kind: 'headersLeadNowhere', where });
				for (const [id, header] of headers)
					if (belongs(cell, header, scopeOf(pdf, header)) && !named.includes(id))
						failures.push({ kind: 'headersLack', where: `${where}: ${id}` });
			}
		});
	return failures;
}

const widthOf = ({ column, colspan }: TreeCell): number[] =>
	Array.from({ length: colspan }, (_, i) => column + i);

/** Whether a header speaks of a cell: of its row, or of its column below it. */
function belongs(cell: TreeCell, header: TreeCell, scope: string | undefined): boolean {
	const sameRow = header.row < cell.row + cell.rowspan && cell.row < header.row + header.rowspan;
	const sameColumn =
		header.column < cell.column + cell.colspan && cell.column < header.column + header.colspan;
	return scope === 'Row' ? sameRow : scope === 'Column' && sameColumn && header.row < cell.row;
}

/** The tree's list of ids, in its order. */
function idsOf(pdf: PDFDocument, root: PDFDict): Map<string, PDFObject | undefined> {
	const ids = new Map<string, PDFObject | undefined>();
	const read = (node: PDFObject | undefined): void => {
		const dict = pdf.context.lookup(node);
		if (!(dict instanceof PDFDict)) return;
		const names = pdf.context.lookup(dict.get(name('Names')));
		if (names instanceof PDFArray)
			for (let i = 0; i + 1 < names.size(); i += 2)
				ids.set(textOf(names.lookup(i)), names.get(i + 1));
		const kids = pdf.context.lookup(dict.get(name('Kids')));
		if (kids instanceof PDFArray) kids.asArray().forEach(read);
	};
	read(root.get(name('IDTree')));
	return ids;
}
