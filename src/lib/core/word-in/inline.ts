import type { DocNode } from '../publication.ts';
import type { LeftOutCounts, WordImage } from './proposal.ts';
import { attributeOf, isElement, wordsOf, type HtmlElement, type HtmlNode } from './tree.ts';

/** What the reading of a file carries with it. */
export type Reading = {
	isSafeHref: (href: unknown) => boolean;
	/** What stands before every id that the converter makes. */
	idPrefix: string;
	/** By id: the words of footnotes and endnotes. */
	notes: Map<string, string>;
	/** By id: the pictures that can be taken. */
	images: Map<string, WordImage>;
	leftOut: LeftOutCounts;
	/** Pictures that stood where none can stand; they follow the block. */
	waiting: DocNode[];
};

const LONGEST_NOTE = 1000;
const LONGEST_ALT = 1000;
/** The scheme of the addresses that stand for pictures of the file. */
export const IMAGE_SCHEME = 'word-image:';

type Marks = NonNullable<DocNode['marks']>;
type Line = { nodes: DocNode[]; images: DocNode[] };

/** The words of some nodes, with what is bold, italic or a link, and the pictures among them. */
export function lineOf(nodes: HtmlNode[], reading: Reading): Line {
	const line: Line = { nodes: [], images: [] };
	for (const node of nodes) read(node, [], line, reading);
	return { nodes: tidied(line.nodes), images: line.images };
}

function read(node: HtmlNode, marks: Marks, line: Line, reading: Reading): void {
	if ('value' in node) {
		const text = node.value.replace(/[\t\n\r ]+/g, ' ');
		if (text !== '') line.nodes.push({ type: 'text', text, ...(marks.length > 0 && { marks }) });
		return;
	}
	if (!isElement(node)) return;
	const into = (more: Marks) => {
		for (const child of node.childNodes) read(child, more, line, reading);
	};
	const marked = (type: string) =>
		into(marks.some((mark) => mark.type === type) ? marks : [...marks, { type }]);
	switch (node.tagName) {
		case 'strong':
			return marked('bold');
		case 'em':
			return marked('italic');
		case 'br':
			line.nodes.push({ type: 'hardBreak' });
			return;
		case 'img': {
			const image = pictureOf(node, reading);
			if (image) line.images.push(image);
			return;
		}
		case 'sup':
			if (noteOf(node, reading) === null) return into(marks);
			line.nodes.push(...footnotes(noteOf(node, reading) ?? '', reading));
			return;
		case 'a':
			return into(linked(node, marks, reading));
		default:
			return into(marks);
	}
}

function pictureOf(img: HtmlElement, { images }: Reading): DocNode | null {
	const id = attributeOf(img, 'src').slice(IMAGE_SCHEME.length);
	if (!images.has(id)) return null;
	const alt = attributeOf(img, 'alt').replace(/\s+/g, ' ').trim().slice(0, LONGEST_ALT);
	return { type: 'picture', attrs: { image: id, alt, caption: '' } };
}

/** What the reference in a line refers to; null where it is none. */
function noteOf(sup: HtmlElement, { notes, idPrefix }: Reading): string | null {
	const [link] = sup.childNodes.filter(isElement);
	if (link?.tagName !== 'a') return null;
	const href = attributeOf(link, 'href');
	return href.startsWith(`#${idPrefix}`) ? (notes.get(href.slice(1)) ?? null) : null;
}

function footnotes(text: string, { leftOut }: Reading): DocNode[] {
	if (text === '') return [];
	if (text.length > LONGEST_NOTE) leftOut.add('notesCut');
	return [{ type: 'footnote', attrs: { text: text.slice(0, LONGEST_NOTE) } }];
}

function linked(link: HtmlElement, marks: Marks, { isSafeHref, leftOut }: Reading): Marks {
	const href = attributeOf(link, 'href');
	const isBefore = marks.some(({ type }) => type === 'link');
	// What leads to a place in the file leads nowhere here.
	if (href === '' || href.startsWith('#') || isBefore || wordsOf(link).trim() === '') return marks;
	if (isSafeHref(href)) return [...marks, { type: 'link', attrs: { href } }];
	leftOut.add('links');
	return marks;
}

/** Without white space at the ends and twice in a row. */
function tidied(nodes: DocNode[]): DocNode[] {
	const tidy: DocNode[] = [];
	let isSpaced = true;
	for (const node of nodes) {
		if (node.text === undefined) {
			tidy.push(node);
			isSpaced = node.type === 'hardBreak';
			continue;
		}
		const text = isSpaced ? node.text.replace(/^ +/, '') : node.text;
		if (text === '') continue;
		tidy.push({ ...node, text });
		isSpaced = text.endsWith(' ');
	}
	for (let last = tidy.at(-1); last; last = tidy.at(-1)) {
		if (last.type === 'hardBreak') {
			tidy.pop();
			continue;
		}
		const text = last.text?.replace(/ +$/, '');
		if (text === undefined || text === last.text) break;
		tidy.pop();
		if (text !== '') tidy.push({ ...last, text });
	}
	return tidy;
}

/** A textblock; without words it has no content. */
export const textblock = (type: string, content: DocNode[], attrs?: DocNode['attrs']): DocNode => ({
	type,
	...(attrs && { attrs }),
	...(content.length > 0 && { content })
});

/** The same words without one kind of mark. */
export const withoutMark = (nodes: DocNode[], type: string): DocNode[] =>
	nodes.map((node) => {
		const marks = node.marks?.filter((mark) => mark.type !== type) ?? [];
		const { marks: _marks, ...rest } = node;
		return marks.length > 0 ? { ...rest, marks } : rest;
	});

/** The words of a line alone. */
export const lineText = (nodes: DocNode[]): string =>
	nodes
		.map((node) => node.text ?? (node.type === 'hardBreak' ? ' ' : ''))
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
