/**
 * An edition as paper has it: what PDF and Word are both made of, so that they cannot say different
 * things (P4). It knows blocks and words, no sizes and no library. Deterministic, plain data.
 */

/** Words that share their marks. A line break is `\n` within the text. */
export type Run = {
	text: string;
	bold?: true;
	italic?: true;
	/** An address, or `#` and an id. */ href?: string;
	/** Instead of words the mark of a footnote, whose words stand at the foot of the page. */
	note?: { number: number; runs: Run[] };
	/** Instead of words the number of pages, which the form itself knows. */
	pages?: true;
};

export type ParagraphStyle =
	| 'plain'
	| 'lead'
	/** Below or beside something: who sends it, tags of a section, an explanation. */
	| 'small'
	/** Where a number comes from. */
	| 'source'
	/** A number, large: the bold run is the number, what follows is its period. */
	| 'value'
	/** What a generated sentence says of an indicator. */
	| 'sentence';

export type TableCell = {
	blocks: Block[];
	header: boolean;
	colspan: number;
	rowspan: number;
	align: 'left' | 'center' | 'right';
};

export type PrintTable = {
	kind: 'table';
	/** Unique in the document; null where nothing links to it. */
	id: string | null;
	caption: string;
	/** Rows at the top that are repeated on every page; may be empty. */
	head: TableCell[][];
	rows: TableCell[][];
	/** The first column names the rows. */
	rowHeaders: boolean;
	/** From the first column an arrow leads to the second: what was becomes what is. */
	arrows?: true;
	/** Relative widths, one a column. */
	widths: number[];
};

export type Block =
	/** Levels without gaps; 1 is a chapter. `inContents` is false for headings within a section. */
	| {
			kind: 'heading';
			level: 1 | 2 | 3 | 4 | 5;
			id: string | null;
			number: string;
			runs: Run[];
			inContents: boolean;
	  }
	| { kind: 'paragraph'; style: ParagraphStyle; runs: Run[] }
	/** `works` are those that a text refers to: such a list has no bullets. */
	| { kind: 'list'; ordered: boolean; start: number; items: Block[][]; works?: true }
	| PrintTable
	| { kind: 'quote'; blocks: Block[]; source: string }
	| { kind: 'callout'; blocks: Block[] }
	/** `image` is a key of `EditionModel.images`. */
	| { kind: 'picture'; image: string; alt: string; caption: string }
	/** An SVG with literal colours, its size in pixels. The caption may be empty. */
	| {
			kind: 'chart';
			id: string | null;
			svg: string;
			width: number;
			height: number;
			alt: string;
			caption: string;
			/** The same drawn for a narrow place: beside text, and in large type. */
			narrow?: { svg: string; width: number; height: number };
	  }
	/** Names with what belongs to them, such as the facts on the title page. */
	| { kind: 'terms'; items: { term: string; lines: Run[][] }[] }
	/** Blocks that should stand on one page where there is room: an indicator with its chart. */
	| { kind: 'together'; id: string | null; blocks: Block[] };

/** A part of the document that comes of one section; checks and error messages name it. */
export type PrintPart = {
	/** Null for what we make ourselves: answer, key figures, record. */
	section: { key: string; number: string; title: string } | null;
	blocks: Block[];
};

export type PrintDocument = {
	lang: 'sv';
	title: string;
	/** Municipality, authority. */
	sender: string;
	/** `#rrggbb`. */
	accent: string;
	logo: { image: string; alt: string } | null;
	/** What the title page says below the title. */
	facts: { term: string; lines: Run[][] }[];
	/** In the head of every page; with `pages` its number stands there, and not at the foot. */
	running: { left: string; right: string; pages?: true };
	/** The text begins below the title, which has no page of its own. */
	short?: true;
	/** At the foot of every page, before "Sida 1 av 20": edition, date, decision. */
	foot: string;
	/** The heading above the colophon. */
	colophonTitle: string;
	/**
	 * Edition, date, decision, how it is cited, address where there is one, and the full hash: said once,
	 * at the end (P4).
	 */
	colophon: string[];
	/** Empty where there is no table of contents. */
	contentsTitle: string;
	parts: PrintPart[];
	/** ISO time of publication: the only clock that a file may know. */
	publishedAt: number;
};
