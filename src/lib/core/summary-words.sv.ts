import type { SummaryWords } from './summary-words.ts';

const OUTCOME_SV = { better: 'bättre', worse: 'sämre', equal: 'likvärdigt' };
const noneSv = (n: number): string => (n === 0 ? 'inget' : String(n));

/** Swedish: the source. */
export const words: SummaryWords = {
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
