import type { DocNode } from '../publication.ts';
import { lineOf, lineText, textblock, withoutMark, type Reading } from './inline.ts';
import { tableOf } from './table.ts';
import {
	allElements,
	attributeOf,
	hasClass,
	isElement,
	type HtmlElement,
	type HtmlNode
} from './tree.ts';

/** What a paragraph's style says that HTML has no word for; the converter writes it as a class. */
export const ROLES = ['caption', 'source', 'quoteSource', 'value', 'sentence', 'small'] as const;
export type Role = (typeof ROLES)[number];

/** A piece of a file, in order. */
export type FileBlock = {
	node: DocNode;
	/** Of a heading its level in the file, from 1; else 0. */
	level: number;
	/** A heading that its style says stands within a section. */
	isWithin: boolean;
	role: Role | null;
	/** The bookmarks that begin in it, without the converter's prefix. */
	bookmarks: string[];
	/** It links to another place of the file. */
	pointsWithin: boolean;
};

/** The blocks of a file. */
export function fileBlocks(nodes: HtmlNode[], reading: Reading): FileBlock[] {
	const blocks: FileBlock[] = [];
	let loose: HtmlNode[] = [];
	const flush = () => {
		const line = lineOf(loose, reading);
		loose = [];
		push(null, [...paragraphOf(line.nodes), ...line.images]);
	};
	const push = (element: HtmlElement | null, made: DocNode[]) => {
		const all = element ? allElements([element]) : [];
		const facts = {
			level: element ? levelOf(element) : 0,
			isWithin: element !== null && hasClass(element, 'within'),
			role: element ? (ROLES.find((role) => hasClass(element, role)) ?? null) : null,
			bookmarks: all.flatMap((one) => bookmarkOf(one, reading)),
			pointsWithin: all.some((one) => attributeOf(one, 'href').startsWith('#'))
		};
		for (const node of [...made, ...reading.waiting.splice(0)])
			blocks.push({ ...facts, node, level: node.type === 'heading' ? facts.level : 0 });
	};
	for (const node of nodes) {
		if (!isElement(node) || !isBlock(node)) {
			loose.push(node);
			continue;
		}
		flush();
		push(node, blocksOf(node, reading));
	}
	flush();
	return withCaptions(blocks);
}

const BLOCKS = /^(?:h[1-6]|p|ul|ol|table|blockquote|aside)$/;
const isBlock = ({ tagName }: HtmlElement): boolean => BLOCKS.test(tagName);
const levelOf = ({ tagName }: HtmlElement): number => Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);

function bookmarkOf(element: HtmlElement, { idPrefix }: Reading): string[] {
	const id = element.tagName === 'a' ? attributeOf(element, 'id') : '';
	return id.startsWith(idPrefix) ? [id.slice(idPrefix.length)] : [];
}

const paragraphOf = (line: DocNode[]): DocNode[] =>
	lineText(line) === '' && !line.some(({ type }) => type === 'footnote')
		? []
		: [textblock('paragraph', line)];

function blocksOf(element: HtmlElement, reading: Reading): DocNode[] {
	switch (element.tagName) {
		case 'ul':
		case 'ol':
			return listOf(element, reading);
		case 'table': {
			const table = tableOf(element, (cell) => innerBlocks(cell.childNodes, reading));
			return table ? [table] : [];
		}
		case 'blockquote':
			return quotesOf(element, reading);
		case 'aside': {
			const content = innerBlocks(element.childNodes, reading);
			return content.length > 0 ? [{ type: 'callout', content }] : [];
		}
		default: {
			const { nodes, images } = lineOf(element.childNodes, reading);
			if (levelOf(element) === 0 || lineText(nodes) === '')
				return [...paragraphOf(nodes), ...images];
			const words = withoutMark(nodes, 'bold');
			return [textblock('heading', words, { level: 1 }), ...images];
		}
	}
}

/** Paragraphs and lists: what a cell, a box or a point may hold. What else stands there becomes them. */
function innerBlocks(nodes: HtmlNode[], reading: Reading): DocNode[] {
	const made: DocNode[] = [];
	let loose: HtmlNode[] = [];
	const flush = () => {
		const { nodes: line, images } = lineOf(loose, reading);
		loose = [];
		made.push(...paragraphOf(line));
		reading.waiting.push(...images);
	};
	for (const node of nodes) {
		if (!isElement(node)) {
			loose.push(node);
			continue;
		}
		if (!isBlock(node) && !/^(?:thead|tbody|tr|td|th|li|div)$/.test(node.tagName)) {
			loose.push(node);
			continue;
		}
		flush();
		if (node.tagName === 'ul' || node.tagName === 'ol') made.push(...listOf(node, reading));
		else made.push(...innerBlocks(node.childNodes, reading));
	}
	flush();
	return made;
}

function listOf(list: HtmlElement, reading: Reading): DocNode[] {
	const items = list.childNodes.filter(isElement).map((item): DocNode => {
		const inner = innerBlocks(item.childNodes, reading);
		const [first] = inner;
		const content = first?.type === 'paragraph' ? inner : [{ type: 'paragraph' }, ...inner];
		return { type: 'listItem', content };
	});
	if (items.length === 0) return [];
	return list.tagName === 'ul'
		? [{ type: 'bulletList', content: items }]
		: [{ type: 'orderedList', attrs: { start: 1 }, content: items }];
}

/** A quotation ends with its source, and another may follow at once. */
function quotesOf(quote: HtmlElement, reading: Reading): DocNode[] {
	const quotes: DocNode[] = [];
	let words: DocNode[] = [];
	const close = (source: string) => {
		if (words.length > 0) quotes.push({ type: 'quote', attrs: { source }, content: words });
		words = [];
	};
	for (const part of quote.childNodes.filter(isElement)) {
		const line = lineOf(part.childNodes, reading);
		reading.waiting.push(...line.images);
		if (hasClass(part, 'quoteSource') && words.length > 0)
			close(lineText(line.nodes).slice(0, 500));
		// The style is in italics; a quotation here has a look of its own.
		else words.push(...paragraphOf(line.nodes));
	}
	close('');
	return quotes;
}

const LONGEST_CAPTION = 500;

/**
 * Captions go to their pictures and tables: to the picture above, else to the table below, else to the
 * table above. The line with a table's source goes to the table.
 */
function withCaptions(blocks: FileBlock[]): FileBlock[] {
	const kept: FileBlock[] = [];
	let forTable = '';
	blocks.forEach((block, i) => {
		const { node, role } = block;
		const words = lineText(node.content ?? []).slice(0, LONGEST_CAPTION);
		const before = kept.at(-1)?.node;
		if (role === 'caption' && node.type === 'paragraph') {
			const next = blocks[i + 1]?.node.type === 'table';
			const isTables = next && (before?.type !== 'picture' || /^tabell/i.test(words));
			if (isTables) {
				forTable = words;
				return;
			}
			if ((before?.type === 'picture' || before?.type === 'table') && !said(before, 'caption')) {
				before.attrs = { ...before.attrs, caption: words };
				return;
			}
		}
		if (role === 'source' && before?.type === 'table' && !said(before, 'source')) {
			before.attrs = { ...before.attrs, source: words.replace(/^källa:\s*/i, '') };
			return;
		}
		if (node.type === 'table' && forTable !== '') {
			node.attrs = { ...node.attrs, caption: forTable };
			forTable = '';
		}
		kept.push(block);
	});
	return kept;
}

const said = (node: DocNode, name: string): boolean => Boolean(node.attrs?.[name]);
