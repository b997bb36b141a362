export const board = {
	title: 'Översikt',
	progress: (approved: number, total: number) => `${approved} av ${total} godkända`,
	toApprove: 'Att godkänna',
	nothingToApprove: 'Inget väntar på godkännande.',
	approve: 'Läs och godkänn',
	read: 'Läs',
	fourEyes: 'Du har skrivit i avsnittet; en annan samordnare godkänner det.',
	filter: 'Visa',
	all: 'Alla',
	missing: 'Saknar något',
	sections: 'Avsnitt',
	number: 'Nr',
	section: 'Avsnitt',
	state: 'Läge',
	owner: 'Ägare',
	activity: 'Senast',
	lacks: 'Saknas',
	change: 'Ändra',
	changeOf: (title: string) => `Ändra ${title}`,
	nothingHere: 'Inget avsnitt har det läget.',
	showAll: 'Visa alla avsnitt',
	notRequired: 'frivilligt',
	complete: 'Inget',
	pictures: (n: number) =>
		n === 1 ? 'textalternativ till 1 bild' : `textalternativ till ${n} bilder`,
	/** Of one section: what is open, and how much of it hinders the approval. */
	comments: (open: number, mustMeet: number) =>
		(open === 1 ? '1 öppen kommentar' : `${open} öppna kommentarer`) +
		(mustMeet > 0 ? `, ${mustMeet} måste åtgärdas` : ''),
	what: {
		edited: (by: string) => `${by} skrev`,
		draft: (by: string) => `${by} öppnade`,
		submitted: (by: string) => `${by} skickade in`,
		approved: (by: string) => `${by} godkände`
	},
	somebody: 'Någon',
	never: 'Ingen har skrivit',
	form: {
		title: 'Titel',
		owner: 'Ägare',
		ownerHint: 'Förvaltningens skribenter skriver i avsnittet.',
		articles: 'Artiklar i barnkonventionen',
		articlesHint: 'Nummer med komma emellan, till exempel 2, 3, 12.',
		articlesWrong: 'Skriv artiklarnas nummer, 1–54, med komma emellan.',
		shared: 'Delas med',
		sharedHint: 'De här förvaltningarna får också skriva.',
		rowsOnly: 'Bara egna rader',
		rowsOnlyHint:
			'Av dem som avsnittet delas med skriver de här bara i tabellrader som nämner dem. De skickar inte in avsnittet.',
		otherAuthority: (authority: string) =>
			`Annan myndighet: ${authority}. Det som delas dit kan bli allmän handling.`,
		saved: 'Avsnittet är ändrat.',
		lockedHint: 'Ett inskickat eller godkänt avsnitt kan inte ändras.'
	}
};
