import type { DocNode } from './publication.ts';

/** The text of a textblock as its offsets count: a line break is one character. */
export const ownText = (node: DocNode): string =>
	(node.content ?? []).map((n) => n.text ?? (n.type === 'hardBreak' ? '\n' : '')).join('');

/** The nodes that hold words, a line each; those of areas among them. */
export const TEXTBLOCKS: ReadonlySet<string> = new Set([
	'paragraph',
	'heading',
	'areaTitle',
	'measureText',
	'measureComment',
	'expectedResult'
]);

/** The words of a table's cell: its paragraphs in one line. */
export function cellText(cell: DocNode): string {
	const texts: string[] = [];
	const read = (node: DocNode): void => {
		if (node.type === 'paragraph') texts.push(ownText(node));
		else for (const child of node.content ?? []) read(child);
	};
	read(cell);
	return texts.join(' ').trim();
}
