import type { SummaryWords } from './summary-words.ts';

const noneEn = (n: number): string => (n === 0 ? 'none' : String(n));

export const words: SummaryWords = {
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
