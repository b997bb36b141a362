import { upperFirst, type Lang } from '#core/format.ts';
import { groupName } from '#core/group-name.ts';
import { ofOneGrouping } from '#core/grouping.ts';
import {
	numberOf,
	type ComparisonGroup,
	type IndicatorFigures,
	type IndicatorReading,
	type IndicatorValue,
	type Period
} from '#core/indicator.ts';
import { comparePeriods, sameKind, UNKNOWN_PERIOD } from '#core/period.ts';
import {
	isNumber,
	type ChartBar,
	type ChartSpec,
	type ChartValue,
	type SeriesRole
} from './spec.ts';
import { chartWords } from './words.ts';

/** More lines than five are a tangle; the groups that stand first are drawn. */
const MOST_GROUPS = 4;

const ROLE_OF: Record<ComparisonGroup['kind'], SeriesRole> = {
	similar: 'group',
	nation: 'nation',
	allMunicipalities: 'mean',
	own: 'other'
};

/** Each group with a role of its own: a second group of a kind takes one that is free. */
function withRoles(groups: ComparisonGroup[]): { group: ComparisonGroup; role: SeriesRole }[] {
	const drawn = groups.slice(0, MOST_GROUPS);
	const free = new Set<SeriesRole>(['group', 'nation', 'mean', 'other']);
	const first = new Map<SeriesRole, ComparisonGroup>();
	for (const group of drawn) {
		const role = ROLE_OF[group.kind];
		if (!first.has(role)) {
			first.set(role, group);
			free.delete(role);
		}
	}
	return drawn.map((group) => {
		const wished = ROLE_OF[group.kind];
		if (first.get(wished) === group) return { group, role: wished };
		const [role = 'other'] = free;
		free.delete(role);
		return { group, role };
	});
}

function chartValue(value: IndicatorValue | undefined): ChartValue {
	if (!value) return null;
	return numberOf(value) ?? (value.status === 'value' ? 'missing' : value.status);
}

/**
 * The chart of an indicator: lines over time when the municipality has two numbers or more, else bars
 * that set its one number beside the groups' of the same period, else bars of its parts. Null when
 * there are not two numbers to see beside each other: one number is no picture.
 *
 * @param options.id unique on the page; the indicator's id when it is left out
 */
export function chartOf(
	figures: IndicatorFigures,
	reading: IndicatorReading,
	options: { lang: Lang; municipality: string; id?: string }
): ChartSpec | null {
	const { lang, municipality } = options;
	const { indicator } = figures;
	const { latest } = reading;
	const { title, unit, decimals } = indicator;
	const common = { id: options.id ?? indicator.id, title, lang, unit, decimals };
	const groups = withRoles(reading.groups.map(({ group }) => group));

	const inChart = (value: IndicatorValue): boolean =>
		latest !== null &&
		value.breakdown === '' &&
		sameKind(value.period, latest.period) &&
		comparePeriods(value.period, latest.period) <= 0;
	const of = (series: string): IndicatorValue[] =>
		figures.values.filter((value) => value.series === series && inChart(value));
	// I7: what was made of other members is told on the card, and not drawn as one line.
	const ofGroup = (group: ComparisonGroup): IndicatorValue[] => ofOneGrouping(of(group.id), group);
	const own = of('own');

	if (own.filter((value) => numberOf(value) !== null).length >= 2) {
		const all = [own, ...groups.map(({ group }) => ofGroup(group))];
		const periods = [...new Set<Period>(all.flat().map((value) => value.period))].sort(
			comparePeriods
		);
		const along = (values: IndicatorValue[]): ChartValue[] =>
			periods.map((period) => chartValue(values.find((value) => value.period === period)));
		return {
			...common,
			type: 'line',
			periods,
			series: [
				{ role: 'own' as const, name: municipality, values: along(own) },
				...groups.map(({ group, role }) => ({
					role,
					name: upperFirst(groupName(group, lang)),
					values: along(ofGroup(group))
				}))
			].filter(({ values }) => values.some((value) => value !== null))
		};
	}

	const beside = (period: Period, bars: ChartBar[]): ChartSpec | null =>
		bars.filter((bar) => isNumber(bar.value)).length < 2
			? null
			: { ...common, type: 'bar', period, bars };

	if (latest && latest.period !== UNKNOWN_PERIOD) {
		const bars: ChartBar[] = [{ role: 'own', name: municipality, value: chartValue(latest) }];
		for (const { group, role } of groups) {
			const value = of(group.id).find((one) => one.period === latest.period);
			if (value)
				bars.push({ role, name: upperFirst(groupName(group, lang)), value: chartValue(value) });
		}
		const spec = beside(latest.period, bars);
		if (spec) return spec;
	}

	const period = latest?.period ?? reading.breakdowns[0]?.period;
	if (period === undefined) return null;
	const parts = reading.breakdowns
		.filter((part) => part.period === period)
		.map((part): ChartBar => ({
			role: 'own',
			name: upperFirst(part.breakdown),
			value: chartValue(part)
		}));
	const whole: ChartBar[] =
		latest && parts.length > 0
			? [
					{
						role: 'nation',
						name: `${municipality}, ${chartWords(lang).all}`,
						value: chartValue(latest)
					}
				]
			: [];
	return beside(period, [...whole, ...parts]);
}
