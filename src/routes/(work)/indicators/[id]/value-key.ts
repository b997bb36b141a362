import type { ComparisonGroup } from '#core/indicator.ts';

/** What tells one value of an indicator from another. */
export type ValueKey = { series: string; breakdown: string; period: string };

/** What a series is about: the municipality itself, or a group by its name and year. */
export function seriesName(
	series: string,
	groups: ComparisonGroup[],
	own: string,
	nameOf: (group: ComparisonGroup) => string
): string {
	if (series === 'own') return own;
	const group = groups.find((g) => g.id === series);
	if (!group) return series;
	return group.year === null ? nameOf(group) : `${nameOf(group)} (${group.year})`;
}
