import {
	attributeOf,
	elementsIn,
	wordsOf,
	type HtmlElement,
	type HtmlNode,
	isElement
} from './tree.ts';

/**
 * Footnotes and endnotes, which the converter puts in a list at the end: their words by id, and the rest
 * of the file. An address that only the link knew is written out, for a footnote is words alone.
 */
export function takeNotes(
	nodes: HtmlNode[],
	idPrefix: string
): { notes: Map<string, string>; rest: HtmlNode[] } {
	const notes = new Map<string, string>();
	const isNote = (item: HtmlElement): boolean =>
		new RegExp(`^${idPrefix}(?:foot|end)note-`).test(attributeOf(item, 'id'));
	const rest = nodes.filter((node) => {
		if (!isElement(node) || node.tagName !== 'ol') return true;
		const items = elementsIn(node);
		if (items.length === 0 || !items.every(isNote)) return true;
		for (const item of items) notes.set(attributeOf(item, 'id'), noteText(item));
		return false;
	});
	return { notes, rest };
}

const noteText = (item: HtmlElement): string =>
	elementsIn(item).map(withAddresses).join(' ').replace(/\s+/g, ' ').trim();

function withAddresses(node: HtmlNode): string {
	if (!isElement(node)) return wordsOf(node);
	const words = node.childNodes.map(withAddresses).join('');
	if (node.tagName === 'br') return ' ';
	if (node.tagName !== 'a') return words;
	const href = attributeOf(node, 'href');
	// The way back to the text.
	if (href.startsWith('#')) return '';
	return href === '' || words.includes(href) ? words : `${words} (${href})`;
}
