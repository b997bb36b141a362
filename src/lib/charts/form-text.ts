import { formatNumber, formatValue, unitIsSilent } from '#core/format.ts';
import { periodLabel, periodParts } from '#core/period.ts';
import type { DonutSpec, FormSpec, MultiplesSpec, TableSpec } from './form-spec.ts';
import { formWords } from './form-words.ts';
import { isNumber, type ChartValue, type LineSpec } from './spec.ts';
import { absences, lineEnds, type ChartTable } from './text.ts';
import { chartWords } from './words.ts';

/** More numbers than these are not read out one by one. */
const MOST_READ = 24;

const REASONS = ['missing', 'suppressed', 'notApplicable', 'noRow'] as const;
const reasonOf = (value: ChartValue | undefined): (typeof REASONS)[number] | null =>
	isNumber(value) ? null : (value ?? 'noRow');

/** A table's or donut's places without a number, by the reason. */
function absentIn(spec: TableSpec | DonutSpec): string[] {
	const { absentFor } = chartWords(spec.lang);
	const { categories, series } = asTable(spec);
	return REASONS.flatMap((reason) => {
		const places = series.flatMap(({ name, values }) => {
			const where = categories.filter((_, c) => reasonOf(values[c]) === reason);
			if (where.length === 0) return [];
			return [series.length > 1 ? `${name} (${where.join(', ')})` : where.join(', ')];
		});
		return places.length === 0 ? [] : [absentFor[reason](places.join('; '))];
	});
}

/** A panel as the line chart that it would be alone. */
const panelAsLine = (
	{ periods, ...common }: MultiplesSpec,
	{ name, series }: MultiplesSpec['panels'][number]
): LineSpec => ({
	...common,
	type: 'line',
	periods,
	series: series.map((one, i) => ({
		...one,
		name: i === 0 ? name : `${name}, ${one.name}`
	}))
});

/** Donuts have one series, whose numbers stand beside their names like in any other table. */
function asTable(spec: TableSpec | DonutSpec): Pick<TableSpec, 'corner' | 'categories' | 'series'> {
	if (spec.type !== 'donut')
		return spec.type === 'grouped' || spec.type === 'stacked'
			? spec
			: { ...spec, series: spec.series.slice(0, 1) };
	return {
		corner: spec.corner,
		categories: spec.parts.map(({ name }) => name),
		series: [{ name: '', values: spec.parts.map(({ value }) => value) }]
	};
}

/** Parts that were wished to be a whole and make none. */
export function sumNote({ lang, unit, decimals }: FormSpec, partsSum: number | null): string[] {
	return partsSum === null
		? []
		: [formWords(lang).partsSum(formatValue(partsSum, unit, decimals, lang))];
}

/** What stands under the picture: what is not there, and parts that make no whole. */
export function formNotes(spec: FormSpec, partsSum: number | null): string[] {
	const absent =
		spec.type === 'multiples'
			? spec.panels.flatMap((panel) => absences(panelAsLine(spec, panel), spec.lang))
			: absentIn(spec);
	return [...absent, ...sumNote(spec, partsSum)];
}

/** The text alternative: all numbers of a small chart, lowest and highest of a large one. */
export function formText(spec: FormSpec, notes: string[]): string {
	const w = formWords(spec.lang);
	const print = (value: number): string => formatValue(value, spec.unit, spec.decimals, spec.lang);
	if (spec.type === 'multiples') {
		const label = (period: string | undefined): string => periodLabel(period ?? '', spec.lang);
		const { title, periods } = spec;
		const panels = spec.panels.flatMap((panel) => lineEnds(panelAsLine(spec, panel)));
		return [w.multiples(title, label(periods[0]), label(periods.at(-1))), ...panels, ...notes].join(
			' '
		);
	}
	const { categories, series } = asTable(spec);
	const count = series.reduce((sum, { values }) => sum + values.filter(isNumber).length, 0);
	const parts =
		count <= MOST_READ
			? categories.flatMap((category, c) => {
					const known = series.flatMap(({ name, values }) => {
						const value = values[c];
						return isNumber(value)
							? [series.length > 1 ? `${name} ${print(value)}` : print(value)]
							: [];
					});
					if (known.length === 0) return [];
					return [
						series.length > 1
							? `${category}: ${known.join(', ')}.`
							: `${category}: ${known.join('')}.`
					];
				})
			: [
					...series.flatMap(({ name, values }) => {
						const known = values.filter(isNumber);
						if (known.length === 0) return [];
						const [low, high] = [Math.min(...known), Math.max(...known)];
						const where = (value: number): string => categories[values.indexOf(value)] ?? '';
						return [w.range(name, print(low), where(low), print(high), where(high))];
					}),
					w.allInTable
				];
	return [w.alternative[spec.type](spec.title), ...parts, ...notes].join(' ');
}

/** The same numbers as the picture, every one. */
export function formTable(spec: FormSpec): ChartTable {
	const { lang, decimals, unit, title } = spec;
	const w = chartWords(lang);
	const caption = unitIsSilent(unit) ? title : `${title} (${unit})`;
	const cell = (value: ChartValue | undefined): string => {
		if (isNumber(value)) return formatNumber(value, decimals, lang);
		return value === null || value === undefined ? w.noRow : w.absent[value];
	};
	if (spec.type === 'multiples') {
		const lines = spec.panels.flatMap((panel) => panelAsLine(spec, panel).series);
		return {
			caption,
			head: [
				w.period[periodParts(spec.periods[0] ?? '')?.kind ?? 'unknown'],
				...lines.map(({ name }) => name)
			],
			rows: spec.periods.map((period, i) => [
				periodLabel(period, lang),
				...lines.map(({ values }) => cell(values[i]))
			])
		};
	}
	const { corner, categories, series } = asTable(spec);
	return {
		caption,
		head: [
			corner === '' ? w.who : corner,
			...series.map(({ name }) => (name === '' ? w.value : name))
		],
		rows: categories.map((name, c) => [name, ...series.map(({ values }) => cell(values[c]))])
	};
}
