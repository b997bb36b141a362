import type { trail as sv } from './trail.sv.ts';

export const trail: typeof sv = {
	title: 'Events in the system',
	lede: 'Who changed people, organisation and settings, and when. Every report has its own list of events.',
	none: 'Nothing has happened here yet.',
	when: 'When',
	who: 'Who',
	what: 'What',
	about: 'About',
	reason: 'Reason',
	server: 'The system',
	chain: {
		title: 'How a later change is noticed',
		about:
			'All events, those of the reports too, are links of a chain. Whoever changes, removes or puts in a line breaks it. It is worth writing down the end of the chain now and then, and keeping it somewhere else.',
		length: 'Number of events',
		head: 'End of the chain',
		how: 'Whoever looks after the server checks the chain with',
		empty: 'There are no events yet.'
	},
	act: {
		'department.abbreviations': 'Changed the abbreviations of the departments',
		'indicator.change': 'Changed an indicator',
		'indicator.create': 'Added an indicator',
		'indicator.fetch': 'Fetched values',
		'indicator.import': 'Read values from a file',
		'indicator.settle': 'Settled a question about a fetched value',
		'indicator.values': 'Changed values',
		'installation.restore': 'Restored a backup',
		'mail.retry': 'Tried to send mails again',
		'mail.test': 'Sent a test mail',
		'person.firstAdministrator': 'Made the first administrator',
		'sender.save': 'Changed the sender'
	}
};
