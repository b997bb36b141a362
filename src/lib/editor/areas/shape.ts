import { inOrder } from '#core/areas.ts';
import type { Node as ModelNode, ResolvedPos } from '@tiptap/pm/model';

/**
 * Tables of areas as they stand in an editor: places instead of paths. What comes first is decided by
 * `inOrder` alone (`core/areas.ts`), never by where a node lies in the document.
 */

export type RowKind = 'area' | 'measure' | 'expectedResult';

/** A node and the place before it. */
export type Spot = { node: ModelNode; pos: number };

export type Row = Spot & { id: string; order: string };

/** What the caret is in, from outside in; null for what it is not in. */
export type Place = {
	table: Spot;
	area: Spot | null;
	/** The measure or expected result. */
	row: Spot | null;
	/** The block of text. */
	block: Spot | null;
};

export const textOf = (node: ModelNode, name: string): string => {
	const value: unknown = node.attrs[name];
	return typeof value === 'string' ? value : '';
};

/** An attribute that is a list of ids. */
export const idsOf = (node: ModelNode, name: string): string[] => {
	const value: unknown = node.attrs[name];
	return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
};

const kept = new WeakMap<ModelNode, Map<RowKind, { index: number; offset: number }[]>>();

/** The rows of one kind in a table or an area, as they are shown. */
export function rowsIn({ node, pos }: Spot, kind: RowKind): Row[] {
	const known = kept.get(node) ?? new Map<RowKind, { index: number; offset: number }[]>();
	kept.set(node, known);
	let found = known.get(kind);
	if (found === undefined) {
		const offsets: number[] = [];
		node.forEach((_child, offset) => offsets.push(offset));
		const content = node.children.map((child) => ({ type: child.type.name, attrs: child.attrs }));
		found = inOrder({ type: node.type.name, content }, kind).map(({ index }) => ({
			index,
			offset: offsets[index] ?? 0
		}));
		known.set(kind, found);
	}
	return found.map(({ index, offset }) => {
		const child = node.child(index);
		return {
			node: child,
			pos: pos + 1 + offset,
			id: textOf(child, 'id'),
			order: textOf(child, 'order')
		};
	});
}

/** Where in a table of areas a place is; null outside of them. */
export function placeAt($pos: ResolvedPos): Place | null {
	let place: Place | null = null;
	for (let depth = 1; depth <= $pos.depth; depth += 1) {
		const node = $pos.node(depth);
		const spot = { node, pos: $pos.before(depth) };
		if (node.type.name === 'areaTable') place = { table: spot, area: null, row: null, block: null };
		if (place === null) continue;
		if (node.type.name === 'area') place.area = spot;
		if (node.type.name === 'measure' || node.type.name === 'expectedResult') place.row = spot;
		if (node.isTextblock) place.block = spot;
	}
	return place;
}

/** The tables of areas of a text; they stand at its top level. */
export function tablesIn(doc: ModelNode): Spot[] {
	const found: Spot[] = [];
	doc.forEach((node, pos) => {
		if (node.type.name === 'areaTable') found.push({ node, pos });
	});
	return found;
}

/** The blocks of text of a measure or result: its own words first, then its comments. */
export function blocksIn(row: Spot): Spot[] {
	if (row.node.isTextblock) return [row];
	const found: Spot[] = [];
	row.node.forEach((node, offset) => {
		if (node.isTextblock) found.push({ node, pos: row.pos + 1 + offset });
	});
	return found;
}

/** All blocks of text of a table, as they are shown. */
export function blocksOfTable(table: Spot): Spot[] {
	return rowsIn(table, 'area').flatMap((area) => [
		...titleOf(area),
		...rowsIn(area, 'measure').flatMap(blocksIn),
		...rowsIn(area, 'expectedResult')
	]);
}

/** The title of an area; the schema says that it comes first. */
export function titleOf(area: Spot): Spot[] {
	const { firstChild } = area.node;
	return firstChild?.type.name === 'areaTitle' ? [{ node: firstChild, pos: area.pos + 1 }] : [];
}

/** The numbers of the measures that a result follows from, as "1–2, 4"; empty where it named none. */
export function followsText(result: ModelNode, measureIds: string[]): string {
	const named = new Set(idsOf(result, 'measures'));
	const numbers = measureIds.flatMap((id, i) => (named.has(id) ? [i + 1] : []));
	const runs: [number, number][] = [];
	for (const n of numbers) {
		const last = runs.at(-1);
		if (last?.[1] === n - 1) last[1] = n;
		else runs.push([n, n]);
	}
	return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
