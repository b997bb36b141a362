import { cellText } from '#core/cell-text.ts';
import { CHART_FORMS } from '#core/chart-form.ts';
import type { Lang } from '#core/format.ts';
import type { DocNode } from '#core/publication.ts';
import type { AnySpec } from './form-spec.ts';
import { pictureSvg } from './form.ts';
import { escape } from './markup.ts';
import { readCells, type Parsed, type SmallTable, type TableProblem } from './table-cells.ts';
import { formHinder, tableToSpec, type FormHinder, type TableForm } from './table-to-spec.ts';
import { problemText, tableWords } from './table-words.ts';

/** What the table does not say of its picture. */
export type TableChartFrame = {
	/** Unique on the page. */
	id: string;
	lang: Lang;
	/** What the picture is called where the table has no caption. */
	title: string;
};

/** The picture of a table of the text, or what keeps it from being one. */
export type TableChart =
	| { ok: true; spec: AnySpec; wished: TableForm; hinder: FormHinder | null }
	| { ok: false; problems: TableProblem[] };

/** More rows or columns are no chart, and are not laid out to find that out. */
const MOST = 200;

const spanOf = (cell: DocNode, name: 'colspan' | 'rowspan'): number => {
	const span = cell.attrs?.[name];
	return typeof span === 'number' && span >= 1 ? Math.min(span, MOST) : 1;
};

const textAttr = (table: DocNode, name: string): string => {
	const value = table.attrs?.[name];
	return typeof value === 'string' ? value.trim() : '';
};

/** The words of every place; a cell that spans says them in its first place, the others are empty. */
function placesOf(table: DocNode): string[][] {
	const rows: string[][] = (table.content ?? []).slice(0, MOST).map(() => []);
	(table.content ?? []).slice(0, MOST).forEach((row, r) => {
		let column = 0;
		for (const cell of row.content ?? []) {
			while (rows[r]?.[column] !== undefined) column += 1;
			if (column >= MOST) break;
			const text = cellText(cell).normalize('NFC').replace(/\s+/g, ' ').trim();
			const below = Math.min(r + spanOf(cell, 'rowspan'), rows.length);
			for (let y = r; y < below; y += 1)
				for (let x = column; x < Math.min(column + spanOf(cell, 'colspan'), MOST); x += 1) {
					const line = rows[y];
					if (line) line[x] ??= y === r && x === column ? text : '';
				}
		}
	});
	const width = Math.max(0, ...rows.map((row) => row.length));
	return rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
}

/**
 * Reads a table of the text as names and numbers. Empty rows are no rows; problems name the rows as
 * they stand in the text.
 */
export function readTableNode(table: DocNode): Parsed<SmallTable> {
	const places = placesOf(table);
	const filled = places.flatMap((row, r) => (row.some((text) => text !== '') ? [r] : []));
	if (filled.length === 0)
		return { ok: false, problems: [{ row: 1, column: 1, problem: 'empty', found: '' }] };
	const [first] = table.content ?? [];
	const isHead =
		filled[0] === 0 &&
		filled.length > 1 &&
		first?.content?.every(({ type }) => type === 'tableHeader') === true;
	const cells = filled.map((r) => places[r] ?? []);
	const read = isHead ? readCells(cells, true) : readCells(cells);
	if (read.ok) return read;
	const problems = read.problems.map((one) => ({ ...one, row: (filled[one.row - 1] ?? 0) + 1 }));
	return { ok: false, problems };
}

/** The form that was picked for a table; null where it is a table alone. */
export function chartFormOf(table: DocNode): TableForm | null {
	const said = table.attrs?.['chart'];
	return CHART_FORMS.find((form) => form === said) ?? null;
}

/** The picture of a table that asks for one; null where it asks for none. */
export function chartOfTable(table: DocNode, frame: TableChartFrame): TableChart | null {
	const wished = chartFormOf(table);
	if (wished === null) return null;
	const read = readTableNode(table);
	if (!read.ok) return read;
	const { id, lang } = frame;
	const unit = textAttr(table, 'unit') || read.value.unit;
	const said = table.attrs?.['decimals'];
	const decimals = said === 0 || said === 1 || said === 2 ? said : read.value.decimals;
	const title = textAttr(table, 'caption') || frame.title;
	return {
		ok: true,
		spec: tableToSpec(read.value, wished, { id, title, lang, unit, decimals }),
		wished,
		hinder: formHinder(read.value, wished, unit)
	};
}

/**
 * The picture in both widths as HTML; for who writes also what is wrong, in words. Empty where there is
 * nothing to draw. Deterministic, everything escaped.
 */
export function tableChartHtml(
	table: DocNode,
	frame: TableChartFrame,
	form: 'draft' | 'edition'
): string {
	const chart = chartOfTable(table, frame);
	if (chart === null) return '';
	const note = (text: string): string =>
		form === 'draft' ? `<p class="chart-note">${escape(text)}</p>` : '';
	if (!chart.ok) {
		const [problem] = chart.problems;
		return problem ? note(problemText(problem, frame.lang)) : '';
	}
	const { spec, hinder } = chart;
	const svg = pictureSvg(spec, 'wide') + pictureSvg(spec, 'narrow');
	// The caption stands with the table, which is folded away for readers.
	const caption = textAttr(table, 'caption');
	const title =
		form === 'edition' && caption !== '' ? `<p class="chart-title">${escape(caption)}</p>` : '';
	return (
		`${title}<div class="chart-box">${svg}</div>` +
		(hinder === null ? '' : note(tableWords(frame.lang).hinders[hinder]))
	);
}
