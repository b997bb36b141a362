import type { TableCell } from '../print/document.ts';

/** A cell with its place, counted from 0 in the whole table. */
export type PlacedCell = TableCell & { x: number; y: number };

/**
 * The cells of a table with their places, as a browser would find them: each goes to the next free place
 * of its row. No cell lies over another, nor reaches out of its part (head or body).
 */
export function placeCells(rows: TableCell[][], columns: number, firstRow: number): PlacedCell[] {
	const taken = rows.map(() => new Set<number>());
	return rows.flatMap((row, r) => {
		let x = 0;
		return row.flatMap((cell) => {
			const here = taken[r];
			while (here?.has(x)) x += 1;
			if (x >= columns) return [];
			let colspan = 1;
			while (colspan < cell.colspan && x + colspan < columns && !here?.has(x + colspan))
				colspan += 1;
			const rowspan = Math.max(1, Math.min(cell.rowspan, rows.length - r));
			for (let y = r; y < r + rowspan; y += 1)
				for (let i = x; i < x + colspan; i += 1) taken[y]?.add(i);
			const placed = { ...cell, x, y: firstRow + r, colspan, rowspan };
			x += colspan;
			return [placed];
		});
	});
}

/** Cells for the places that no cell takes: a table has no holes. */
export function fillHoles(
	cells: PlacedCell[],
	rows: number,
	columns: number,
	firstRow: number
): PlacedCell[] {
	const taken = new Set<string>();
	for (const { x, y, colspan, rowspan } of cells)
		for (let row = y; row < y + rowspan; row += 1)
			for (let column = x; column < x + colspan; column += 1) taken.add(`${column} ${row}`);
	const all = [...cells];
	for (let y = firstRow; y < firstRow + rows; y += 1)
		for (let x = 0; x < columns; x += 1)
			if (!taken.has(`${x} ${y}`))
				all.push({ x, y, colspan: 1, rowspan: 1, header: false, align: 'left', blocks: [] });
	return all.sort((a, b) => a.y - b.y || a.x - b.x);
}
