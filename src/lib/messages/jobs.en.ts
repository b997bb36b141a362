import type { jobs as sv } from './jobs.sv.ts';

export const jobs: typeof sv = {
	title: 'Work in progress',
	lede: 'What takes longer is done in the background. You need not wait: it goes on when you leave the page, and when the server is restarted.',
	none: 'Nothing has been done in the background in the last 90 days.',
	now: 'Under way and waiting',
	nothingNow: 'Nothing is under way right now.',
	before: 'Done and ended',
	kept: 'What has ended is shown for 90 days.',
	kind: {
		fetchFigures: 'Fetching of values from Kolada',
		completeEdition: 'Files of an edition'
	},
	edition: (title, number) => `${title}, edition ${number}`,
	state: {
		waiting: 'Waiting for its turn',
		running: 'Under way',
		done: 'Done',
		failed: 'Did not work',
		cancelled: 'Stopped'
	},
	step: {
		measures: 'Reading about the indicators',
		groups: 'Reading about the groups',
		values: 'Fetching values',
		storing: 'Saving',
		making: 'Making the files'
	},
	progress: (step, done, total) => `${step}: ${done} of ${total}`,
	progressOf: (what) => `How far it is: ${what}`,
	by: (name) => `Started by ${name}`,
	bySystem: 'Started by the system',
	asked: 'Started',
	ended: 'Ended',
	attempts: (n) => `Attempt ${n} of 3`,
	written: (n) =>
		n === 0
			? 'No value had changed.'
			: n === 1
				? '1 value is new or changed.'
				: `${n} values are new or changed.`,
	failedParts: (n) =>
		n === 1 ? '1 part could not be fetched.' : `${n} parts could not be fetched.`,
	givenUp:
		'The server stopped three times while the work was under way, so no more attempts are made. Start it again, or tell whoever runs the server.',
	unprintable: (n) =>
		n === 1
			? 'One place in the text could not be put into every file. The other files are there.'
			: `${n} places in the text could not be put into every file. The other files are there.`,
	cancel: 'Stop',
	cancelOf: (what) => `Stop: ${what}`,
	cancelled: 'The work is stopped. Nothing of it was saved.',
	refresh: 'Load the page again to see how far it is.'
};
