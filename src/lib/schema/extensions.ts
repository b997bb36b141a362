import { getSchema, type Extensions } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import Heading from '@tiptap/extension-heading';
import Italic from '@tiptap/extension-italic';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import type { Schema } from '@tiptap/pm/model';
import {
	Area,
	AreaTable,
	AreaTitle,
	ExpectedResult,
	Measure,
	MeasureComment,
	MeasureText
} from './areas.ts';
import {
	Callout,
	FigureBlock,
	Footnote,
	IndicatorBlock,
	IndicatorSummary,
	Picture,
	Quote,
	References,
	RollUp,
	Signature
} from './blocks.ts';
import { Link } from './link.ts';
import { BulletList, ListItem, OrderedList } from './lists.ts';
import { Table, TableCell, TableHeader, TableRow } from './tables.ts';

/** Headings within a section: its own title stands above them. */
export const HEADING_LEVELS = [1, 2] as const;

/** Every node and mark of a section, for editor, gate, renderers and exporters alike. */
export const extensions: Extensions = [
	Document,
	Paragraph,
	Text,
	Heading.configure({ levels: [...HEADING_LEVELS] }),
	Bold,
	Italic,
	Link,
	HardBreak,
	BulletList,
	OrderedList,
	ListItem,
	Table,
	TableRow,
	TableHeader,
	TableCell,
	Quote,
	Callout,
	Picture,
	IndicatorBlock,
	FigureBlock,
	IndicatorSummary,
	AreaTable,
	Area,
	AreaTitle,
	Measure,
	MeasureText,
	MeasureComment,
	ExpectedResult,
	Footnote,
	References,
	Signature,
	RollUp
];

/** The ProseMirror schema of the same; one instance for everybody in this process. */
export const schema: Schema = getSchema(extensions);
