import type { Lang } from './format.ts';
import { passagesIn, type Summary, type SummaryPassage } from './summary-parts.ts';
import { summaryWords } from './summary-words.ts';

export {
	summarise,
	type CountedIndicator,
	type GroupSummary,
	type ReadIndicator,
	type Summary,
	type SummaryPassage
} from './summary-parts.ts';

/**
 * I4: the summary in words: first the trends, then each kind of group. Each passage tells its
 * denominator, the periods of the values that it counts, and names every indicator: also the unknown
 * ones, which are in no denominator. `years` is empty when nothing could be counted.
 */
export const summaryPassages = (summary: Summary, lang: Lang): SummaryPassage[] =>
	passagesIn(summaryWords(lang), summary, lang);

/** I4: the same as plain sentences, one after the other. */
export function summarySentences(summary: Summary, lang: Lang): string[] {
	if (summary.indicators.length === 0) return [summaryWords(lang).none];
	return summaryPassages(summary, lang).flatMap(({ count, years, lists }) => [
		count,
		...(years === '' ? [] : [years]),
		...lists
	]);
}
