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
	/** The group's number for the same period, where there is one. */
	value: IndicatorValue | null;
	/** The source's own words stand behind it, not numbers. */
	stated: boolean;
};

/** What may be said of an indicator today. */
export type IndicatorReading = {
	/** The newest own value (breakdown empty); null when there is none at all. */
	latest: IndicatorValue | null;
	/** The own value before it; null when there is none. */
	previous: IndicatorValue | null;
	/** How it stands to the previous value. */
	change: Level | null;
	trend: Trend;
	trendStated: boolean;
	groups: GroupReading[];
	/** The own values of parts (breakdown not empty), newest period first. */
	breakdowns: IndicatorValue[];
};

/** What is fixed at submission (S2, I5): numbers and the sentence made of them. */
export type FixedFigure = { figures: IndicatorFigures; sentence: string };
