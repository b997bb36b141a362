import type { Lang } from './format.ts';
import type { Level, Outcome, Trend, ValueStatus, WishedDirection } from './indicator.ts';
import { words as en } from './sentence-words.en.ts';
import { words as sv } from './sentence-words.sv.ts';

/** How large a difference is, in words; `null` where there is no tolerance to measure it by. */
export type Degree = 'slightly' | 'clearly' | null;

/** Why there is no number. */
export type Absence = Exclude<ValueStatus, 'value'>;

/**
 * The words that sentences about indicators are made of, one object a language. Every argument is
 * text that is ready to print. `when` is an adverbial ("år 2022", "i april 2023"), `period` a noun
 * phrase ("år 2022", "april 2023"); an empty period is one that the source does not state.
 */
export type SentenceWords = {
	inPlace: (municipality: string) => string;
	value: (subject: string, place: string, value: string, when: string) => string;
	undatedValue: (subject: string, place: string, value: string) => string;
	absent: Record<Absence, (subject: string, place: string, period: string) => string>;
	lastKnown: (value: string, period: string) => string;
	wished: Record<Exclude<WishedDirection, 'none'>, string>;
	noDirection: string;

	changeSubject: string;
	judgedChange: Record<'improved' | 'worsened', string>;
	changed: Record<'higher' | 'lower', (by: string, since: string, before: string) => string>;
	unchanged: (since: string) => string;
	nearlyUnchanged: (since: string, before: string) => string;
	changeBySource: Record<Exclude<Trend, 'unknown'>, string>;
	statedChange: Record<Level, string>;
	statedChangeIs: Record<Exclude<Trend, 'unknown'>, string>;
	statedTrend: Record<Exclude<Trend, 'unknown'>, string>;
	trendUnknown: string;
	trendThereforeUnknown: string;

	comparedWith: (group: string, value: string, when: string) => string;
	comparedInWords: (group: string) => string;
	levels: Record<'higher' | 'lower', (degree: Degree) => string>;
	same: string;
	nearlySame: string;
	outcomeIs: Record<Exclude<Outcome, 'unknown'>, string>;
	outcomeBySource: Record<Exclude<Outcome, 'unknown'>, string>;
	/** "var värdet {level}"; `dated` tells whether the year is known. */
	valueWas: (level: string, dated: boolean, stated: boolean) => string;
	outcomeWas: Record<Exclude<Outcome, 'unknown'>, (dated: boolean) => string>;
	notComparable: Record<Absence, (group: string, period: string) => string>;
	noOwnToCompare: (group: string, value: string, period: string) => string;
	otherPeriodOnly: (group: string, value: string, period: string) => string;
	latestThere: (value: string, period: string) => string;
	noComparison: (group: string) => string;

	partsOnly: (subject: string, place: string) => string;
	parts: string;
	partAbsent: Record<Absence, string>;
};

/** The words of one language. */
export const sentenceWords = (lang: Lang): SentenceWords => (lang === 'en' ? en : sv);
