/** What hinders a submission or a publication, a sentence each. */
export const hinders = {
	sectionNotApproved: (title: string) => `”${title}” är inte godkänt.`,
	hashDiffers: (title: string) =>
		`”${title}” är godkänt i en annan lydelse. Öppna avsnittet och godkänn det på nytt.`,
	blockMissing: (title: string, block: string) => `”${title}” saknar ${block}.`,
	altMissing: (title: string) => `”${title}” har en bild utan textalternativ.`,
	/** Shown where one writes, so they are short; the page of checks says what to do. */
	finding: (title: string, kind: string, excerpt: string) =>
		`”${title}”: ${kind}${excerpt === '' ? '' : ` (${excerpt})`}.`,
	findingKind: {
		smallCount: 'en grupp är så liten att någon kan kännas igen',
		smallRest: 'talen pekar ut några få',
		smallBase: 'en andel av färre än tio',
		shareIsSmall: 'en andel pekar ut några få',
		hiddenFollows: 'en dold siffra går att räkna ut',
		linkEmpty: 'en länk saknar text',
		personalNumber: 'ett personnummer'
	} as Record<string, string>,
	findingOther: 'något att rätta till',
	decisionMissing: {
		body: 'Beslutande organ är inte ifyllt.',
		date: 'Beslutsdatum är inte ifyllt, eller är inget datum.',
		paragraph: 'Paragraf är inte ifylld.',
		registryNumber: 'Diarienummer är inte ifyllt.'
	} as Record<string, string>
};
