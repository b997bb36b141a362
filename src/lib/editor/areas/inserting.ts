import { newOrders } from '#core/area-order.ts';
import type { AreaPurpose } from '#core/areas.ts';
import { jsonOf } from '#schema/content.ts';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { emptyArea, type NewId } from './changes.ts';
import { tablesIn, textOf } from './shape.ts';

/** Puts a table with one empty area at the caret, and the caret into its title. */
export function insertTable(editor: Editor, purpose: AreaPurpose, newId: NewId): void {
	const { schema } = editor;
	const id = newId();
	const [order = ''] = newOrders(1);
	const table = schema.nodes['areaTable']?.create({ purpose }, [
		emptyArea(schema, { id, order, departments: [] })
	]);
	if (table === undefined) return;
	editor.chain().focus().insertContent(jsonOf(table)).run();
	const { state, view } = editor;
	for (const { node, pos } of tablesIn(state.doc)) {
		if (node.firstChild === null || textOf(node.firstChild, 'id') !== id) continue;
		view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, pos + 3)).scrollIntoView());
	}
}
