import { roundTo } from './format.ts';
import { comparePeriods, endsBy, likeWithLike, UNKNOWN_PERIOD } from './period.ts';

/**
 * Indicators (nyckeltal): what is stored of them, and what may be concluded (I1-I4). Numbers live
 * here and in the store, never in the text; a block in the text holds a reference (I5).
 */

/** I1. Null is never zero; zero is a value. `suppressed` is Kolada's "..", `notApplicable` its ".". */
export type ValueStatus = 'value' | 'missing' | 'suppressed' | 'notApplicable';
export const VALUE_STATUSES = ['value', 'missing', 'suppressed', 'notApplicable'] as const;

/** Which way is good for children. */
export type WishedDirection = 'high' | 'low' | 'none';
export const WISHED_DIRECTIONS = ['high', 'low', 'none'] as const;

/**
 * What a value is about in time, canonical: `2022` (calendar year), `2020/21` (school year),
 * `2021-ht` / `2022-vt` (term), `2023-04` (month), or `unknown` where the source states none.
 */
export type Period = string;

/** Where a number comes from (I1, I8). */
export type ValueSource = {
	kind: 'fetched' | 'entered';
	/** As it is to be cited, without the word "Källa": `Kolada (N15419)`, `Egen enkät våren 2022`. */
	text: string;
	/** When it was fetched or entered, in milliseconds since 1970. */
	at: number;
	/** The name of who entered it; null when fetched. */
	by: string | null;
};

/**
 * What a group's value was made of (I7): the group as it was then, however it changes afterwards.
 * `mean` says who took the mean of the members: we did, or the source.
 */
export type ValueBasis = {
	mean: 'own' | 'source';
	/** The year of the grouping; null where the source states none. */
	year: number | null;
	/** Names of the group's members. */
	members: string[];
	/** How many of them had a value; 0 where that is not known. */
	count: number;
};

export type IndicatorValue = {
	/** `own` for the municipality itself, else the id of a comparison group. */
	series: string;
	/** What part of the children it is about, as it is printed; empty for all. */
	breakdown: string;
	period: Period;
	status: ValueStatus;
	/** A number exactly when status is `value`. */
	value: number | null;
	source: ValueSource;
	/** Only on values of groups with members, and only where it is known. */
	basis?: ValueBasis;
};

export type Level = 'higher' | 'lower' | 'equal';
export type Trend = 'improved' | 'worsened' | 'unchanged' | 'unknown';
export type Outcome = 'better' | 'worse' | 'equal' | 'unknown';

/**
 * A comparison that a source states in words without giving the number compared with. `level` says
 * how the own number stands to the other, `judgement` whether that is good; null where the source
 * is silent.
 */
export type StatedComparison = {
	/** `previous` for the trend, else the id of a comparison group. */
	against: string;
	/** The period of the own value that the words are about, as that value has it. */
	period: Period;
	level: Level | null;
	judgement: 'better' | 'worse' | 'equal' | null;
	source: ValueSource;
};

/** I7: with members and year; Riket and the unweighted mean are different kinds and never mixed. */
export type ComparisonGroup = {
	id: string;
	kind: 'similar' | 'nation' | 'allMunicipalities' | 'own';
	/** As it is printed within a sentence: "liknande kommuner", "riket". */
	name: string;
	/** The year of the grouping; null where the source states none. */
	year: number | null;
	/** Names of the members; empty for the nation. */
	members: string[];
	/** Kolada's id, where it has one. */
	externalId: string | null;
};

export type Indicator = {
	id: string;
	key: string;
	/** Kolada's KPI id, where it has one. */
	kpiId: string | null;
	/** Short, as a heading: "Barn i familjer med ekonomiskt bistånd". */
	title: string;
	/** As the subject of a sentence: "Andelen barn i familjer med ekonomiskt bistånd". */
	subject: string;
	/** `%`, `barn per pedagog`, `antal` …; printed after the number. */
	unit: string;
	/** Fixed number of decimals in print. */
	decimals: 0 | 1 | 2;
	wishedDirection: WishedDirection;
	/** Two numbers closer than this (in the unit) count as equal. */
	tolerance: number;
	definition: string;
	/** A remark for readers about this indicator; empty when there is none. */
	note: string;
	/** Raised at each change of the indicator or a value of it: the token against lost updates. */
	version: number;
};

/** Everything that is known of one indicator: the input of readings, sentences and charts. */
export type IndicatorFigures = {
	indicator: Indicator;
	values: IndicatorValue[];
	stated: StatedComparison[];
	/** The groups that values or statements refer to. */
	groups: ComparisonGroup[];
};

/** How the newest own value stands to one group. */
export type GroupReading = {
	group: ComparisonGroup;
	level: Level | null;
	outcome: Outcome;
	/** What there is of the group for the same period as the newest own value; null when nothing. */
	value: IndicatorValue | null;
	/**
	 * The group's newest number for another period, only when there is none for the same. It is told
	 * with its year and never compared with.
	 */
	elsewhen: IndicatorValue | null;
	/** The source's own words stand behind the outcome (or the level), not numbers. */
	stated: boolean;
};

/** What may be said of an indicator today. */
export type IndicatorReading = {
	/** The newest own value (breakdown empty), number or not; null when there is none at all. */
	latest: IndicatorValue | null;
	/** The newest own number before it that it may be compared with; null when there is none. */
	previous: IndicatorValue | null;
	/** How it stands to the previous value. */
	change: Level | null;
	trend: Trend;
	/** The source's own words stand behind the trend (or the change), not numbers. */
	trendStated: boolean;
	groups: GroupReading[];
	/** The own values of parts (breakdown not empty), newest period first. */
	breakdowns: IndicatorValue[];
};

/** What the source means to publish next: for which period, on which day (`2026-09-15`). */
export type NextPublication = { period: Period | null; date: string | null };

/** What is fixed at submission (S2, I5): numbers and the sentence made of them. */
export type FixedFigure = {
	figures: IndicatorFigures;
	sentence: string;
	/** Absent where it is not known. */
	next?: NextPublication | null;
};

/** The number of a value, and null for everything that is none: a missing value is never zero. */
export function numberOf(value: IndicatorValue | null | undefined): number | null {
	if (value?.status !== 'value' || value.value === null) return null;
	return Number.isFinite(value.value) ? value.value : null;
}

/** Binary fractions: 14.7 - 14.6 is a hair under 0.1, and a tolerance of 0.1 must not notice. */
const NINE_DECIMALS = 1e9;

/**
 * How `a` stands to `b`. Numbers that differ by less than `tolerance` are equal, and so are two
 * that differ by nothing when there is no tolerance.
 */
export function levelOf(a: number, b: number, tolerance: number): Level {
	const difference = Math.round((a - b) * NINE_DECIMALS) / NINE_DECIMALS;
	if (difference === 0 || Math.abs(difference) < tolerance) return 'equal';
	return difference > 0 ? 'higher' : 'lower';
}

/** I2. Without a wished direction nothing is better or worse, and nothing is said. */
export function outcomeOf(level: Level | null, direction: WishedDirection): Outcome {
	if (level === null || direction === 'none') return 'unknown';
	if (level === 'equal') return 'equal';
	return (level === 'higher') === (direction === 'high') ? 'better' : 'worse';
}

const TREND_OF: Record<Outcome, Trend> = {
	better: 'improved',
	worse: 'worsened',
	equal: 'unchanged',
	unknown: 'unknown'
};

/** I2. `change` is how the newest value stands to the one before it. */
export const trendOf = (change: Level | null, direction: WishedDirection): Trend =>
	TREND_OF[outcomeOf(change, direction)];

type Verdict = { level: Level | null; outcome: Outcome; stated: boolean };

/**
 * The one comparison: numbers win over words; without both numbers the source's words are used, its
 * judgement as it is and its level by the wished direction. Where the numbers give a level but no
 * direction is wished, a judgement by the source is all there is, and is used.
 */
function compare(
	indicator: Indicator,
	own: number | null,
	other: number | null,
	words: StatedComparison | undefined
): Verdict {
	const { tolerance, decimals, wishedDirection } = indicator;
	const judged = words?.judgement ?? null;
	if (own !== null && other !== null) {
		// What prints the same is the same: a reader must be able to follow the sentence.
		const same = roundTo(own, decimals) === roundTo(other, decimals);
		const level = same ? 'equal' : levelOf(own, other, tolerance);
		if (wishedDirection === 'none' && judged !== null)
			return { level, outcome: judged, stated: true };
		return { level, outcome: outcomeOf(level, wishedDirection), stated: false };
	}
	if (!words) return { level: null, outcome: 'unknown', stated: false };
	return {
		level: words.level,
		outcome: judged ?? outcomeOf(words.level, wishedDirection),
		stated: words.level !== null || judged !== null
	};
}

/**
 * What may be said of an indicator (I1, I2). Values and statements that end after `until` (a period,
 * or a report year) are left out. A group is compared with by its value for the same period as the
 * newest own value, never by that of another; a period that is unknown is the same as none.
 */
export function readIndicator(
	figures: IndicatorFigures,
	options: { until?: Period | number } = {}
): IndicatorReading {
	const { indicator, groups } = figures;
	const until = options.until === undefined ? null : String(options.until);
	const inTime = <T extends { period: Period }>(all: T[]): T[] =>
		all
			.filter((one) => until === null || endsBy(one.period, until))
			.sort((a, b) => comparePeriods(b.period, a.period));
	const values = inTime(figures.values);
	const stated = inTime(figures.stated);

	const own = values.filter((v) => v.series === 'own' && v.breakdown === '');
	const latest = own[0] ?? null;
	const previous =
		own.find(
			(v) => v !== latest && numberOf(v) !== null && likeWithLike(v.period, latest?.period ?? '')
		) ?? null;
	// Words about another year than the newest value's say nothing of it.
	const words = (against: string): StatedComparison | undefined =>
		stated.find((s) => s.against === against && (!latest || s.period === latest.period));

	const change = compare(indicator, numberOf(latest), numberOf(previous), words('previous'));
	return {
		latest,
		previous,
		change: change.level,
		trend: TREND_OF[change.outcome],
		trendStated: change.stated,
		groups: groups.map((group): GroupReading => {
			const series = values.filter((v) => v.series === group.id && v.breakdown === '');
			const value =
				series.find((v) => v.period === latest?.period && v.period !== UNKNOWN_PERIOD) ?? null;
			const elsewhen =
				numberOf(value) === null ? (series.find((v) => numberOf(v) !== null) ?? null) : null;
			const verdict = compare(indicator, numberOf(latest), numberOf(value), words(group.id));
			return { group, value, elsewhen, ...verdict };
		}),
		breakdowns: values.filter((v) => v.series === 'own' && v.breakdown !== '')
	};
}
