import type { IndicatorFigures, IndicatorReading } from './indicator.ts';
import { sentencesIn, type SentenceOptions } from './sentence-parts.ts';
import { sentenceWords } from './sentence-words.ts';

export { groupName } from './group-name.ts';
export {
	CLEAR_FROM,
	degreeOf,
	derivedLine,
	SLIGHT_BELOW,
	sourceLine,
	toleranceLine,
	type SentenceOptions
} from './sentence-parts.ts';

/**
 * I3: what may be said of an indicator, in whole sentences, made of its numbers and statements alone.
 * The order is always the same: value, wished direction, change, each group, parts.
 */
export const indicatorSentences = (
	reading: IndicatorReading,
	figures: IndicatorFigures,
	options: SentenceOptions
): string[] => sentencesIn(sentenceWords(options.lang), reading, figures, options);

/** I3: the same as one text. */
export const indicatorSentence = (
	reading: IndicatorReading,
	figures: IndicatorFigures,
	options: SentenceOptions
): string => indicatorSentences(reading, figures, options).join(' ');
