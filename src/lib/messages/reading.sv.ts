/** What stands in an edition and around it beside its text: promises, articles, files, sender, feeds. */
export const reading = {
	promises: 'Vad blev det av löftena?',
	promisesCount: (n: number, outcomes: string) =>
		`${n === 1 ? '1 löfte' : `${n} löften`} följs upp: ${outcomes}.`,
	promisesByRows: 'Räknat på raderna i uppföljningen.',
	promisesByMeasures: 'Ett löfte är genomfört när alla dess åtgärder är det.',
	promisesHow:
		'Att något är genomfört betyder att åtgärden är gjord, inte att barnen har fått det bättre.',
	promisesMore: 'Läs hela uppföljningen:',
	/** After a number: "2 påbörjade". */
	promiseWords: {
		completed: (n: number): string => (n === 1 ? 'genomfört' : 'genomförda'),
		started: (n: number): string => (n === 1 ? 'påbörjat' : 'påbörjade'),
		notStarted: (n: number): string => (n === 1 ? 'ej påbörjat' : 'ej påbörjade'),
		stopped: (n: number): string => (n === 1 ? 'avbrutet' : 'avbrutna'),
		unknown: (_n: number): string => 'utan känd status'
	},
	measuresCount: (promises: number, n: number, outcomes: string) =>
		`${promises === 1 ? 'Det' : 'De'} består av ${n === 1 ? '1 åtgärd' : `${n} åtgärder`}: ${outcomes}.`,
	/** Of measures, after a number: "2 påbörjade". */
	measureWords: {
		completed: (n: number): string => (n === 1 ? 'genomförd' : 'genomförda'),
		started: (n: number): string => (n === 1 ? 'påbörjad' : 'påbörjade'),
		notStarted: (n: number): string => (n === 1 ? 'ej påbörjad' : 'ej påbörjade'),
		stopped: (n: number): string => (n === 1 ? 'avbruten' : 'avbrutna'),
		unknown: (_n: number): string => 'utan känd status'
	},
	promiseStatus: {
		completed: 'Genomfört',
		started: 'Påbörjat',
		notStarted: 'Ej påbörjat',
		stopped: 'Avbrutet',
		unknown: 'Okänt'
	},
	unnamed: 'Utan namn',

	abbreviations: 'Förkortningar',
	abbreviationsIntro: 'Så heter de förvaltningar som tabellerna nämner med förkortning.',

	matrix: 'Avsnitt efter artikel i barnkonventionen',
	matrixIntro:
		'Vad som sägs om varje artikel, och vilken förvaltning som säger det: styrkor, utmaningar, utvecklingsområden och annat. Ett streck betyder att inget är skrivet. De fyra grundprinciperna står först.',
	sides: { strengths: 'Styrka', challenges: 'Utmaning' },
	areaCount: (n: number) => (n === 1 ? '1 område' : `${n} områden`),
	matrixCaption: 'Avsnittens nummer, efter artikel och förvaltning',
	article: 'Artikel',
	articleNumber: (n: number) => `Artikel ${n}`,
	principles: {
		2: 'ingen diskriminering',
		3: 'barnets bästa',
		6: 'liv och utveckling',
		12: 'att säga sin mening'
	} as Record<number, string>,
	noDepartment: 'Gemensamt',
	nothing: 'inget avsnitt',

	formatNames: {
		offline: 'Webbsida att spara (HTML)',
		pdf: 'PDF',
		large: 'PDF i stor stil',
		summary: 'Sammanfattning på en sida (PDF)',
		docx: 'Word',
		json: 'Hela utgåvan som data (JSON)',
		figures: 'Alla siffror (CSV)',
		measures: 'Uppföljning och plan (CSV)',
		zip: 'Arkivpaket (ZIP)'
	},
	formatsLead:
		'Utgåvan finns också som filer att spara, skriva ut eller räkna vidare på. Alla säger samma sak som webbsidan.',
	formatsPrint:
		'Webbsidan fungerar utan skript och går att skriva ut: då är alla tabeller utfällda.',
	formWithdrawn: (date: string, reason: string) => `återtagen ${date}: ${reason}`,

	withdrawn: 'Webbsidan är återtagen',
	withdrawnWhen: (date: string) => `Texten till den här utgåvan togs bort från webben ${date}.`,
	withdrawnWhy: 'Skäl:',
	withdrawnStill:
		'Utgåvan är fortfarande publicerad och beslutet gäller. Här är de format som går att läsa:',
	withdrawnAll: 'Inget format av utgåvan går att läsa nu.',
	withdrawnAsk: 'Vill du ta del av handlingen kan du vända dig till kommunen.',

	changed: 'Vad har ändrats sedan förra året?',
	changedSinceEdition: (n: number) => `Vad har ändrats sedan utgåva ${n}?`,
	changedCounts: (counts: string) => `Av nyckeltalen är ${counts}.`,
	/** Two editions of one report tell of the same year: nothing has become better or worse. */
	changedCorrection: 'Siffrorna gäller samma år. Det som är rättat står sida vid sida.',
	changedNone: 'Inga nyckeltal går att ställa bredvid varandra.',
	/** After a number: "2 förbättrade". */
	changedWords: {
		improved: (n: number): string => (n === 1 ? 'förbättrat' : 'förbättrade'),
		worsened: (n: number): string => (n === 1 ? 'försämrat' : 'försämrade'),
		unchanged: (n: number): string => (n === 1 ? 'oförändrat' : 'oförändrade'),
		changed: (n: number): string => (n === 1 ? 'ändrat' : 'ändrade'),
		notComparable: (n: number): string => (n === 1 ? 'inte jämförbart' : 'inte jämförbara'),
		unknown: (n: number): string => (n === 1 ? 'okänt' : 'okända'),
		added: (n: number): string => (n === 1 ? 'nytt' : 'nya'),
		gone: (n: number): string => (n === 1 ? 'borttaget' : 'borttagna')
	},
	changedMore: (title: string) => `Jämför med ${title}`,
	changedMoreEdition: (n: number) => `Jämför med utgåva ${n}`,
	changedMoreIs: 'Siffror, löften och text sida vid sida.',

	contact: 'Kontakt',
	contactLead: 'Har du frågor om rapporten? Vänd dig till:',
	email: 'E-post:',
	phone: 'Telefon:',
	web: 'Webb:',
	logoOf: (name: string) => `${name}, logotyp`,

	feedTitle: (municipality: string) => `Barnbokslut från ${municipality}`,
	feedDescription: 'Nya utgåvor och rättelser av barnbokslut.',
	/** Where there are other kinds of report than barnbokslut. */
	reports: {
		feedTitle: (municipality: string) => `Rapporter om barn från ${municipality}`,
		feedDescription: 'Nya utgåvor och rättelser av barnbokslut och andra rapporter om barn.',
		keywords: ['barn', 'barns rättigheter', 'kommun']
	},
	feedLink: 'Nya utgåvor (RSS)',
	catalogDescription: (municipality: string) =>
		`Siffror och uppföljning ur de barnbokslut som ${municipality} har publicerat.`,
	catalogDataset: (sender: string) => `Siffror och uppföljning ur barnbokslut, ${sender}`,
	catalogDatasetIs: (sender: string) =>
		`Nyckeltal med värden, källor och jämförelser, och tabeller med uppföljning och plan, ur de barnbokslut som ${sender} har publicerat. Nya filer kommer varje år.`,
	datasetTitle: (title: string, municipality: string) => `Siffror ur ${title}, ${municipality}`,
	datasetDescription: (title: string, decision: string) =>
		`Nyckeltal med värden, källor och jämförelser, och tabeller med uppföljning och plan, som de står i ${title}. Beslut: ${decision}.`,
	keywords: ['barnbokslut', 'barnkonventionen', 'barns rättigheter', 'nyckeltal']
};
