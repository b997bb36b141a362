import type { MeasureStatus } from '#core/areas.ts';

const status: Record<MeasureStatus, string> = {
	notStarted: 'Ej påbörjad',
	started: 'Påbörjad',
	completed: 'Genomförd',
	stopped: 'Avbruten',
	unknown: 'Okänd'
};

/** Writing tables of development areas: their controls, what they announce. */
export const areas = {
	table: { plan: 'Plan', followUp: 'Uppföljning' },
	area: (title: string) => (title === '' ? 'Utvecklingsområde utan namn' : title),
	measure: (n: number) => `Åtgärd ${n}`,
	result: (n: number) => `Förväntat resultat ${n}`,
	measures: 'Åtgärder',
	results: 'Förväntade resultat',
	caption: 'Rubrik',
	placeholder: {
		title: 'Utvecklingsområde',
		measure: 'Vad ska göras?',
		comment: 'Vad har hänt?',
		result: 'Vad ska det leda till?'
	},
	status,
	statusLabel: (n: number) => `Status för åtgärd ${n}`,
	notSaid: 'Inte angiven',
	together: 'Området',
	facts: {
		change: 'Ändra uppgifter',
		departments: 'Förvaltningar',
		none: 'Det finns inga förvaltningar att välja.',
		articles: 'Artiklar',
		articlesHint: 'Nummer med komma mellan, till exempel 3, 12.',
		articlesWrong: 'Skriv nummer mellan 1 och 54 med komma mellan.',
		responsible: 'Ansvarig',
		due: 'Klart',
		dueHint: 'Till exempel våren 2026.',
		done: 'Klar'
	},
	follows: {
		label: (n: number) => `Åtgärder som resultat ${n} följer av`,
		of: (numbers: string) => `Av åtgärd ${numbers}`,
		all: 'Av alla åtgärder',
		hint: 'Inget val betyder alla.'
	},
	add: { area: 'Lägg till område', measure: 'Lägg till åtgärd', result: 'Lägg till resultat' },
	menu: {
		area: (title: string) => `Flytta eller ta bort området ${title}`,
		measure: (n: number) => `Flytta eller ta bort åtgärd ${n}`,
		result: (n: number) => `Flytta eller ta bort resultat ${n}`,
		table: 'Tabellen',
		up: 'Flytta upp',
		down: 'Flytta ner',
		remove: 'Ta bort',
		comment: 'Lägg till kommentar',
		removeTable: 'Ta bort tabellen'
	},
	ask: {
		area: 'Ta bort området?',
		table: 'Ta bort tabellen?',
		what: 'Det som står i den försvinner för alla. Det går att ångra.',
		keep: 'Behåll'
	},
	yours: 'Din rad',
	whose: (departments: string) => `${departments}:s rad`,
	nobodys: 'Samordnarens rad',
	limited: (departments: string) =>
		`Du ändrar de rader som hör till ${departments}. Resten kan du läsa.`,
	refused: 'Det här är inte din rad. Ingenting har ändrats',
	moved: {
		area: (title: string, n: number, count: number) =>
			`Området ${title} är nu nummer ${n} av ${count}`,
		measure: (n: number, count: number) => `Åtgärden är nu nummer ${n} av ${count}`,
		result: (n: number, count: number) => `Resultatet är nu nummer ${n} av ${count}`
	},
	removed: 'Borttaget. Ångra tar tillbaka det'
};
