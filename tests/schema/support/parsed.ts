import type { DocNode } from '#core/publication.ts';
import { normalise } from '#schema/content.ts';
import { docHtml, type HtmlOptions } from '#schema/html.ts';

/** HTML of documents, and what a browser reads in it (jsdom's document). */

export function parse(markup: string): HTMLElement {
	const root = document.createElement('div');
	root.innerHTML = markup;
	return root;
}

/** The words of the textblocks, a line each, read from the parsed HTML: the twin of `plainText`. */
export function readText(markup: string): string {
	const root = parse(markup);
	for (const br of root.querySelectorAll('br')) br.replaceWith(' ');
	return [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]
		.map((block) => block.textContent.trim())
		.filter((line) => line !== '')
		.join('\n');
}

export const draft = (d: DocNode, more: Partial<HtmlOptions> = {}) =>
	docHtml(normalise(d), { headingBase: 3, ...more });
export const edition = (d: DocNode, more: Partial<HtmlOptions> = {}) =>
	draft(d, { form: 'edition', ...more });
