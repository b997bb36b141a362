import type { DocNode } from '#core/publication.ts';
import { isSafeHref } from './attributes.ts';
import { attribute, escapeHtml } from './markup.ts';

/** Marks from the outside in: a link is one link, whatever is bold within it. */
const MARKS = ['link', 'abbreviation', 'bold', 'italic'] as const;
type Tag = { open: string; close: string };

function markTags(node: DocNode): Tag[] {
	for (const { type } of node.marks ?? [])
		if (!MARKS.some((known) => known === type)) throw new Error(`No HTML for the mark ${type}`);
	return MARKS.flatMap((type): Tag[] => {
		const mark = node.marks?.find((m) => m.type === type);
		if (!mark) return [];
		if (type === 'bold') return [{ open: '<strong>', close: '</strong>' }];
		if (type === 'italic') return [{ open: '<em>', close: '</em>' }];
		if (type === 'abbreviation')
			return [
				{ open: `<abbr${attribute('title', String(mark.attrs?.['title']))}>`, close: '</abbr>' }
			];
		const href = mark.attrs?.['href'];
		// An address that leads to nothing good leaves its words as plain text.
		return isSafeHref(href)
			? [{ open: `<a${attribute('href', String(href))}>`, close: '</a>' }]
			: [];
	});
}

/**
 * The words of a textblock. Neighbours share the marks that they have in common; a note has none, for
 * its number is a link of its own.
 * @param note writes a note's mark
 */
export function inlineHtml(node: DocNode, note: (node: DocNode) => string): string {
	let out = '';
	let open: Tag[] = [];
	const closeTo = (kept: number) => {
		out += open
			.slice(kept)
			.reverse()
			.map((tag) => tag.close)
			.join('');
		open = open.slice(0, kept);
	};
	for (const child of node.content ?? []) {
		if (child.type === 'footnote') {
			closeTo(0);
			out += note(child);
			continue;
		}
		if (child.type !== 'text' && child.type !== 'hardBreak')
			throw new Error(`No HTML for the node ${child.type} within a line`);
		const tags = markTags(child);
		let same = 0;
		while (same < tags.length && tags[same]?.open === open[same]?.open) same += 1;
		closeTo(same);
		for (const tag of tags.slice(same)) out += tag.open;
		open = tags;
		out += child.type === 'hardBreak' ? '<br />' : escapeHtml(child.text ?? '');
	}
	closeTo(0);
	return out;
}
