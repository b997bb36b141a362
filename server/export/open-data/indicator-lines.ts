import { isoDate, upperFirst } from '#core/format.ts';
import { groupName } from '#core/group-name.ts';
import { groupingOf } from '#core/grouping.ts';
import type {
	ComparisonGroup,
	Indicator,
	IndicatorFigures,
	IndicatorValue,
	StatedComparison,
	ValueSource
} from '#core/indicator.ts';
import { comparePeriods } from '#core/period.ts';
import { COLUMNS } from '#core/values-table.ts';
import type { Names } from '#core/values-table-names.ts';
import { valueRow, type WrittenCell } from '#core/values-table-write.ts';
import { dataTexts } from '#messages/data.ts';

const LANG = 'sv';
const t = dataTexts(LANG);

/** A row of the figures: the columns that our import reads, and the others by name. */
export type FigureLine = {
	value: WrittenCell[];
	more: Partial<Record<keyof typeof t.figures, WrittenCell>>;
};

/** Everything that an indicator holds: own values first, then group by group, then words of sources. */
export function indicatorLines(
	figures: IndicatorFigures,
	names: Pick<Names, 'nameOfIndicator' | 'nameOfSeries'>
): FigureLine[] {
	const { indicator, groups } = figures;
	const { key, kpiId, decimals, wishedDirection, definition, note } = indicator;
	const about = {
		key,
		kpi: kpiId ?? '',
		decimals,
		wished: t.wished[wishedDirection],
		definition,
		note
	};
	const order = ['own', ...groups.map(({ id }) => id)];
	const values = [...figures.values].sort(
		(a, b) =>
			order.indexOf(a.series) - order.indexOf(b.series) ||
			Number(a.breakdown > b.breakdown) - Number(a.breakdown < b.breakdown) ||
			comparePeriods(a.period, b.period)
	);
	return [
		...values.map((value) => ({
			value: valueRow(indicator, value, names, LANG),
			more: {
				kind: t.kinds.value,
				...about,
				...groupCells(value, groups),
				...sourceCells(value.source)
			}
		})),
		...figures.stated.map((stated) => ({
			value: statedCells(indicator, stated, names),
			more: {
				kind: t.kinds.stated,
				...about,
				against: againstName(stated.against, groups),
				judgement: judgementWords(stated),
				...sourceCells(stated.source)
			}
		}))
	];
}

const sourceCells = ({ kind, at, by }: ValueSource): FigureLine['more'] => ({
	how: t.how[kind],
	when: isoDate(at),
	by: by ?? ''
});

/** I7: whom a group's value was made of, and of which year that grouping is. */
function groupCells(value: IndicatorValue, groups: ComparisonGroup[]): FigureLine['more'] {
	const group = groups.find(({ id }) => id === value.series);
	if (!group) return {};
	const { year, members } = groupingOf(value, group);
	return {
		groupYear: year ?? '',
		...(members.length === 0
			? {}
			: { groupSize: members.length, groupMembers: members.join(', ') }),
		...(value.basis
			? { mean: t.mean[value.basis.mean], groupCounted: value.basis.count || '' }
			: {})
	};
}

/** Words are no values: status and value stay empty. */
const statedCells = (
	indicator: Indicator,
	{ period, source }: StatedComparison,
	names: Pick<Names, 'nameOfIndicator' | 'nameOfSeries'>
): WrittenCell[] =>
	valueRow(
		indicator,
		{ series: 'own', breakdown: '', period, status: 'missing', value: null, source },
		names,
		LANG
	).map((cell, i) => (COLUMNS[i] === 'status' ? '' : cell));

function againstName(against: string, groups: ComparisonGroup[]): string {
	if (against === 'previous') return t.previous;
	const group = groups.find(({ id }) => id === against);
	return group ? upperFirst(groupName(group, LANG)) : against;
}

const judgementWords = ({ level, judgement }: StatedComparison): string =>
	[level === null ? '' : t.levels[level], judgement === null ? '' : t.judgements[judgement]]
		.filter((word) => word !== '')
		.join(', ');
