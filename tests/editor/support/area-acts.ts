import { areaNode } from '#core/area-nodes.ts';
import { orderAfter, orderAt, type Ordered } from '#core/area-order.ts';
import { inOrder, MEASURE_STATUSES } from '#core/areas.ts';
import { jsonOf } from '#schema/content.ts';
import type { Editor } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import { typeText, type Hand } from './acts.ts';

/** What four people do in one table of areas at once: each act is one change of one row. */

type Found = { node: ModelNode; pos: number; parent: ModelNode };

function all(editor: Editor, ...names: string[]): Found[] {
	const found: Found[] = [];
	editor.state.doc.descendants((node, pos, parent) => {
		if (parent && names.includes(node.type.name)) found.push({ node, pos, parent });
		return !node.isTextblock;
	});
	return found;
}

const pick = <T>({ random }: Hand, list: readonly T[]): T | undefined =>
	list[Math.floor(random() * list.length)];

/** The row's like, in the order that people see. */
const siblings = ({ parent, node }: Found): Ordered[] =>
	inOrder(jsonOf(parent), node.type.name).map((one) => ({
		id: String(one.node.attrs?.['id']),
		order: String(one.node.attrs?.['order'])
	}));

const idOf = ({ node }: Found): string => String(node.attrs['id']);

let made = 0;
const freshId = () => `ny-${(made += 1)}`;

function write(hand: Hand): void {
	const { editor, random } = hand;
	const place = pick(
		hand,
		all(editor, 'areaTitle', 'measureText', 'measureComment', 'expectedResult')
	);
	if (!place) return;
	const at = place.pos + 1 + Math.floor(random() * (place.node.content.size + 1));
	editor.commands.setTextSelection(at);
	typeText(editor, hand.write(1 + Math.floor(random() * 4)));
}

function setStatus(hand: Hand): void {
	const { editor } = hand;
	const measure = pick(hand, all(editor, 'measure'));
	const status = pick(hand, MEASURE_STATUSES);
	if (measure && status)
		editor.view.dispatch(editor.state.tr.setNodeAttribute(measure.pos, 'status', status));
}

function move(hand: Hand): void {
	const { editor, random } = hand;
	const row = pick(hand, all(editor, 'area', 'measure'));
	if (!row) return;
	const rows = siblings(row);
	const placed = orderAt(rows, idOf(row), Math.floor(random() * rows.length));
	if (!placed) return;
	const { tr } = editor.state;
	for (const one of all(editor, row.node.type.name)) {
		if (one.parent !== row.parent) continue;
		const order = one.pos === row.pos ? placed.order : placed.others.get(idOf(one));
		if (order !== undefined) tr.setNodeAttribute(one.pos, 'order', order);
	}
	editor.view.dispatch(tr);
}

function addArea(hand: Hand): void {
	const { editor } = hand;
	const after = pick(hand, all(editor, 'area'));
	if (!after) return;
	const { order, others } = orderAfter(siblings(after), idOf(after));
	if (others.size > 0) return;
	const id = freshId();
	const node = areaNode({ id, title: '', measures: [{ id: freshId(), text: '' }] }, order);
	editor.view.dispatch(
		editor.state.tr.insert(after.pos + after.node.nodeSize, editor.schema.nodeFromJSON(node))
	);
}

function addMeasure(hand: Hand): void {
	const { editor } = hand;
	const area = pick(hand, all(editor, 'area'));
	if (!area) return;
	const rows = inOrder(jsonOf(area.node), 'measure').map(({ node }) => ({
		id: String(node.attrs?.['id']),
		order: String(node.attrs?.['order'])
	}));
	const { order } = orderAfter(rows, rows.at(-1)?.id ?? null);
	const [measure] =
		areaNode({ id: '', title: '', measures: [{ id: freshId(), text: '' }] }, '').content?.slice(
			1
		) ?? [];
	const node = editor.schema.nodeFromJSON({ ...measure, attrs: { ...measure?.attrs, order } });
	editor.view.dispatch(editor.state.tr.insert(area.pos + area.node.nodeSize - 1, node));
}

function tag(hand: Hand): void {
	const { editor, random } = hand;
	const area = pick(hand, all(editor, 'area'));
	const departments = ['svf', 'fip', 'for', 'bou', 'v', 'f'].filter(() => random() < 0.4);
	if (area)
		editor.view.dispatch(editor.state.tr.setNodeAttribute(area.pos, 'departments', departments));
}

function remove(hand: Hand): void {
	const { editor } = hand;
	const row = pick(hand, all(editor, 'area', 'measure', 'measure'));
	if (row && row.parent.childCount > 2)
		editor.view.dispatch(editor.state.tr.delete(row.pos, row.pos + row.node.nodeSize));
}

/** Nothing that anybody wrote is taken away. */
const GENTLE: [share: number, act: (hand: Hand) => unknown][] = [
	[50, write],
	[14, setStatus],
	[14, move],
	[5, addArea],
	[8, addMeasure],
	[6, tag]
];
const ROUGH: typeof GENTLE = [
	...GENTLE,
	[6, remove],
	[8, ({ editor }) => editor.commands.undo()],
	[4, ({ editor }) => editor.commands.redo()]
];

/** One act of an honest person at a random row; `rough` takes rows away too, and undoes. */
export function actInAreas(hand: Hand, rough: boolean): void {
	const acts = rough ? ROUGH : GENTLE;
	let left = hand.random() * acts.reduce((sum, [share]) => sum + share, 0);
	acts.find(([share]) => (left -= share) < 0)?.[1](hand);
}
