import type { boards as sv } from './boards.sv.ts';

export const boards: typeof sv = {
	title: 'The boards’ reports',
	lede: 'Choose the published editions that the report gathers. Plans, follow-ups and indicators are taken in unchanged, with where they come from.',
	readOnly: 'The coordinator chooses which editions are taken in.',
	none: 'No other board has published a report yet.',
	authority: 'Board',
	report: 'Report',
	holds: 'Holds',
	state: 'Taken in',
	edition: (n) => `Edition ${n}`,
	published: (date) => `published ${date}`,
	promises: (n) => (n === 1 ? '1 promise' : `${n} promises`),
	figures: (n) => (n === 1 ? '1 indicator' : `${n} indicators`),
	nothing: 'Nothing to take in',
	taken: (n) => `Edition ${n} is taken in`,
	takenBy: (name, date) => `Chosen by ${name} ${date}`,
	notTaken: 'Not taken in',
	newer: (n) => `There is an edition ${n}`,
	takeIn: 'Take in',
	takeInOf: (authority, n) => `Take in edition ${n} of ${authority}`,
	change: (n) => `Change to edition ${n}`,
	leaveOut: 'Leave out',
	leaveOutOf: (authority) => `Leave out ${authority}`,
	withdrawn: (reason) => `The edition is withdrawn and is not taken in any more. Reason: ${reason}`,
	others: 'Other years',
	missing: (year) => `Missing for ${year}`,
	missingLede: (year) => `These boards have not published an edition for ${year}:`,
	done: {
		taken: 'The edition is taken in.',
		changed: 'The edition is changed.',
		leftOut: 'The edition is not taken in any more.'
	},
	locked: 'Sections that are submitted or approved do not change.',
	sections: 'Where it shows',
	noSections:
		'No section shows what is taken in. Type / in a section and choose From the boards’ reports.',
	older:
		'Fixed with other editions than those that are chosen now. Reopen the section to have them.',
	shows: {
		plan: 'The boards’ plans',
		followUp: 'The boards’ follow-ups',
		figures: 'The boards’ indicators'
	},
	block: {
		label: 'From the boards’ reports',
		show: 'Show',
		choose: 'Choose editions',
		reading: 'Reading …',
		empty: 'Nothing is taken in yet. Editions are chosen on the page The boards’ reports.',
		without: {
			plan: 'The editions that are chosen have no plan.',
			followUp: 'The editions that are chosen have no follow-up.',
			figures: 'The editions that are chosen have no indicators.'
		},
		failed: 'It could not be read.',
		retry: 'Try again'
	}
};
