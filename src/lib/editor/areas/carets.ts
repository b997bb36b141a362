import { GapCursor } from '@tiptap/pm/gapcursor';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { blocksOfTable, placeAt, type Spot } from './shape.ts';

type Way = 1 | -1;

/** Puts the caret at a place, or near it. */
export function caretTo(view: EditorView, pos: number, way: Way = 1): true {
	const $pos = view.state.doc.resolve(Math.min(pos, view.state.doc.content.size));
	view.dispatch(view.state.tr.setSelection(TextSelection.near($pos, way)).scrollIntoView());
	return true;
}

export const startOf = (block: Spot): number => block.pos + 1;
export const endOf = (block: Spot): number => block.pos + block.node.nodeSize - 1;

/** The block that is shown before or after one. */
export function neighbour(table: Spot, block: Spot, way: Way): Spot | null {
	const blocks = blocksOfTable(table);
	const at = blocks.findIndex(({ pos }) => pos === block.pos);
	return blocks[at + way] ?? null;
}

/** Out of the table, to what stands before or after it; to the gap where nothing does. */
export function leave(view: EditorView, table: Spot, way: Way): true {
	const { doc, tr } = view.state;
	const edge = doc.resolve(way > 0 ? table.pos + table.node.nodeSize : table.pos);
	const found = Selection.findFrom(edge, way);
	view.dispatch(tr.setSelection(found ?? new GapCursor(edge)).scrollIntoView());
	return true;
}

/** Arrow keys go where the eye goes: from block to block as they are shown. */
export function arrow(view: EditorView, key: string): boolean {
	const isVertical = key === 'ArrowUp' || key === 'ArrowDown';
	const way: Way = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
	const { $head, empty } = view.state.selection;
	if (!empty) return false;
	const edge = isVertical ? (way > 0 ? 'down' : 'up') : way > 0 ? 'right' : 'left';
	if (!$head.parent.isTextblock || !view.endOfTextblock(edge)) return false;
	const place = placeAt($head);
	if (place === null) return enter(view, way);
	if (place.block === null) return false;
	const next = neighbour(place.table, place.block, way);
	if (next === null) return leave(view, place.table, way);
	return caretTo(
		view,
		isVertical ? beneath(view, next, way) : way > 0 ? startOf(next) : endOf(next)
	);
}

/** From the block before or after a table into what is shown first or last in it. */
function enter(view: EditorView, way: Way): boolean {
	const { doc, selection } = view.state;
	const { $head } = selection;
	if ($head.depth === 0) return false;
	const edge = way > 0 ? $head.after(1) : $head.before(1);
	const node = way > 0 ? doc.resolve(edge).nodeAfter : doc.resolve(edge).nodeBefore;
	if (node?.type.name !== 'areaTable') return false;
	// Within its own block there is more text on the way.
	const next = Selection.findFrom(doc.resolve(way > 0 ? $head.after() : $head.before()), way, true);
	if (next !== null && (way > 0 ? next.from < edge : next.to > edge)) return false;
	const blocks = blocksOfTable({ node, pos: way > 0 ? edge : edge - node.nodeSize });
	const block = way > 0 ? blocks[0] : blocks.at(-1);
	return block === undefined ? false : caretTo(view, way > 0 ? startOf(block) : endOf(block));
}

/** The place in a block that is under the caret, or over it. */
function beneath(view: EditorView, block: Spot, way: Way): number {
	const fallback = way > 0 ? startOf(block) : endOf(block);
	const dom = view.nodeDOM(block.pos);
	if (!(dom instanceof HTMLElement)) return fallback;
	const { left } = view.coordsAtPos(view.state.selection.head);
	const { top, bottom } = dom.getBoundingClientRect();
	const found = view.posAtCoords({ left, top: way > 0 ? top + 4 : bottom - 4 });
	const pos = found?.pos ?? -1;
	return pos >= startOf(block) && pos <= endOf(block) ? pos : fallback;
}
