import { moveRow } from './changes.ts';
import type { AreaDesk } from './desk.ts';
import type { RowKind, Spot } from './shape.ts';

/** Moves an area, a measure or a result among its like, and tells where it is now. */
export function moveAt(desk: AreaDesk, row: Spot | null, by: 1 | -1): void {
	if (row === null || !desk.editor.isEditable) return;
	const { editor, texts } = desk;
	const kind = row.node.type.name as RowKind;
	const $pos = editor.state.doc.resolve(row.pos);
	const { tr } = editor.state;
	const parent = { node: $pos.parent, pos: $pos.before() };
	const moved = moveRow(tr, parent, kind, row.pos, by);
	if (moved === null) return;
	const before = editor.state;
	editor.view.dispatch(tr.scrollIntoView());
	// Somebody else's row stays where it is.
	if (editor.state.doc.eq(before.doc)) return;
	const { number, count } = moved;
	const { moved: said } = texts;
	desk.room.say(
		kind === 'area'
			? said.area(row.node.firstChild?.textContent ?? '', number, count)
			: kind === 'measure'
				? said.measure(number, count)
				: said.result(number, count)
	);
}
