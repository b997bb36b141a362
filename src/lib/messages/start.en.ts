import type { start as sv } from './start.sv.ts';

export const start: typeof sv = {
	title: (municipality) =>
		municipality ? `Child rights account of ${municipality}` : 'Child rights account',
	lede: 'How are the children, what has become better and what remains? Here are the accounts that have been adopted and published.',
	search: 'Search the accounts',
	published: 'Published',
	nothingPublished: 'Nothing has been published yet.',
	edition: (number) => `edition ${number}`,
	year: (year) => `The year ${year}`,
	toWork: 'Do you work with the account?',
	awaits: (n) =>
		n === 0
			? 'Nothing awaits you just now'
			: n === 1
				? '1 section awaits you'
				: `${n} sections await you`,
	toApprove: 'To approve',
	forOthers: 'For another coordinator',
	forOthersWhy: 'You have written in these sections yourself, so you cannot approve them.',
	toWrite: 'To write',
	submittedBy: (name) => `Submitted by ${name}`,
	editedBy: (name) => `Last changed by ${name}`,
	noSection:
		'Your department has no sections yet. The coordinator hands them out, and then they are listed here. You can read the reports already.',
	untouched: 'Nobody has written here yet',
	missing: (blocks) => `Lacks ${blocks}`,
	ready: 'Nothing is missing, ready to submit',
	opened: (reason) => `Opened again: ${reason}`,
	newest: 'Published last',
	read: 'Read',
	reports: 'Reports'
};
