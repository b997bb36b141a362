import type { DocNode } from './publication.ts';

/**
 * The words of a footnote in one line; empty for any other node, and for a note without a word, which
 * readers are not shown and which has no number.
 */
export function noteText({ type, attrs }: DocNode): string {
	const said = type === 'footnote' ? attrs?.['text'] : undefined;
	return typeof said === 'string' ? said.replace(/\s+/g, ' ').trim() : '';
}
