import { areaTableAsTable } from '#core/area-as-table.ts';
import type { DocNode, FixedDepartment } from '#core/publication.ts';
import { referencesInOrder } from '#core/references.ts';
import { signatureText } from '#core/signature.ts';
import { tableSourceLine } from '#core/table-source.ts';
import { showsOf, type RollUpShows } from '#core/taken-in.ts';
import { textAttr } from '#schema/table-html.ts';
import { plainText } from '#schema/text.ts';
import type { ReferenceKind } from '#schema/html.ts';
import type { Block } from './document.ts';
import { paragraph, plain, runsOf, strong } from './runs.ts';
import { printText } from '#core/print-text.ts';
import { tableOfNode } from './tables.ts';

type Level = Extract<Block, { kind: 'heading' }>['level'];

export type TextOptions = {
	/** The level of the heading that stands above the text. */
	under: number;
	/** The departments that areas may name. */
	departments: FixedDepartment[];
	/** The number of a footnote; left out where the text can hold none. */
	noteNumber?: (node: DocNode) => number;
	/** What stands in the place of a reference; `level` is that of a heading there. */
	reference: (kind: ReferenceKind, level: Level) => Block[];
	/** What is taken in from other editions; `level` is that of a heading there. */
	rollUp: (shows: RollUpShows, level: Level) => Block[];
	/** The picture of the n-th table; null where the table stands for itself. */
	chart: (table: DocNode, ordinal: number, cells: (cell: DocNode) => Block[]) => Block[] | null;
};

type State = Required<TextOptions> & { depth: number; tables: number };

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
	children(doc, { noteNumber: noNumber, ...options, depth: 0, tables: 0 });

const noNumber = (): never => {
	throw new Error('A note of the text was not given its number');
};

const children = (node: DocNode, s: State): Block[] =>
	(node.content ?? []).flatMap((child) => blocksOf(child, s));

/** Readers are not shown blocks without a word in them, nor in the attribute `caption`. */
const isEmpty = (node: DocNode, caption?: string): boolean =>
	plainText(node) === '' && (caption === undefined || textAttr(node, caption).trim() === '');

function blocksOf(node: DocNode, s: State): Block[] {
	switch (node.type) {
		case 'paragraph':
			return isEmpty(node) ? [] : [paragraph('plain', runsOf(node, s.noteNumber))];
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
		case 'references':
			return isEmpty(node) ? [] : [referencesOf(node, s)];
		case 'signature':
			return isEmpty(node) ? [] : [signatureOf(node)];
		case 'picture':
			return pictureOf(node);
		case 'indicator':
		case 'figure':
		case 'indicatorSummary':
			return s.reference(node.type, levelOf(s.under + s.depth + 1));
		case 'rollUp':
			return s.rollUp(showsOf(node), levelOf(s.under + s.depth + 1));
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
		runs: runsOf(node, s.noteNumber),
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

const referencesOf = (node: DocNode, s: State): Block => ({
	kind: 'list',
	ordered: false,
	start: 1,
	works: true,
	items: referencesInOrder(node)
		.filter((work) => !isEmpty(work))
		.map((work) => blocksOf(work, s))
});

/** One paragraph, so that no page parts a name from its place. */
function signatureOf({ attrs }: DocNode): Block {
	const { when, name, title } = signatureText(attrs);
	const lines = [plain(when), name === '' ? [] : [strong(name)], plain(title)].filter(
		(line) => line.length > 0
	);
	return paragraph(
		'plain',
		lines.flatMap((line, i) => (i === 0 ? line : [{ text: '\n' }, ...line]))
	);
}

function pictureOf(node: DocNode): Block[] {
	const image = textAttr(node, 'image');
	const caption = printText(textAttr(node, 'caption')).trim();
	if (image !== '')
		return [{ kind: 'picture', image, alt: printText(textAttr(node, 'alt')).trim(), caption }];
	return caption === '' ? [] : [paragraph('small', caption)];
}
