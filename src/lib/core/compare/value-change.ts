import { roundTo } from '../format.ts';
import {
	numberOf,
	readIndicator,
	type Indicator,
	type IndicatorValue,
	type Level,
	type Trend
} from '../indicator.ts';
import { comparePeriods, likeWithLike, UNKNOWN_PERIOD } from '../period.ts';

/** Why two values of an indicator say nothing of a change. */
export const HINDRANCES = [
	'definition', // what is measured is worded otherwise
	'unit',
	'source', // another source, or another measure of it
	'periodUnknown',
	'periodKind', // a school year against a year, spring against autumn
	'samePeriod', // the same value told twice
	'revised', // another value for the same period
	'earlier' // the newer edition tells of an older period
] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** `changed` is a change that is comparable and that nobody wished for or against. */
export const CHANGE_KINDS = [
	'improved',
	'worsened',
	'unchanged',
	'changed',
	'notComparable',
	'unknown'
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A value of the older edition beside that of the newer one. */
export type ValueChange = {
	then: IndicatorValue | null;
	now: IndicatorValue | null;
	kind: ChangeKind;
	/** How `now` stands to what it is held against; null when it is not. */
	level: Level | null;
	/** The difference as it is printed, in the unit, without sign; null when there is none to tell. */
	difference: number | null;
	/** Empty for what is comparable, and where a number is missing. */
	hindrances: Hindrance[];
	/**
	 * The newer edition's own value for the period of `then`, where it is another one: what has changed
	 * since is measured from it, as the newer edition does.
	 */
	revised: IndicatorValue | null;
};

/** Two indicators of two editions that are held to be the same. */
export type IndicatorPair = { before: Indicator; after: Indicator };

/** Letters and digits alone: spacing, case and full stops make no other definition. */
const plain = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}<>≤≥%]+/gu, ' ')
		.trim();

/**
 * A source without the time that it tells of: "Egen enkät våren 2022" is the same source a year later.
 */
const timeless = (text: string): string =>
	plain(
		text
			.toLowerCase()
			.replace(/\b(?:19|20)\d\d(?:[/–-]\d{2,4})?\b/g, ' ')
			.replace(
				/(?<!\p{L})(?:våren|hösten|läsåret|läsår|vårterminen|höstterminen|vt|ht|år|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\p{L})/gu,
				' '
			)
	);

/** Both are known, and they differ: what one of them leaves unsaid is no change. */
const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

/** What has changed about the measure itself. */
export function measureHindrances(
	{ before, after }: IndicatorPair,
	then: IndicatorValue | null,
	now: IndicatorValue | null
): Hindrance[] {
	const found: Hindrance[] = [];
	if (differ(plain(before.definition), plain(after.definition))) found.push('definition');
	if (plain(before.unit) !== plain(after.unit)) found.push('unit');
	const otherKpi = differ(before.kpiId ?? '', after.kpiId ?? '');
	const sources = [then, now].map((value) => timeless(value?.source.text ?? ''));
	if (otherKpi || differ(sources[0] ?? '', sources[1] ?? '')) found.push('source');
	return found;
}

function periodHindrance(
	{ after }: IndicatorPair,
	then: IndicatorValue,
	now: IndicatorValue
): Hindrance[] {
	if (then.period === UNKNOWN_PERIOD || now.period === UNKNOWN_PERIOD) return ['periodUnknown'];
	if (then.period === now.period)
		return samePrinted(after, then, now) ? ['samePeriod'] : ['revised'];
	if (!likeWithLike(then.period, now.period)) return ['periodKind'];
	return comparePeriods(now.period, then.period) < 0 ? ['earlier'] : [];
}

/** What prints the same is the same. */
const samePrinted = ({ decimals }: Indicator, a: IndicatorValue, b: IndicatorValue): boolean => {
	const [one, other] = [numberOf(a), numberOf(b)];
	return one !== null && other !== null && roundTo(one, decimals) === roundTo(other, decimals);
};

const KIND: Record<Trend, ChangeKind> = {
	improved: 'improved',
	worsened: 'worsened',
	unchanged: 'unchanged',
	unknown: 'changed'
};

/**
 * What has become of a value from one edition to the next, by the newer one's wished direction and
 * tolerance. A value that is missing in either makes it unknown, whatever else has changed. `later` are
 * the newer edition's values of the same part of the children.
 */
export function changeOf(
	pair: IndicatorPair,
	then: IndicatorValue | null,
	now: IndicatorValue | null,
	later: IndicatorValue[]
): ValueChange {
	const none = { then, now, level: null, difference: null, revised: null };
	if (!then || !now || numberOf(then) === null || numberOf(now) === null)
		return { ...none, kind: 'unknown', hindrances: [] };
	const hindrances = [...measureHindrances(pair, then, now), ...periodHindrance(pair, then, now)];
	if (hindrances.length > 0) return { ...none, kind: 'notComparable', hindrances };
	const again = later.find((v) => v.period === then.period && numberOf(v) !== null);
	const revised = again && !samePrinted(pair.after, then, again) ? again : null;
	const values = [revised ?? then, now].map((v) => ({ ...v, series: 'own', breakdown: '' }));
	const { change, trend } = readIndicator({
		indicator: pair.after,
		values,
		stated: [],
		groups: []
	});
	const { decimals } = pair.after;
	const [from = 0, to = 0] = values.map((v) => roundTo(numberOf(v) ?? 0, decimals));
	const isJudged = pair.before.wishedDirection === pair.after.wishedDirection;
	return {
		then,
		now,
		kind: change === 'equal' ? 'unchanged' : isJudged ? KIND[trend] : 'changed',
		level: change,
		difference: roundTo(Math.abs(to - from), decimals),
		hindrances: [],
		revised
	};
}
