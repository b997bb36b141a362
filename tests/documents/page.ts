import { JSDOM } from 'jsdom';

/** The published page as what is counted in it. */
export const root = (html: string): Element => new JSDOM(html).window.document.body;

export const all = (within: Element | null | undefined, selector: string): Element[] =>
	within ? [...within.querySelectorAll(selector)] : [];

/** The words as they are read, without the signs that only tell where a word may be parted. */
export const wordsOf = (element: Element | null | undefined): string =>
	(element?.textContent ?? '')
		.replace(/\u00ad/g, '')
		.replace(/[^\S\u00a0]+/g, ' ')
		.trim();

/** How often each value occurs. */
export function count(values: (string | null)[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
	return counts;
}
