import { Fragment, Slice, type Node as ModelNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { addComment, addRow, insertArea, isFollowUp, type NewId } from './changes.ts';
import { caretTo } from './carets.ts';
import type { AreaDesk } from './desk.ts';
import { emptySelected } from './keys.ts';
import { idsOf, placeAt, rowsIn, textOf, type Place, type Spot } from './shape.ts';

/** Ids of areas that were cut from a text of this page: put elsewhere, they are the same areas. */
const cutIds = new Set<string>();

/** Remembers the areas that are about to be cut. */
export function rememberCut(view: EditorView): void {
	cutIds.clear();
	for (const area of areasOf(inTable(view.state.selection.content())))
		cutIds.add(textOf(area, 'id'));
}

/**
 * Areas as they are to be put in: with ids of their own, for a copy is another promise, and whole, for
 * a selection may begin in the middle of one. Of what is less than an area the words are kept.
 */
export function pastedAreas(pasted: Slice, view: EditorView, newId: NewId): Slice {
	const slice = inTable(pasted);
	if (!holdsAreas(slice.content)) return slice;
	const areas = new Set(areasOf(slice));
	if (areas.size === 0)
		return placeAt(view.state.selection.$from) === null ? paragraphsOf(slice, view) : slice;
	const known = new Set<string>();
	view.state.doc.descendants((node) => {
		if (node.type.name === 'area') known.add(textOf(node, 'id'));
		return node.type.name === 'areaTable';
	});
	const renewed = (area: ModelNode): ModelNode => {
		const id = textOf(area, 'id');
		const isMoved = cutIds.delete(id) && !known.has(id);
		return isMoved ? whole(area) : withNewIds(whole(area), newId);
	};
	const blocks = slice.content.content.map((block) =>
		block.type.name === 'areaTable'
			? block.copy(Fragment.from(block.children.filter((area) => areas.has(area)).map(renewed)))
			: block
	);
	const isTable = (node: ModelNode | undefined) => node?.type.name === 'areaTable';
	return new Slice(
		Fragment.from(blocks),
		isTable(blocks[0]) ? 0 : slice.openStart,
		isTable(blocks.at(-1)) ? 0 : slice.openEnd
	);
}

/** An area that was selected by itself lies on the clipboard without its table. */
function inTable(slice: Slice): Slice {
	const { firstChild, lastChild } = slice.content;
	const table = firstChild?.type.schema.nodes['areaTable'];
	if (table === undefined || firstChild?.type.name !== 'area' || lastChild?.type.name !== 'area')
		return slice;
	const { openStart, openEnd } = slice;
	const deeper = (open: number) => (open === 0 ? 0 : open + 1);
	const content = Fragment.from(table.create(null, slice.content));
	return new Slice(content, deeper(openStart), deeper(openEnd));
}

/** The areas of a slice: those that it holds whole, or from their title into their measures. */
function areasOf({ content, openStart, openEnd }: Slice): ModelNode[] {
	const found: ModelNode[] = [];
	content.forEach((block, _offset, b) => {
		if (block.type.name !== 'areaTable') return;
		block.forEach((area, _at, i) => {
			const isCutBefore = b === 0 && i === 0 && openStart > 1;
			const isCutAfter = b === content.childCount - 1 && i === block.childCount - 1 && openEnd > 1;
			const isWhole = !isCutBefore && !isCutAfter;
			const hasTitle = area.firstChild?.type.name === 'areaTitle';
			if (isWhole || (hasTitle && area.childCount > 1)) found.push(area);
		});
	});
	return found;
}

const holdsAreas = (content: Fragment): boolean =>
	content.content.some((node) => node.type.name === 'areaTable');

/** With the blocks that the schema wants, where the selection left them out. */
function whole(node: ModelNode): ModelNode {
	if (node.isTextblock) return node;
	const children = node.children.map(whole);
	return node.type.createAndFill(node.attrs, children) ?? node;
}

/** The same area under other ids; results go on following from the measures that they named. */
export function withNewIds(area: ModelNode, newId: NewId): ModelNode {
	const ids = new Map<string, string>();
	for (const row of area.children)
		if (row.type.name === 'measure') ids.set(textOf(row, 'id'), newId());
	const children = area.children.map((row) => {
		const { name } = row.type;
		if (name === 'measure')
			return row.type.create({ ...row.attrs, id: ids.get(textOf(row, 'id')) }, row.content);
		if (name !== 'expectedResult') return row;
		const measures = idsOf(row, 'measures').flatMap((id) => ids.get(id) ?? []);
		return row.type.create({ ...row.attrs, id: newId(), measures }, row.content);
	});
	return area.type.create({ ...area.attrs, id: newId() }, children);
}

/** The words of a slice, a line for each block of text. */
function linesOf(slice: Slice): Fragment[] {
	const lines: Fragment[] = [];
	const read = (node: ModelNode): void => {
		if (node.isTextblock) lines.push(node.content);
		else if (node.isInline) lines.push(Fragment.from(node));
		else node.forEach(read);
	};
	if (slice.content.content.every((node) => node.isInline)) return [slice.content];
	slice.content.forEach(read);
	return lines.filter((line) => line.size > 0);
}

function paragraphsOf(slice: Slice, view: EditorView): Slice {
	const { paragraph } = view.state.schema.nodes;
	const blocks = linesOf(slice).map((line) => paragraph?.create(null, line));
	return new Slice(Fragment.from(blocks.filter((block) => block !== undefined)), 1, 1);
}

/** Pastes into a table of areas: areas as areas, lines as rows of the kind that the caret is in. */
export function pasteIn(desk: AreaDesk, view: EditorView, slice: Slice): boolean {
	emptySelected(view);
	const place = placeAt(view.state.selection.$from);
	if (place === null || !view.editable) return false;
	const areas = slice.content.content.flatMap((block) =>
		block.type.name === 'areaTable' ? block.children : []
	);
	const tr = view.state.tr.setMeta('paste', true).setMeta('uiEvent', 'paste');
	const at =
		areas.length > 0 && areasOf(slice).length > 0
			? pasteRows(tr, place, areas)
			: pasteLines(desk, tr, place, linesOf(slice));
	if (at === null) return true;
	view.dispatch(tr);
	return caretTo(view, at);
}

function pasteRows(tr: Transaction, { table, area }: Place, areas: ModelNode[]): number {
	let after = area === null ? null : textOf(area.node, 'id');
	let at = table.pos + 1;
	for (const node of areas) {
		const now: Spot = { node: tr.doc.nodeAt(table.pos) ?? table.node, pos: table.pos };
		const row = rowsIn(now, 'area').find(({ id }) => id === after) ?? null;
		at = insertArea(tr, now, row, node);
		after = textOf(node, 'id');
	}
	return at;
}

function pasteLines(
	desk: AreaDesk,
	tr: Transaction,
	{ table, area, row, block }: Place,
	lines: Fragment[]
): number | null {
	const [first, ...rest] = lines;
	if (first === undefined || block === null || area === null) return null;
	tr.deleteSelection();
	const { from } = tr.selection;
	const kind = block.node.type.name;
	if (kind === 'areaTitle') {
		const words = lines.map((line) => line.textBetween(0, line.size, ' ', ' ')).join(' ');
		tr.insertText(words, from);
		return from + words.length;
	}
	tr.insert(from, first);
	let at = from + first.size;
	let last = row?.pos ?? block.pos;
	let comment = block.pos;
	for (const content of rest) {
		const spot = (pos: number): Spot => ({ node: tr.doc.nodeAt(pos) ?? block.node, pos });
		if (kind === 'measureComment') {
			const inside = addComment(tr, spot(comment), content);
			comment = inside - 1;
			at = inside + content.size;
			continue;
		}
		const now = spot(area.pos);
		const like = kind === 'measureText' ? 'measure' : 'expectedResult';
		const after = rowsIn(now, like).find(({ pos }) => pos === last) ?? null;
		const options = { newId: desk.newId, content, isFollowUp: isFollowUp(table.node) };
		const inside = addRow(tr, now, like, after, options);
		last = inside - (like === 'measure' ? 2 : 1);
		at = inside + content.size;
	}
	return at;
}
