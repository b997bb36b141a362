import type { ComparisonGroup, IndicatorValue } from './indicator.ts';
import { comparePeriods } from './period.ts';

/** Who belonged to a group, and of which year that is (I7). */
export type Grouping = Pick<ComparisonGroup, 'year' | 'members'>;

/** Whom a group's value was made of: as it says itself, else as the group is. */
export const groupingOf = (value: IndicatorValue | undefined, group: Grouping): Grouping =>
	value?.basis ?? group;

/** The members, whatever their order. */
const named = ({ members }: Grouping): string => [...members].sort().join('\n');

/** The same members of the same year. */
export const sameGrouping = (a: Grouping, b: Grouping): boolean =>
	a.year === b.year && named(a) === named(b);

/** I7: the value was made before the group changed, and is still that of the old members. */
export const isOfOldGrouping = (value: IndicatorValue, group: Grouping): boolean =>
	!sameGrouping(groupingOf(value, group), group);

/** I7: the values that may stand in one line, in order: those of the members of the newest. */
export const ofOneGrouping = (values: IndicatorValue[], group: Grouping): IndicatorValue[] =>
	[...values]
		.sort((a, b) => comparePeriods(a.period, b.period))
		.filter(
			(value, _, all) => named(groupingOf(value, group)) === named(groupingOf(all.at(-1), group))
		);
