import { printText } from '#core/print-text.ts';
import type { Block, PrintTable } from '../print/document.ts';
import { FULL_LINE } from './part-words.ts';
import { eachBlock, runsIn } from '../print/targets.ts';
import { textOf } from '../print/widths.ts';
import { setRuns } from './set-runs.ts';
import { fillHoles, placeCells, type PlacedCell } from './table-cells.ts';
import { fitTable, lettersOf, type Paper } from './table-sheet.ts';

/** A block as the template reads it; `paper` only says where a table must stand. */
export type SetBlock = { kind: Block['kind']; paper?: Paper } & Record<string, unknown>;

/** The rows of a table's body in the order of the tree: where its row headers are. */
export type BodyCell = Pick<PlacedCell, 'x' | 'y' | 'colspan' | 'rowspan'> & { header: boolean };
export type SetTable = { headRows: number; bodyRows: number; body: BodyCell[] };

/** What blocks need to know of the document, and what is found on the way. */
export type Setting = {
	points: number;
	large: boolean;
	/** Whether a chart may stand beside its text. */
	beside: boolean;
	/** Ids that links may lead to, and those that already stand somewhere. */
	targets: ReadonlySet<string>;
	given: Set<string>;
	/** The file of each picture, by its key. */
	pictures: ReadonlyMap<string, string>;
	/** The level of the last heading. */
	level: number;
	/** In the order of the document, those within others after them. */
	tables: SetTable[];
	/** How many signs the narrowest line around here holds. */
	letters: number;
};

/** More letters than these beside a narrow chart stand out below it. */
const BESIDE_LETTERS = 460;
/** A head of more rows, or of rows that may be parted, is not repeated on every page. */
const HEAD_ROWS = 5;
/** A head of more lines stands on no page: it is no head, but rows with much text. */
const HIGHEST_HEAD = 24;
/** A cell of more lines may be parted over two pages; a page holds it whole at any size of text. */
const WHOLE_LINES = 12;
/** Rows that a cell reaches over, in lines: a page holds them in large type too. */
const WHOLE_ROWS = 16;

export const setBlocks = (blocks: Block[], s: Setting, within = true): SetBlock[] =>
	blocks.flatMap((block) => setBlock(block, s, within));

function setBlock(block: Block, s: Setting, within: boolean): SetBlock[] {
	const { kind } = block;
	switch (kind) {
		case 'heading': {
			const runs = setRuns(block.runs, s.targets, s.letters);
			if (runs.length === 0) return [];
			// A gap in the levels is refused by the typesetter, and means nothing to a reader.
			s.level = Math.min(block.level, s.level + 1);
			const number = printText(block.number);
			return [
				{ kind, level: s.level, id: giveId(block.id, s), number, toc: block.inContents, runs }
			];
		}
		case 'paragraph': {
			const runs = setRuns(block.runs, s.targets, s.letters);
			return runs.length === 0 ? [] : [{ kind, style: block.style, runs }];
		}
		case 'list': {
			const { ordered } = block;
			// A point begins further in.
			const inner = {
				...s,
				letters: s.letters < FULL_LINE ? Math.max(3, s.letters - 3) : FULL_LINE
			};
			const items = block.items.map((item) => setBlocks(item, inner));
			s.level = inner.level;
			const { works = false } = block;
			const start = Math.max(0, block.start);
			return items.length === 0 ? [] : [{ kind, ordered, start, items, works }];
		}
		case 'table':
			return setTable(block, s, within);
		case 'quote':
			return [{ kind, source: printText(block.source), blocks: setBlocks(block.blocks, s) }];
		case 'callout':
			return [{ kind, blocks: setBlocks(block.blocks, s) }];
		case 'picture': {
			const path = s.pictures.get(block.image) ?? '';
			return [{ kind, path, alt: block.alt, caption: printText(block.caption) }];
		}
		case 'chart':
			return [{ ...block, id: giveId(block.id, s), caption: printText(block.caption) }];
		case 'terms': {
			const items = block.items.map(({ term, lines }) => ({
				term: printText(term),
				lines: lines.map((line) => setRuns(line, s.targets, s.letters))
			}));
			return [{ kind, items }];
		}
		case 'together':
			return [setTogether(block, s)];
	}
}

/** An id stands once in a document: who comes second has none. */
function giveId(id: string | null, s: Setting): string | null {
	if (id === null || id === '' || s.given.has(id)) return null;
	s.given.add(id);
	return id;
}

/** A chart with little text beside it leaves room for the next one; else they stand below each other. */
function setTogether(block: Extract<Block, { kind: 'together' }>, s: Setting): SetBlock {
	const { kind } = block;
	const id = giveId(block.id, s);
	const charts = block.blocks.filter((one) => one.kind === 'chart');
	const first = block.blocks.findIndex((one) => one.kind !== 'heading');
	const others = block.blocks.slice(Math.max(0, first)).filter((one) => one.kind !== 'chart');
	const letters = others.map((one) =>
		one.kind === 'paragraph' ? one.runs.reduce((all, { text }) => all + text.length, 0) : Infinity
	);
	const [chart] = charts;
	const fits =
		s.beside &&
		charts.length === 1 &&
		others.length > 0 &&
		letters.reduce((all, one) => all + one, 0) <= BESIDE_LETTERS;
	if (!fits || chart === undefined)
		return { kind, id, above: [], beside: null, stacked: setBlocks(block.blocks, s) };
	return {
		kind,
		id,
		above: setBlocks(block.blocks.slice(0, first), s),
		beside: { left: setBlocks(others, s), chart: setBlock(chart, s, true)[0] },
		stacked: []
	};
}

function setTable(block: PrintTable, s: Setting, within: boolean): SetBlock[] {
	const { kind, head, rows } = block;
	const columns = Math.max(
		block.widths.length,
		...[...head, ...rows].map((row) => row.reduce((all, cell) => all + cell.colspan, 0))
	);
	if (columns === 0 || head.length + rows.length === 0) return [];
	const place = (part: typeof rows, from: number) =>
		fillHoles(placeCells(part, columns, from), part.length, columns, from);
	const top = place(head, 0);
	const body = place(rows, head.length);
	const widths =
		block.widths.length === columns && block.widths.every((width) => width > 0)
			? block.widths
			: Array.from({ length: columns }, () => 1);
	const fit = fitTable([...top, ...body], widths, { ...s, within });
	const lettersIn = (one: PlacedCell) => Math.min(s.letters, lettersOf(one, widths, fit, s.points));
	const linesIn = (one: PlacedCell) => linesOf(textOf(one.blocks), lettersIn(one));
	const isTall = (one: PlacedCell, lines: number) => linesIn(one) > lines;
	const headLines = top.reduce((all, one) => all + linesOf(textOf(one.blocks), lettersIn(one)), 0);
	if (headLines / columns > HIGHEST_HEAD || top.some((one) => isTall(one, HIGHEST_HEAD)))
		return setTable(withoutHead(block), s, within);
	s.tables.push({ headRows: head.length, bodyRows: rows.length, body: body.map(bodyCell) });
	const parted = partedRows([...top, ...body], linesIn);
	const cell = (one: PlacedCell) => {
		const inner = { ...s, letters: lettersIn(one) };
		const made = { ...one, parted: parted.has(one.y), blocks: setBlocks(one.blocks, inner) };
		s.level = inner.level;
		return made;
	};
	return [
		{
			kind,
			id: giveId(block.id, s),
			caption: printText(block.caption),
			headRows: head.length,
			arrows: block.arrows === true,
			bodyRows: rows.length,
			repeatHead:
				head.length <= HEAD_ROWS &&
				!top.some((one) => isTall(one, WHOLE_LINES) || leads(one.blocks)),
			head: top.map(cell),
			rows: body.map((one) => ({ ...cell(one), header: one.header && one.x > 0 })),
			widths,
			...fit
		}
	];
}

/**
 * The rows that may be parted over two pages. One cell that may not be parted keeps its whole row from
 * it; rows that a cell reaches over stay together with it where they are few lines, so that a page does
 * not begin with what nobody sees the name of.
 */
function partedRows(cells: PlacedCell[], linesIn: (one: PlacedCell) => number): Set<number> {
	const parted = new Set<number>();
	const lines = new Map<number, number>();
	for (const one of cells)
		if (one.rowspan === 1) lines.set(one.y, Math.max(lines.get(one.y) ?? 1, linesIn(one)));
	for (const one of cells) {
		const rows = Array.from({ length: one.rowspan }, (_, i) => one.y + i);
		const all = rows.reduce((sum, y) => sum + (lines.get(y) ?? 1), 0);
		const isLong = one.rowspan > 1 && all > WHOLE_ROWS;
		if (isLong || linesIn(one) > WHOLE_LINES) for (const y of rows) parted.add(y);
	}
	return parted;
}

/** The same rows, the head's first: a page cannot part a head, and would lose its end. */
function withoutHead(block: PrintTable): PrintTable {
	const first = block.head.map((row) =>
		row.map((cell, i) => ({ ...cell, header: i === 0 && block.rowHeaders }))
	);
	return { ...block, head: [], rows: [...first, ...block.rows] };
}

/** A head with links or notes is not repeated: what stands again on a page is none of the text there. */
function leads(blocks: Block[]): boolean {
	let found = false;
	eachBlock(blocks, (block) => {
		found ||= runsIn(block).some(({ href, note }) => href !== undefined || note !== undefined);
	});
	return found;
}

/** About how many lines a text takes. */
const linesOf = (text: string, letters: number): number =>
	text
		.split('\n')
		.reduce((all, line) => all + Math.max(1, Math.ceil((line.length * 1.1) / letters)), 0);

const bodyCell = ({ x, y, colspan, rowspan, header }: PlacedCell): BodyCell => ({
	x,
	y,
	colspan,
	rowspan,
	header
});
