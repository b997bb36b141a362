import { areaTableAsTable } from '#core/area-as-table.ts';
import type { DocNode, FixedDepartment } from '#core/publication.ts';
import { tableSourceLine } from '#core/table-source.ts';
import { showsOf, type RollUpShows } from '#core/taken-in.ts';
import { areaTableHtml } from './area-html.ts';
import { inlineHtml } from './inline-html.ts';
import { attribute, escapeHtml } from './markup.ts';
import {
	countedNotes,
	NoteList,
	referencesHtml,
	signatureHtml,
	type NoteNames
} from './parts-html.ts';
import { tableHtml, textAttr } from './table-html.ts';
import { plainText } from './text.ts';

/** The blocks that are drawn by somebody else: numbers live outside the text (I5). */
export type ReferenceKind = 'indicator' | 'figure' | 'indicatorSummary';

export type HtmlOptions = {
	/** The level of a level 1 heading of the document. */
	headingBase: number;
	/**
	 * `draft` (the default) is what the editor shows, empty paragraphs included. `edition` is for
	 * readers: empty blocks are left out, heading levels have no gaps, tables scroll in a region that
	 * the keyboard reaches.
	 */
	form?: 'draft' | 'edition';
	/** Draws a reference block; `level` is that of a heading which would stand there. */
	figure?: (kind: ReferenceKind, indicatorId: string | null, level: number) => string;
	/** Draws what is taken in from other editions; `level` is that of a heading there. */
	rollUp?: (shows: RollUpShows, level: number) => string;
	/** The address of a picture. */
	imageUrl?: (id: string) => string;
	/** Its size in pixels, so that the page does not jump; null when it is not known. */
	imageSize?: (id: string) => { width: number; height: number } | null;
	/** Names for blocks that have none in the text, read aloud only; left out without them. */
	labels?: { callout: string; table: (ordinal: number) => string; showTable: string };
	/** Numbers, places and names of the notes; without it they are counted from 1. */
	notes?: NoteNames;
	/** The departments that areas may name; of others nothing is said. */
	departments?: FixedDepartment[];
	/** The picture of the n-th table, as finished HTML; empty where the table asks for none. */
	chart?: (table: DocNode, ordinal: number) => string;
};

/** What the renderer carries through a document. */
type Rendering = Omit<Required<HtmlOptions>, 'labels'> & {
	labels: HtmlOptions['labels'] | undefined;
	/** How many levels of headings stand open above the next block. */
	depth: number;
	tables: number;
	noteList: NoteList;
};

/**
 * A section's document as HTML, by the canonical JSON alone: no DOM, everything escaped, no style,
 * script or handler. Deterministic.
 * @throws Error on a node or mark that the schema does not have: it would be lost in silence
 */
export function docHtml(doc: DocNode, options: HtmlOptions): string {
	const notes = options.notes ?? countedNotes();
	const rendering: Rendering = {
		form: 'draft',
		figure: (kind, id) =>
			`<div data-block="${kind}"${id === null ? '' : attribute('data-indicator', id)}></div>`,
		rollUp: (shows) => `<div data-block="rollUp" data-shows="${shows}"></div>`,
		imageUrl: (id) => `/images/${encodeURIComponent(id)}`,
		imageSize: () => null,
		departments: [],
		chart: () => '',
		...options,
		notes,
		labels: options.labels,
		depth: 0,
		tables: 0,
		noteList: new NoteList(options.form ?? 'draft', notes)
	};
	return nodeHtml(doc, rendering) + rendering.noteList.html();
}

/** The blocks within a node. */
const childrenHtml = (node: DocNode, r: Rendering): string =>
	(node.content ?? []).map((child) => nodeHtml(child, r)).join('');

/** Readers are not shown blocks without a word in them, nor a word in the attribute `caption`. */
const leaveOut = (node: DocNode, r: Rendering, caption?: string): boolean =>
	r.form === 'edition' &&
	plainText(node) === '' &&
	(caption === undefined || textAttr(node, caption).trim() === '');

function nodeHtml(node: DocNode, r: Rendering): string {
	const attrs = node.attrs ?? {};
	switch (node.type) {
		case 'doc':
			return childrenHtml(node, r);
		case 'paragraph':
			return leaveOut(node, r) ? '' : `<p>${wordsHtml(node, r)}</p>`;
		case 'heading':
			return leaveOut(node, r) ? '' : headingHtml(node, r);
		case 'text':
		case 'hardBreak':
		case 'footnote':
			return wordsHtml({ type: 'paragraph', content: [node] }, r);
		case 'bulletList': {
			const items = (node.content ?? []).filter((item) => !leaveOut(item, r));
			return items.length === 0 ? '' : `<ul>${childrenHtml({ ...node, content: items }, r)}</ul>`;
		}
		case 'orderedList': {
			if (leaveOut(node, r)) return '';
			// An empty item stays here: without it the others would get other numbers.
			const start = Number(attrs['start'] ?? 1);
			const from = start === 1 ? '' : ` start="${Math.trunc(start) || 0}"`;
			return `<ol${from}>${childrenHtml(node, r)}</ol>`;
		}
		case 'listItem':
			return `<li>${childrenHtml(node, r)}</li>`;
		case 'table':
			return leaveOut(node, r, 'caption') ? '' : tableOf(node, r);
		case 'areaTable':
			return areasOf(areaTableAsTable(node, r.departments), r);
		case 'quote':
			return leaveOut(node, r, 'source') ? '' : quoteHtml(node, r);
		case 'callout': {
			if (leaveOut(node, r)) return '';
			// A note, not the complementary landmark that a bare aside would be.
			const label = r.labels ? attribute('aria-label', r.labels.callout) : '';
			return `<aside role="note"${label}>${childrenHtml(node, r)}</aside>`;
		}
		case 'references':
			if (leaveOut(node, r)) return '';
			return referencesHtml(node, r.form, (paragraph) => nodeHtml(paragraph, r));
		case 'signature':
			return leaveOut(node, r) ? '' : signatureHtml(node);
		case 'picture':
			return pictureHtml(node, r);
		case 'indicator':
		case 'figure':
			return r.figure(node.type, textAttr(node, 'indicator'), headingLevel(r.depth + 1, r));
		case 'indicatorSummary':
			return r.figure(node.type, null, headingLevel(r.depth + 1, r));
		case 'rollUp':
			return r.rollUp(showsOf(node), headingLevel(r.depth + 1, r));
		default:
			throw new Error(`No HTML for the node ${node.type}`);
	}
}

const wordsHtml = (node: DocNode, r: Rendering): string =>
	inlineHtml(node, (note) => r.noteList.markHtml(note));

const headingLevel = (depth: number, r: Rendering): number =>
	Math.min(6, r.headingBase + depth - 1);

function headingHtml(node: DocNode, r: Rendering): string {
	const asked = Number(node.attrs?.['level'] ?? 1);
	// A level 2 heading without a level 1 above it would leave a gap in the outline.
	const depth = r.form === 'edition' ? Math.min(asked, r.depth + 1) : asked;
	r.depth = depth;
	const tag = `h${headingLevel(depth, r)}`;
	return `<${tag}>${wordsHtml(node, r)}</${tag}>`;
}

/**
 * A table with its picture, where it asks for one, and its source. In an edition the picture stands
 * for the table, which opens below it; a wide table scrolls for itself, by keyboard too.
 */
function tableOf(node: DocNode, r: Rendering): string {
	r.tables += 1;
	const table = tableHtml(node, r.form, (cell) => childrenHtml(cell, r));
	const chart = r.chart(node, r.tables);
	const said = textAttr(node, 'source').trim();
	const source = said === '' ? '' : `<p class="source">${escapeHtml(tableSourceLine(said))}</p>`;
	const framed = r.form === 'draft' ? table : frameOf(node, table, r);
	if (chart + source === '') return framed;
	const shown =
		chart === '' || r.form === 'draft'
			? framed
			: '<details class="numbers">' +
				`<summary>${escapeHtml(r.labels?.showTable ?? '')}</summary>${framed}</details>`;
	return `<div class="table-block">${chart}${shown}${source}</div>`;
}

/** Areas as a table; for readers nothing where there is none. It grows narrow with the page. */
function areasOf(table: DocNode, r: Rendering): string {
	const rows = (table.content ?? []).length - 1;
	if (r.form === 'edition' && rows === 0) return '';
	r.tables += 1;
	const label = r.labels?.table(r.tables) ?? '';
	return `<div class="area-table">${areaTableHtml(table, label, (cell) => childrenHtml(cell, r))}</div>`;
}

function frameOf(node: DocNode, table: string, r: Rendering): string {
	const name = textAttr(node, 'caption').trim() || (r.labels?.table(r.tables) ?? '');
	// A group, not a region: a report has dozens of tables, and landmarks should stay few.
	const label = attribute('aria-label', name);
	return `<div class="table" role="group" tabindex="0"${label}>${table}</div>`;
}

/** A quotation keeps together with its source. */
function quoteHtml(node: DocNode, r: Rendering): string {
	const source = textAttr(node, 'source');
	const caption = source.trim() === '' ? '' : `<figcaption>${escapeHtml(source)}</figcaption>`;
	const words = `<blockquote>${childrenHtml(node, r)}</blockquote>`;
	return `<figure class="quote">${words}${caption}</figure>`;
}

function pictureHtml(node: DocNode, r: Rendering): string {
	const id = textAttr(node, 'image');
	const caption = textAttr(node, 'caption');
	const size = id ? r.imageSize(id) : null;
	const img = id
		? `<img${attribute('src', r.imageUrl(id))}${attribute('alt', textAttr(node, 'alt'))}` +
			(size ? ` width="${size.width}" height="${size.height}"` : '') +
			' loading="lazy" />'
		: '';
	const words = caption.trim() ? `<figcaption>${escapeHtml(caption)}</figcaption>` : '';
	if (r.form === 'edition' && img + words === '') return '';
	return `<figure class="picture">${img}${words}</figure>`;
}
