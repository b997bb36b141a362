import type { DocNode } from '#core/publication.ts';
import { heading, paragraph } from '#core/templates/blocks.ts';

/**
 * Terse writing of section documents in canonical form: every attribute written out, so that what is
 * written here is byte for byte what the schema gives back.
 */

type Inline = string | DocNode;
type Cell = string | DocNode[];

const NBSP = '\u00a0';

/** Swedish spacing: a number is not parted from its unit, its sign or its own thousands. */
export function typeset(text: string): string {
	return text
		.replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NBSP}`)
		.replace(/(\d) (?=%|kr\b|kronor\b|procent)/g, `$1${NBSP}`)
		.replace(/§ (?=\d)/g, `§${NBSP}`);
}

const word = (text: string): DocNode => ({ type: 'text', text: typeset(text) });
const inline = (parts: Inline[]): DocNode[] =>
	parts.map((part) => (typeof part === 'string' ? word(part) : part));

/** Bold words within a paragraph. */
export const b = (text: string): DocNode => ({ ...word(text), marks: [{ type: 'bold' }] });

/** Italic words within a paragraph. */
export const i = (text: string): DocNode => ({ ...word(text), marks: [{ type: 'italic' }] });

/** A link: its words say where it leads. */
export const a = (text: string, href: string): DocNode => ({
	...word(text),
	marks: [{ type: 'link', attrs: { href } }]
});

/** A paragraph of words and marked words; without any it is an empty one. */
export const p = (...parts: Inline[]): DocNode =>
	parts.length === 0 ? paragraph('') : { type: 'paragraph', content: inline(parts) };

/** A paragraph of short lines: in an easy-read text every thought begins one. */
export const lines = (...all: string[]): DocNode =>
	p(...all.flatMap((text, at): Inline[] => (at === 0 ? [text] : [{ type: 'hardBreak' }, text])));

/** A heading right below the section's own. */
export const h = (text: string): DocNode => heading(typeset(text), 1);

/** A heading below `h`. */
export const h2 = (text: string): DocNode => heading(typeset(text), 2);

const items = (entries: (Inline | Inline[])[]): DocNode[] =>
	entries.map((entry) => ({
		type: 'listItem',
		content: [p(...(Array.isArray(entry) ? entry : [entry]))]
	}));

/** A list with bullets; an entry of several parts is given as an array. */
export const list = (...entries: (Inline | Inline[])[]): DocNode => ({
	type: 'bulletList',
	content: items(entries)
});

/** A numbered list. */
export const steps = (...entries: (Inline | Inline[])[]): DocNode => ({
	type: 'orderedList',
	attrs: { start: 1 },
	content: items(entries)
});

/** Somebody's words, a paragraph each, with their source. */
export const quote = (source: string, ...paragraphs: string[]): DocNode => ({
	type: 'quote',
	attrs: { source },
	content: paragraphs.map((text) => p(text))
});

/** What the reader must not miss. */
export const callout = (...blocks: DocNode[]): DocNode => ({ type: 'callout', content: blocks });

const cell = (type: 'tableHeader' | 'tableCell', content: Cell): DocNode => ({
	type,
	attrs: { colspan: 1, rowspan: 1, colwidth: null, align: null },
	content: typeof content === 'string' ? [content === '' ? p() : p(content)] : content
});

/** A table whose first row holds its column headers. */
export const table = (
	caption: string,
	head: string[],
	rows: Cell[][],
	purpose: 'table' | 'followUp' | 'plan' = 'table'
): DocNode => ({
	type: 'table',
	attrs: { purpose, caption },
	content: [
		{ type: 'tableRow', content: head.map((text) => cell('tableHeader', text)) },
		...rows.map((row) => ({
			type: 'tableRow',
			content: row.map((content) => cell('tableCell', content))
		}))
	]
});

/** The indicator with its sentence, chart, table and source. */
export const indicator = (id: string): DocNode => ({
	type: 'indicator',
	attrs: { indicator: id }
});

/** The indicator's newest value as one big number. */
export const figure = (id: string): DocNode => ({ type: 'figure', attrs: { indicator: id } });

/** How many of the report's indicators went which way. */
export const indicatorSummary = (): DocNode => ({ type: 'indicatorSummary' });

/** A whole section; without blocks it is an empty one. */
export const doc = (...blocks: DocNode[]): DocNode => ({
	type: 'doc',
	content: blocks.length === 0 ? [p()] : blocks
});
