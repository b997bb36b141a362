import type { Node as ModelNode } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { arrow, caretTo, endOf, neighbour, startOf } from './carets.ts';
import { addComment, addRow, isFollowUp, removeSpot } from './changes.ts';
import type { AreaDesk } from './desk.ts';
import { moveAt } from './moving.ts';
import { placeAt, rowsIn, type Place, type Row, type Spot } from './shape.ts';
import { focusAdd, walk } from './walk.ts';

/** The keys of a table of areas; false leaves a key to everybody else. */
export function areaKey(desk: AreaDesk, view: EditorView, event: KeyboardEvent): boolean {
	const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
	if (event.isComposing) return false;
	const isPlain = !altKey && !ctrlKey && !metaKey;
	if (isPlain && !shiftKey && key.startsWith('Arrow')) return arrow(view, key);
	const place = placeAt(view.state.selection.$from);
	if (place === null || place.block === null) return false;
	if (altKey && shiftKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
		moveAt(desk, place.row ?? place.area, key === 'ArrowUp' ? -1 : 1);
		return true;
	}
	if (!isPlain) return false;
	if (key === 'Tab') return walk(view, shiftKey ? -1 : 1, place.block.pos);
	if (!view.editable) return false;
	if (key === 'Enter' && !shiftKey) return enter(desk, view, place);
	if (key === 'Backspace' || key === 'Delete')
		return emptySelected(view) || rub(desk, view, place, key === 'Backspace' ? -1 : 1);
	return false;
}

/** True where the selection goes over several blocks of one table. */
const isWide = (view: EditorView): boolean => {
	const { $from, $to } = view.state.selection;
	const [from, to] = [placeAt($from), placeAt($to)];
	return from !== null && to?.table.pos === from.table.pos && to.block?.pos !== from.block?.pos;
};

/** Rows stay where a selection over several of them is typed over: only their letters go. */
export function emptySelected(view: EditorView, text = ''): boolean {
	if (!isWide(view)) return false;
	const { from, to } = view.state.selection;
	const { tr } = view.state;
	const ranges: [number, number][] = [];
	tr.doc.nodesBetween(from, to, (node, pos) => {
		if (!node.isTextblock) return true;
		ranges.push([Math.max(from, pos + 1), Math.min(to, pos + 1 + node.content.size)]);
		return false;
	});
	for (const [start, end] of ranges.reverse()) if (start < end) tr.delete(start, end);
	if (text !== '') tr.insertText(text, from);
	tr.setSelection(TextSelection.create(tr.doc, from + text.length));
	view.dispatch(tr.scrollIntoView());
	return true;
}

const isEmpty = (node: ModelNode): boolean => node.content.size === 0;
const wordless = (node: ModelNode): boolean => node.textContent.trim() === '';

/** Enter makes what comes next; in what is empty it goes on to what there is. */
function enter(desk: AreaDesk, view: EditorView, { table, area, row, block }: Place): boolean {
	if (area === null || block === null) return false;
	if (isWide(view)) return true;
	const follow = isFollowUp(table.node);
	const measures = rowsIn(area, 'measure');
	const kind = block.node.type.name;
	if (kind === 'areaTitle') {
		const [first] = measures;
		if (first !== undefined) return caretTo(view, first.pos + 2);
		return desk.actAt((tr) =>
			addRow(tr, area, 'measure', null, { newId: desk.newId, isFollowUp: follow })
		);
	}
	const own = (rows: Row[]) => rows.find(({ pos }) => pos === row?.pos) ?? null;
	if (kind === 'measureText') {
		const measure = own(measures);
		const isLast = measure?.pos === measures.at(-1)?.pos;
		if (isLast && isEmpty(block.node)) return onward(desk, view, area, measures);
		return split(desk, view, area, 'measure', measure, follow);
	}
	if (kind === 'measureComment') return enterComment(desk, view, table, row, block);
	const results = rowsIn(area, 'expectedResult');
	const result = own(results);
	const isLast = result?.pos === results.at(-1)?.pos;
	if (isLast && isEmpty(block.node)) return onward(desk, view, area, results);
	return split(desk, view, area, 'expectedResult', result, follow);
}

/**
 * From an empty last measure to the results, and from an empty last result to what is added next. What
 * Enter made one too many of goes, as in a list.
 */
function onward(desk: AreaDesk, view: EditorView, area: Spot, rows: Row[]): boolean {
	const last = rows.at(-1);
	if (last === undefined) return true;
	const isMeasure = last.node.type.name === 'measure';
	if (rows.length > 1 && wordless(last.node)) desk.act((tr) => void removeSpot(tr, last));
	const now = { node: view.state.doc.nodeAt(area.pos) ?? area.node, pos: area.pos };
	const [result] = isMeasure ? rowsIn(now, 'expectedResult') : [];
	if (result !== undefined) return caretTo(view, startOf(result));
	const before = rowsIn(now, isMeasure ? 'measure' : 'expectedResult').at(-1);
	if (before !== undefined) caretTo(view, isMeasure ? before.pos + 2 : startOf(before));
	return focusAdd(view, now, isMeasure ? 'result' : 'area');
}

/** A row after this one, with the words behind the caret. */
function split(
	desk: AreaDesk,
	view: EditorView,
	area: Spot,
	kind: 'measure' | 'expectedResult',
	after: Row | null,
	follow: boolean
): boolean {
	const { $from, $to } = view.state.selection;
	const content = $to.parent.content.cut($to.parentOffset);
	return desk.actAt((tr) => {
		const at = addRow(tr, area, kind, after, { newId: desk.newId, content, isFollowUp: follow });
		const shift = tr.doc.content.size;
		if ($from.pos < $to.end()) tr.delete($from.pos, $to.end());
		// What goes stands before what came.
		return at - (shift - tr.doc.content.size);
	});
}

function enterComment(
	desk: AreaDesk,
	view: EditorView,
	table: Spot,
	row: Spot | null,
	block: Spot
): boolean {
	const isLast =
		row !== null && block.pos + block.node.nodeSize === row.pos + row.node.nodeSize - 1;
	if (isEmpty(block.node) && isLast) {
		const next = neighbour(table, block, 1);
		if (next !== null) return caretTo(view, startOf(next));
		return walk(view, 1, block.pos);
	}
	const { $from, $to } = view.state.selection;
	const content = $to.parent.content.cut($to.parentOffset);
	return desk.actAt((tr) => {
		const at = addComment(tr, block, content);
		if ($from.pos < $to.end()) tr.delete($from.pos, $to.end());
		return at - ($to.end() - $from.pos);
	});
}

/**
 * Backspace at the beginning of a block, Delete at its end: rows are never run together. What is empty
 * goes; a comment joins the one before it.
 */
function rub(desk: AreaDesk, view: EditorView, place: Place, way: 1 | -1): boolean {
	const { $head, empty } = view.state.selection;
	const { table, area, row, block } = place;
	if (!empty || block === null || area === null) return false;
	const isAtEdge = $head.parentOffset === (way < 0 ? 0 : $head.parent.content.size);
	if (!isAtEdge) return false;
	const kind = block.node.type.name;
	if (kind === 'measureComment') {
		const sibling = way < 0 ? block.pos : block.pos + block.node.nodeSize;
		const $at = view.state.doc.resolve(sibling);
		const isJoined =
			$at.nodeBefore?.type === block.node.type && $at.nodeAfter?.type === block.node.type;
		if (isJoined) return desk.act((tr) => void tr.join(sibling));
		if (!isEmpty(block.node)) return true;
		return remove(desk, table, block, way);
	}
	if (way > 0) return true;
	if (kind === 'areaTitle') return wordless(area.node) ? remove(desk, table, area, way) : true;
	return row !== null && wordless(row.node) ? remove(desk, table, row, way) : true;
}

/** Takes away what is empty; the caret goes to what is shown before it, or after. */
function remove(desk: AreaDesk, table: Spot, spot: Spot, way: 1 | -1): boolean {
	const first = spot.node.isTextblock ? spot : blockIn(spot);
	const next = neighbour(table, first, way) ?? neighbour(table, first, way > 0 ? -1 : 1);
	return desk.actAt((tr: Transaction) => {
		removeSpot(tr, spot);
		if (next === null || within(spot, next)) return tr.mapping.map(spot.pos);
		return tr.mapping.map(way < 0 ? endOf(next) : startOf(next));
	});
}

const within = (outer: Spot, inner: Spot): boolean =>
	inner.pos >= outer.pos && inner.pos < outer.pos + outer.node.nodeSize;

/** The first block of text of an area or a measure. */
const blockIn = ({ node, pos }: Spot): Spot => ({ node: node.firstChild ?? node, pos: pos + 1 });
