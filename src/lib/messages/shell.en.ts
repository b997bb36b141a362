import type { shell as sv } from './shell.sv.ts';

export const shell: typeof sv = {
	skip: 'Skip to the content',
	main: 'Main menu',
	start: 'Start',
	reports: 'Reports',
	indicators: 'Indicators',
	notices: 'Notices',
	me: 'Me',
	account: 'My account',
	settings: 'Settings',
	help: 'Help',
	meOf: (name) => `Me: ${name}`,
	writesFor: (departments) => `writes for ${departments}`,
	language: 'Language',
	languages: { sv: 'Svenska', en: 'English' },
	report: {
		nav: 'Pages of the report',
		toDecision: 'To the decision',
		write: 'The report',
		board: 'Board',
		boards: 'Boards’ reports',
		lineage: 'Way of the promises',
		matrix: 'Articles',
		checks: 'Checks',
		audit: 'Events',
		about: 'About',
		publish: 'Publication'
	}
};
