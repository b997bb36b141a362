import { isSafeHref, NODE_ATTRIBUTES } from '#schema/attributes.ts';
import { HEADING_LEVELS } from '#schema/extensions.ts';
import { isFromWord, readWord } from './paste-word.ts';

/** Gone with all that is in them. */
const REMOVED = [
	'script, style, title, meta, link, template, iframe, object, embed, applet, form, input, button',
	'select, textarea, svg, math, canvas, audio, video, picture, img, map, noscript, head, xml',
	// Word's comments, footnote marks and drawings.
	'[data-style*="mso-element:comment" i], [class*="MsoCommentReference"], v\\:shape, v\\:shapetype'
].join(',');

/** What may stay; everything else is unwrapped: its words remain. */
const KEPT = new Set(
	(
		'P H1 H2 UL OL LI BLOCKQUOTE ASIDE TABLE THEAD TBODY TFOOT TR TH TD ' +
		'STRONG B EM I A BR FIGURE DIV'
	).split(' ')
);

const BLOCKS = 'p, h1, h2, ul, ol, table, blockquote, aside, figure, div';

/** Facts of areas and their rows; the schema reads each against the gate's list. */
const ROW = Object.fromEntries(
	'purpose caption id order departments articles responsible due status measures'
		.split(' ')
		.map((name) => [`data-${name}`, () => true])
);

/** What each element may carry beside `data-pm-slice`, which ProseMirror puts on its own HTML. */
const ATTRIBUTES: Record<string, Record<string, (value: string) => boolean>> = {
	// `#_Toc12` and the like lead to places of the document that was left behind.
	A: { href: (v) => isSafeHref(v) && !v.startsWith('#_') },
	P: {
		...ROW,
		'data-block': (v) => /^(areaTitle|measureText|measureComment|expectedResult)$/.test(v)
	},
	TH: cellAttributes(),
	TD: cellAttributes(),
	OL: { start: (v) => /^\d{1,5}$/.test(v) },
	TABLE: {
		'data-purpose': (v) => holds('table', 'purpose', v),
		'data-caption': (v) => holds('table', 'caption', v),
		'data-chart': (v) => holds('table', 'chart', v),
		'data-unit': (v) => holds('table', 'unit', v),
		'data-decimals': (v) => holds('table', 'decimals', Number(v)),
		'data-source': (v) => holds('table', 'source', v)
	},
	BLOCKQUOTE: { 'data-source': (v) => holds('quote', 'source', v) },
	FIGURE: {
		'data-image': (v) => v !== '' && holds('picture', 'image', v),
		'data-alt': (v) => holds('picture', 'alt', v),
		'data-caption': (v) => holds('picture', 'caption', v)
	},
	SPAN: {
		'data-block': (v) => v === 'footnote',
		'data-text': (v) => holds('footnote', 'text', v)
	},
	DIV: {
		...ROW,
		...Object.fromEntries(
			['place', 'date', 'name', 'title'].map((name) => [
				`data-${name}`,
				(v: string) => holds('signature', name, v)
			])
		),
		'data-block': (v) =>
			/^(indicator|figure|indicatorSummary|rollUp|areaTable|area|measure|references|signature)$/.test(
				v
			),
		'data-indicator': (v) => holds('indicator', 'indicator', v),
		'data-shows': (v) => holds('rollUp', 'shows', v)
	}
};

function cellAttributes(): Record<string, (value: string) => boolean> {
	const span = (v: string) => /^([1-9]\d?|100)$/.test(v);
	return { colspan: span, rowspan: span };
}

const holds = (node: string, attribute: string, value: unknown): boolean =>
	NODE_ATTRIBUTES[node]?.[attribute]?.(value) ?? false;

/**
 * Cleans HTML from the clipboard before the schema reads it: what Word, Google Docs and web pages
 * mean is kept (headings, lists, emphasis, links, tables with their header cells), how they look is
 * not. Pictures with a source elsewhere are dropped: a picture is uploaded or not there at all. What
 * was copied from this editor passes with its own attributes, each checked by the allowlist.
 */
export function cleanPastedHtml(html: string): string {
	const fromWord = isFromWord(html);
	// Word wraps list markers in conditional comments that are no comments: `<![if !supportLists]>`.
	const text = withoutStyles(html.replace(/<!\[(?:if|endif)[^>]*>/gi, ''));
	const root = new DOMParser().parseFromString(text, 'text/html').body;
	const own = root.querySelector('[data-pm-slice]') !== null;

	dropComments(root);
	if (fromWord) readWord(root);
	for (const element of root.querySelectorAll(REMOVED)) element.remove();
	readStyles(root);
	clampHeadings(root);
	if (!own) {
		markTableHeads(root);
		for (const aside of [...root.querySelectorAll('aside')]) unwrap(aside);
	}
	flattenCells(root);
	stripUnknown(root);
	if (!own) dropEmptyParagraphs(root);
	return root.innerHTML.trim();
}

/**
 * Leaves style sheets out, and names the attribute `style` another, which is read as it is written: the
 * page's policy lets no foreign style in (O9), not even into a document that nobody is shown, and would
 * complain of each.
 */
function withoutStyles(html: string): string {
	const tags = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
	const attributes = /(\s)([^\s=>/"']+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))/g;
	return html
		.replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
		.replace(tags, (tag) =>
			tag.replace(attributes, (whole, space: string, name: string, value: string) =>
				name.toLowerCase() === 'style' ? `${space}data-style${value}` : whole
			)
		);
}

function unwrap(element: Element): void {
	element.replaceWith(...element.childNodes);
}

function rename(element: Element, name: string): void {
	const renamed = element.ownerDocument.createElement(name);
	for (const { name: key, value } of element.attributes) renamed.setAttribute(key, value);
	renamed.append(...element.childNodes);
	element.replaceWith(renamed);
}

function dropComments(root: Element): void {
	const walker = root.ownerDocument.createTreeWalker(root, 128);
	const comments: Node[] = [];
	while (walker.nextNode()) comments.push(walker.currentNode);
	for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** Google Docs and Word say bold and italic in styles, and `b` for what is not bold at all. */
function readStyles(root: Element): void {
	for (const element of [...root.querySelectorAll('[data-style]')]) {
		const style = element.getAttribute('data-style') ?? '';
		const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1] ?? '';
		const bold = weight === 'bold' || Number(weight) >= 600;
		const plain = weight === 'normal' || (weight !== '' && Number(weight) < 600);
		if (plain && /^(B|STRONG)$/.test(element.tagName)) unwrap(element);
		else if (element.tagName === 'SPAN') {
			if (bold) wrapContent(element, 'strong');
			if (/(?:^|[;\s])font-style:\s*italic/i.test(style)) wrapContent(element, 'em');
		}
	}
}

function wrapContent(element: Element, name: string): void {
	const inner = element.ownerDocument.createElement(name);
	inner.append(...element.childNodes);
	element.append(inner);
}

function clampHeadings(root: Element): void {
	const deepest = Math.max(...HEADING_LEVELS);
	for (const heading of [...root.querySelectorAll('h3, h4, h5, h6')])
		rename(heading, `h${deepest}`);
}

/** Cells of a `thead`, and of a first row that Word calls one, are header cells. */
function markTableHeads(root: Element): void {
	for (const cell of [...root.querySelectorAll('thead td')]) rename(cell, 'th');
	for (const row of [...root.querySelectorAll('tr')]) {
		if (!/mso-yfti-firstrow:\s*yes/i.test(row.getAttribute('data-style') ?? '')) continue;
		for (const cell of [...row.querySelectorAll('td')]) rename(cell, 'th');
	}
}

/** A cell holds paragraphs and lists: headings in it are text, a table in it becomes its words. */
function flattenCells(root: Element): void {
	for (const table of [...root.querySelectorAll('td table, th table')].reverse()) {
		const words = [...table.querySelectorAll('td, th')].map((c) => c.textContent.trim());
		const paragraph = table.ownerDocument.createElement('p');
		paragraph.textContent = words.filter((w) => w !== '').join(' · ');
		table.replaceWith(paragraph);
	}
	for (const heading of [...root.querySelectorAll('td :is(h1, h2), th :is(h1, h2)')])
		rename(heading, 'p');
	for (const block of [
		...root.querySelectorAll('td :is(blockquote, aside), th :is(blockquote, aside)')
	])
		unwrap(block);
}

function stripUnknown(root: Element): void {
	for (const element of [...root.querySelectorAll('*')]) {
		const allowed = ATTRIBUTES[element.tagName] ?? {};
		for (const { name, value } of [...element.attributes]) {
			if (name === 'data-pm-slice' || allowed[name]?.(value)) continue;
			element.removeAttribute(name);
		}
		if (isKept(element)) continue;
		// A block that goes must not run its words into its neighbour's.
		if (element.tagName === 'DIV' && element.querySelector(BLOCKS) === null) rename(element, 'p');
		else unwrap(element);
	}
}

function isKept(element: Element): boolean {
	switch (element.tagName) {
		case 'A':
			return element.hasAttribute('href');
		case 'FIGURE':
			return element.hasAttribute('data-image');
		case 'DIV':
		case 'SPAN':
			return element.hasAttribute('data-block');
		default:
			return KEPT.has(element.tagName);
	}
}

/** Empty lines between paragraphs are how others make space. */
function dropEmptyParagraphs(root: Element): void {
	for (const paragraph of [...root.querySelectorAll('p, h1, h2')]) {
		if (paragraph.closest('td, th, li')) continue;
		if (paragraph.textContent.replace(/[\u00a0\u200b\ufeff]/g, ' ').trim() === '')
			paragraph.remove();
	}
}
