/** What hinders a submission or a publication, a sentence each. */
export const hinders = {
	sectionNotApproved: (title: string) => `”${title}” är inte godkänt.`,
	hashDiffers: (title: string) =>
		`”${title}” är godkänt i en annan lydelse. Öppna avsnittet och godkänn det på nytt.`,
	blockMissing: (title: string, block: string) => `”${title}” saknar ${block}.`,
	altMissing: (title: string) => `”${title}” har en bild utan textalternativ.`,
	commentOpen: (title: string, count: number) =>
		count === 1
			? `”${title}” har en öppen kommentar som ska tillgodoses före godkännandet.`
			: `”${title}” har ${count} öppna kommentarer som ska tillgodoses före godkännandet.`,
	sourceWithdrawn: (title: string, source: string) =>
		`”${title}” visar ${source}, som är återtagen. Öppna avsnittet igen.`,
	/** Where one writes it is short: the page of checks says what to do. */
	finding: (title: string, excerpt: string) => `”${title}”: granskningen hindrar ”${excerpt}”.`,
	/** Without a title it is about the whole report. */
	unprintable: (title: string, why: string, excerpt: string) =>
		`${title === '' ? 'Rapporten' : `”${title}”`} går inte att trycka: ${why}${excerpt === '' ? '' : ` (”${excerpt}”)`}.`,
	printProblem: {
		sign: 'ett tecken finns inte i typsnittet',
		alternative: 'en bild saknar textalternativ',
		columns: 'en tabell har för många kolumner',
		picture: 'en bild går inte att läsa eller är för stor',
		size: 'texten är för lång',
		refused: 'sättningen misslyckades'
	},
	/** The page that says it has the field's name. */
	metaMissing: 'Något som rapporten ska säga om sig själv saknas.',
	decisionMissing: {
		body: 'Beslutande organ är inte ifyllt.',
		date: 'Beslutsdatum är inte ifyllt, eller är inget datum.',
		paragraph: 'Paragraf är inte ifylld.',
		registryNumber: 'Diarienummer är inte ifyllt.'
	} as Record<string, string>
};
