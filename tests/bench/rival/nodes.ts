import { mergeAttributes, Node, type Extensions } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import Heading from '@tiptap/extension-heading';
import Italic from '@tiptap/extension-italic';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';

/** The plainest node that there can be: an element around its content. */
const plain = (name: string, tag: string, content: string, group = '') =>
	Node.create({
		name,
		content,
		...(group === '' ? {} : { group }),
		parseHTML: () => [{ tag }],
		renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0]
	});

/** What a starter kit holds, and plain tables, since the text has them: no view of its own, no menu. */
export const nodes: Extensions = [
	Document,
	Paragraph,
	Text,
	Heading,
	Bold,
	Italic,
	HardBreak,
	plain('blockquote', 'blockquote', 'block+', 'block'),
	plain('bulletList', 'ul', 'listItem+', 'block'),
	plain('orderedList', 'ol', 'listItem+', 'block'),
	plain('listItem', 'li', 'paragraph block*'),
	plain('table', 'table', 'tableRow+', 'block'),
	plain('tableRow', 'tr', '(tableCell | tableHeader)*'),
	plain('tableCell', 'td', 'block+'),
	plain('tableHeader', 'th', 'block+')
];
