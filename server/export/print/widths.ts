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
/** What is as short as this should stand on one line. */
const SHORT = 16;
/** Beside the letters of a cell. */
const PADDING = 2;
/** Bold letters, such as those of headers, are wider. */
const BOLD = 1.08;

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
/** What a column asks for, each more than the one before. */
type Need = {
	/** Its longest word. */
	word: number;
	/** Every short cell on one line: "ej angivet", "14,7 %". */
	short: number;
	/** Every cell on one line. */
	line: number;
};

/** Relative widths, one a column, in hundredths of the table; their sum is about 100. */
export function columnWidths(head: TableCell[][], rows: TableCell[][], width: number): number[] {
	const needs = Array.from({ length: width }, (): Need => ({ word: 1, short: 1, line: 1 }));
	for (const part of [head, rows]) measure(part, needs);
	const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0);
	let made = needs.map(({ word }) => word);
	// The least comes first; what is left of the line goes to the next wish, as far as it goes.
	for (const wish of ['short', 'line'] as const) {
		const wanting = sum(needs.map((need) => need[wish])) - sum(made);
		const part = wanting <= 0 ? 0 : Math.min(1, Math.max(0, (LINE - sum(made)) / wanting));
		made = made.map((has, i) => has + ((needs[i]?.[wish] ?? has) - has) * part);
	}
	const whole = sum(made);
	return made.map((one) => Math.round((one / whole) * 10_000) / 100);
}

/** Raises what each column asks for, by every cell; a cell over several asks its share of each. */
function measure(rows: TableCell[][], needs: Need[]): void {
	const taken: number[] = [];
	rows.forEach((row, r) => {
		let column = 0;
		for (const { blocks, colspan, rowspan, header } of row) {
			while ((taken[column] ?? 0) > r) column += 1;
			const text = textOf(blocks);
			const share = (letters: number): number =>
				(letters * (header ? BOLD : 1)) / colspan + PADDING;
			const lines = text.split('\n').map((line) => line.length);
			const word = share(Math.min(LONGEST_WORD, longestWord(text)));
			const short = Math.max(word, share(Math.max(0, ...lines.filter((one) => one <= SHORT))));
			const line = Math.max(short, share(Math.min(ENOUGH, Math.max(...lines))));
			for (let end = column + colspan; column < end; column += 1) {
				taken[column] = r + rowspan;
				const need = needs[column];
				if (!need) continue;
				need.word = Math.max(need.word, word);
				need.short = Math.max(need.short, short);
				need.line = Math.max(need.line, line);
			}
		}
	});
}
