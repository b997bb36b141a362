import type { Lang } from './format.ts';
import type {
	ComparisonGroup,
	Indicator,
	IndicatorReading,
	Outcome,
	Period,
	Trend
} from './indicator.ts';
import { comparePeriods, periodText } from './period.ts';
import { groupName } from './group-name.ts';
import type { SummaryWords } from './summary-words.ts';

/** What a summary is made of. */
export type ReadIndicator = { indicator: Indicator; reading: IndicatorReading };

/** I4: one indicator that was counted, and the period of the value that was judged. */
export type CountedIndicator = { id: string; title: string; period: Period | null };

/** Ids of indicators by outcome against one kind of group; every indicator is in exactly one list. */
export type GroupSummary = {
	/** Kinds are counted together (each theme has its own similar municipalities), own groups singly. */
	key: string;
	/** One of the groups counted here, for its name. */
	group: ComparisonGroup;
	better: string[];
	worse: string[];
	equal: string[];
	unknown: string[];
};

/** I4: ids of indicators by trend and by outcome, in the order they were given. */
export type Summary = {
	indicators: CountedIndicator[];
	improved: string[];
	worsened: string[];
	unchanged: string[];
	trendUnknown: string[];
	groups: GroupSummary[];
};

const keyOf = (group: ComparisonGroup): string =>
	group.kind === 'own' ? `own:${group.id}` : group.kind;

/** One outcome against all groups of a key; where two groups disagree there is none to tell. */
function outcomeAgainst(reading: IndicatorReading, key: string): Outcome {
	const known = new Set(
		reading.groups
			.filter((g) => keyOf(g.group) === key && g.outcome !== 'unknown')
			.map((g) => g.outcome)
	);
	const [only] = known;
	return known.size === 1 && only ? only : 'unknown';
}

/**
 * I4: counts readings. An unknown trend or outcome is listed as unknown and is in no denominator
 * (I2); an indicator that has no group of a kind is unknown against that kind.
 */
export function summarise(read: ReadIndicator[]): Summary {
	const trend = (wanted: Trend): string[] =>
		read.filter(({ reading }) => reading.trend === wanted).map(({ indicator }) => indicator.id);
	const groups = new Map<string, ComparisonGroup>();
	for (const { reading } of read)
		for (const { group } of reading.groups)
			if (!groups.has(keyOf(group))) groups.set(keyOf(group), group);
	return {
		indicators: read.map(({ indicator: { id, title }, reading }) => ({
			id,
			title,
			period: reading.latest?.period ?? null
		})),
		improved: trend('improved'),
		worsened: trend('worsened'),
		unchanged: trend('unchanged'),
		trendUnknown: trend('unknown'),
		groups: [...groups].map(([key, group]) => {
			const against = (wanted: Outcome): string[] =>
				read
					.filter(({ reading }) => outcomeAgainst(reading, key) === wanted)
					.map(({ indicator }) => indicator.id);
			return {
				key,
				group,
				better: against('better'),
				worse: against('worse'),
				equal: against('equal'),
				unknown: against('unknown')
			};
		})
	};
}

/** A passage of a summary: the count in words, and the lists of names that stand behind it. */
export type SummaryPassage = { count: string; years: string; lists: string[] };

/** The wording for none, one, all alike, or some of each. */
function count<K extends string>(
	ids: Record<K, string[]>,
	none: string,
	say: {
		one: (kind: K) => string;
		all: (kind: K, n: number) => string;
		some: (n: number, counts: Record<K, number>) => string;
	}
): string {
	const kinds = Object.keys(ids) as K[];
	const counts = Object.fromEntries(kinds.map((k) => [k, ids[k].length])) as Record<K, number>;
	const [first, ...others] = kinds.filter((kind) => counts[kind] > 0);
	if (first === undefined) return none;
	const n = kinds.reduce((sum, kind) => sum + counts[kind], 0);
	if (others.length > 0) return say.some(n, counts);
	return n === 1 ? say.one(first) : say.all(first, n);
}

/** I4: the passages of `summaryPassages`, in the words that are given. */
export function passagesIn(w: SummaryWords, summary: Summary, lang: Lang): SummaryPassage[] {
	const known = new Map(summary.indicators.map((one) => [one.id, one]));
	const names = (ids: string[]): string => ids.map((id) => known.get(id)?.title ?? id).join('; ');
	const lists = (parts: [keyof SummaryWords['list'], string[]][]): string[] =>
		parts.filter(([, ids]) => ids.length > 0).map(([key, ids]) => w.list[key](names(ids)));

	/** "år 2022 (7 nyckeltal), år 2021 (3)", the newest first. */
	const years = (ids: string[]): string => {
		const counts = new Map<Period, number>();
		for (const id of ids) {
			const period = known.get(id)?.period ?? 'unknown';
			counts.set(period, (counts.get(period) ?? 0) + 1);
		}
		const parts = [...counts]
			.sort(([a], [b]) => comparePeriods(b, a))
			.map(([period, n], i) =>
				w.year(period === 'unknown' ? w.noYear : periodText(period, lang), n, i === 0)
			);
		const last = parts.pop();
		if (last === undefined) return '';
		return w.years(parts.length === 0 ? last : `${parts.join(', ')}${w.and}${last}`);
	};

	const { improved, worsened, unchanged, trendUnknown } = summary;
	const trends: SummaryPassage = {
		count: count({ improved, worsened, unchanged }, w.noTrend, {
			one: (kind) => w.oneTrend[kind],
			all: (kind, n) => w.allTrend[kind](n),
			some: w.trend
		}),
		years: years([...improved, ...worsened, ...unchanged]),
		lists: lists([
			['improved', improved],
			['worsened', worsened],
			['unchanged', unchanged],
			['trendUnknown', trendUnknown]
		])
	};
	const groups = summary.groups.map(({ group, better, worse, equal, unknown }): SummaryPassage => {
		const name = groupName(group, lang);
		return {
			count: count({ better, worse, equal }, w.noGroup(name), {
				one: (kind) => w.oneGroup(name, kind),
				all: (kind, n) => w.allGroup(name, n, kind),
				some: (n, counts) => w.group(name, n, counts)
			}),
			years: years([...better, ...worse, ...equal]),
			lists: lists([
				['better', better],
				['worse', worse],
				['equal', equal],
				['unknown', unknown]
			])
		};
	});
	return [trends, ...groups];
}
