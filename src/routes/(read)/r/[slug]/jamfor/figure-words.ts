import type { FigureAlone, FigureRow } from '#core/compare/figures.ts';
import type { GroupChange } from '#core/compare/group-change.ts';
import type { Hindrance, ValueChange } from '#core/compare/value-change.ts';
import { formatDifference, formatValue, lowerFirst, upperFirst } from '#core/format.ts';
import {
	numberOf,
	type GroupReading,
	type Indicator,
	type IndicatorValue,
	type Outcome,
	type Trend
} from '#core/indicator.ts';
import { periodLabel } from '#core/period.ts';
import { compareTexts } from '#messages/compare.ts';
import { readerTexts } from '#messages/reader.ts';

/** The reader's pages are always in Swedish. */
const LANG = 'sv';
const t = compareTexts(LANG);
const reader = readerTexts(LANG);

/** A value in print with its unit, or the word for why there is none; its period beside it. */
export type ValueWords = { value: string; period: string };

/** A row of the table of figures, in words. */
export type FigureWords = {
	title: string;
	then: ValueWords;
	now: ValueWords;
	word: string;
	/** What the sign beside the word stands for. */
	sign: Trend;
	detail: string;
	/** What must be said with it, a sentence each. */
	notes: string[];
	parts: string[];
	revisions: string[];
	/** Both definitions, where they differ. */
	definitions: { then: string; now: string } | null;
};

function valueWords(indicator: Indicator, value: IndicatorValue | null): ValueWords {
	if (!value) return { value: t.noValue, period: '' };
	const number = numberOf(value);
	const { unit, decimals } = indicator;
	const text =
		number !== null
			? formatValue(number, unit, decimals, LANG)
			: reader.absent[value.status === 'value' ? 'missing' : value.status];
	return { value: text, period: periodLabel(value.period, LANG) };
}

const inOne = ({ value, period }: ValueWords): string =>
	period === '' ? lowerFirst(value) : t.dated(lowerFirst(value), period);

const join = (reasons: string[]): string =>
	[reasons.slice(0, -1).join(', '), reasons.at(-1) ?? ''].filter((one) => one !== '').join(t.and);

function hindranceWords(what: Hindrance, row: FigureRow, change: ValueChange | null): string {
	const { was, indicator } = row;
	if (what === 'unit')
		return t.hindrances.unit(
			was.unit || t.hindrances.noUnit,
			indicator.unit || t.hindrances.noUnit
		);
	if (what === 'source')
		return t.hindrances.source(
			change?.then?.source.text || (was.kpiId ?? ''),
			change?.now?.source.text || (indicator.kpiId ?? '')
		);
	return t.hindrances[what];
}

/** Why, or by how much: the words after "Förbättrat". */
function changeDetail(row: FigureRow, change: ValueChange): string {
	const { then, now, kind, level, difference, hindrances, revised } = change;
	if (kind === 'notComparable')
		return join(hindrances.map((what) => hindranceWords(what, row, change)));
	if (kind === 'unknown') {
		const [had, has] = [numberOf(then) !== null, numberOf(now) !== null];
		return had ? t.missing.now : has ? t.missing.then : t.missing.both;
	}
	const since = periodLabel((revised ?? then)?.period ?? '', LANG);
	if (level === null || level === 'equal' || difference === null)
		return reader.changeBy.equal(since);
	const { unit, decimals } = row.indicator;
	return reader.changeBy[level](formatDifference(difference, unit, decimals, LANG), since);
}

const SIGN: Record<ValueChange['kind'], Trend> = {
	improved: 'improved',
	worsened: 'worsened',
	unchanged: 'unchanged',
	changed: 'unknown',
	notComparable: 'unknown',
	unknown: 'unknown'
};

const stood = ({ outcome, level }: GroupReading): string =>
	(outcome !== 'unknown'
		? reader.outcomeWords[outcome satisfies Outcome]
		: reader.levels[level ?? 'equal']
	).toLowerCase();

function groupWords({ group, then, now, hindrances, joined, left }: GroupChange): string {
	const { name } = group;
	if (!now) return then ? `${t.groups.onlyThen(name, stood(then))}.` : '';
	if (!then) return `${t.groups.onlyNow(name, stood(now))}.`;
	const told = `${t.groups.both(name, stood(then), stood(now))}.`;
	if (hindrances.length === 0) return told;
	const reasons = hindrances.map((what) =>
		what === 'members' ? t.groups.members(join(joined), join(left)) : t.groups[what]
	);
	return `${told} ${t.groups.notComparable(join(reasons))}`;
}

/** A correction tells of a group only what it changed. */
const isTold = ({ then, now, hindrances }: GroupChange, sameReport: boolean): boolean =>
	!sameReport ||
	hindrances.length > 0 ||
	then?.outcome !== now?.outcome ||
	then?.level !== now?.level;

function notesOf(row: FigureRow, sameReport: boolean): string[] {
	const { was, indicator, whole, measure, directionChanged, kind } = row;
	const isCompared = kind !== 'notComparable' && kind !== 'unknown';
	const other = kind === 'unknown' ? measure.map((what) => hindranceWords(what, row, whole)) : [];
	const revised = whole?.revised ? valueWords(indicator, whole.revised) : null;
	return [
		...(was.title === indicator.title ? [] : [t.renamed(was.title)]),
		...(other.length > 0 ? [t.alsoChanged(join(other))] : []),
		...(directionChanged && isCompared ? [t.directionChanged] : []),
		...(kind === 'changed' && !directionChanged ? [t.noDirection] : []),
		...(revised ? [t.measuredFrom(revised.period, revised.value)] : []),
		...row.groups.filter((group) => isTold(group, sameReport)).map(groupWords)
	];
}

function revisionsOf({ indicator, groups, revised, whole }: FigureRow): string[] {
	return revised.flatMap(({ key, fixed, now }) => {
		// The two values that stand in the row itself are told there.
		const isTold = fixed === whole?.then && whole.now?.period === key.period;
		const group = groups.find((one) => one.group.id === key.series)?.group.name ?? '';
		if (isTold || !now || (key.series !== 'own' && group === '')) return [];
		const what = [upperFirst(group), upperFirst(key.breakdown), periodLabel(key.period, LANG)];
		const [then, since] = [fixed, now].map((v) => lowerFirst(valueWords(indicator, v).value));
		return [`${t.revision(what.filter((one) => one !== '').join(', '), then ?? '', since ?? '')}.`];
	});
}

/** A period whose value was changed is no change for children, and has a word of its own. */
const wordOf = ({ kind, hindrances }: ValueChange): string =>
	hindrances.length === 1 && hindrances[0] === 'revised' ? t.revisedWord : t.words[kind];

/** Everything that a row says; `sameReport` for a correction. */
export function figureWords(row: FigureRow, sameReport: boolean): FigureWords {
	const { was, indicator, whole, parts, kind, measure } = row;
	const onlyParts = { value: t.onlyParts, period: '' };
	return {
		title: indicator.title,
		then: whole ? valueWords(was, whole.then) : onlyParts,
		now: whole ? valueWords(indicator, whole.now) : onlyParts,
		word: whole ? wordOf(whole) : t.words[kind],
		sign: SIGN[kind],
		detail: whole ? changeDetail(row, whole) : '',
		notes: notesOf(row, sameReport),
		parts: parts.map(({ name, change }) => {
			const [then, now] = [valueWords(was, change.then), valueWords(indicator, change.now)];
			const detail = changeDetail(row, change);
			const word = `${wordOf(change)}${detail === '' ? '' : `: ${detail}`}.`;
			return t.partLine(upperFirst(name), inOne(then), inOne(now), word);
		}),
		revisions: revisionsOf(row),
		definitions: measure.includes('definition')
			? { then: was.definition, now: indicator.definition }
			: null
	};
}

/** "Barn i familjer med ekonomiskt bistånd: 14,7 % (2021)". */
export function aloneWords({ indicator, latest }: FigureAlone): string {
	const words = valueWords(indicator, latest);
	return latest ? `${indicator.title}: ${inOne(words)}` : indicator.title;
}

/** True for a row that says nothing else than the older edition: of use where one corrects another. */
export const isUnchanged = ({
	whole,
	parts,
	revised,
	measure,
	was,
	indicator,
	groups
}: FigureRow): boolean =>
	measure.length === 0 &&
	revised.length === 0 &&
	was.title === indicator.title &&
	was.wishedDirection === indicator.wishedDirection &&
	groups.every(
		({ then, now, hindrances }) => hindrances.length === 0 && then?.outcome === now?.outcome
	) &&
	[...(whole ? [whole] : []), ...parts.map(({ change }) => change)].every(
		({ then, now }) =>
			then?.period === now?.period && then?.status === now?.status && then?.value === now?.value
	);
