/** What hinders a submission or a publication, a sentence each. */
export const hinders = {
	sectionNotApproved: (title: string) => `”${title}” är inte godkänt.`,
	hashDiffers: (title: string) =>
		`”${title}” är godkänt i en annan lydelse. Öppna avsnittet och godkänn det på nytt.`,
	blockMissing: (title: string, block: string) => `”${title}” saknar ${block}.`,
	altMissing: (title: string) => `”${title}” har en bild utan textalternativ.`,
	/** Where one writes it is short: the page of checks says what to do. */
	finding: (title: string, excerpt: string) => `”${title}”: granskningen hindrar ”${excerpt}”.`,
	decisionMissing: {
		body: 'Beslutande organ är inte ifyllt.',
		date: 'Beslutsdatum är inte ifyllt, eller är inget datum.',
		paragraph: 'Paragraf är inte ifylld.',
		registryNumber: 'Diarienummer är inte ifyllt.'
	} as Record<string, string>
};
