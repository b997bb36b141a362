import type { board as sv } from './board.sv.ts';

export const board: typeof sv = {
	title: 'Board',
	progress: (approved, total) => `${approved} of ${total} approved`,
	toApprove: 'To approve',
	nothingToApprove: 'Nothing awaits approval.',
	approve: 'Read and approve',
	read: 'Read',
	fourEyes: 'You have written in the section; another coordinator approves it.',
	filter: 'Show',
	all: 'All',
	missing: 'Lacks something',
	sections: 'Sections',
	number: 'No.',
	section: 'Section',
	state: 'State',
	owner: 'Owner',
	activity: 'Latest',
	lacks: 'Missing',
	change: 'Change',
	changeOf: (title) => `Change ${title}`,
	nothingHere: 'No section is in that state.',
	showAll: 'Show all sections',
	notRequired: 'optional',
	complete: 'Nothing',
	pictures: (n) =>
		n === 1 ? 'text alternative of 1 picture' : `text alternatives of ${n} pictures`,
	comments: (open, mustMeet) =>
		(open === 1 ? '1 open comment' : `${open} open comments`) +
		(mustMeet > 0 ? `, ${mustMeet} must be met` : ''),
	what: {
		edited: (by) => `${by} wrote`,
		draft: (by) => `${by} opened`,
		submitted: (by) => `${by} submitted`,
		approved: (by) => `${by} approved`
	},
	somebody: 'Somebody',
	never: 'Nobody has written',
	form: {
		title: 'Title',
		owner: 'Owner',
		ownerHint: 'The writers of the department write in the section.',
		articles: 'Articles of the Convention',
		articlesHint: 'Numbers with commas between them, such as 2, 3, 12.',
		articlesWrong: 'Write the numbers of the articles, 1–54, with commas between them.',
		shared: 'Shared with',
		sharedHint: 'These departments may write too.',
		rowsOnly: 'Own rows only',
		rowsOnlyHint:
			'Of those with whom the section is shared, these write in table rows that name them and nowhere else. They do not submit the section.',
		otherAuthority: (authority) =>
			`Another authority: ${authority}. What is shared with it may become a public record.`,
		saved: 'The section has been changed.',
		lockedHint: 'A submitted or approved section cannot be changed.'
	}
};
