import type { audit as sv } from './audit.sv.ts';

export const audit: typeof sv = {
	title: 'Events',
	lede: 'Who did what, and when. The lines cannot be changed or removed.',
	section: 'Section',
	all: 'All sections',
	show: 'Show',
	none: 'Nothing has happened here yet.',
	when: 'When',
	who: 'Who',
	what: 'What',
	where: 'Where',
	change: 'State',
	reason: 'Reason',
	hash: 'Checksum',
	server: 'The system',
	wholeReport: 'The report',
	to: 'to',
	act: {
		'report.create': 'Created the report',
		'report.publish': 'Published the report',
		'section.submit': 'Submitted for approval',
		'section.approve': 'Approved',
		'section.return': 'Returned',
		'section.reopen': 'Reopened',
		'section.override': 'Accepted a finding of the checks',
		'section.change': 'Changed the section’s particulars',
		'section.late': 'A change that came too late was kept',
		'section.lateAccept': 'Took in a change that came too late',
		'section.lateDecline': 'Declined a change that came too late',
		'section.rebuild': 'Rebuilt the section’s document',
		'edition.withdraw': 'Withdrew formats of an edition',
		'report.takeIn': 'Took in an edition of another report',
		'report.leaveOut': 'Left out an edition of another report',
		'image.add': 'Added a picture'
	},
	edition: (number) => `Edition ${number}`,
	replaced: (number) => `In place of edition ${number}`,
	changed: {
		title: (to) => `Title: ${to}`,
		owner: (to) => `Owner: ${to}`,
		articles: (to) => `Articles: ${to}`,
		shared: (to) => `Shared with: ${to}`,
		rowsOnly: (to) => `Own rows only: ${to}`
	},
	nobody: 'nobody'
};
