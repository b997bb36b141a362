/** What paper says beside the words of the web edition: PDF, Word, the one-page summary. */
export const print = {
	contact: 'Kontakt',
	foot: (n: number, date: string, body: string, paragraph: string) =>
		`Utgåva ${n} · ${date} · ${body} ${paragraph}`,
	seeNumbers: (n: string) => `Siffrorna står i tabell ${n} i bilagan.`,
	seeAbout: 'Om siffran: se bilagan.',
	appendix: 'Siffrorna bakom diagrammen',
	appendixIntro:
		'Här står alla siffror som diagrammen visar, och var nyckeltalen kommer ifrån. Varje tabell leder tillbaka till sitt diagram.',
	numbered: (n: string, caption: string) => `Tabell ${n}. ${caption}`,
	backToChart: (number: string, title: string) => `Till diagrammet i ${number} ${title}`,
	chartIn: (number: string, title: string) => `Diagrammet hör till avsnittet ${number} ${title}.`,
	fullHashes: 'Hela kontrollsummor (SHA-256)',
	colophon: 'Om utgåvan',
	decided: (body: string, date: string, paragraph: string, registryNumber: string) =>
		`Beslut: ${body}, ${date}, ${paragraph}. Diarienummer ${registryNumber}.`,
	address: (address: string) => `Utgåvans adress: ${address}`,
	hash: (hash: string) => `Kontrollsumma för hela utgåvan (SHA-256): ${hash}`,

	summaryTitle: (title: string) => `Sammanfattning av ${title}`,
	gotBetter: (n: number) => `Det här har förbättrats (${n})`,
	gotWorse: (n: number) => `Det här har försämrats (${n})`,
	unchanged: (n: number) =>
		n === 1 ? '1 nyckeltal är oförändrat.' : `${n} nyckeltal är oförändrade.`,
	moreComparisons: (n: number) =>
		n === 1 ? 'En jämförelse till står i rapporten.' : `${n} jämförelser till står i rapporten.`,
	andMore: (n: number) => `och ${n} till`,
	fromSummary: (number: string, title: string) => `Ur avsnitt ${number} ${title}`,
	readOn: (number: string) => `Texten fortsätter i avsnitt ${number}.`,
	readMore: 'Läs mer',
	whole: (title: string, n: number) => `Hela rapporten: ${title}, utgåva ${n}.`,
	answerIn: 'Vilka nyckeltal som räknas, och vilka som är okända, står först i rapporten.'
};
