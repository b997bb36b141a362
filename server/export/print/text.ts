import { areaTableAsTable } from '#core/area-as-table.ts';
import type { DocNode, FixedDepartment } from '#core/publication.ts';
import { tableSourceLine } from '#core/table-source.ts';
import { textAttr } from '#schema/table-html.ts';
import { plainText } from '#schema/text.ts';
import type { ReferenceKind } from '#schema/html.ts';
import type { Block } from './document.ts';
import { paragraph, runsOf } from './runs.ts';
import { printText } from '#core/print-text.ts';
import { tableOfNode } from './tables.ts';

type Level = Extract<Block, { kind: 'heading' }>['level'];

export type TextOptions = {
	/** The level of the heading that stands above the text. */
	under: number;
	/** The departments that areas may name. */
	departments: FixedDepartment[];
	/** What stands in the place of a reference; `level` is that of a heading there. */
	reference: (kind: ReferenceKind, level: Level) => Block[];
	/** The picture of the n-th table; null where the table stands for itself. */
	chart: (table: DocNode, ordinal: number, cells: (cell: DocNode) => Block[]) => Block[] | null;
};

type State = TextOptions & { depth: number; tables: number };

/** Levels of headings go to 5 in print; a section's deepest heading is far above that. */
export const levelOf = (level: number): Level => Math.min(5, Math.max(1, level)) as Level;

export const heading = (
	level: number,
	words: string,
	more: { id?: string; number?: string; inContents?: boolean } = {}
): Block => ({
	kind: 'heading',
	level: levelOf(level),
	id: more.id ?? null,
	number: more.number ?? '',
	runs: [{ text: printText(words) }],
	inContents: more.inContents ?? false
});

/**
 * The approved text of a section as blocks, empty ones left out as the web leaves them out (P1), heading
 * levels without gaps.
 * @throws Error on a node or mark that the schema does not have: it would be lost in silence
 */
export const textBlocks = (doc: DocNode, options: TextOptions): Block[] =>
	children(doc, { ...options, depth: 0, tables: 0 });

const children = (node: DocNode, s: State): Block[] =>
	(node.content ?? []).flatMap((child) => blocksOf(child, s));

/** Readers are not shown blocks without a word in them, nor in the attribute `caption`. */
const isEmpty = (node: DocNode, caption?: string): boolean =>
	plainText(node) === '' && (caption === undefined || textAttr(node, caption).trim() === '');

function blocksOf(node: DocNode, s: State): Block[] {
	switch (node.type) {
		case 'paragraph':
			return isEmpty(node) ? [] : [paragraph('plain', runsOf(node))];
		case 'heading':
			return isEmpty(node) ? [] : [headingOf(node, s)];
		case 'bulletList':
		case 'orderedList':
			return isEmpty(node) ? [] : [listOf(node, s)];
		case 'table':
			return isEmpty(node, 'caption') ? [] : tableBlocks(node, s);
		case 'areaTable':
			return areaBlocks(areaTableAsTable(node, s.departments), s);
		case 'quote':
			return isEmpty(node, 'source')
				? []
				: [
						{
							kind: 'quote',
							blocks: children(node, s),
							source: printText(textAttr(node, 'source')).trim()
						}
					];
		case 'callout':
			return isEmpty(node) ? [] : [{ kind: 'callout', blocks: children(node, s) }];
		case 'picture':
			return pictureOf(node);
		case 'indicator':
		case 'figure':
		case 'indicatorSummary':
			return s.reference(node.type, levelOf(s.under + s.depth + 1));
		default:
			throw new Error(`No print for the node ${node.type}`);
	}
}

function headingOf(node: DocNode, s: State): Block {
	// A level 2 heading without a level 1 above it would leave a gap in the outline.
	s.depth = Math.min(Number(node.attrs?.['level'] ?? 1), s.depth + 1);
	return {
		kind: 'heading',
		level: levelOf(s.under + s.depth),
		id: null,
		number: '',
		runs: runsOf(node),
		inContents: false
	};
}

function listOf(node: DocNode, s: State): Block {
	const ordered = node.type === 'orderedList';
	// An empty item stays where there are numbers: without it the others would get other ones.
	const items = (node.content ?? []).filter((item) => ordered || !isEmpty(item));
	return {
		kind: 'list',
		ordered,
		start: ordered ? Math.trunc(Number(node.attrs?.['start'] ?? 1)) || 0 : 1,
		items: items.map((item) => children(item, s))
	};
}

function tableBlocks(node: DocNode, s: State): Block[] {
	s.tables += 1;
	const caption = printText(textAttr(node, 'caption')).trim();
	const cells = (cell: DocNode): Block[] => children(cell, s);
	const source = textAttr(node, 'source').trim();
	return [
		...(s.chart(node, s.tables, cells) ?? [tableOfNode(node, { id: null, caption }, cells)]),
		...(source === '' ? [] : [paragraph('source', tableSourceLine(source))])
	];
}

/** Areas as a table; nothing where there is none. */
const areaBlocks = (table: DocNode, s: State): Block[] =>
	(table.content ?? []).length < 2 ? [] : tableBlocks(table, s);

function pictureOf(node: DocNode): Block[] {
	const image = textAttr(node, 'image');
	const caption = printText(textAttr(node, 'caption')).trim();
	if (image !== '')
		return [{ kind: 'picture', image, alt: printText(textAttr(node, 'alt')).trim(), caption }];
	return caption === '' ? [] : [paragraph('small', caption)];
}
