import { driftOf, type Drift } from '../drift.ts';
import {
	readIndicator,
	type Indicator,
	type IndicatorFigures,
	type IndicatorReading,
	type IndicatorValue
} from '../indicator.ts';
import type { EditionModel } from '../publication.ts';
import { groupChanges, type GroupChange } from './group-change.ts';
import { pairUp } from './pair-up.ts';
import { shownFigures, type SectionName, type ShownFigure } from './shown-figures.ts';
import {
	changeOf,
	CHANGE_KINDS,
	measureHindrances,
	type ChangeKind,
	type Hindrance,
	type ValueChange
} from './value-change.ts';

/** An indicator that both editions show. */
export type FigureRow = {
	/** As each edition has it: titles and wished direction may differ. */
	was: Indicator;
	indicator: Indicator;
	/** Where the newer edition tells of it. */
	section: SectionName;
	/** What is counted of it: the change of the whole. */
	kind: ChangeKind;
	/** What has changed about the measure itself, also where a number is missing. */
	measure: Hindrance[];
	/** Null where both tell of parts alone. */
	whole: ValueChange | null;
	/** Parts of the children that either edition tells of, each by its newest value. */
	parts: { name: string; change: ValueChange }[];
	groups: GroupChange[];
	/** What is good for children is seen otherwise: a change is told and not judged. */
	directionChanged: boolean;
	/** Values that both tell of, for the same period, with different numbers. */
	revised: Drift[];
};

/** An indicator that only one of the editions shows. */
export type FigureAlone = {
	indicator: Indicator;
	section: SectionName;
	latest: IndicatorValue | null;
};

export type FigureCounts = Record<ChangeKind | 'added' | 'gone', number>;

export type FiguresComparison = {
	/** In the newer edition's order. */
	rows: FigureRow[];
	added: FigureAlone[];
	gone: FigureAlone[];
	counts: FigureCounts;
};

/**
 * I1, I2, I7: the figures of two editions side by side. An indicator is the same by its id, else by its
 * key, else by its KPI, where only one on each side can be meant. What is unknown is no change.
 */
export function compareFigures(before: EditionModel, after: EditionModel): FiguresComparison {
	const indicatorOf = ({ fixed }: ShownFigure) => fixed.figures.indicator;
	const {
		pairs,
		before: lost,
		after: found
	} = pairUp(shownFigures(before), shownFigures(after), [
		(one) => indicatorOf(one).id,
		(one) => indicatorOf(one).key,
		(one) => indicatorOf(one).kpiId ?? ''
	]);
	const rows = pairs.map(([was, now]) => rowOf(was, now));
	const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as FigureCounts;
	for (const { kind } of rows) counts[kind] += 1;
	return {
		rows,
		added: found.map(aloneOf),
		gone: lost.map(aloneOf),
		counts: { ...counts, added: found.length, gone: lost.length }
	};
}

const aloneOf = ({ fixed: { figures }, section }: ShownFigure): FigureAlone => ({
	indicator: figures.indicator,
	section,
	latest: readIndicator(figures).latest
});

function rowOf(was: ShownFigure, now: ShownFigure): FigureRow {
	const [old, figures] = [was.fixed.figures, now.fixed.figures];
	const [then, today] = [readIndicator(old), readIndicator(figures)];
	const pair = { before: old.indicator, after: figures.indicator };
	const measure = measureHindrances(pair, then.latest, today.latest);
	const parts = partNames(then, today).map((name) => ({
		name,
		change: changeOf(pair, newest(then, name), newest(today, name), ownOf(figures, name))
	}));
	const isWhole = then.latest !== null || today.latest !== null || parts.length === 0;
	const whole = isWhole ? changeOf(pair, then.latest, today.latest, ownOf(figures, '')) : null;
	// Other numbers of another measure are no revision.
	const drift = measure.length > 0 ? [] : driftOf(old, figures);
	return {
		was: old.indicator,
		indicator: figures.indicator,
		section: now.section,
		kind: whole?.kind ?? 'unknown',
		measure,
		whole,
		parts,
		groups: groupChanges(then, today),
		directionChanged: old.indicator.wishedDirection !== figures.indicator.wishedDirection,
		revised: drift.filter((one) => one.now !== null)
	};
}

const ownOf = ({ values }: IndicatorFigures, part: string): IndicatorValue[] =>
	values.filter(({ series, breakdown }) => series === 'own' && breakdown === part);

const partNames = (then: IndicatorReading, now: IndicatorReading): string[] => [
	...new Set([...now.breakdowns, ...then.breakdowns].map(({ breakdown }) => breakdown))
];

/** Breakdowns come with the newest period first. */
const newest = ({ breakdowns }: IndicatorReading, name: string): IndicatorValue | null =>
	breakdowns.find(({ breakdown }) => breakdown === name) ?? null;
