import { getSchema, type Extensions } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import Heading from '@tiptap/extension-heading';
import Italic from '@tiptap/extension-italic';
import Link from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import Paragraph from '@tiptap/extension-paragraph';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import Text from '@tiptap/extension-text';
import type { Schema } from '@tiptap/pm/model';
import { isSafeHref } from './attributes.ts';
import {
	Callout,
	FigureBlock,
	IndicatorBlock,
	IndicatorSummary,
	Picture,
	Quote
} from './blocks.ts';

/** Headings within a section: its own title stands above them. */
export const HEADING_LEVELS = [1, 2] as const;

const CELL_CONTENT = '(paragraph | bulletList | orderedList)+';

/** A table knows what it is for, so that promises can be found again next year (Y2). */
const PurposefulTable = Table.extend({
	addAttributes() {
		return {
			...this.parent?.(),
			purpose: {
				default: 'table',
				parseHTML: (e: HTMLElement) => e.getAttribute('data-purpose') ?? 'table',
				renderHTML: (a: Record<string, unknown>) => ({ 'data-purpose': a['purpose'] })
			},
			caption: {
				default: '',
				parseHTML: (e: HTMLElement) => e.getAttribute('data-caption') ?? '',
				renderHTML: (a: Record<string, unknown>) => ({ 'data-caption': a['caption'] })
			}
		};
	}
});

/** Only the address of a link is kept: no target, class or rel from a paste. */
const PlainLink = Link.extend({
	inclusive: false,
	addAttributes: () => ({ href: { default: null } })
});

/** Every node and mark of a section, for editor, gate, renderers and exporters alike. */
export const extensions: Extensions = [
	Document,
	Paragraph,
	Text,
	Heading.configure({ levels: [...HEADING_LEVELS] }),
	Bold,
	Italic,
	PlainLink.configure({
		openOnClick: false,
		autolink: true,
		linkOnPaste: true,
		HTMLAttributes: { target: null, rel: null, class: null },
		isAllowedUri: (href) => isSafeHref(href)
	}),
	HardBreak,
	BulletList,
	OrderedList.extend({ addAttributes: () => ({ start: { default: 1 } }) }),
	ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
	PurposefulTable.configure({ resizable: false }),
	TableRow,
	TableHeader.extend({ content: CELL_CONTENT }),
	TableCell.extend({ content: CELL_CONTENT }),
	Quote,
	Callout,
	Picture,
	IndicatorBlock,
	FigureBlock,
	IndicatorSummary
];

/** The ProseMirror schema of the same; one instance for everybody in this process. */
export const schema: Schema = getSchema(extensions);
