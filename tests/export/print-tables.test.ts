import type { DocNode } from '#core/publication.ts';
import type { PrintTable, TableCell } from '#server/export/print/document.ts';
import { tableOf, tableOfNode, textCell, textTable } from '#server/export/print/tables.ts';
import { paragraph } from '#server/export/print/runs.ts';
import { describe, expect, it } from 'vitest';
import { plainText } from '#schema/text.ts';
import { mulberry } from '../support/random.ts';
import { cell, header, table } from './support/every-node.ts';

/** Tables on paper: no holes, no overlaps, and columns as wide as their words. */

const made = (node: DocNode): PrintTable =>
	tableOfNode(node, { id: null, caption: '' }, (one) => [paragraph('plain', plainText(one))]);

/** How often each place of the grid is covered. */
function cover(rows: TableCell[][], width: number): number[][] {
	const grid = rows.map(() => Array.from({ length: width }, () => 0));
	rows.forEach((row, r) => {
		let c = 0;
		for (const { colspan, rowspan } of row) {
			while (c < width && (grid[r]?.[c] ?? 0) > 0) c += 1;
			for (let y = r; y < r + rowspan; y += 1)
				for (let x = c; x < c + colspan; x += 1) {
					const line = grid[y];
					const before = line?.[x];
					if (!line || before === undefined) throw new Error(`a cell lies outside at ${y}, ${x}`);
					line[x] = before + 1;
				}
			c += colspan;
		}
	});
	return grid;
}

describe('cells', () => {
	it('[P6] header cells, spans and alignment are those of the text', () => {
		const one = made(
			table(
				{},
				[header('År'), header('Flickor', { align: 'right' }), header('')],
				[header('2022', { rowspan: 2 }), cell('12', { align: 'right' }), cell('a')],
				[cell('hela', { colspan: 2, align: 'center' })]
			)
		);
		expect(one.head).toHaveLength(1);
		expect(one.rowHeaders).toBe(true);
		expect(one.head[0]).toMatchObject([
			{ header: true, align: 'left' },
			{ header: true, align: 'right' },
			// An empty header tells nothing of its column.
			{ header: false }
		]);
		expect(one.rows).toMatchObject([
			[{ header: true, rowspan: 2 }, { align: 'right' }, {}],
			[{ colspan: 2, align: 'center' }]
		]);
		expect(made(table({}, [header('A'), header('B')], [cell('1'), cell('2')])).rowHeaders).toBe(
			false
		);
	});

	it('[P6] a head whose cell reaches into the body is no head', () => {
		const one = made(table({}, [header('A', { rowspan: 2 }), header('B')], [cell('2')]));
		expect(one.head).toEqual([]);
		expect(one.rows).toHaveLength(2);
	});

	it('[P6] whatever spans a table claims, every place is covered once', () => {
		for (let seed = 1; seed <= 300; seed += 1) {
			const random = mulberry(seed);
			const dice = (n: number) => Math.floor(random() * n);
			const rows = Array.from({ length: 1 + dice(6) }, (_, r) =>
				Array.from({ length: dice(6) }, () =>
					(r === 0 ? header : cell)(dice(3) === 0 ? '' : 'ord', {
						colspan: 1 + (dice(3) === 0 ? dice(100) : dice(2)),
						rowspan: 1 + (dice(3) === 0 ? dice(100) : dice(2))
					})
				)
			);
			const { head, rows: body, widths } = made(table({}, ...rows));
			expect(head.length + body.length, `seed ${seed}`).toBe(rows.length);
			for (const part of [head, body])
				for (const line of cover(part, widths.length))
					expect(new Set(line), `seed ${seed}`).toEqual(new Set(widths.length > 0 ? [1] : []));
		}
	});

	it('[P6] a table that claims a hundred thousand columns ends', () => {
		const row = Array.from({ length: 1000 }, () => cell('1', { colspan: 100 }));
		expect(made(table({}, row, row)).widths.length).toBeLessThanOrEqual(200);
	});
});

describe('widths', () => {
	const widthsOf = (...rows: string[][]): number[] => {
		const [head = [], ...body] = rows;
		return textTable({ id: null, caption: '' }, head, body).widths;
	};

	it('[P6] every column holds its longest word, and short cells stay on one line', () => {
		const long =
			'Barn och unga i hela kommunen ska ha tillgång till en trygg och meningsfull fritid';
		const widths = widthsOf(
			[
				'Utvecklingsområde',
				'Ansvarig',
				'Påbörjad',
				'Genomförd',
				'Ej genomförd',
				'Kommentar',
				'År',
				'Andel'
			],
			[long, 'Kultur och fritid', 'Ja', 'Nej', 'Nej', `${long}, ${long}`, 'ej angivet', '57,1 %']
		);
		expect(widths.reduce((all, one) => all + one, 0)).toBeCloseTo(100, 0);
		const words = [
			'Utvecklingsområde',
			'Ansvarig',
			'Påbörjad',
			'Genomförd',
			'genomförd',
			'tillgång',
			'angivet',
			'57,1 %'
		];
		words.forEach((word, i) =>
			// A hundredth of the line is about a letter.
			expect(widths[i] ?? 0, word).toBeGreaterThanOrEqual(word.length)
		);
	});

	it('[P6] what is longest gets most, and a word that can be parted does not take all', () => {
		const [name = 0, number = 0] = widthsOf(['Skola', 'Andel'], ['Stenbergaskolan', '57,1 %']);
		expect(name).toBeGreaterThan(number);
		const [address = 0, text = 0] = widthsOf(
			['Adress', 'Text'],
			['x'.repeat(500), 'En hel del ord som också ska få plats på raden']
		);
		expect(address).toBeLessThan(60);
		expect(text).toBeGreaterThan(25);
	});

	it('[P6] a table of nothing has columns all the same', () => {
		expect(
			tableOf({ id: null, caption: '', head: [], rows: [[textCell([]), textCell([])]] }).widths
		).toEqual([50, 50]);
		expect(tableOf({ id: null, caption: '', head: [], rows: [] }).widths).toEqual([]);
	});
});
