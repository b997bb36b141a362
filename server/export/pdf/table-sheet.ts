import { textOf } from '../print/widths.ts';
import type { PlacedCell } from './table-cells.ts';

/** The paper that a table needs: the page as it is, turned, or twice its size. */
export type Paper = 'portrait' | 'landscape' | 'large';

export type TableFit = {
	paper: Paper;
	/** The size of its text, in parts of the text around it. */
	text: number;
};

/** What a table may be, best first: smaller text before another paper, and that before tiny text. */
const FITS: TableFit[] = [
	{ paper: 'portrait', text: 0.87 },
	{ paper: 'portrait', text: 0.78 },
	{ paper: 'landscape', text: 0.82 },
	{ paper: 'landscape', text: 0.74 },
	{ paper: 'landscape', text: 0.66 },
	{ paper: 'large', text: 0.78 },
	{ paper: 'large', text: 0.64 },
	{ paper: 'large', text: 0.5 }
];

/** In large type no text is made small to save paper. */
const LARGE_FITS: TableFit[] = [
	{ paper: 'portrait', text: 1 },
	{ paper: 'landscape', text: 1 },
	{ paper: 'landscape', text: 0.89 },
	{ paper: 'large', text: 0.89 },
	{ paper: 'large', text: 0.62 },
	{ paper: 'large', text: 0.4 }
];

/** Points across the printed part of each paper. */
const WIDTH: Record<Paper, number> = { portrait: 453, landscape: 700, large: 1048 };
/** A letter's mean width and a cell's padding, in parts of the size of the text. */
const LETTER = 0.51;
const PADDING = 0.75;
/** Longer words may be parted. */
const LONGEST = 16;
/** Every word of a table is looked at up to this many cells; a longer one repeats itself. */
const LOOKED_AT = 4000;

/** The first fit whose columns hold their longest words; the last one when none does. */
export function fitTable(
	cells: PlacedCell[],
	widths: number[],
	size: { points: number; large: boolean; within: boolean }
): TableFit {
	const fits = size.large ? LARGE_FITS : FITS;
	// A table within a cell, a list or a box stays where it is.
	const allowed = size.within ? fits.filter(({ paper }) => paper === 'portrait') : fits;
	/** Parts of the text's size that the whole table needs, so that each column gets what it needs. */
	let needed = 0;
	for (const cell of cells.slice(0, LOOKED_AT)) {
		const { header, blocks } = cell;
		const letters = Math.min(LONGEST, longestWord(textOf(blocks))) * (header ? 1.06 : 1);
		needed = Math.max(needed, (letters * LETTER + PADDING) / shareOf(cell, widths));
	}
	return (
		allowed.find(({ paper, text }) => needed * size.points * text <= WIDTH[paper]) ??
		allowed.at(-1) ?? { paper: 'portrait', text: 0.78 }
	);
}

type Across = Pick<PlacedCell, 'x' | 'colspan'>;

/** How much of the table's width a cell has, 0 to 1. */
function shareOf({ x, colspan }: Across, widths: number[]): number {
	const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0);
	return sum(widths.slice(x, x + colspan)) / sum(widths);
}

/** How many letters a line of the cell holds. */
export const lettersOf = (
	cell: Across,
	widths: number[],
	{ paper, text }: TableFit,
	points: number
): number =>
	Math.max(
		3,
		Math.floor(((WIDTH[paper] * shareOf(cell, widths)) / (points * text) - PADDING) / LETTER)
	);

const longestWord = (text: string): number =>
	Math.max(0, ...text.split(/[ \n\u00ad\u200b]|(?<=[-–/])/).map((word) => word.length));
