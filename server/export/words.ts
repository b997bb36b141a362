import { formatDifference, formatValue, roundTo } from '#core/format.ts';
import {
	numberOf,
	type GroupReading,
	type Indicator,
	type IndicatorReading,
	type IndicatorValue,
	type Outcome,
	type Trend
} from '#core/indicator.ts';
import { periodLabel } from '#core/period.ts';
import { readerTexts } from '#messages/reader.ts';
import { readingTexts } from '#messages/reading.ts';

/** The edition is in Swedish, whoever reads it: it is a Swedish authority's record. */
export const LANG = 'sv';
export const t = readerTexts(LANG);
export const reading = readingTexts(LANG);

/** A value in print, with its unit, or the word for why there is none. */
export function valueText(indicator: Indicator, value: IndicatorValue): string {
	const number = numberOf(value);
	if (number !== null) return formatValue(number, indicator.unit, indicator.decimals, LANG);
	return t.absent[value.status === 'value' ? 'missing' : value.status];
}

/** One judgement in words, with what stands behind it; `judged` is null where nothing is judged. */
export type Verdict<J> = { judged: J | null; word: string; detail: string };

/** How it has changed: "Förbättrat", "ned 0,4 procentenheter från 2021". */
export function changeVerdict(
	indicator: Indicator,
	reading: IndicatorReading
): Verdict<Exclude<Trend, 'unknown'>> {
	const { trend, trendStated } = reading;
	const judged = trend === 'unknown' ? null : trend;
	const by = changeDetail(indicator, reading);
	const detail = [by, trendStated ? t.bySource : ''].filter((part) => part !== '').join(', ');
	// A change that nobody wished for or against is told without a judgement.
	const word = judged === null && by !== '' ? '' : t.trendWords[trend];
	return { judged, word, detail };
}

function changeDetail(
	indicator: Indicator,
	{ latest, previous, change }: IndicatorReading
): string {
	if (change === null) return '';
	const now = numberOf(latest);
	const before = numberOf(previous);
	if (now === null || before === null || !previous) return t.levels[change].toLowerCase();
	const since = periodLabel(previous.period, LANG);
	if (change === 'equal') return t.changeBy.equal(since);
	const { unit, decimals } = indicator;
	const size = roundTo(now, decimals) - roundTo(before, decimals);
	return t.changeBy[change](formatDifference(size, unit, decimals, LANG), since);
}

/** How it stands to a group: "Bättre", "9,8 %" or "enligt källan". */
export function groupVerdict(
	indicator: Indicator,
	group: GroupReading
): Verdict<Exclude<Outcome, 'unknown'>> {
	const { outcome, level, value, stated } = group;
	const theirs =
		value && numberOf(value) !== null
			? `${group.group.name} ${valueText(indicator, value)}`
			: stated
				? t.bySource
				: '';
	if (outcome !== 'unknown')
		return { judged: outcome, word: t.outcomeWords[outcome], detail: theirs };
	if (level !== null) return { judged: null, word: t.levels[level], detail: theirs };
	return { judged: null, word: t.noComparison, detail: '' };
}
