import type { EditionModel, FixedContent } from '#core/publication.ts';
import { anchorsOf } from './anchors.ts';
import { textHtml } from './chapters.ts';

/** A heading in it stands below the panel's own and the section's. */
const HEADINGS = 4;

/**
 * The approved text of a section as the edition shows it, to be read on a page of another report: what
 * it links to elsewhere is in the edition, and its ids are none of that page's. Its long words have no
 * soft hyphens: who copies a line takes its letters alone.
 */
export function besideHtml(model: EditionModel, content: FixedContent, prefix: string): string {
	const elsewhere = `/r/${model.slug}/v/${model.number}`;
	const made = textHtml(content, HEADINGS, { model, anchors: anchorsOf(model), elsewhere });
	return withOwnIds(String(made), prefix, elsewhere);
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
