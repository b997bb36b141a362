import type { Editor } from '@tiptap/core';

export const TABLE_COMMAND_IDS = [
	'rowBefore',
	'rowAfter',
	'columnBefore',
	'columnAfter',
	'deleteRow',
	'deleteColumn',
	'headerRow',
	'deleteTable'
] as const;
export type TableCommandId = (typeof TABLE_COMMAND_IDS)[number];

const acts: Record<TableCommandId, (editor: Editor) => boolean> = {
	rowBefore: (e) => e.chain().focus().addRowBefore().run(),
	rowAfter: (e) => e.chain().focus().addRowAfter().run(),
	columnBefore: (e) => e.chain().focus().addColumnBefore().run(),
	columnAfter: (e) => e.chain().focus().addColumnAfter().run(),
	deleteRow: (e) => e.chain().focus().deleteRow().run(),
	deleteColumn: (e) => e.chain().focus().deleteColumn().run(),
	headerRow: (e) => e.chain().focus().toggleHeaderRow().run(),
	deleteTable: (e) => e.chain().focus().deleteTable().run()
};

/** Does something to the table at the caret, which is mended first where it is ragged. */
export function runTableCommand(editor: Editor, id: TableCommandId): void {
	editor.commands.mendTables();
	acts[id](editor);
}
