import { equal } from '../compare/equal.ts';
import { compareWords, type Budget, type Segment } from '../compare/words.ts';
import { roundTo } from '../format.ts';
import {
	readIndicator,
	type FixedFigure,
	type Indicator,
	type IndicatorFigures,
	type IndicatorValue
} from '../indicator.ts';
import type { FixedContent } from '../publication.ts';

/** A value of an indicator that is not the same in both versions; null where it is not there. */
export type ValueLine = {
	/** The name of the group; empty for the municipality's own. */
	group: string;
	breakdown: string;
	period: string;
	was: IndicatorValue | null;
	now: IndicatorValue | null;
};

/** What else is said of an indicator. */
const SAID = [
	'title',
	'unit',
	'decimals',
	'wishedDirection',
	'tolerance',
	'definition',
	'note'
] as const;
export type SaidOfFigure = (typeof SAID)[number] | 'rest';

/** What has become of an indicator that a block shows; a null is one that a version does not show. */
export type FigureChange = {
	id: string;
	was: Indicator | null;
	now: Indicator | null;
	/** The newest own value of either version. */
	latest: { was: IndicatorValue | null; now: IndicatorValue | null };
	values: ValueLine[];
	/** So many values more are not the same. */
	more: number;
	/** The words of its sentence, where they have changed; else empty. */
	sentence: Segment[];
	/** `rest` when they differ in what none of these tell: sources, groups, the next publication. */
	said: SaidOfFigure[];
};

/** Of more values than this it is said how many they are. */
const MOST_VALUES = 200;

/** How an indicator's figures differ; null when they are the same. One of the two may be missing. */
export function figureChange(
	id: string,
	was: FixedFigure | undefined,
	now: FixedFigure | undefined,
	budget: Budget
): FigureChange | null {
	if (equal(was, now)) return null;
	const [old, is] = [was?.figures ?? null, now?.figures ?? null];
	const values = was && now ? valueLines(was.figures, now.figures) : [];
	const sentence =
		was && now && was.sentence !== now.sentence
			? compareWords(was.sentence, now.sentence, budget)
			: [];
	const said: SaidOfFigure[] =
		old && is ? SAID.filter((what) => old.indicator[what] !== is.indicator[what]) : [];
	const isTold = !was || !now || values.length + sentence.length + said.length > 0;
	return {
		id,
		was: old?.indicator ?? null,
		now: is?.indicator ?? null,
		latest: {
			was: old && readIndicator(old).latest,
			now: is && readIndicator(is).latest
		},
		values: values.slice(0, MOST_VALUES),
		more: Math.max(0, values.length - MOST_VALUES),
		sentence,
		said: isTold ? said : ['rest']
	};
}

/** Values that do not print the same: the older version's in its order, then those that are new. */
function valueLines(was: IndicatorFigures, now: IndicatorFigures): ValueLine[] {
	const keyOf = ({ series, breakdown, period }: IndicatorValue) =>
		`${series}\n${breakdown}\n${period}`;
	const says = ({ status, value }: IndicatorValue, { indicator }: IndicatorFigures) =>
		value === null ? status : String(roundTo(value, indicator.decimals));
	const groups = new Map([...was.groups, ...now.groups].map(({ id, name }) => [id, name]));
	const today = new Map(now.values.map((one) => [keyOf(one), one]));
	const then = new Map(was.values.map((one) => [keyOf(one), one]));
	const keys = new Set([...then.keys(), ...today.keys()]);
	return [...keys].flatMap((key): ValueLine[] => {
		const [old, is] = [then.get(key) ?? null, today.get(key) ?? null];
		const one = is ?? old;
		if (!one || (old && is && says(old, was) === says(is, now))) return [];
		const { series, breakdown, period } = one;
		const group = series === 'own' ? '' : (groups.get(series) ?? series);
		return [{ group, breakdown, period, was: old, now: is }];
	});
}

/** What a summary counts otherwise: its indicators that came, went or have other figures. */
export function countedChanges(
	before: FixedContent,
	after: FixedContent,
	budget: Budget
): FigureChange[] {
	const ids = new Set([...after.counted, ...before.counted]);
	return [...ids].flatMap((id) => {
		const [was, now] = [before, after].map(({ counted, figures }) =>
			counted.includes(id) ? figures[id] : undefined
		);
		return figureChange(id, was, now, budget) ?? [];
	});
}
