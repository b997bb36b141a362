import type { DocNode } from './publication.ts';

/**
 * The words of a footnote in one line; empty for any other node, and for a note without a word, which
 * readers are not shown and which has no number.
 */
export function noteText({ type, attrs }: DocNode): string {
	const said = type === 'footnote' ? attrs?.['text'] : undefined;
	return typeof said === 'string' ? said.replace(/\s+/g, ' ').trim() : '';
}

/**
 * The same text with its notes in parentheses behind their words: where a passage stands as another's,
 * among whose notes ours would be counted. The text itself is not changed.
 */
export function withNotesInText(node: DocNode): DocNode {
	if (node.type === 'footnote') {
		const words = noteText(node);
		return { type: 'text', text: words === '' ? '' : ` (not: ${words})` };
	}
	if (!node.content) return node;
	const content = node.content.map(withNotesInText).filter(({ text }) => text !== '');
	return { ...node, content };
}
