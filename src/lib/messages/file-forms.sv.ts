/** An edition's forms by name, and what taking one back means. */
export const fileForms = {
	names: {
		html: 'Webbsidan',
		offline: 'Webbsida att spara (HTML)',
		pdf: 'PDF',
		large: 'PDF i stor stil',
		summary: 'Sammanfattning på en sida (PDF)',
		docx: 'Word',
		json: 'Hela utgåvan som data (JSON)',
		figures: 'Alla siffror (CSV)',
		measures: 'Uppföljning och plan (CSV)',
		zip: 'Arkivpaket med allt (ZIP)'
	},
	title: (n: number) => `Utgåva ${n}`,
	back: 'Till publicering',
	published: 'Publicerad',
	by: 'av',
	decision: 'Beslut',
	why: 'Varför den finns',
	read: 'Läs utgåvan',
	forms: 'Format',
	form: 'Format',
	size: 'Storlek',
	state: 'Läge',
	shown: 'Visas för läsarna',
	notMade: 'Görs just nu',
	taken: (date: string, by: string) => `Återtaget ${date} av ${by}`,
	correct: 'Rätta ett fel',
	correctHow:
		'En utgåva ändras aldrig. Öppna avsnittet igen, rätta det, låt det godkännas och publicera en ny utgåva med skäl. Den här finns kvar på sin adress och säger att den är ersatt.',
	withdraw: 'Återta ett format',
	withdrawHow:
		'Gör det när formatet visar något som inte får visas, till exempel ett namn. Samma text finns ofta i flera format: välj alla som berörs. Läsarna ser skälet i stället. Innehållet finns kvar i systemet, och det som återtas kan inte läggas ut igen: publicera i så fall en ny utgåva.',
	which: 'Vad ska återtas?',
	withIt: {
		html: 'Tar med sig webbsidan att spara, utdragen och sökningen.',
		pdf: 'Tar med sig PDF i stor stil.'
	},
	zipGoes: 'Arkivpaketet innehåller alla format och återtas alltid.',
	reason: 'Skäl',
	reasonHint: 'Visas för läsarna. Skriv inte ut det som ska skyddas.',
	act: 'Återta',
	none: 'Välj minst ett format.',
	needed: 'Skriv ett skäl.',
	done: 'Återtaget',
	doneWhat: (forms: string) => `Läsarna ser inte längre: ${forms}.`,
	allGone: 'Alla format är återtagna.'
};
