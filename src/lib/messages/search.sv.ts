/** The search page. Readers are always shown the Swedish words. */
export const search = {
	title: 'Sök i barnboksluten',
	link: 'Sök i barnboksluten',
	lede: 'Sök bland avsnitten i de rapporter som är publicerade.',
	label: 'Vad söker du?',
	hint: 'Alla ord ska finnas i avsnittet, i någon form: skolor hittar också skolan. Sätt citattecken om det som ska stå precis så, och minus före ett ord som inte ska finnas med.',
	submit: 'Sök',
	narrow: 'Begränsa sökningen',
	year: 'År',
	allYears: 'Alla år',
	department: 'Förvaltning',
	allDepartments: 'Alla förvaltningar',
	article: 'Artikel i barnkonventionen',
	allArticles: 'Alla artiklar',
	articleName: (n: number) => `Artikel ${n}`,
	withCount: (name: string, n: number) => `${name} (${n})`,
	replaced: 'Sök också i utgåvor som är ersatta',
	indicator: 'Nyckeltal',
	indicatorAnd: (title: string) => `Bara avsnitt som visar nyckeltalet ${title}`,
	indicatorOff: 'Visa också andra avsnitt',

	quoted: (words: string) => `”${words}”`,
	and: ' och ',
	found: (n: number, what: string) =>
		n === 1 ? `1 avsnitt innehåller ${what}` : `${n} avsnitt innehåller ${what}`,
	listed: (n: number) => `${n} avsnitt`,
	none: (what: string) => `Inget avsnitt innehåller ${what}`,
	noneListed: 'Inget avsnitt passar urvalet',
	without: (words: string) => ` men inte ${words}`,
	left: (words: string) =>
		`Inte med i sökningen: ${words}. Orden är för vanliga, eller så var de fler än tio.`,
	tooCommon: 'De orden står i nästan varje avsnitt',
	tooCommonHow:
		'Skriv till ett ord som säger vad du söker. Eller sätt citattecken om orden, så söker vi efter dem precis så.',
	tooLong: 'Sökningen är för lång',
	tooLongHow: (most: number) => `Skriv högst ${most} tecken.`,

	separately: 'Orden var för sig',
	separate: (word: string, n: number) => `${word}: ${n} avsnitt`,
	unfiltered: (n: number) => `Sök utan urval: ${n} avsnitt`,
	inReplaced: (n: number) => `Sök också i ersatta utgåvor: ${n} avsnitt`,
	tips: 'Så kan du söka i stället',
	tipList: [
		'Pröva färre ord. Alla ord måste finnas i samma avsnitt.',
		'Skriv ordet i grundform, till exempel skola i stället för skolmiljön.',
		'Skriv en del av ordet, minst tre bokstäver.',
		'Kontrollera stavningen. Vi söker på det du skrev och gissar inte.'
	],

	hits: 'Avsnitt',
	report: (title: string, year: number) =>
		title.includes(String(year)) ? title : `${title}, ${year}`,
	edition: (n: number) => `utgåva ${n}, ersatt`,
	articles: (list: string, n: number) => (n === 1 ? `Artikel ${list}` : `Artiklarna ${list}`),
	more: (n: number) => `och ${n} till`,

	pages: 'Sidor med träffar',
	page: (n: number, of: number) => `Sida ${n} av ${of}`,
	previous: 'Föregående',
	next: 'Nästa'
};
