import type { DocNode } from '#core/publication.ts';

/** Terse documents: state only what the test is about. */

export const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content });
export const text = (words: string, ...marks: NonNullable<DocNode['marks']>): DocNode =>
	marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };
export const p = (...content: (string | DocNode)[]): DocNode => ({
	type: 'paragraph',
	content: content.map((c) => (typeof c === 'string' ? text(c) : c))
});
export const h = (level: number, words: string): DocNode => ({
	type: 'heading',
	attrs: { level },
	content: [text(words)]
});
export const list = (type: 'bulletList' | 'orderedList', ...items: DocNode[][]): DocNode => ({
	type,
	content: items.map((content) => ({ type: 'listItem', content }))
});
export const th = (words: string, attrs: Record<string, unknown> = {}): DocNode => ({
	type: 'tableHeader',
	attrs,
	content: [words === '' ? { type: 'paragraph' } : p(words)]
});
export const td = (words: string, attrs: Record<string, unknown> = {}): DocNode => ({
	...th(words, attrs),
	type: 'tableCell'
});
export const tr = (...content: DocNode[]): DocNode => ({ type: 'tableRow', content });
export const table = (attrs: Record<string, unknown>, ...content: DocNode[]): DocNode => ({
	type: 'table',
	attrs,
	content
});
/** Rows and cells have no HTML of their own outside a table, nor has an area and what is in it. */
export function inTable(node: DocNode): DocNode {
	if (node.type === 'area') return { type: 'areaTable', attrs: {}, content: [node] };
	if (['areaTitle', 'measure', 'expectedResult'].includes(node.type))
		return inTable({ type: 'area', attrs: {}, content: [node] });
	if (node.type === 'measureText' || node.type === 'measureComment')
		return inTable({ type: 'measure', attrs: {}, content: [node] });
	if (node.type === 'tableRow') return table({}, node);
	return node.type === 'tableHeader' || node.type === 'tableCell' ? table({}, tr(node)) : node;
}
export const link = (href: string) => ({ type: 'link', attrs: { href } });
export const bold = { type: 'bold' };
export const italic = { type: 'italic' };
