import type { Lang } from './format.ts';

/** The words of the card that tells where a number comes from. */
export type ProvenanceWords = {
	title: string;
	definition: string;
	noDefinition: string;
	unit: string;
	share: string;
	count: string;
	noUnit: string;
	wished: Record<'high' | 'low' | 'none', string>;
	period: string;
	noValue: string;
	onlyParts: string;
	parts: string;
	also: (parts: string) => string;
	source: string;
	fetched: (source: string, date: string) => string;
	entered: (source: string, date: string, by: string | null) => string;
	stated: string;
	groups: string;
	nation: string;
	mean: string;
	grouping: (year: number | null) => string;
	members: (names: string) => string;
	noMembers: string;
	changed: string;
	calculation: string;
	calculated: string;
	next: string;
	nextPeriod: (period: string) => string;
	nextDate: (date: string) => string;
	used: string;
};

const sv: ProvenanceWords = {
	title: 'Om siffran och var den kommer ifrån',
	definition: 'Vad som mäts',
	noDefinition: 'Det finns ingen beskrivning av hur det mäts.',
	unit: 'Enhet',
	share: 'procent',
	count: 'antal',
	noUnit: 'ingen enhet är angiven',
	wished: {
		high: 'En hög siffra är önskvärd.',
		low: 'En låg siffra är önskvärd.',
		none: 'Ingen önskad riktning är angiven.'
	},
	period: 'Avser',
	noValue: 'Det finns inget värde.',
	onlyParts: 'Det finns bara värden för delar.',
	parts: 'Delar',
	also: (parts) => `även ${parts}`,
	source: 'Källa',
	fetched: (source, date) => `${source}, hämtad ${date}`,
	entered: (source, date, by) => `${source}, inlagd ${date}${by === null ? '' : ` av ${by}`}`,
	stated: 'omdömen i ord',
	groups: 'Jämförelse',
	nation: 'Hela landet som en helhet. Det är inte samma sak som medelvärdet av alla kommuner.',
	mean: 'Varje kommun räknas lika, liten som stor. Det är inte samma sak som riket.',
	grouping: (year) => (year === null ? 'Källan anger inte indelningens år.' : `Indelning ${year}.`),
	members: (names) => `Kommuner: ${names}.`,
	noMembers: 'Källan anger inte vilka kommuner som ingår.',
	changed: 'Gruppen har ändrats sedan dess.',
	calculation: 'Egen beräkning',
	calculated: 'Trend och jämförelse har kommunen räknat fram. De är inte källans.',
	next: 'Nästa publicering',
	nextPeriod: (period) => `Nästa värde gäller ${period}.`,
	nextDate: (date) => `Det väntas ${date}.`,
	used: 'Används i'
};

const en: ProvenanceWords = {
	title: 'About the figure and where it comes from',
	definition: 'What is measured',
	noDefinition: 'There is no description of how it is measured.',
	unit: 'Unit',
	share: 'per cent',
	count: 'number',
	noUnit: 'no unit is stated',
	wished: {
		high: 'A high figure is desirable.',
		low: 'A low figure is desirable.',
		none: 'No wished direction is stated.'
	},
	period: 'Period',
	noValue: 'There is no value.',
	onlyParts: 'There are values of parts only.',
	parts: 'Parts',
	also: (parts) => `also ${parts}`,
	source: 'Source',
	fetched: (source, date) => `${source}, fetched ${date}`,
	entered: (source, date, by) => `${source}, entered ${date}${by === null ? '' : ` by ${by}`}`,
	stated: 'judgements in words',
	groups: 'Comparison',
	nation: 'The whole country as one. It is not the same as the mean of all municipalities.',
	mean: 'Every municipality counts alike, small or large. It is not the same as Sweden as a whole.',
	grouping: (year) =>
		year === null ? 'The source does not state the year of the grouping.' : `Grouping of ${year}.`,
	members: (names) => `Municipalities: ${names}.`,
	noMembers: 'The source does not state which municipalities belong to it.',
	changed: 'The group has changed since.',
	calculation: 'Own calculation',
	calculated: 'Trend and comparison are calculated by the municipality. They are not the source’s.',
	next: 'Next publication',
	nextPeriod: (period) => `The next value is of ${period}.`,
	nextDate: (date) => `It is expected on ${date}.`,
	used: 'Used in'
};

export const provenanceWords = (lang: Lang): ProvenanceWords => (lang === 'en' ? en : sv);
