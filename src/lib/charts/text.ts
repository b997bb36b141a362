import { formatNumber, formatValue, unitIsSilent, upperFirst, type Lang } from '#core/format.ts';
import { periodLabel, periodParts, periodText, periodWhen } from '#core/period.ts';
import type { Axis } from './axis.ts';
import { isNumber, type ChartSpec, type ChartValue, type LineSpec } from './spec.ts';
import { chartWords, type ChartWords } from './words.ts';

/** A chart as a table; the first column holds row headers. Units stand in the caption, once. */
export type ChartTable = { caption: string; head: string[]; rows: string[][] };

type Gap = keyof ChartWords['absentFor'];

/** Why there is no number at a place of a line; null where there is one, or the line is not yet begun. */
function gapAt(values: ChartValue[], i: number): Gap | null {
	const value = values[i];
	if (isNumber(value)) return null;
	if (value !== null && value !== undefined) return value;
	return values.findIndex(isNumber) < i && i < values.findLastIndex(isNumber) ? 'noRow' : null;
}

/** "Uppgift saknas: Söderhamn 2020, 2021.": the places without a number, by the reason. */
export function absences(spec: ChartSpec, lang: Lang): string[] {
	const w = chartWords(lang);
	return (['missing', 'suppressed', 'notApplicable', 'noRow'] as const).flatMap((reason) => {
		const places =
			spec.type === 'bar'
				? spec.bars.filter((bar) => bar.value === reason).map((bar) => bar.name)
				: spec.series.flatMap(({ name, values }) => {
						const when = spec.periods
							.filter((_, i) => gapAt(values, i) === reason)
							.map((period) => periodLabel(period, lang));
						return when.length === 0 ? [] : [`${name} ${when.join(', ')}`];
					});
		return places.length === 0 ? [] : [w.absentFor[reason](places.join('; '))];
	});
}

/** Where each line begins and ends. */
export function lineEnds(spec: LineSpec, lang: Lang = spec.lang): string[] {
	const w = chartWords(lang);
	const print = (value: number): string => formatValue(value, spec.unit, spec.decimals, lang);
	return spec.series.flatMap(({ name, values }) => {
		const known = values.flatMap((value, i) => {
			const period = spec.periods[i];
			return isNumber(value) && period !== undefined ? [{ value, period }] : [];
		});
		const first = known[0];
		const last = known.at(-1);
		if (!first || !last) return [];
		const end = [print(last.value), periodWhen(last.period, lang)] as const;
		if (first === last) return [w.single(name, ...end)];
		return [w.fromTo(name, print(first.value), periodWhen(first.period, lang), ...end)];
	});
}

/**
 * The text alternative of a chart: what it is, where each series begins and ends, and what is not
 * there. The numbers between stand in the table.
 */
export function chartText(spec: ChartSpec, lang: Lang = spec.lang): string {
	const w = chartWords(lang);
	const print = (value: number): string => formatValue(value, spec.unit, spec.decimals, lang);
	if (spec.type === 'bar') {
		const bars = spec.bars
			.filter((bar) => isNumber(bar.value))
			.map(({ name, value }) => `${name} ${print(Number(value))}`);
		return [
			w.bar(spec.title, periodText(spec.period, lang)),
			...(bars.length === 0 ? [] : [`${bars.join('; ')}.`]),
			...absences(spec, lang)
		].join(' ');
	}
	const label = (period: string | undefined): string => periodLabel(period ?? '', lang);
	return [
		w.line(spec.title, label(spec.periods[0]), label(spec.periods.at(-1))),
		...lineEnds(spec, lang),
		...absences(spec, lang)
	].join(' ');
}

/** The same numbers as the picture, every one. */
export function chartTable(spec: ChartSpec): ChartTable {
	const { lang, decimals, unit, title } = spec;
	const w = chartWords(lang);
	const cell = (value: ChartValue | undefined): string => {
		if (isNumber(value)) return formatNumber(value, decimals, lang);
		return value === null || value === undefined ? w.noRow : w.absent[value];
	};
	const caption = unitIsSilent(unit) ? title : `${title} (${unit})`;
	if (spec.type === 'bar')
		return {
			caption: `${caption}, ${periodText(spec.period, lang)}`,
			head: [w.who, w.value],
			rows: spec.bars.map(({ name, value }) => [name, cell(value)])
		};
	const kind = periodParts(spec.periods[0] ?? '')?.kind ?? 'unknown';
	return {
		caption,
		head: [w.period[kind], ...spec.series.map((series) => series.name)],
		rows: spec.periods.map((period, i) => [
			periodLabel(period, lang),
			...spec.series.map((series) => cell(series.values[i]))
		])
	};
}

/** What the vertical axis measures, and where it begins when that is not at zero. */
export function axisTitle({ unit, lang }: ChartSpec, axis: Axis): string {
	const w = chartWords(lang);
	const measure = unit === '%' ? w.percent : unitIsSilent(unit) ? '' : upperFirst(unit);
	if (axis.min <= 0) return measure;
	const from = w.axisFrom(formatNumber(axis.min, axis.decimals, lang));
	return measure === '' ? upperFirst(from) : `${measure} (${from})`;
}
