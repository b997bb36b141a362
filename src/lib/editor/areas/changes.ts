import { orderAfter, orderAt, type Placed } from '#core/area-order.ts';
import { Fragment, type Node as ModelNode, type Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { rowsIn, textOf, titleOf, type Row, type RowKind, type Spot } from './shape.ts';

/**
 * What is done to tables of areas. Each writes into a transaction and touches no more than it says:
 * moving changes keys of order and nothing else, so that nobody's letters are in its way (Y2).
 */

/** Ids are made by whoever makes a row; a test makes its own. */
export type NewId = () => string;

const nodeOf = (
	schema: Schema,
	type: string,
	attrs?: Record<string, unknown>,
	content?: Fragment | ModelNode[]
): ModelNode => {
	const found = schema.nodes[type];
	if (found === undefined) throw new Error(`the schema has no ${type}`);
	return found.create(attrs, content);
};

/** An area without a word. */
export const emptyArea = (
	schema: Schema,
	{ id, order, departments }: { id: string; order: string; departments: string[] }
): ModelNode => nodeOf(schema, 'area', { id, order, departments }, [nodeOf(schema, 'areaTitle')]);

/** Adds an area after `after` (null: as the last one). @returns the place in its title */
export function addArea(
	tr: Transaction,
	table: Spot,
	after: Row | null,
	{ newId, departments }: { newId: NewId; departments: string[] }
): number {
	const area = emptyArea(tr.doc.type.schema, { id: newId(), order: '', departments });
	return insertArea(tr, table, after, area);
}

/** Puts an area in, at a place of its own. @returns the place in its title */
export function insertArea(
	tr: Transaction,
	table: Spot,
	after: Row | null,
	area: ModelNode
): number {
	const rows = rowsIn(table, 'area');
	const before = after ?? rows.at(-1) ?? null;
	const placed = orderAfter(rows, before?.id ?? null);
	const at = before === null ? table.pos + 1 : before.pos + before.node.nodeSize;
	const row = area.type.create({ ...area.attrs, order: placed.order }, area.content);
	return insertRow(tr, rows, placed, row, at) + 2;
}

/**
 * Adds a measure or an expected result to an area.
 * @param after the row of that kind that it comes after; null: the first, 'last': the last
 * @returns the place at the beginning of its words
 */
export function addRow(
	tr: Transaction,
	area: Spot,
	kind: 'measure' | 'expectedResult',
	after: Row | 'last' | null,
	{ newId, content = Fragment.empty, isFollowUp }: NewRow
): number {
	const { schema } = tr.doc.type;
	const rows = rowsIn(area, kind);
	const before = after === 'last' ? (rows.at(-1) ?? null) : after;
	const placed = orderAfter(rows, before?.id ?? null);
	const attrs = { id: newId(), order: placed.order };
	const row =
		kind === 'expectedResult'
			? nodeOf(schema, kind, attrs, content)
			: nodeOf(schema, kind, attrs, [
					nodeOf(schema, 'measureText', undefined, content),
					// A place for what became of it: two who make one at once would make two.
					...(isFollowUp ? [nodeOf(schema, 'measureComment')] : [])
				]);
	const inserted = insertRow(tr, rows, placed, row, placeAfter(area, kind, before));
	return inserted + (kind === 'measure' ? 2 : 1);
}

type NewRow = { newId: NewId; content?: Fragment; isFollowUp: boolean };

/** In the document a row lies beside its neighbour, though that decides nothing. */
function placeAfter(area: Spot, kind: RowKind, before: Row | null): number {
	if (before !== null) return before.pos + before.node.nodeSize;
	const [title] = titleOf(area);
	const start = title === undefined ? area.pos + 1 : title.pos + title.node.nodeSize;
	return kind === 'measure' ? start : area.pos + area.node.nodeSize - 1;
}

function insertRow(
	tr: Transaction,
	rows: Row[],
	placed: Placed,
	node: ModelNode,
	at: number
): number {
	makeRoom(tr, rows, placed);
	tr.insert(at, node);
	return at;
}

/** New keys for those who must have one; attributes move no place. */
function makeRoom(tr: Transaction, rows: Row[], { others }: Placed): void {
	for (const row of rows) {
		const order = others.get(row.id);
		if (order !== undefined) tr.setNodeAttribute(row.pos, 'order', order);
	}
}

/**
 * Moves a row among its like, by keys of order alone.
 * @returns its new number from 1 and how many there are; null where it can go no further
 */
export function moveRow(
	tr: Transaction,
	parent: Spot,
	kind: RowKind,
	pos: number,
	by: 1 | -1
): { number: number; count: number } | null {
	const rows = rowsIn(parent, kind);
	const from = rows.findIndex((row) => row.pos === pos);
	const row = rows[from];
	const to = from + by;
	if (row === undefined || to < 0 || to >= rows.length) return null;
	const placed = orderAt(rows, row.id, to);
	if (placed === null) return null;
	makeRoom(tr, rows, placed);
	tr.setNodeAttribute(row.pos, 'order', placed.order);
	return { number: to + 1, count: rows.length };
}

/** Adds a paragraph to what became of a measure, after the block `after`. @returns the place in it */
export function addComment(tr: Transaction, after: Spot, content = Fragment.empty): number {
	const at = after.pos + after.node.nodeSize;
	tr.insert(at, nodeOf(tr.doc.type.schema, 'measureComment', undefined, content));
	return at + 1;
}

export const removeSpot = (tr: Transaction, { node, pos }: Spot): Transaction =>
	tr.delete(pos, pos + node.nodeSize);

/** True for a table that follows up: its measures have statuses. */
export const isFollowUp = (table: ModelNode): boolean => textOf(table, 'purpose') === 'followUp';
