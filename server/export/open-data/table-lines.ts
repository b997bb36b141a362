import { readCell } from '#charts/table-cells.ts';
import type { FixedContent } from '#core/publication.ts';
import { STATUS_WORDS } from '#core/values-table.ts';
import type { WrittenCell } from '#core/values-table-write.ts';
import { dataTexts } from '#messages/data.ts';
import { readerTexts } from '#messages/reader.ts';
import { walk } from '#schema/text.ts';
import type { FigureLine } from './indicator-lines.ts';
import { tableRows, type TableRows } from './table-rows.ts';

const LANG = 'sv';
const t = dataTexts(LANG);

/**
 * The numbers of a section's own tables, one a line: what a cell says when it says one number. Where
 * the table has a picture, the words for no number are told too, for they are drawn as gaps. Texts are
 * no figures; follow-ups and plans are in the `measures` form.
 */
export function tableLines({ doc, title }: FixedContent): FigureLine[] {
	const lines: FigureLine[] = [];
	let n = 0;
	walk(doc, (node) => {
		if (node.type !== 'table') return;
		n += 1;
		const table = tableRows(node);
		if (table.purpose !== 'table') return;
		const name = table.caption === '' ? readerTexts(LANG).tableNumber(title, n) : table.caption;
		lines.push(...linesOf(table, name, typeof node.attrs?.['chart'] === 'string'));
	});
	return lines;
}

function linesOf(table: TableRows, name: string, hasChart: boolean): FigureLine[] {
	const { rows, heads, unit, source } = table;
	return rows.flatMap((row) =>
		row.slice(1).flatMap(({ text, isRepeated }, i): FigureLine[] => {
			const read = readCell(text);
			if (read === null || isRepeated || text.trim() === '') return [];
			const { value, percent } = read;
			if (typeof value !== 'number' && !hasChart) return [];
			const tableValue: WrittenCell =
				typeof value === 'number' ? value : value === null ? text : STATUS_WORDS[LANG][value];
			return [
				{
					value: ['', '', '', '', '', '', percent ? '%' : unit, source],
					more: {
						kind: t.kinds.table,
						table: name,
						row: row[0]?.text ?? '',
						column: heads[i + 1] ?? '',
						tableValue
					}
				}
			];
		})
	);
}
