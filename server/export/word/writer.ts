import { BookmarkEnd, BookmarkStart, Paragraph, type IParagraphOptions } from 'docx';
import type { Bookmarks } from './bookmarks.ts';
import type { Heading } from './contents.ts';
import { inline } from './inline.ts';
import type { Lists } from './lists.ts';
import type { ReadyPicture } from './pictures.ts';
import { HAIRLINE, SHADE, sideLine } from './styles.ts';

/** What is kept while one document is written, from its first paragraph to its last. */
export type Writer = {
	/** `rrggbb`. */
	accent: string;
	/** By id; a picture that cannot be read is not there. */
	pictures: Map<string, ReadyPicture>;
	/** By its SVG. */
	charts: Map<string, Uint8Array>;
	bookmarks: Bookmarks;
	/** Those of the contents, each with the id that the contents lead to. */
	headings: Map<Heading, string>;
	lists: Lists;
	/** How many drawings there are: each has a number of its own. */
	drawings: number;
	/** The paragraph that comes next stands right below a table, which has no space of its own. */
	isBelowTable: boolean;
	/** The paragraph that comes next begins a page. */
	beginsPage: boolean;
};

/** Where a block stands. Sizes in twips. */
export type Place = {
	width: number;
	indent: number;
	/** How many lists are around it. */
	depth: number;
	/** It stays on the page of what follows it. */
	keepNext: boolean;
	frame: 'quote' | 'callout' | null;
	cell: { header: boolean; align: 'left' | 'center' | 'right' } | null;
};

const BELOW_TABLE = 160;

/** The one way to a paragraph: it takes the bookmarks that wait, and what its place asks for. */
export function paragraphAt(w: Writer, place: Place, options: IParagraphOptions): Paragraph {
	const { waiting, placed } = w.bookmarks;
	const marks = waiting.splice(0).map((name) => {
		placed.add(name);
		return { name, number: placed.size };
	});
	const begins = marks.map(({ name, number }) => inline(new BookmarkStart(name, number)));
	const ends = marks.map(({ number }) => inline(new BookmarkEnd(number)));
	const below = w.isBelowTable ? { spacing: { before: BELOW_TABLE } } : {};
	const page = w.beginsPage && !place.cell ? { pageBreakBefore: true } : {};
	w.isBelowTable = false;
	if (!place.cell) w.beginsPage = false;
	return new Paragraph({
		...(place.indent > 0 ? { indent: { left: place.indent } } : {}),
		...(place.keepNext ? { keepNext: true } : {}),
		...(place.cell ? { alignment: place.cell.align } : {}),
		...frameOf(w, place),
		...below,
		...page,
		...options,
		children: [...begins, ...(options.children ?? []), ...ends]
	});
}

function frameOf({ accent }: Writer, { frame }: Place): Partial<IParagraphOptions> {
	if (frame === null) return {};
	if (frame === 'quote') return { border: sideLine(HAIRLINE) };
	return { border: sideLine(accent), shading: { type: 'clear', color: 'auto', fill: SHADE } };
}
