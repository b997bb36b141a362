import { noteText } from '#core/notes.ts';
import type { DocNode } from '#core/publication.ts';
import { referencesInOrder } from '#core/references.ts';
import { normalise } from '#schema/content.ts';
import { docHtml, type HtmlOptions } from '#schema/html.ts';
import { walk } from '#schema/text.ts';

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
	for (const mark of root.querySelectorAll('sup')) mark.remove();
	return [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]
		.map((block) => block.textContent.trim())
		.filter((line) => line !== '')
		.join('\n');
}

/** The words of the notes in the order in which they are read, from a draft's marks or at the end. */
export function readNotes(markup: string): string[] {
	const root = parse(markup);
	for (const back of root.querySelectorAll('[role="doc-backlink"]')) back.remove();
	const said = [
		...[...root.querySelectorAll('sup[data-note]')].map((mark) => mark.getAttribute('data-note')),
		...[...root.querySelectorAll('.notes li')].map((item) => item.textContent)
	];
	return said.map((words) => (words ?? '').trim()).filter((words) => words !== '');
}

/** The notes of a document, in its order. */
export function notesIn(d: DocNode): string[] {
	const notes: string[] = [];
	walk(d, (node) => notes.push(noteText(node)));
	return notes.filter((words) => words !== '');
}

/** A document with its works in the order in which readers have them. */
export const asRead = (d: DocNode): DocNode =>
	d.type === 'references'
		? { ...d, content: referencesInOrder(d) }
		: d.content
			? { ...d, content: d.content.map(asRead) }
			: d;

export const draft = (d: DocNode, more: Partial<HtmlOptions> = {}) =>
	docHtml(normalise(d), { headingBase: 3, ...more });
export const edition = (d: DocNode, more: Partial<HtmlOptions> = {}) =>
	draft(d, { form: 'edition', ...more });
