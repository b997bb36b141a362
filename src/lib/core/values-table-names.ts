import { settledBreakdown } from './breakdown.ts';
import type { Indicator, IndicatorFigures, IndicatorValue } from './indicator.ts';
import { fold, type KnownNames } from './values-table.ts';

/** Whom a name means: one thing, several, or nothing. */
export type Named<T> = T | 'ambiguous' | undefined;

/** What the own series is called beside the municipality's name. */
const OWN = ['kommunen', 'kommunen själv', 'egen', 'own', 'the municipality'];

/** Looks up what a table calls indicators and series; `nameOf…` is how they are called without doubt. */
export type Names = {
	indicator(text: string): Named<Indicator['id']>;
	series(text: string): Named<IndicatorValue['series']>;
	nameOfIndicator(id: string): string;
	nameOfSeries(series: string): string;
	unitOf(indicatorId: string): string;
	/** A part, in the spelling that the indicator has it in already. */
	breakdown(indicatorId: string, text: string): string;
};

/** Every name with the ids that it may mean; what one thing is called twice is one. */
function index(entries: { id: string; names: (string | null)[] }[]): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const { id, names } of entries)
		for (const name of names) {
			const key = fold(name ?? '');
			if (key === '') continue;
			const ids = found.get(key) ?? new Set();
			found.set(key, ids.add(id));
		}
	return found;
}

function lookUp(names: Map<string, Set<string>>, text: string): Named<string> {
	const ids = names.get(fold(text));
	if (!ids) return undefined;
	const [first] = ids;
	return ids.size > 1 ? 'ambiguous' : first;
}

/** The same, told once for each of the few texts that stand in thousands of rows. */
function remembered(names: Map<string, Set<string>>): (text: string) => Named<string> {
	const told = new Map<string, Named<string>>();
	return (text) => {
		if (!told.has(text)) told.set(text, lookUp(names, text));
		return told.get(text);
	};
}

/** The names that a municipality's tables can be understood by. */
export const knownNames = (
	municipality: string,
	figures: readonly IndicatorFigures[],
	groups: KnownNames['groups']
): KnownNames => ({
	municipality,
	indicators: figures.map(({ indicator: { id, key, kpiId, title, unit }, values }) => ({
		id,
		key,
		kpiId,
		title,
		unit,
		breakdowns: [...new Set(values.map((v) => v.breakdown))]
	})),
	groups: groups.map(({ id, name }) => ({ id, name }))
});

/** Looks names up among those that are known. */
export function namesOf({ municipality, indicators, groups }: KnownNames): Names {
	const measures = index(
		indicators.map(({ id, key, kpiId, title }) => ({ id, names: [id, key, kpiId, title] }))
	);
	const rows = index([
		{ id: 'own', names: [municipality, ...OWN] },
		...groups.map(({ id, name }) => ({ id, names: [id, name] }))
	]);
	const titles = new Map(indicators.map(({ id, title }) => [id, title]));
	const parts = new Map(indicators.map(({ id, breakdowns }) => [id, breakdowns]));
	const units = new Map(indicators.map(({ id, unit }) => [id, unit]));
	const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
	/** The name where it means just this, else the id. */
	const sure = (names: Map<string, Set<string>>, id: string, name: string | undefined): string =>
		name !== undefined && lookUp(names, name) === id ? name : id;
	return {
		indicator: remembered(measures),
		series: remembered(rows),
		nameOfIndicator: (id) => sure(measures, id, titles.get(id)),
		nameOfSeries: (series) =>
			series === 'own'
				? sure(rows, 'own', municipality)
				: sure(rows, series, groupNames.get(series)),
		unitOf: (id) => units.get(id) ?? '',
		breakdown: (id, text) => {
			const spelt = parts.get(id) ?? [];
			return spelt.includes(text) ? text : settledBreakdown(text, spelt);
		}
	};
}
