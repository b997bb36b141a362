import type { Lang } from './format.ts';
import type { Outcome, Trend } from './indicator.ts';

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

const OUTCOME_SV = { better: 'bättre', worse: 'sämre', equal: 'likvärdigt' };
const noneSv = (n: number): string => (n === 0 ? 'inget' : String(n));
const noneEn = (n: number): string => (n === 0 ? 'none' : String(n));

const sv: SummaryWords = {
	none: 'Inga nyckeltal är valda.',
	noTrend: 'För inget av nyckeltalen går det att säga hur det har utvecklats.',
	oneTrend: {
		improved: 'Det enda nyckeltal vars utveckling går att bedöma har förbättrats.',
		worsened: 'Det enda nyckeltal vars utveckling går att bedöma har försämrats.',
		unchanged: 'Det enda nyckeltal vars utveckling går att bedöma är oförändrat.'
	},
	allTrend: {
		improved: (n) => `Alla ${n} nyckeltal vars utveckling går att bedöma har förbättrats.`,
		worsened: (n) => `Alla ${n} nyckeltal vars utveckling går att bedöma har försämrats.`,
		unchanged: (n) => `Alla ${n} nyckeltal vars utveckling går att bedöma är oförändrade.`
	},
	trend: (n, { improved, worsened, unchanged }) => {
		const still = unchanged === 1 ? 'oförändrat' : 'oförändrade';
		return (
			`Av de ${n} nyckeltal vars utveckling går att bedöma har ${noneSv(improved)} förbättrats ` +
			`och ${noneSv(worsened)} försämrats${unchanged === 0 ? '' : `, och ${unchanged} är ${still}`}.`
		);
	},
	noGroup: (group) => `Inget nyckeltal går att jämföra med ${group}.`,
	oneGroup: (group, outcome) =>
		`För det enda nyckeltal som går att jämföra med ${group} är utfallet ${OUTCOME_SV[outcome]}.`,
	allGroup: (group, n, outcome) =>
		`Av de ${n} nyckeltal som går att jämföra med ${group} är utfallet ${OUTCOME_SV[outcome]} i alla ${n}.`,
	group: (group, n, { better, worse, equal }) =>
		`Av de ${n} nyckeltal som går att jämföra med ${group} är utfallet bättre i ${noneSv(better)}, ` +
		`sämre i ${noneSv(worse)}${equal === 0 ? '' : ` och likvärdigt i ${equal}`}.`,
	years: (list) => `Värdena gäller ${list}.`,
	noYear: 'år som källan inte anger',
	year: (period, n, first) => `${period} (${n}${first ? ' nyckeltal' : ''})`,
	list: {
		improved: (names) => `Förbättrat: ${names}.`,
		worsened: (names) => `Försämrat: ${names}.`,
		unchanged: (names) => `Oförändrat: ${names}.`,
		trendUnknown: (names) => `Utvecklingen är okänd för: ${names}.`,
		better: (names) => `Bättre: ${names}.`,
		worse: (names) => `Sämre: ${names}.`,
		equal: (names) => `Likvärdigt: ${names}.`,
		unknown: (names) => `Går inte att jämföra: ${names}.`
	},
	and: ' och '
};

const en: SummaryWords = {
	none: 'No indicators are chosen.',
	noTrend: 'There is no indicator whose trend can be judged.',
	oneTrend: {
		improved: 'The only indicator whose trend can be judged has improved.',
		worsened: 'The only indicator whose trend can be judged has worsened.',
		unchanged: 'The only indicator whose trend can be judged is unchanged.'
	},
	allTrend: {
		improved: (n) => `All ${n} indicators whose trend can be judged have improved.`,
		worsened: (n) => `All ${n} indicators whose trend can be judged have worsened.`,
		unchanged: (n) => `All ${n} indicators whose trend can be judged are unchanged.`
	},
	trend: (n, { improved, worsened, unchanged }) => {
		const still = `${unchanged} ${unchanged === 1 ? 'is' : 'are'} unchanged`;
		return (
			`Of the ${n} indicators whose trend can be judged, ${noneEn(improved)} improved ` +
			`and ${noneEn(worsened)} worsened${unchanged === 0 ? '' : `, and ${still}`}.`
		);
	},
	noGroup: (group) => `No indicator can be compared with ${group}.`,
	oneGroup: (group, outcome) =>
		`For the only indicator that can be compared with ${group}, the outcome is ${outcome}.`,
	allGroup: (group, n, outcome) =>
		`Of the ${n} indicators that can be compared with ${group}, the outcome is ${outcome} in all ${n}.`,
	group: (group, n, { better, worse, equal }) =>
		`Of the ${n} indicators that can be compared with ${group}, the outcome is better in ${noneEn(better)}, ` +
		`worse in ${noneEn(worse)}${equal === 0 ? '' : ` and equal in ${equal}`}.`,
	years: (list) => `The values are of ${list}.`,
	noYear: 'a year that the source does not state',
	year: (period, n, first) =>
		`${period} (${n}${first ? (n === 1 ? ' indicator' : ' indicators') : ''})`,
	list: {
		improved: (names) => `Improved: ${names}.`,
		worsened: (names) => `Worsened: ${names}.`,
		unchanged: (names) => `Unchanged: ${names}.`,
		trendUnknown: (names) => `The trend is unknown for: ${names}.`,
		better: (names) => `Better: ${names}.`,
		worse: (names) => `Worse: ${names}.`,
		equal: (names) => `Equal: ${names}.`,
		unknown: (names) => `Cannot be compared: ${names}.`
	},
	and: ' and '
};

/** The words of one language. */
export const summaryWords = (lang: Lang): SummaryWords => (lang === 'en' ? en : sv);
