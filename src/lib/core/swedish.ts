import type { IndicatorFigures, IndicatorReading } from './indicator.ts';
import { sentencesIn } from './sentence-parts.ts';
import { words as sentenceWords } from './sentence-words.sv.ts';
import { passagesIn, type Summary, type SummaryPassage } from './summary-parts.ts';
import { words as summaryWords } from './summary-words.sv.ts';

/**
 * Sentences and summaries of a report, which is in Swedish whatever language its tools speak. The page
 * where people write takes them from here, and does without the English words.
 */

export { derivedLine, sourceLine } from './sentence-parts.ts';
export { summarise } from './summary-parts.ts';

/** I3: as `indicatorSentence`. */
export const swedishSentence = (
	reading: IndicatorReading,
	figures: IndicatorFigures,
	municipality: string
): string => sentencesIn(sentenceWords, reading, figures, { lang: 'sv', municipality }).join(' ');

/** I4: as `summaryPassages`. */
export const swedishPassages = (summary: Summary): SummaryPassage[] =>
	passagesIn(summaryWords, summary, 'sv');
