/** By what a search can be narrowed; null where it is not. */
export type SearchFilters = {
	/** The report's year. */
	year: number | null;
	/** An article of the Convention on the Rights of the Child. */
	article: number | null;
	/** A department's name, as the edition has it. */
	department: string | null;
	/** An indicator's key. */
	indicator: string | null;
};

export const NO_FILTERS: SearchFilters = {
	year: null,
	article: null,
	department: null,
	indicator: null
};

/** What filters look at. */
export type Filtered = {
	year: number;
	articles: number[];
	department: string | null;
	indicators: { key: string }[];
};

/** How many passages have a value; with the one that is chosen, however few. */
export type Facet<T> = { value: T; count: number }[];
export type Facets = {
	/** The newest first. */
	years: Facet<number>;
	/** By name. */
	departments: Facet<string>;
	articles: Facet<number>;
};

/** The filters whose values are counted. */
type Name = 'year' | 'article' | 'department';

/** Whether all filters let a passage through; all but one when `except` names it. */
export const passes = (filters: SearchFilters, one: Filtered, except?: Name): boolean =>
	(filters.year === null || except === 'year' || one.year === filters.year) &&
	(filters.article === null || except === 'article' || one.articles.includes(filters.article)) &&
	(filters.department === null ||
		except === 'department' ||
		one.department === filters.department) &&
	(filters.indicator === null || one.indicators.some(({ key }) => key === filters.indicator));

/**
 * How many of the passages have each value, as the other filters leave them: what choosing another value
 * in its place would give.
 */
export function facetsOf(all: Filtered[], filters: SearchFilters): Facets {
	const years = new Map<number, number>();
	const departments = new Map<string, number>();
	const articles = new Map<number, number>();
	for (const one of all) {
		if (passes(filters, one, 'year')) add(years, one.year);
		if (one.department !== null && passes(filters, one, 'department'))
			add(departments, one.department);
		if (passes(filters, one, 'article')) for (const n of new Set(one.articles)) add(articles, n);
	}
	keepChosen(years, filters.year);
	keepChosen(departments, filters.department);
	keepChosen(articles, filters.article);
	return {
		years: listed(years).sort((a, b) => b.value - a.value),
		departments: listed(departments).sort((a, b) => a.value.localeCompare(b.value, 'sv')),
		articles: listed(articles).sort((a, b) => a.value - b.value)
	};
}

const add = <T>(counts: Map<T, number>, value: T) =>
	counts.set(value, (counts.get(value) ?? 0) + 1);

function keepChosen<T>(counts: Map<T, number>, chosen: T | null): void {
	if (chosen !== null && !counts.has(chosen)) counts.set(chosen, 0);
}

const listed = <T>(counts: Map<T, number>): Facet<T> =>
	[...counts].map(([value, count]) => ({ value, count }));
