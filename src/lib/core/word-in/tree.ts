import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** HTML as it was written out of a file: elements and words, and nothing else. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const parseHtml = (html: string): HtmlNode[] => parseFragment(html).childNodes;

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

export const wordsOf = (node: HtmlNode): string =>
	'value' in node ? node.value : isElement(node) ? node.childNodes.map(wordsOf).join('') : '';

export const attributeOf = (element: HtmlElement, name: string): string =>
	element.attrs.find((attribute) => attribute.name === name)?.value ?? '';

export const hasClass = (element: HtmlElement, name: string): boolean =>
	attributeOf(element, 'class').split(' ').includes(name);

export const elementsIn = (parent: HtmlElement): HtmlElement[] =>
	parent.childNodes.filter(isElement);

/** An element and all elements within it, in order. */
export const allElements = (nodes: HtmlNode[]): HtmlElement[] =>
	nodes.flatMap((node) => (isElement(node) ? [node, ...allElements(node.childNodes)] : []));
