import { lowerFirst } from './format.ts';
import type { Degree, SentenceWords } from './sentence-words.ts';

/** Municipalities that are islands: one lives on them. */
const ISLANDS = new Set(['Gotland', 'Lidingö', 'Orust', 'Tjörn', 'Öckerö', 'Ekerö']);

const forPeriod = (period: string): string => (period === '' ? '' : ` för ${period}`);
const bracket = (period: string): string => ` (${period === '' ? 'år ej angivet' : period})`;
const degrees = (degree: Degree): string =>
	degree === null ? '' : degree === 'slightly' ? 'något ' : 'klart ';

/** Swedish: the source. */
export const words: SentenceWords = {
	inPlace: (m) => `${ISLANDS.has(m) ? 'på' : 'i'} ${m}`,
	value: (subject, place, value, when) => `${subject} ${place} var ${value} ${when}.`,
	undatedValue: (subject, place, value) => `${subject} ${place} är ${value} (år ej angivet).`,
	absent: {
		missing: (s, place, p) => `Uppgift om ${lowerFirst(s)} ${place} saknas${forPeriod(p)}.`,
		suppressed: (s, place, p) =>
			`Uppgiften om ${lowerFirst(s)} ${place}${forPeriod(p)} är skyddad av sekretess och visas inte.`,
		notApplicable: (s, place, p) =>
			`Uppgift om ${lowerFirst(s)} ${place} är inte tillämplig${forPeriod(p)}.`
	},
	lastKnown: (value, p) => `Det senast kända värdet är ${value}${bracket(p)}.`,
	wished: { high: 'En hög siffra är önskvärd.', low: 'En låg siffra är önskvärd.' },
	noDirection:
		'Ingen önskad riktning är angiven, så det sägs inte om det är bättre eller sämre för barnen.',

	changeSubject: 'Värdet',
	judgedChange: {
		improved: 'Det är en förbättring: värdet',
		worsened: 'Det är en försämring: värdet'
	},
	changed: {
		higher: (by, since, before) => `har ökat med ${by} sedan ${since} (${before})`,
		lower: (by, since, before) => `har minskat med ${by} sedan ${since} (${before})`
	},
	unchanged: (since) => `är oförändrat sedan ${since}`,
	nearlyUnchanged: (since, before) => `är i stort sett oförändrat sedan ${since} (${before})`,
	changeBySource: {
		improved: ', enligt källan en förbättring',
		worsened: ', enligt källan en försämring',
		unchanged: ', enligt källan varken bättre eller sämre'
	},
	statedChange: {
		higher: 'Enligt källan har värdet ökat sedan föregående mätning',
		lower: 'Enligt källan har värdet minskat sedan föregående mätning',
		equal: 'Enligt källan är värdet oförändrat sedan föregående mätning'
	},
	statedChangeIs: {
		improved: ', vilket är en förbättring',
		worsened: ', vilket är en försämring',
		unchanged: ''
	},
	statedTrend: {
		improved: 'Enligt källan är det en förbättring sedan föregående mätning.',
		worsened: 'Enligt källan är det en försämring sedan föregående mätning.',
		unchanged: 'Enligt källan är läget oförändrat sedan föregående mätning.'
	},
	trendUnknown: 'Utvecklingen är okänd, eftersom ett tidigare värde att jämföra med saknas.',
	trendThereforeUnknown: 'Utvecklingen är därför okänd.',

	comparedWith: (group, value, when) => `Jämfört med ${group} (${value} ${when})`,
	comparedInWords: (group) => `Jämfört med ${group}`,
	levels: {
		higher: (degree) => degrees(degree) + 'högre',
		lower: (degree) => degrees(degree) + 'lägre'
	},
	same: 'detsamma',
	nearlySame: 'ungefär detsamma',
	outcomeIs: {
		better: ', vilket är ett bättre utfall',
		worse: ', vilket är ett sämre utfall',
		equal: ''
	},
	outcomeBySource: {
		better: ', enligt källan ett bättre utfall',
		worse: ', enligt källan ett sämre utfall',
		equal: ', enligt källan ett likvärdigt utfall'
	},
	valueWas: (level, dated, stated) =>
		` ${dated ? 'var' : 'är'} värdet ${stated ? 'enligt källan ' : ''}${level}`,
	outcomeWas: {
		better: (dated) => ` ${dated ? 'var' : 'är'} utfallet enligt källan bättre`,
		worse: (dated) => ` ${dated ? 'var' : 'är'} utfallet enligt källan sämre`,
		equal: (dated) => ` ${dated ? 'var' : 'är'} utfallet enligt källan likvärdigt`
	},
	notComparable: {
		missing: (group, p) =>
			`Jämförelse med ${group} går inte att göra: uppgift saknas${forPeriod(p)}.`,
		suppressed: (group, p) =>
			`Jämförelse med ${group} går inte att göra: uppgiften${forPeriod(p)} är skyddad av sekretess.`,
		notApplicable: (group, p) =>
			`Jämförelse med ${group} går inte att göra: uppgiften är inte tillämplig${forPeriod(p)}.`
	},
	noOwnToCompare: (group, value, p) =>
		`Jämförelse med ${group} går inte att göra; värdet där är ${value}${bracket(p)}.`,
	otherPeriodOnly: (group, value, p) =>
		`Jämförelse med ${group} för samma period saknas; det senaste värdet där är ${value}${bracket(p)}.`,
	latestThere: (value, p) => `Det senaste värdet där är ${value}${bracket(p)}.`,
	noComparison: (group) => `Jämförelse med ${group} saknas.`,

	partsOnly: (subject, place) => `${subject} ${place} redovisas uppdelat`,
	parts: 'Uppdelat',
	partAbsent: {
		missing: 'uppgift saknas',
		suppressed: 'skyddad uppgift',
		notApplicable: 'ej tillämpligt'
	}
};
