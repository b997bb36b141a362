import { splitCells, type Parsed, type SmallTable } from '#charts/table-cells.ts';
import { readTableNode } from '#charts/table-chart.ts';
import { formHinder, formsFor, type TableForm } from '#charts/table-to-spec.ts';
import { CHART_FORMS } from '#core/chart-form.ts';
import type { DocNode } from '#core/publication.ts';
import { jsonOf } from '#schema/content.ts';
import type { Editor } from '@tiptap/core';

/** How a table is drawn, as its node carries it. */
export type ChartWish = {
	/** Null is the table alone. */
	chart: TableForm | null;
	caption: string;
	/** Null where the cells say it, or there is none. */
	unit: string | null;
	/** Null is as many as the cells have. */
	decimals: 0 | 1 | 2 | null;
	source: string | null;
};

const paragraph = (text: string): DocNode =>
	text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };

const cell = (type: 'tableHeader' | 'tableCell', text: string, isNumber: boolean): DocNode => ({
	type,
	...(isNumber ? { attrs: { align: 'right' } } : {}),
	content: [paragraph(text)]
});

/**
 * A table node of cells as they were typed, to the sign: the first row and the first column are
 * headers, so that every number is read aloud with what it is about.
 */
export function tableNode(cells: string[][], hasHead: boolean, wish: ChartWish): DocNode {
	return {
		type: 'table',
		attrs: { purpose: 'table', ...wish },
		content: cells.map((row, r) => ({
			type: 'tableRow',
			content: row.map((text, c) => {
				const isHeader = c === 0 || (r === 0 && hasHead);
				return cell(isHeader ? 'tableHeader' : 'tableCell', text, c > 0);
			})
		}))
	};
}

/** What was typed or pasted, as cells and as numbers. */
export function readTyped(typed: string): Parsed<{ cells: string[][]; table: SmallTable }> {
	const split = splitCells(typed);
	if (!split.ok) return split;
	const node = tableNode(split.value, false, {
		chart: null,
		caption: '',
		unit: null,
		decimals: null,
		source: null
	});
	const read = readTableNode(node);
	return read.ok ? { ok: true, value: { cells: split.value, table: read.value } } : read;
}

/** True when the first row of a table that was read holds names and no numbers. */
export const hasHead = ({ corner, columns }: SmallTable): boolean =>
	corner !== '' || columns.some((name) => name !== '');

/** The table at the caret, as JSON; null outside of tables. */
export function tableAtCaret(editor: Editor): DocNode | null {
	const { $from } = editor.state.selection;
	for (let depth = $from.depth; depth > 0; depth -= 1) {
		const node = $from.node(depth);
		if (node.type.name === 'table') return jsonOf(node);
	}
	return null;
}

/** A form, or the table alone; null until somebody has picked. */
export type Picked = TableForm | 'none' | null;

/**
 * The form to draw: the one that was picked, else the first that suits. A cell that is no number just
 * now (`table` is null) takes nobody's choice away.
 */
export function chosenForm(
	picked: Picked,
	table: SmallTable | null,
	unit: string
): TableForm | null {
	if (picked === 'none') return null;
	if (table === null) return picked;
	if (picked !== null && formHinder(table, picked, unit) === null) return picked;
	return formsFor(table, unit)[0] ?? null;
}

/** What the person changed, and nothing else: a colleague may have changed the rest meanwhile. */
export const changedIn = (wish: ChartWish, before: ChartWish): Partial<ChartWish> =>
	Object.fromEntries(
		Object.entries(wish).filter(([name, value]) => value !== before[name as keyof ChartWish])
	);

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a table says of its picture already. */
export function wishOf(table: DocNode): ChartWish {
	const { chart, caption, unit, decimals, source } = table.attrs ?? {};
	return {
		chart: CHART_FORMS.find((form) => form === chart) ?? null,
		caption: text(caption) ?? '',
		unit: text(unit),
		decimals: decimals === 0 || decimals === 1 || decimals === 2 ? decimals : null,
		source: text(source)
	};
}
