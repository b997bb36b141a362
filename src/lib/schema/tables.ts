import { mergeAttributes, Node, type Editor } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import {
	addColumnAfter,
	addColumnBefore,
	addRowAfter,
	addRowBefore,
	CellSelection,
	deleteColumn,
	deleteRow,
	deleteTable,
	goToNextCell,
	tableEditing,
	toggleHeader
} from '@tiptap/pm/tables';
import { NODE_ATTRIBUTES } from './attributes.ts';

declare module '@tiptap/core' {
	interface Commands<ReturnType> {
		tables: {
			/** A table whose first row holds header cells. */
			insertTable: (size: { rows: number; cols: number }) => ReturnType;
			addRowBefore: () => ReturnType;
			addRowAfter: () => ReturnType;
			addColumnBefore: () => ReturnType;
			addColumnAfter: () => ReturnType;
			deleteRow: () => ReturnType;
			deleteColumn: () => ReturnType;
			deleteTable: () => ReturnType;
			toggleHeaderRow: () => ReturnType;
			goToNextCell: (direction: 1 | -1) => ReturnType;
		};
	}
}

/** What prosemirror-tables calls the parts of a table. */
const ROLES: Record<string, string> = {
	table: 'table',
	tableRow: 'row',
	tableHeader: 'header_cell',
	tableCell: 'cell'
};

function newTable(schema: Schema, rows: number, cols: number) {
	const { table, tableRow, tableHeader, tableCell } = schema.nodes;
	if (!table || !tableRow || !tableHeader || !tableCell) throw new Error('no tables here');
	const row = (type: typeof tableCell) =>
		tableRow.createChecked(
			null,
			Array.from({ length: cols }, () => type.createAndFill()).filter((cell) => cell !== null)
		);
	return table.createChecked(null, [
		row(tableHeader),
		...Array.from({ length: rows - 1 }, () => row(tableCell))
	]);
}

/** With every cell selected, what would empty the cells takes the table away. */
function deleteWhenAllSelected({ editor }: { editor: Editor }): boolean {
	const { selection } = editor.state;
	if (!(selection instanceof CellSelection)) return false;
	if (!selection.isRowSelection() || !selection.isColSelection()) return false;
	return editor.commands.deleteTable();
}

const text = (name: string, fallback: string) => ({
	default: fallback,
	parseHTML: (e: HTMLElement) => e.getAttribute(`data-${name}`) ?? fallback,
	renderHTML: (a: Record<string, unknown>) => ({ [`data-${name}`]: a[name] })
});

/** An attribute that most tables lack; what a paste says of it is held against the allowlist. */
const optional = (name: string, read: (said: string) => unknown = (said) => said) => ({
	default: null,
	parseHTML: (e: HTMLElement) => {
		const said = e.getAttribute(`data-${name}`);
		const value = said === null ? null : read(said);
		return NODE_ATTRIBUTES['table']?.[name]?.(value) === true ? value : null;
	},
	renderHTML: (a: Record<string, string | number | null>) =>
		a[name] === null ? {} : { [`data-${name}`]: String(a[name]) }
});

/**
 * A table knows what it is for, so that promises can be found again next year (Y2), where its numbers
 * come from, and how they are drawn: `chart` is a form of `CHART_FORMS`, `unit` and `decimals` stand
 * where the cells do not say them.
 */
export const Table = Node.create({
	name: 'table',
	group: 'block',
	content: 'tableRow+',
	isolating: true,
	addAttributes: () => ({
		purpose: text('purpose', 'table'),
		caption: text('caption', ''),
		chart: optional('chart'),
		unit: optional('unit'),
		decimals: optional('decimals', Number),
		source: optional('source')
	}),
	parseHTML: () => [{ tag: 'table' }],
	renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
	extendNodeSchema: (extension) => ({ tableRole: ROLES[extension.name] }),
	addCommands: () => ({
		insertTable:
			({ rows, cols }) =>
			({ tr, dispatch, editor }) => {
				if (dispatch) {
					const inside = tr.selection.from + 1;
					tr.replaceSelectionWith(newTable(editor.schema, rows, cols)).scrollIntoView();
					tr.setSelection(TextSelection.near(tr.doc.resolve(inside)));
				}
				return true;
			},
		addRowBefore:
			() =>
			({ state, dispatch }) =>
				addRowBefore(state, dispatch),
		addRowAfter:
			() =>
			({ state, dispatch }) =>
				addRowAfter(state, dispatch),
		addColumnBefore:
			() =>
			({ state, dispatch }) =>
				addColumnBefore(state, dispatch),
		addColumnAfter:
			() =>
			({ state, dispatch }) =>
				addColumnAfter(state, dispatch),
		deleteRow:
			() =>
			({ state, dispatch }) =>
				deleteRow(state, dispatch),
		deleteColumn:
			() =>
			({ state, dispatch }) =>
				deleteColumn(state, dispatch),
		deleteTable:
			() =>
			({ state, dispatch }) =>
				deleteTable(state, dispatch),
		toggleHeaderRow:
			() =>
			({ state, dispatch }) =>
				toggleHeader('row')(state, dispatch),
		goToNextCell:
			(direction) =>
			({ state, dispatch }) =>
				goToNextCell(direction)(state, dispatch)
	}),
	addKeyboardShortcuts: () => ({
		// Tab goes from cell to cell, and in the last one makes a row.
		Tab: ({ editor }) => {
			if (editor.commands.goToNextCell(1)) return true;
			if (!editor.can().addRowAfter()) return false;
			return editor.chain().addRowAfter().goToNextCell(1).run();
		},
		'Shift-Tab': ({ editor }) => editor.commands.goToNextCell(-1),
		Backspace: deleteWhenAllSelected,
		'Mod-Backspace': deleteWhenAllSelected,
		Delete: deleteWhenAllSelected,
		'Mod-Delete': deleteWhenAllSelected
	}),
	addProseMirrorPlugins: () => [tableEditing()]
});

export const TableRow = Node.create({
	name: 'tableRow',
	content: '(tableCell | tableHeader)*',
	parseHTML: () => [{ tag: 'tr' }],
	renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0]
});

const ALIGNED = ['left', 'center', 'right'];

/** A cell holds paragraphs and lists: headings and tables within tables are beyond reading aloud. */
const cell = (name: string, tag: 'td' | 'th') =>
	Node.create({
		name,
		content: '(paragraph | bulletList | orderedList)+',
		isolating: true,
		addAttributes: () => ({
			colspan: { default: 1 },
			rowspan: { default: 1 },
			// Kept by the schema because tables of other makers have it; nothing here sets a width.
			colwidth: { default: null, parseHTML: () => null, renderHTML: () => ({}) },
			align: {
				default: null,
				parseHTML: (element: HTMLElement) => {
					// Read as it is written: the policy of the page keeps it from becoming a style.
					const style = element.getAttribute('style') ?? '';
					const said = /(?:^|;)\s*text-align:\s*(\w+)/i.exec(style)?.[1];
					const align = (said ?? element.getAttribute('align') ?? '').toLowerCase();
					return ALIGNED.includes(align) ? align : null;
				},
				renderHTML: ({ align }: Record<string, unknown>) =>
					typeof align === 'string' ? { style: `text-align: ${align}` } : {}
			}
		}),
		parseHTML: () => [{ tag }],
		renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0]
	});

export const TableHeader = cell('tableHeader', 'th');
export const TableCell = cell('tableCell', 'td');
