import type { years as sv } from './years.sv.ts';

export const years: typeof sv = {
	title: "Next year's report",
	link: "Make next year's report",
	lede: "The report is built like the last one. You write its texts anew, with last year's text to read beside them.",
	none: 'There is no published report to go on from.',
	fromTemplate: 'Make a report from a template instead',
	from: 'The last report',
	option: (title, authority, number) => `${title}, ${authority}, edition ${number}`,
	show: 'Show',
	source: (title, number) => `From ${title}, edition ${number}`,
	carried: 'This goes on',
	sections: (n) =>
		n === 1
			? '1 section with its owner, sharing, articles and questions.'
			: `${n} sections with owners, sharing, articles and questions.`,
	indicators: (n) =>
		n === 0
			? 'No indicators: the last report counted none.'
			: `${n === 1 ? '1 indicator. It shows' : `${n} indicators. They show`} the new periods when the values are in.`,
	promises: (areas, measures, section) =>
		`${areas === 1 ? '1 development area' : `${areas} development areas`} with ${measures === 1 ? '1 measure' : `${measures} measures`} to follow up in ${section}. No measure has a status yet.`,
	noPromises: 'The last edition has no plan to follow up.',
	isNew: (section) => `The section ${section} is new, as there was none to follow up in.`,
	isRequiredNow: (section) =>
		`The section ${section} must be there this year, as there is something to follow up.`,
	fixed: "The template's fixed texts.",
	left: 'This does not',
	texts:
		"Texts, your own tables, quotations and pictures. No sentence is copied; last year's text is shown beside each section.",
	decisions: 'Approvals and events. All sections begin as drafts.',
	absent: 'These sections had no place in the edition. They stay in the structure and begin empty:',
	outsiders:
		'Departments of other committees do not come along. Share the sections with them again on the board:',
	unread: 'Rows of the plan that you need to look at',
	unreadLede:
		"Last year's plan stands in an ordinary table. These rows could not be read whole. Correct them in the follow-up when the report is made.",
	why: {
		nothing: 'Is not carried: neither area nor measure was found.',
		noMeasures: 'The area is carried without measures.',
		noArea: 'The measures are carried without the name of their area.'
	},
	already: 'There is already a report that was made of this one.',
	alreadyThen: 'You can make another. The one that is there does not change.',
	year: 'Year',
	yearHint: 'The year that the new account is about.',
	name: 'Title',
	create: 'Create the report',
	then: 'The last report and its editions do not change.',

	beside: {
		title: "Last year's text",
		plan: 'This was promised',
		text: 'This is what it said',
		decided: (title, body, date) => `${title}. Decided by ${body} ${date}.`,
		whole: 'Read it in the edition',
		note: 'To be read beside. Nothing is copied into the section.',
		write: 'To the text',
		reading: "Fetching last year's text …",
		failed: "Last year's text could not be fetched.",
		noAnswer: 'There was no answer. Try again in a while.',
		retry: 'Try again'
	}
};
