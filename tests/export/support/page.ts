import type { DocNode, EditionModel } from '#core/publication.ts';
import { renderEdition } from '#server/export/index.ts';
import { SOFT_HYPHEN } from '#server/export/soft-hyphens.ts';

/** Terse documents, and the article of an edition as a browser reads it (jsdom's document). */

export const p = (...words: (string | DocNode)[]): DocNode => ({
	type: 'paragraph',
	content: words.map((w) => (typeof w === 'string' ? { type: 'text', text: w } : w))
});
export const h = (level: number, words: string): DocNode => ({
	type: 'heading',
	attrs: { level },
	content: [{ type: 'text', text: words }]
});
export const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content });
export const block = (indicator: string, type = 'indicator'): DocNode => ({
	type,
	attrs: { indicator }
});

/** The article in a document of its own. */
export function page(model: EditionModel): HTMLElement {
	// Where a word may be parted is tested by itself; here words are compared.
	const article = renderEdition(model).replaceAll(SOFT_HYPHEN, '');
	document.body.innerHTML = `<main>${article}</main>`;
	return document.body;
}
export const words = (element: Element | null | undefined): string =>
	(element?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const all = (root: Element, selector: string): Element[] => [
	...root.querySelectorAll(selector)
];

/** The approved words of a section, read from the page: its text without figures and captions. */
export function sectionText(root: Element, key: string): string {
	const body = root.querySelector(`[data-section="${key}"]`)?.cloneNode(true) as Element;
	for (const drawn of all(
		body,
		'[data-block], figcaption, caption, .chart-title, .table-block > .source'
	))
		drawn.remove();
	for (const br of all(body, 'br')) br.replaceWith(' ');
	return all(body, 'p, h1, h2, h3, h4, h5, h6')
		.map((line) => line.textContent.trim())
		.filter((line) => line !== '')
		.join('\n');
}
