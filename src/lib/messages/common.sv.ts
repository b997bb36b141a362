export const common = {
	product: 'Barnbokslut',
	save: 'Spara',
	cancel: 'Avbryt',
	close: 'Stäng',
	signIn: 'Logga in',
	signOut: 'Logga ut',
	optional: 'frivilligt',
	coordinator: 'Samordnare',
	articles: (list: string) => `Art. ${list}`,
	state: { draft: 'Utkast', submitted: 'Inskickat', approved: 'Godkänt' },
	trend: {
		improved: 'Förbättrad',
		worsened: 'Försämrad',
		unchanged: 'Oförändrad',
		unknown: 'Okänd'
	},
	outcome: { better: 'Bättre', worse: 'Sämre', equal: 'Lika', unknown: 'Okänt' },
	role: {
		administrator: 'Administratör',
		coordinator: 'Samordnare',
		writer: 'Skribent',
		councilMember: 'Ledamot'
	},
	/** Blocks that a section can be required to hold. */
	block: {
		text: 'löpande text',
		indicator: 'nyckeltal',
		figure: 'stor siffra',
		indicatorSummary: 'sammanställning av nyckeltal',
		table: 'tabell',
		followUpTable: 'uppföljningstabell',
		planTable: 'plan med åtgärder',
		quote: 'citat',
		references: 'källförteckning',
		signature: 'underskrift'
	} as Record<string, string>
};
