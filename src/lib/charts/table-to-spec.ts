import { CHART_FORMS, type ChartForm } from '#core/chart-form.ts';
import { formatNumber } from '#core/format.ts';
import type { Period } from '#core/indicator.ts';
import { comparePeriods, sameKind } from '#core/period.ts';
import { parsePeriod } from '#core/read-period.ts';
import { donutHinder } from './form.ts';
import type { AnySpec } from './form-spec.ts';
import { isNumber, type ChartSeries, type ChartValue, type SeriesRole } from './spec.ts';
import { readCells, splitCells, type Parsed, type SmallTable } from './table-cells.ts';

export type { Parsed, SmallTable, TableProblem } from './table-cells.ts';
export { readCells, splitCells } from './table-cells.ts';

/** The forms that a person may pick for a table. */
export { CHART_FORMS as TABLE_FORMS };
export type TableForm = ChartForm;

/** What a table does not say itself. The unit is the cells' own where they carry one. */
export type TableFrame = {
	id: string;
	title: string;
	lang: 'sv' | 'en';
	unit?: string;
	decimals?: 0 | 1 | 2;
};

/** Why a form does not suit a table; said beside the form, which can then not be picked. */
export type FormHinder =
	| 'needsPeriods' // rows or columns must be years, terms or months of one kind
	| 'needsOneColumn'
	| 'needsColumns' // at least two
	| 'tooManySeries'
	| 'negative'
	| 'tooMany'
	| 'noWhole'
	| 'notAllKnown';

/** More lines or patterns than these nobody tells apart. */
const MOST_SERIES = 5;
const ROLES: SeriesRole[] = ['own', 'group', 'nation', 'mean', 'other'];

/** Reads what was pasted or typed. */
export function readTable(pasted: string): Parsed<SmallTable> {
	const cells = splitCells(pasted);
	return cells.ok ? readCells(cells.value) : cells;
}

/** The names as periods in their canonical form; null unless all are, of one kind and each once. */
function asPeriods(names: string[]): Period[] | null {
	const periods = names.flatMap((name) => {
		const parsed = parsePeriod(name);
		return name !== '' && parsed.ok && parsed.value !== 'unknown' ? [parsed.value] : [];
	});
	const [first = ''] = periods;
	const areAll = periods.length === names.length && new Set(periods).size === names.length;
	return areAll && periods.every((period) => sameKind(period, first)) ? periods : null;
}

/** Series over time, oldest first, whichever way the table lies. */
function overTime(
	table: SmallTable
): { periods: Period[]; series: { name: string; values: ChartValue[] }[] } | null {
	const down = asPeriods(table.rows.map(({ name }) => name));
	const periods = down ?? asPeriods(table.columns);
	if (!periods) return null;
	const series = down
		? table.columns.map((name, c) => ({
				name: name === '' ? table.corner : name,
				values: table.rows.map(({ values }) => values[c] ?? null)
			}))
		: table.rows;
	const order = periods
		.map((_, i) => i)
		.sort((a, b) => comparePeriods(periods[a] ?? '', periods[b] ?? ''));
	return {
		periods: order.map((i) => periods[i] ?? ''),
		series: series.map(({ name, values }) => ({
			name,
			values: order.map((i) => values[i] ?? null)
		}))
	};
}

const some = (table: SmallTable, test: (value: number) => boolean): boolean =>
	table.rows.some(({ values }) => values.some((value) => isNumber(value) && test(value)));

const partsOf = ({ rows }: SmallTable): { name: string; value: ChartValue }[] =>
	rows.map(({ name, values: [value = null] }) => ({ name, value }));

/** Why a form does not suit a table; null when it does. */
export function formHinder(
	table: SmallTable,
	form: TableForm,
	unit: string = table.unit
): FormHinder | null {
	const columns = table.columns.length;
	switch (form) {
		case 'line':
		case 'multiples': {
			const lines = overTime(table);
			if (!lines) return 'needsPeriods';
			if (form === 'multiples') return lines.series.length < 2 ? 'needsColumns' : null;
			return lines.series.length > MOST_SERIES ? 'tooManySeries' : null;
		}
		case 'column':
		case 'rows':
			return columns === 1 ? null : 'needsOneColumn';
		case 'grouped':
		case 'stacked':
			if (columns < 2) return 'needsColumns';
			if (columns > MOST_SERIES) return 'tooManySeries';
			return form === 'stacked' && some(table, (value) => value < 0) ? 'negative' : null;
		case 'donut':
			return columns === 1 ? donutHinder(partsOf(table), unit) : 'needsOneColumn';
	}
}

/** The forms that suit a table; the first is the one to propose. */
export function formsFor(table: SmallTable, unit: string = table.unit): TableForm[] {
	const order: TableForm[] = overTime(table)
		? ['line', 'column', 'grouped', 'multiples', 'rows', 'stacked', 'donut']
		: ['rows', 'grouped', 'stacked', 'column', 'donut', 'line', 'multiples'];
	return order.filter((form) => formHinder(table, form, unit) === null);
}

/**
 * A table as a chart of the form that a person picked. A form that does not suit it is an error of
 * the caller, who asks `formHinder` first; the nearest that does suit is drawn.
 */
export function tableToSpec(table: SmallTable, wished: TableForm, frame: TableFrame): AnySpec {
	const { id, title, lang } = frame;
	const unit = frame.unit ?? table.unit;
	const common = { id, title, lang, unit, decimals: frame.decimals ?? table.decimals };
	const form =
		formHinder(table, wished, unit) === null ? wished : (formsFor(table, unit)[0] ?? 'rows');
	const lines = overTime(table);
	if (lines && (form === 'line' || form === 'multiples')) {
		const { periods } = lines;
		const series = lines.series.map(({ name, values }, i): ChartSeries => ({
			role: form === 'multiples' ? 'own' : (ROLES[i % ROLES.length] ?? 'own'),
			name: name === '' ? title : name,
			values
		}));
		return form === 'line'
			? { ...common, type: 'line', periods, series }
			: {
					...common,
					type: 'multiples',
					periods,
					panels: series.map((one) => ({ name: one.name, series: [one] }))
				};
	}
	const { corner } = table;
	if (form === 'donut') return { ...common, type: 'donut', corner, parts: partsOf(table) };
	return {
		...common,
		type: form === 'line' || form === 'multiples' ? 'rows' : form,
		corner,
		categories: table.rows.map(({ name }) => name),
		series: table.columns.map((name, c) => ({
			name,
			values: table.rows.map(({ values }) => values[c] ?? null)
		}))
	};
}

/** How a value stands in a cell, so that it reads back as the same. */
function cellOf(value: ChartValue, { unit, decimals }: SmallTable, lang: 'sv' | 'en'): string {
	if (value === null) return '';
	if (value === 'suppressed') return '..';
	if (value === 'notApplicable') return '.';
	if (value === 'missing') return '–';
	// Thousands stand apart by a space in both: an English comma would read back as a decimal one.
	const swedish = formatNumber(value, decimals, 'sv');
	const number = lang === 'en' ? swedish.replace(',', '.') : swedish;
	return unit === '%' ? `${number}\u00a0%` : number;
}

/** The cells of a table, for a person to correct; they read back as the same table. */
export function tableToCells(table: SmallTable, lang: 'sv' | 'en' = 'sv'): string[][] {
	const head =
		table.columns.length > 1 || table.columns[0] !== '' || table.corner !== ''
			? [[table.corner, ...table.columns]]
			: [];
	return [
		...head,
		...table.rows.map(({ name, values }) => [
			name,
			...table.columns.map((_, c) => cellOf(values[c] ?? null, table, lang))
		])
	];
}

/** The same as text with tabs, for a spreadsheet. A cell that needs quotes has them. */
export const tableToText = (table: SmallTable, lang: 'sv' | 'en' = 'sv'): string =>
	tableToCells(table, lang)
		.map((row) =>
			row
				.map((cell) => (/["\t\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
				.join('\t')
		)
		.join('\n');

/** A chart as the table that it was made of, for another form of the same numbers. */
export function specToTable(spec: AnySpec): SmallTable {
	const shared = {
		unit: spec.unit === '%' ? ('%' as const) : ('' as const),
		decimals: spec.decimals
	};
	const from = (
		corner: string,
		names: string[],
		series: { name: string; values: ChartValue[] }[]
	): SmallTable => ({
		...shared,
		corner,
		columns: series.map(({ name }) => name),
		rows: names.map((name, r) => ({ name, values: series.map(({ values }) => values[r] ?? null) }))
	});
	switch (spec.type) {
		case 'line':
			return from('', spec.periods, spec.series);
		case 'multiples':
			return from(
				'',
				spec.periods,
				spec.panels.map(({ name, series }) => ({ name, values: series[0]?.values ?? [] }))
			);
		case 'bar':
			return from(
				'',
				spec.bars.map(({ name }) => name),
				[{ name: '', values: spec.bars.map(({ value }) => value) }]
			);
		case 'donut':
			return from(
				spec.corner,
				spec.parts.map(({ name }) => name),
				[{ name: '', values: spec.parts.map(({ value }) => value) }]
			);
		case 'column':
		case 'rows':
		case 'grouped':
		case 'stacked':
			return from(spec.corner, spec.categories, spec.series);
	}
}
