import type { provenance as sv } from './provenance.sv.ts';

export const provenance: typeof sv = {
	title: 'About the figure and where it comes from',
	fixed: 'The section is locked. The card tells of the figures as they were submitted.',
	note: 'Remark for readers',
	kpiId: 'Kolada’s id',
	used: 'Used in',
	notUsed: 'No section',
	toIndicator: 'All values',
	reading: 'Reading …',
	failed: 'What is known of the figure could not be read.',
	noAnswer: 'The server did not answer.',
	retry: 'Try again'
};
