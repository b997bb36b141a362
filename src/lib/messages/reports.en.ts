import type { reports as sv } from './reports.sv.ts';

export const reports: typeof sv = {
	title: 'Reports',
	none: 'There is no report yet.',
	create: 'New report',
	progress: (approved, total) => `${approved} of ${total} sections approved`,
	waiting: (n) => (n === 1 ? '1 awaits approval' : `${n} await approval`),
	published: (number) => `Edition ${number} published`,
	notPublished: 'Not published',
	board: 'Board',
	variant: { municipal: 'Of the municipality', board: 'Of a committee', full: 'Complete' },
	new: {
		title: 'New report',
		lede: 'The report gets the chapters, owners and questions of the template. All of it can be changed on the board.',
		name: 'Title',
		nameHint: 'As it shall stand on the title page, such as Barnbokslut 2024.',
		year: 'Year',
		yearHint: 'The year that the account is about.',
		yearWrong: 'Write a year, such as 2024.',
		authority: 'Committee or board',
		authorityHint: 'Owns the report and decides on it.',
		choose: 'What will you make?',
		fromLast: 'From last year’s edition',
		fromLastIs:
			'Built as last year, with its owners and questions, and last year’s plan to follow up.',
		ownTemplate: 'Your own template',
		change: 'Choose something else',
		yearAny: 'Year',
		yearAnyHint: 'The year that the report is about.',
		nameAnyHint: 'As it shall stand on the title page.',
		ledeAny:
			'The report gets the sections, owners and questions of the template. All of it can be changed later.',
		templates: 'Change the templates or make one of your own',
		variant: 'Extent',
		variants: {
			municipal: 'Indicators, follow-up, what the departments did, conclusions and plan.',
			board: 'Follow-up, strengths and shortcomings article by article, and plan. No indicators.',
			full: 'All that is in the other two. Choose it if in doubt; optional sections may stay empty.'
		},
		create: 'Create the report'
	}
};
