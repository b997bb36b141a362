import type { Lang } from './format.ts';
import type { Outcome, Trend } from './indicator.ts';
import { words as en } from './summary-words.en.ts';
import { words as sv } from './summary-words.sv.ts';

type Counts = { improved: number; worsened: number; unchanged: number };
type Outcomes = { better: number; worse: number; equal: number };

/** The words of summaries. Counts that are passed for several indicators add up to `n`, at least 2. */
export type SummaryWords = {
	none: string;
	noTrend: string;
	/** Exactly one indicator has a known trend. */
	oneTrend: Record<Exclude<Trend, 'unknown'>, string>;
	allTrend: Record<Exclude<Trend, 'unknown'>, (n: number) => string>;
	trend: (n: number, counts: Counts) => string;
	noGroup: (group: string) => string;
	oneGroup: (group: string, outcome: Exclude<Outcome, 'unknown'>) => string;
	allGroup: (group: string, n: number, outcome: Exclude<Outcome, 'unknown'>) => string;
	group: (group: string, n: number, counts: Outcomes) => string;
	years: (list: string) => string;
	noYear: string;
	/** "år 2022 (7 nyckeltal)"; only the first in a list says what is counted. */
	year: (period: string, n: number, first: boolean) => string;
	list: Record<
		keyof Counts | keyof Outcomes | 'trendUnknown' | 'unknown',
		(names: string) => string
	>;
	and: string;
};

/** The words of one language. */
export const summaryWords = (lang: Lang): SummaryWords => (lang === 'en' ? en : sv);
