import type { areas as sv } from './areas.sv.ts';

export const areas: typeof sv = {
	table: { plan: 'Plan', followUp: 'Follow-up' },
	area: (title) => (title === '' ? 'Development area without a name' : title),
	measure: (n) => `Measure ${n}`,
	result: (n) => `Expected result ${n}`,
	measures: 'Measures',
	results: 'Expected results',
	caption: 'Caption',
	placeholder: {
		title: 'Development area',
		measure: 'What is to be done?',
		comment: 'What has happened?',
		result: 'What is it to lead to?'
	},
	status: {
		notStarted: 'Not started',
		started: 'Started',
		completed: 'Completed',
		stopped: 'Stopped',
		unknown: 'Unknown'
	},
	statusLabel: (n) => `Status of measure ${n}`,
	notSaid: 'Not said yet',
	together: 'The area',
	facts: {
		change: 'Change details',
		departments: 'Departments',
		none: 'There are no departments to choose from.',
		articles: 'Articles',
		articlesHint: 'Numbers with commas between, such as 3, 12.',
		articlesWrong: 'Write numbers between 1 and 54 with commas between.',
		responsible: 'Responsible',
		due: 'Due',
		dueHint: 'For example våren 2026.',
		done: 'Done'
	},
	follows: {
		label: (n) => `Measures that result ${n} follows from`,
		of: (numbers) => `From measure ${numbers}`,
		all: 'From all measures',
		hint: 'No choice means all.'
	},
	add: { area: 'Add an area', measure: 'Add a measure', result: 'Add a result' },
	menu: {
		area: (title) => `Move or remove the area ${title}`,
		measure: (n) => `Move or remove measure ${n}`,
		result: (n) => `Move or remove result ${n}`,
		table: 'The table',
		up: 'Move up',
		down: 'Move down',
		remove: 'Remove',
		comment: 'Add a comment',
		removeTable: 'Remove the table'
	},
	ask: {
		area: 'Remove the area?',
		table: 'Remove the table?',
		what: 'What is written in it goes for everybody. It can be undone.',
		keep: 'Keep'
	},
	yours: 'Your row',
	whose: (departments) => `Row of ${departments}`,
	nobodys: 'Row of the coordinator',
	limited: (departments) =>
		`You change the rows that belong to ${departments}. The rest you can read.`,
	refused: 'This is not your row. Nothing has changed',
	moved: {
		area: (title, n, count) => `The area ${title} is now number ${n} of ${count}`,
		measure: (n, count) => `The measure is now number ${n} of ${count}`,
		result: (n, count) => `The result is now number ${n} of ${count}`
	},
	removed: 'Removed. Undo brings it back'
};
