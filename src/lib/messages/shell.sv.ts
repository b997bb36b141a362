/** What stands around every page. */
export const shell = {
	skip: 'Hoppa till innehållet',
	main: 'Huvudmeny',
	start: 'Start',
	reports: 'Rapporter',
	indicators: 'Nyckeltal',
	notices: 'Meddelanden',
	me: 'Jag',
	account: 'Mitt konto',
	settings: 'Inställningar',
	help: 'Hjälp',
	/** Read out with the button of the menu. */
	meOf: (name: string) => `Jag: ${name}`,
	writesFor: (departments: string) => `skriver för ${departments}`,
	language: 'Språk',
	languages: { sv: 'Svenska', en: 'English' },
	report: {
		nav: 'Rapportens sidor',
		toDecision: 'Till beslutet',
		write: 'Rapporten',
		board: 'Översikt',
		boards: 'Nämnder',
		lineage: 'Löftenas väg',
		matrix: 'Artiklar',
		checks: 'Granskning',
		audit: 'Händelser',
		about: 'Om rapporten',
		publish: 'Publicering'
	}
};
