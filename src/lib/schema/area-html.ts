import type { DocNode } from '#core/publication.ts';
import { attribute, escapeHtml } from './markup.ts';
import { span, textAttr } from './table-html.ts';
import { plainText } from './text.ts';

/**
 * The table that a table of areas is shown as (`core/area-as-table.ts`): a group of rows for each area,
 * which its header names. On a narrow page the style makes a list of it, where each cell bears the name
 * of its column; the roles keep it a table for those who have it read aloud.
 * @param label a name where the table has no caption; read aloud only
 */
export function areaTableHtml(
	table: DocNode,
	label: string,
	cells: (cell: DocNode) => string
): string {
	const [head, ...rows] = table.content ?? [];
	const heads = (head?.content ?? []).map(plainText);
	const caption = textAttr(table, 'caption');
	const name = caption.trim() === '' && label !== '' ? attribute('aria-label', label) : '';
	return (
		`<table class="areas" role="table"${attribute('data-purpose', textAttr(table, 'purpose'))}${name}>` +
		(caption.trim() === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`) +
		`<thead role="rowgroup"><tr role="row">${(head?.content ?? [])
			.map((cell) => `<th role="columnheader" scope="col">${cells(cell)}</th>`)
			.join('')}</tr></thead>` +
		groupsOf(rows)
			.map((group) => `<tbody role="rowgroup">${group.map(rowOf(heads, cells)).join('')}</tbody>`)
			.join('') +
		'</table>'
	);
}

const isHeader = (cell: DocNode | undefined): boolean => cell?.type === 'tableHeader';

/** The rows of each area: the first of them begins with its header. */
function groupsOf(rows: DocNode[]): DocNode[][] {
	const groups: DocNode[][] = [];
	for (const row of rows)
		if (isHeader(row.content?.[0])) groups.push([row]);
		else groups.at(-1)?.push(row);
	return groups;
}

const rowOf =
	(heads: string[], cells: (cell: DocNode) => string) =>
	(row: DocNode): string => {
		const content = row.content ?? [];
		const first = heads.length - content.length;
		const made = content.map((cell, i) => {
			const rows = span(cell, 'rowspan') > 1 ? ` rowspan="${span(cell, 'rowspan')}"` : '';
			if (isHeader(cell))
				return `<th role="rowheader" scope="${rows === '' ? 'row' : 'rowgroup'}"${rows}>${cells(cell)}</th>`;
			const label = attribute('data-label', heads[first + i] ?? '');
			return `<td role="cell"${label}>${cells(cell)}</td>`;
		});
		return `<tr role="row">${made.join('')}</tr>`;
	};
