import type { EditionModel, FixedContent } from '#core/publication.ts';
import { anchorsOf } from './anchors.ts';
import { textHtml, type Print } from './chapters.ts';

export type Beside = {
	/** Comes before its ids, so that they are none of the page's. */
	prefix: string;
	/** The level of its headings. */
	headings: number;
	/** Where its links to other places lead: the page of the whole. */
	elsewhere: string;
	/** The address before a picture's id, where it is not the edition's. */
	images?: string;
};

/**
 * The text of a section as the edition shows it, to be read on a page of another kind: what it links to
 * elsewhere is in the edition, and its ids are none of that page's. Its long words have no soft hyphens:
 * who copies a line takes its letters alone.
 */
export function besideHtml(model: EditionModel, content: FixedContent, beside: Beside): string {
	const { prefix, headings, elsewhere, images } = beside;
	const print: Print = { model, anchors: anchorsOf(model), elsewhere };
	if (images !== undefined) print.images = images;
	return withOwnIds(String(textHtml(content, headings, print)), prefix, elsewhere);
}

/** Our own markup writes every attribute as ` name="value"`, and quotation marks in words as entities. */
const TAG = /<[a-z][^>]*>/gi;
const NAMES = / (id|aria-labelledby|aria-describedby)="([^"]*)"/g;

function withOwnIds(html: string, prefix: string, elsewhere: string): string {
	const own = new Set([...html.matchAll(/<[^>]* id="([^"]*)"/g)].map(([, id = '']) => id));
	return html.replace(TAG, (tag) =>
		tag
			.replace(NAMES, (_, name: string, ids: string) => {
				const all = ids.split(' ').map((id) => `${prefix}${id}`);
				return ` ${name}="${all.join(' ')}"`;
			})
			.replace(/ href="#([^"]*)"/g, (_, id: string) =>
				own.has(id) ? ` href="#${prefix}${id}"` : ` href="${elsewhere}#${id}"`
			)
	);
}
