import { Paragraph, Tab, Table, TextRun } from 'docx';
import type { Block, ParagraphStyle, Run } from '../print/document.ts';
import { placeBookmark } from './bookmarks.ts';
import { DEEPEST, openList, STEP } from './lists.ts';
import { FRAME_INDENT, NARROWEST, TERM_WIDTH } from './measures.ts';
import { chartRun, pictureRun } from './pictures.ts';
import { runChildren, textRuns } from './runs.ts';
import { STYLE, withinStyle } from './styles.ts';
import { tableAt, withArrows } from './tables.ts';
import { words } from './words.ts';
import { paragraphAt, type Place, type Writer } from './writer.ts';

type Flow = (Paragraph | Table)[];
type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

const STYLES: Record<Exclude<ParagraphStyle, 'plain' | 'value'>, string> = {
	lead: STYLE.lead,
	small: STYLE.small,
	source: STYLE.source,
	sentence: STYLE.sentence
};

/** Letters, in bold, that surely fit into the column of names. */
const LONGEST_TERM = 24;

/** Blocks one after another; the last of them stays with what follows when their place says so. */
export function blocksAt(w: Writer, place: Place, blocks: Block[]): Flow {
	const flow: Flow = [];
	for (const block of blocks) {
		// Word makes one table of two that touch, and a table begins no page.
		if ((w.isBelowTable || w.beginsPage) && beginsWithTable(block))
			flow.push(
				paragraphAt(w, place, { spacing: { before: 0, after: 0, line: 120, lineRule: 'auto' } })
			);
		flow.push(...blockAt(w, place, block));
	}
	return flow;
}

function beginsWithTable(block: Block): boolean {
	if (block.kind === 'table') return block.caption === '';
	const blocks = 'blocks' in block ? block.blocks : [];
	return blocks[0] !== undefined && beginsWithTable(blocks[0]);
}

function blockAt(w: Writer, place: Place, block: Block): Flow {
	switch (block.kind) {
		case 'heading':
			return [headingAt(w, place, block)];
		case 'paragraph':
			return [textAt(w, place, block.runs, block.style)];
		case 'list':
			return listAt(w, place, block);
		case 'table':
			return captionedTable(w, place, block);
		case 'quote':
			return quoteAt(w, place, block);
		case 'callout':
			return blocksAt(w, framed(place, 'callout'), block.blocks);
		case 'picture':
			return pictureAt(w, place, block);
		case 'chart':
			return chartAt(w, place, block);
		case 'terms':
			return termsAt(w, place, block.items);
		case 'together': {
			placeBookmark(w.bookmarks, block.id);
			const kept = { ...place, keepNext: true };
			return [
				...blocksAt(w, kept, block.blocks.slice(0, -1)),
				...blocksAt(w, place, block.blocks.slice(-1))
			];
		}
	}
}

function headingAt(w: Writer, place: Place, block: Of<'heading'>): Paragraph {
	placeBookmark(w.bookmarks, w.headings.get(block) ?? block.id);
	// It has more space above it than what a table would ask for.
	w.isBelowTable = false;
	const number = block.number === '' ? [] : textRuns(`${block.number} `);
	return paragraphAt(w, place, {
		style: block.inContents ? `Heading${block.level}` : withinStyle(block.level),
		children: [...number, ...runChildren(block.runs, w.bookmarks.names)]
	});
}

/** The style of plain text where it stands. */
function plainStyle({ cell, frame }: Place): string | undefined {
	if (cell) return cell.header ? STYLE.cellHead : STYLE.cell;
	return frame === null ? undefined : frame === 'quote' ? STYLE.quote : STYLE.callout;
}

function textAt(w: Writer, place: Place, runs: Run[], kind: ParagraphStyle): Paragraph {
	// Of a value the bold run is the number.
	if (kind === 'value')
		return paragraphAt(w, place, {
			style: STYLE.value,
			children: runs.flatMap(({ text, bold }) =>
				textRuns(text, bold ? { style: STYLE.number } : {})
			)
		});
	const style = kind === 'plain' ? plainStyle(place) : STYLES[kind];
	return paragraphAt(w, place, {
		...(style === undefined ? {} : { style }),
		children: runChildren(runs, w.bookmarks.names)
	});
}

/** Further in, as long as that leaves room for words. */
function further(place: Place, by: number): Place {
	const step = place.width - by < NARROWEST ? 0 : by;
	return { ...place, indent: place.indent + step, width: place.width - step };
}

const framed = (place: Place, frame: 'quote' | 'callout'): Place => ({
	...further(place, FRAME_INDENT),
	frame
});

function quoteAt(w: Writer, place: Place, { blocks, source }: Of<'quote'>): Flow {
	const inner = framed(place, 'quote');
	if (source === '') return blocksAt(w, inner, blocks);
	return [
		...blocksAt(w, { ...inner, keepNext: true }, blocks),
		paragraphAt(w, inner, { style: STYLE.quoteSource, children: textRuns(source) })
	];
}

function listAt(w: Writer, place: Place, { ordered, start, items, works }: Of<'list'>): Flow {
	if (works)
		return items.flat().flatMap((work) =>
			work.kind === 'paragraph'
				? paragraphAt(w, place, {
						style: STYLE.work,
						children: runChildren(work.runs, w.bookmarks.names)
					})
				: blockAt(w, place, work)
		);
	const level = Math.min(DEEPEST, place.depth);
	const list = openList(w.lists, ordered, start);
	const inner: Place = { ...further(place, STEP), depth: place.depth + 1 };
	return items.flatMap((blocks) => {
		const [first, ...rest] = blocks;
		// An item that begins with something else still has its bullet or number.
		const opens = first?.kind === 'paragraph';
		const item = paragraphAt(w, inner, {
			style: place.cell ? STYLE.cell : 'ListParagraph',
			numbering: { ...list, level },
			indent: { left: inner.indent, hanging: STEP },
			children: opens ? runChildren(first.runs, w.bookmarks.names) : []
		});
		return [item, ...blocksAt(w, inner, opens ? rest : blocks)];
	});
}

function captionedTable(w: Writer, place: Place, block: Of<'table'>): Flow {
	placeBookmark(w.bookmarks, block.id);
	const caption =
		block.caption === '' ? [] : [captionAt(w, { ...place, keepNext: true }, block.caption)];
	const table = tableAt(w, place, withArrows(block), (cell, inner) => {
		const made = blocksAt(w, inner, cell.blocks);
		w.isBelowTable = false;
		return made.length > 0
			? made
			: [paragraphAt(w, inner, { style: plainStyle(inner) ?? STYLE.cell })];
	});
	return table ? [...caption, table] : caption;
}

function captionAt(w: Writer, place: Place, caption: string, more = {}): Paragraph {
	w.isBelowTable = false;
	return paragraphAt(w, place, { style: STYLE.caption, children: textRuns(caption), ...more });
}

/** A drawing with its caption below, kept together. */
function drawingAt(
	w: Writer,
	place: Place,
	caption: string,
	run: Parameters<typeof paragraphAt>[2]['children']
): Flow {
	const kept = caption === '' ? place : { ...place, keepNext: true };
	const drawing = paragraphAt(w, kept, { style: STYLE.picture, children: run ?? [] });
	if (caption === '') return [drawing];
	return [drawing, captionAt(w, place, caption, { spacing: { before: 0, after: 160 } })];
}

function pictureAt(w: Writer, place: Place, { image, alt, caption }: Of<'picture'>): Flow {
	const ready = w.pictures.get(image);
	// The checks before publication refuse it; a file that leaves it out in silence would be worse.
	if (!ready)
		return drawingAt(w, place, caption, textRuns(words.noPicture(alt), { italics: true }));
	return drawingAt(w, place, caption, [pictureRun(w, place, ready, alt)]);
}

function chartAt(w: Writer, place: Place, block: Of<'chart'>): Flow {
	placeBookmark(w.bookmarks, block.id);
	return drawingAt(w, place, block.caption, [chartRun(w, place, block)]);
}

/** A name too long for its column, or a word that is: a checksum has 64 signs. */
const isLong = ({ term, lines }: Of<'terms'>['items'][number]): boolean =>
	term.length > LONGEST_TERM || lines.some((line) => line.some(({ text }) => /\S{48}/.test(text)));

/** Names with what belongs to them: side by side where there is room, else one below the other. */
export function termsAt(w: Writer, place: Place, items: Of<'terms'>['items']): Flow {
	const { names } = w.bookmarks;
	const isStacked = place.width < 2.5 * TERM_WIDTH || items.some(isLong);
	return items.flatMap(({ term, lines }): Flow => {
		const name = textRuns(term, { bold: true });
		if (isStacked)
			return [
				paragraphAt(
					w,
					{ ...place, keepNext: true },
					{ style: plainStyle(place) ?? STYLE.termAbove, children: name }
				),
				...lines.map((line) => textAt(w, place, line, 'plain'))
			];
		const left = place.indent + TERM_WIDTH;
		return [
			paragraphAt(w, place, {
				style: STYLE.term,
				indent: { left, hanging: TERM_WIDTH },
				children: [
					...name,
					...lines.flatMap((line, i) => [
						...(i === 0 ? [new TextRun({ children: [new Tab()] })] : textRuns('\n')),
						...runChildren(line, names)
					])
				]
			})
		];
	});
}
