import { formatDifference, formatValue, isoDate, roundTo, type Lang } from './format.ts';
import { groupName } from './group-name.ts';
import {
	numberOf,
	type GroupReading,
	type Indicator,
	type IndicatorFigures,
	type IndicatorReading,
	type IndicatorValue
} from './indicator.ts';
import { periodText, periodWhen, UNKNOWN_PERIOD } from './period.ts';
import type { Degree, SentenceWords } from './sentence-words.ts';

/** Who is spoken of, and in which language. */
export type SentenceOptions = { lang: Lang; municipality: string };

/**
 * Degrees are measured by the indicator's own tolerance: under three times the tolerance a
 * difference is slight ("något högre"), from ten times it is clear ("klart högre"), between them
 * it is just told. Without a tolerance there is no measure, and no degree.
 */
export const SLIGHT_BELOW = 3;
export const CLEAR_FROM = 10;

/** The degree of a difference between two printed numbers. */
export function degreeOf(difference: number, tolerance: number): Degree {
	if (tolerance <= 0) return null;
	const times = roundTo(Math.abs(difference) / tolerance, 6);
	return times < SLIGHT_BELOW ? 'slightly' : times >= CLEAR_FROM ? 'clearly' : null;
}

type Scope = {
	w: SentenceWords;
	lang: Lang;
	indicator: Indicator;
	reading: IndicatorReading;
	place: string;
};

const print = ({ indicator: { unit, decimals }, lang }: Scope, number: number): string =>
	formatValue(number, unit, decimals, lang);
/** A period as a noun phrase; empty where the source states none. */
const noun = ({ lang }: Scope, { period }: IndicatorValue): string =>
	period === UNKNOWN_PERIOD ? '' : periodText(period, lang);
const isDated = (value: IndicatorValue | null): boolean =>
	value !== null && value.period !== UNKNOWN_PERIOD;

/** What it is today: subject, number, unit, period; or in words why there is none. */
function valueSentences(s: Scope): string[] {
	const { w, indicator, reading, place, lang } = s;
	const { latest, previous, breakdowns } = reading;
	if (latest === null)
		return breakdowns.length > 0 ? [] : [w.absent.missing(indicator.subject, place, '')];
	const number = numberOf(latest);
	if (number !== null)
		return [
			isDated(latest)
				? w.value(indicator.subject, place, print(s, number), periodWhen(latest.period, lang))
				: w.undatedValue(indicator.subject, place, print(s, number))
		];
	const status = latest.status === 'value' ? 'missing' : latest.status;
	const sentences = [w.absent[status](indicator.subject, place, noun(s, latest))];
	const before = numberOf(previous);
	if (previous && before !== null) sentences.push(w.lastKnown(print(s, before), noun(s, previous)));
	return sentences;
}

/** How it has changed, and whether that is good. */
function changeSentences(s: Scope): string[] {
	const { w, indicator, reading, lang } = s;
	const { latest, previous, change, trend, trendStated } = reading;
	const now = numberOf(latest);
	const before = numberOf(previous);
	if (latest && previous && now !== null && before !== null && change !== null) {
		const { unit, decimals } = indicator;
		const [a, b] = [roundTo(now, decimals), roundTo(before, decimals)];
		const since = periodText(previous.period, lang);
		const told =
			change !== 'equal'
				? w.changed[change](formatDifference(a - b, unit, decimals, lang), since, print(s, before))
				: a === b
					? w.unchanged(since)
					: w.nearlyUnchanged(since, print(s, before));
		const judged =
			change !== 'equal' && !trendStated && trend !== 'unknown' && trend !== 'unchanged';
		const subject = judged ? w.judgedChange[trend] : w.changeSubject;
		const bySource = trendStated && trend !== 'unknown' ? w.changeBySource[trend] : '';
		return [`${subject} ${told}${bySource}.`];
	}
	if (trendStated) {
		if (change === null) return trend === 'unknown' ? [] : [w.statedTrend[trend]];
		return [`${w.statedChange[change]}${trend === 'unknown' ? '' : w.statedChangeIs[trend]}.`];
	}
	if (now !== null) return [w.trendUnknown];
	return latest === null ? [] : [w.trendThereforeUnknown];
}

/** How it stands to one group. */
function groupSentences(s: Scope, against: GroupReading): string[] {
	const { w, indicator, reading, lang } = s;
	const { level, outcome, value, elsewhen, stated } = against;
	const group = groupName(against.group, lang);
	const own = numberOf(reading.latest);
	const other = numberOf(value);
	const dated = isDated(reading.latest);
	if (value && own !== null && other !== null && level !== null) {
		const difference = roundTo(own, indicator.decimals) - roundTo(other, indicator.decimals);
		const words =
			level !== 'equal'
				? w.levels[level](degreeOf(difference, indicator.tolerance))
				: difference === 0
					? w.same
					: w.nearlySame;
		const tail =
			outcome === 'unknown' ? '' : stated ? w.outcomeBySource[outcome] : w.outcomeIs[outcome];
		const start = w.comparedWith(group, print(s, other), periodWhen(value.period, lang));
		return [`${start}${w.valueWas(words, dated, false)}${tail}.`];
	}
	if (stated) {
		const start = w.comparedInWords(group);
		if (level === null)
			return outcome === 'unknown' ? [] : [`${start}${w.outcomeWas[outcome](dated)}.`];
		const words = level === 'equal' ? w.nearlySame : w.levels[level](null);
		const tail = outcome === 'unknown' ? '' : w.outcomeIs[outcome];
		return [`${start}${w.valueWas(words, dated, true)}${tail}.`];
	}
	if (value && other !== null) return [w.noOwnToCompare(group, print(s, other), noun(s, value))];
	const last = numberOf(elsewhen);
	if (value) {
		const status = value.status === 'value' ? 'missing' : value.status;
		const sentences = [w.notComparable[status](group, noun(s, value))];
		if (elsewhen && last !== null) sentences.push(w.latestThere(print(s, last), noun(s, elsewhen)));
		return sentences;
	}
	if (elsewhen && last !== null) {
		const say = own === null ? w.noOwnToCompare : w.otherPeriodOnly;
		return [say(group, print(s, last), noun(s, elsewhen))];
	}
	return [w.noComparison(group)];
}

/** The parts, each by its newest value; the period once when they share it. */
function partSentences(s: Scope): string[] {
	const { w, indicator, reading, place, lang } = s;
	const newest = new Map<string, IndicatorValue>();
	for (const part of reading.breakdowns)
		if (!newest.has(part.breakdown)) newest.set(part.breakdown, part);
	const parts = [...newest.values()];
	const [first] = parts;
	if (!first) return [];
	const shared = parts.every((part) => part.period === first.period);
	const items = parts.map((part) => {
		const number = numberOf(part);
		const status = part.status === 'value' ? 'missing' : part.status;
		const text = number === null ? w.partAbsent[status] : print(s, number);
		return `${part.breakdown} ${text}${shared ? '' : ` (${periodText(part.period, lang)})`}`;
	});
	const start = reading.latest === null ? w.partsOnly(indicator.subject, place) : w.parts;
	return [`${start}${shared ? ` (${periodText(first.period, lang)})` : ''}: ${items.join(', ')}.`];
}

/** I3: the sentences of `indicatorSentences`, in the words that are given. */
export function sentencesIn(
	w: SentenceWords,
	reading: IndicatorReading,
	figures: IndicatorFigures,
	{ lang, municipality }: SentenceOptions
): string[] {
	const { indicator } = figures;
	const s: Scope = { w, lang, indicator, reading, place: w.inPlace(municipality) };
	const direction = indicator.wishedDirection;
	const anyLevel = reading.change !== null || reading.groups.some((g) => g.level !== null);
	const judged = reading.trend !== 'unknown' || reading.groups.some((g) => g.outcome !== 'unknown');
	const sentences = valueSentences(s);
	if (direction !== 'none' && (numberOf(reading.latest) !== null || judged))
		sentences.push(w.wished[direction]);
	sentences.push(...changeSentences(s));
	for (const group of reading.groups) sentences.push(...groupSentences(s, group));
	if (direction === 'none' && anyLevel && !judged) sentences.push(w.noDirection);
	return [...sentences, ...partSentences(s)];
}

/**
 * I8: where a raw value comes from: `Källa: Kolada (N15419), hämtad 2025-03-03`, and for what was
 * typed `Källa: Egen enkät, inlagd 2025-03-03 av Karin Berg`.
 */
export function sourceLine({ source }: Pick<IndicatorValue, 'source'>, lang: Lang): string {
	const sv = lang === 'sv';
	const act = source.kind === 'fetched' ? (sv ? 'hämtad' : 'fetched') : sv ? 'inlagd' : 'entered';
	const by = source.kind === 'entered' && source.by ? ` ${sv ? 'av' : 'by'} ${source.by}` : '';
	return `${sv ? 'Källa' : 'Source'}: ${source.text}, ${act} ${isoDate(source.at)}${by}`;
}

/** I8: who processes the data may not name Kolada as the source of the result. */
export const derivedLine = (lang: Lang): string =>
	lang === 'sv' ? 'Trend och jämförelse: egen beräkning' : 'Trend and comparison: own calculation';

/** How small a difference counts as none; empty when every difference counts. */
export function toleranceLine({ tolerance, unit }: Indicator, lang: Lang): string {
	if (tolerance <= 0) return '';
	const decimals = [0, 1, 2].find((d) => roundTo(tolerance, d) === tolerance) ?? 3;
	const size = formatDifference(tolerance, unit, decimals, lang);
	return lang === 'sv'
		? `Skillnader under ${size} räknas som lika.`
		: `Differences below ${size} count as equal.`;
}
