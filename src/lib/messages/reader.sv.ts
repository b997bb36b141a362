import type { StatementStatus } from '#core/statement.ts';

/** The reader's pages and the kept edition. The edition itself is always written in Swedish. */
export const reader = {
	skip: 'Hoppa till innehållet',
	site: 'Barnbokslut',
	start: 'Alla publicerade rapporter',

	sender: 'Avsändare',
	reportYear: 'Verksamhetsår',
	decision: 'Beslut',
	decisionLine: (body: string, date: string, paragraph: string) => `${body}, ${date}, ${paragraph}`,
	registryNumber: 'Diarienummer',
	edition: 'Utgåva',
	editionLine: (n: number, date: string) => `Utgåva ${n}, publicerad ${date}`,
	whyNewEdition: (n: number) => `Därför finns utgåva ${n}`,

	contents: 'Innehåll',
	showContents: 'Visa innehållet',
	permalink: 'Länk till avsnittet',
	permalinkTo: (title: string) => `Länk till avsnittet ${title}`,
	articles: (list: string, n: number) =>
		`Barnkonventionen, ${n === 1 ? 'artikel' : 'artiklarna'} ${list}`,
	and: ' och ',
	callout: 'Viktigt',
	tableNumber: (section: string, n: number) => `Tabell ${n} i ${section}`,
	notesOf: (section: string) => `Noter till avsnittet ${section}`,
	noteNumber: (n: number) => `Not ${n}`,
	backToNote: (n: number) => `Tillbaka till texten vid not ${n}`,

	answer: 'Har barnen fått det bättre?',
	answerBasis: (n: number) =>
		n === 1
			? 'Svaret bygger på ett nyckeltal. Vad siffrorna betyder för barnen står i avsnitten.'
			: `Svaret bygger på ${n} nyckeltal. Vad siffrorna betyder för barnen står i avsnitten.`,
	answerAll:
		'Rapporten har ingen egen sammanfattning av nyckeltalen. Här räknas alla som finns i den.',
	answerNone: 'Rapporten redovisar inga nyckeltal. Svaret finns i texten.',
	howCounted:
		'Förbättrat betyder att siffran har gått åt det håll som är bra för barn. Det som är okänt räknas inte in.',
	trends: 'Utvecklingen',
	against: (group: string) => `Jämfört med ${group}`,
	kinds: {
		improved: 'Förbättrat',
		worsened: 'Försämrat',
		unchanged: 'Oförändrat',
		better: 'Bättre',
		worse: 'Sämre',
		equal: 'Likvärdigt'
	},
	kindCount: (kind: string, n: number) => `${kind} (${n})`,
	trendUnknownCount: (n: number) =>
		n === 1 ? 'Okänd utveckling för 1 nyckeltal' : `Okänd utveckling för ${n} nyckeltal`,
	groupUnknownCount: (n: number) =>
		n === 1 ? '1 nyckeltal går inte att jämföra' : `${n} nyckeltal går inte att jämföra`,

	keyFigures: 'Nyckeltal',
	keyFiguresCaption: 'Alla nyckeltal i rapporten, med senaste värdet',
	keyFigureName: 'Nyckeltal',
	value: 'Värde',
	year: 'År',
	change: 'Utveckling',
	againstSimilar: 'Mot liknande kommuner',
	trendWords: {
		improved: 'Förbättrat',
		worsened: 'Försämrat',
		unchanged: 'Oförändrat',
		unknown: 'Okänt'
	},
	changeBy: {
		higher: (difference: string, since: string) => `upp ${difference} från ${since}`,
		lower: (difference: string, since: string) => `ned ${difference} från ${since}`,
		equal: (since: string) => `oförändrat från ${since}`
	},
	/** The level alone, where nothing is wished or the source gives no number. */
	levels: { higher: 'Högre', lower: 'Lägre', equal: 'Lika' },
	outcomeWords: { better: 'Bättre', worse: 'Sämre', equal: 'Likvärdigt', unknown: 'Okänt' },
	outcomeAgainst: {
		better: (group: string) => `Bättre än ${group}`,
		worse: (group: string) => `Sämre än ${group}`,
		equal: (group: string) => `Likvärdigt med ${group}`
	},
	bySource: 'enligt källan',
	noComparison: 'Ingen jämförelse',
	seeParts: 'Se delarna',
	differ: (title: string, sections: string) =>
		`${title} har godkänts med olika uppgifter i avsnitten ${sections}.`,

	absent: {
		missing: 'Uppgift saknas',
		suppressed: 'Skyddad uppgift',
		notApplicable: 'Ej tillämpligt'
	},
	noIndicator: 'Nyckeltalet som skulle visas här finns inte i den godkända texten.',
	showTable: 'Visa siffrorna i tabell',
	note: 'Anmärkning',
	summaryOf: 'Nyckeltalen i sammandrag',

	record: 'Godkännanden',
	recordIntro:
		'Varje avsnitt är godkänt för sig. Kontrollsumman är räknad på det som godkändes: ändras ett tecken blir den en annan.',
	recordCaption: 'Vem som skickade in och godkände varje avsnitt',
	section: 'Avsnitt',
	submitted: 'Inskickat',
	approved: 'Godkänt',
	hash: 'Kontrollsumma',
	fullHashes: 'Visa hela kontrollsummor (SHA-256)',
	editionHash: 'Hela utgåvan',

	cite: 'Så citerar du',
	citeReport: 'Rapporten',
	citation: (c: {
		sender: string;
		year: string;
		title: string;
		n: number;
		body: string;
		date: string;
		paragraph: string;
		registryNumber: string;
	}) =>
		`${c.sender} (${c.year}). ${c.title}, utgåva ${c.n}. Beslut: ${c.body} ${c.date}, ${c.paragraph}. Diarienummer ${c.registryNumber}.`,
	citeAddress: 'Adressen till den här utgåvan ändras inte:',
	citeFigures: 'Siffrorna',
	citeFiguresHow:
		'Ange den källa som står vid värdet, till exempel ”Källa: Kolada (N15419)”, och året som värdet gäller. En trend eller jämförelse som inte är källans egen har kommunen räknat fram. Då anger du den här rapporten som källa, inte Kolada.',

	formats: 'Format och tillgänglighet',
	accessibility: 'Tillgänglighetsredogörelse',
	accessibilityLead: 'Läs om hur tillgänglig webbplatsen är:',

	current: 'Gäller',
	currentLong: (n: number) => `Utgåva ${n} gäller.`,
	replacedBy: (n: number) => `Ersatt av utgåva ${n}`,
	replacedLong: (n: number, newest: number) =>
		`Utgåva ${n} gäller inte längre. Den är ersatt av utgåva ${newest}.`,
	readNewest: (n: number) => `Läs utgåva ${n}`,
	reason: 'Skäl:',
	allEditions: 'Alla utgåvor',
	editionOf: (n: number) => `Utgåva ${n}`,
	published: (date: string) => `publicerad ${date}`,
	firstEdition: 'Första utgåvan',
	address: 'Adress till den här utgåvan:',
	description: (title: string, municipality: string, decision: string) =>
		`${title} från ${municipality}. Beslut: ${decision}.`,

	statement: {
		title: 'Tillgänglighetsredogörelse',
		titleOf: (municipality: string) => `Tillgänglighetsredogörelse för ${municipality}`,
		intro:
			'Offentliga aktörers webbplatser ska vara tillgängliga för alla enligt lagen (2018:1937) om tillgänglighet till digital offentlig service.',
		unfinished:
			'Redogörelsen är inte ifylld. Kommunen ansvarar för att fylla i uppgifterna nedan innan webbplatsen används.',
		partlyFinished:
			'Redogörelsen är inte färdig. Det som kommunen inte har fyllt i står som ”Inte ifyllt av kommunen”.',
		missing: 'Inte ifyllt av kommunen.',
		actor: 'Ansvarig aktör',
		service: 'Webbplatsen som redogörelsen gäller',
		serviceValue:
			'De publicerade barnboksluten. Skrivytan för dem som arbetar med rapporterna räknas också hit.',
		status: 'Hur väl webbplatsen följer lagen',
		statuses: {
			whole: 'Webbplatsen är helt förenlig med lagkraven.',
			partly: 'Webbplatsen är delvis förenlig med lagkraven. Bristerna står nedan.',
			not: 'Webbplatsen är inte förenlig med lagkraven. Bristerna står nedan.'
		} satisfies Record<StatementStatus, string>,
		content: 'Innehåll som inte är tillgängligt, och varför',
		burden: 'Oskäligt betungande anpassning (12 §)',
		outside: 'Innehåll som inte omfattas av lagen (9 §)',
		assessed: 'När och hur webbplatsen är bedömd',
		updated: 'När redogörelsen senast uppdaterades',
		method: 'Vad programmets utvecklare har prövat',
		methodValue:
			'De publicerade sidorna prövas automatiskt med verktyget axe i fyra bredder, i ljust och mörkt läge, utan skript. Det finner en del av bristerna, inte alla. Någon oberoende granskning är inte gjord, och sidorna är inte prövade med hjälpmedel av personer som använder dem.',
		limits: 'Brister och begränsningar som är kända i programmet',
		limitsValue: [
			'Pdf-filerna är taggade och görs för PDF/UA och PDF/A, men inget utomstående program för kontroll har prövat dem, och ingen har gått igenom dem med skärmläsare.',
			'Pdf-filernas typsnitt saknar bland annat emojier och arabiska och kinesiska tecken. En text med sådana får inte publiceras; äldre utgåvor kan därför sakna en pdf.',
			'Diagram på webbsidan har sina tal i tabell. I pdf:en står talen i en bilaga, med länkar åt båda hållen.',
			'Texterna, bildernas beskrivningar och de lättlästa delarna skrivs av kommunen. Programmet säger till om en beskrivning saknas, men kan inte bedöma om den är bra.',
			'Skrivytan kräver skript. De publicerade sidorna gör det inte.'
		],
		feedback: 'Så rapporterar du brister',
		complain: 'Anmäl brister till tillsynsmyndigheten',
		complainHow:
			'Är du inte nöjd med kommunens svar kan du vända dig till den myndighet som har tillsyn:',
		complainLink: 'Anmäl bristande tillgänglighet (digg.se)'
	}
};
