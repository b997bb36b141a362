import { lowerFirst } from './format.ts';
import type { Degree, SentenceWords } from './sentence-words.ts';

const forPeriod = (period: string): string => (period === '' ? '' : ` for ${period}`);
const bracket = (period: string): string => ` (${period === '' ? 'year not stated' : period})`;
const degrees = (degree: Degree): string => (degree === null ? '' : `${degree} `);

/** English. Names and units of indicators stay in their own language. */
export const words: SentenceWords = {
	inPlace: (m) => `in ${m}`,
	value: (subject, place, value, when) => `${subject} ${place} was ${value} ${when}.`,
	undatedValue: (subject, place, value) => `${subject} ${place} is ${value} (year not stated).`,
	absent: {
		missing: (s, place, p) => `There is no figure for ${lowerFirst(s)} ${place}${forPeriod(p)}.`,
		suppressed: (s, place, p) =>
			`The figure for ${lowerFirst(s)} ${place}${forPeriod(p)} is confidential and is not shown.`,
		notApplicable: (s, place, p) =>
			`A figure for ${lowerFirst(s)} ${place} is not applicable${forPeriod(p)}.`
	},
	lastKnown: (value, p) => `The last known value is ${value}${bracket(p)}.`,
	wished: { high: 'A high figure is desirable.', low: 'A low figure is desirable.' },
	noDirection:
		'No wished direction is stated, so nothing is said of better or worse for the children.',

	changeSubject: 'The value',
	judgedChange: {
		improved: 'This is an improvement: the value',
		worsened: 'This is a deterioration: the value'
	},
	changed: {
		higher: (by, since, before) => `has risen by ${by} since ${since} (${before})`,
		lower: (by, since, before) => `has fallen by ${by} since ${since} (${before})`
	},
	unchanged: (since) => `is unchanged since ${since}`,
	nearlyUnchanged: (since, before) => `is largely unchanged since ${since} (${before})`,
	changeBySource: {
		improved: ', according to the source an improvement',
		worsened: ', according to the source a deterioration',
		unchanged: ', according to the source neither better nor worse'
	},
	statedChange: {
		higher: 'According to the source the value has risen since the previous measurement',
		lower: 'According to the source the value has fallen since the previous measurement',
		equal: 'According to the source the value is unchanged since the previous measurement'
	},
	statedChangeIs: {
		improved: ', which is an improvement',
		worsened: ', which is a deterioration',
		unchanged: ''
	},
	statedTrend: {
		improved: 'According to the source this is an improvement since the previous measurement.',
		worsened: 'According to the source this is a deterioration since the previous measurement.',
		unchanged: 'According to the source the situation is unchanged since the previous measurement.'
	},
	trendUnknown: 'The trend is unknown, since there is no earlier value to compare with.',
	trendThereforeUnknown: 'The trend is therefore unknown.',

	comparedWith: (group, value, when) => `Compared with ${group} (${value} ${when})`,
	comparedInWords: (group) => `Compared with ${group}`,
	levels: {
		higher: (degree) => degrees(degree) + 'higher',
		lower: (degree) => degrees(degree) + 'lower'
	},
	same: 'the same',
	nearlySame: 'about the same',
	outcomeIs: {
		better: ', which is a better outcome',
		worse: ', which is a worse outcome',
		equal: ''
	},
	outcomeBySource: {
		better: ', according to the source a better outcome',
		worse: ', according to the source a worse outcome',
		equal: ', according to the source an equal outcome'
	},
	valueWas: (level, dated, stated) =>
		`${stated ? ', according to the source,' : ''} the value ${dated ? 'was' : 'is'} ${level}`,
	outcomeWas: {
		better: (dated) => `, according to the source, the outcome ${dated ? 'was' : 'is'} better`,
		worse: (dated) => `, according to the source, the outcome ${dated ? 'was' : 'is'} worse`,
		equal: (dated) => `, according to the source, the outcome ${dated ? 'was' : 'is'} equal`
	},
	notComparable: {
		missing: (group, p) =>
			`No comparison with ${group} can be made: there is no figure${forPeriod(p)}.`,
		suppressed: (group, p) =>
			`No comparison with ${group} can be made: the figure${forPeriod(p)} is confidential.`,
		notApplicable: (group, p) =>
			`No comparison with ${group} can be made: the figure is not applicable${forPeriod(p)}.`
	},
	noOwnToCompare: (group, value, p) =>
		`No comparison with ${group} can be made; the value there is ${value}${bracket(p)}.`,
	otherPeriodOnly: (group, value, p) =>
		`There is no comparison with ${group} for the same period; the latest value there is ${value}${bracket(p)}.`,
	latestThere: (value, p) => `The latest value there is ${value}${bracket(p)}.`,
	noComparison: (group) => `There is no comparison with ${group}.`,

	partsOnly: (subject, place) => `${subject} ${place} is reported in parts`,
	parts: 'By part',
	partAbsent: {
		missing: 'no figure',
		suppressed: 'confidential',
		notApplicable: 'not applicable'
	}
};
