import type { Block, TableCell } from './document.ts';

/**
 * How wide the columns of a table should be, by what stands in them: every column holds its longest
 * word before any gets room for more, so that no word is parted where there is room for it (a table of
 * eight equal columns writes "Påbörj/ad").
 */

/** Letters in a line of a table across a page. */
const LINE = 100;
/** Longer words may be parted: they have a joint, or are an address. */
const LONGEST_WORD = 22;
/** A cell that would be longer on one line wants no more room for it. */
const ENOUGH = 60;
/** Beside the letters of a cell. */
const PADDING = 2;

/** The words of blocks, a line for each paragraph. */
export function textOf(blocks: Block[]): string {
	return blocks
		.flatMap((block): string[] => {
			switch (block.kind) {
				case 'paragraph':
				case 'heading':
					return [block.runs.map(({ text }) => text).join('')];
				case 'list':
					return block.items.map((item) => `•  ${textOf(item)}`);
				case 'quote':
					return [textOf(block.blocks), block.source];
				case 'callout':
				case 'together':
					return [textOf(block.blocks)];
				case 'picture':
				case 'chart':
					return [block.caption];
				case 'table':
					return [
						block.caption,
						...[...block.head, ...block.rows].flat().map((cell) => textOf(cell.blocks))
					];
				case 'terms':
					return block.items.flatMap(({ term, lines }) => [
						term,
						...lines.map((line) => line.map(({ text }) => text).join(''))
					]);
			}
		})
		.join('\n');
}

/** Where a line may end within a text, so that nothing is parted. */
const BREAKS = /[ \n\u00ad\u200b]|(?<=[-–/])/;

const longestWord = (text: string): number =>
	Math.max(0, ...text.split(BREAKS).map((word) => word.length));
const longestLine = (text: string): number =>
	Math.max(0, ...text.split('\n').map((line) => line.length));

/** Relative widths, one a column, in hundredths of the table; their sum is about 100. */
export function columnWidths(head: TableCell[][], rows: TableCell[][], width: number): number[] {
	const least = Array.from({ length: width }, () => 1);
	const wished = Array.from({ length: width }, () => 1);
	for (const part of [head, rows]) measure(part, least, wished);
	const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0);
	const room = LINE - sum(least);
	const wanting = sum(wished) - sum(least);
	// Where all fit, the rest of the line is shared in proportion; where they do not, so is what there is.
	const made = wished.map((max, i) => {
		const min = least[i] ?? max;
		if (room >= wanting) return max;
		return room <= 0 ? min : min + (max - min) * (room / wanting);
	});
	const whole = sum(made);
	return made.map((one) => Math.round((one / whole) * 10_000) / 100);
}

/** Raises what each column needs and wants, by every cell; a cell over several wants its share of each. */
function measure(rows: TableCell[][], least: number[], wished: number[]): void {
	const taken: number[] = [];
	rows.forEach((row, r) => {
		let column = 0;
		for (const { blocks, colspan, rowspan, header } of row) {
			while ((taken[column] ?? 0) > r) column += 1;
			const text = textOf(blocks);
			// Headers are bold.
			const factor = header ? 1.08 : 1;
			const min = (Math.min(LONGEST_WORD, longestWord(text)) * factor) / colspan + PADDING;
			const max = (Math.min(ENOUGH, longestLine(text)) * factor) / colspan + PADDING;
			for (let end = column + colspan; column < end; column += 1) {
				taken[column] = r + rowspan;
				least[column] = Math.max(least[column] ?? 1, min);
				wished[column] = Math.max(wished[column] ?? 1, min, max);
			}
		}
	});
}
