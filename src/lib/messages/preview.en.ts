import type { preview as sv } from './preview.sv.ts';

export const preview: typeof sv = {
	title: 'Preview',
	lede: 'Council members can read what is approved before the decision. The preview is marked as a draft on every page and can be taken back at any time.',
	link: 'Preview for council members',
	back: 'To publication',

	released: (names) => `The preview is released to ${names}`,
	releasedThen: 'Its readers are told, unless they have turned that off.',
	withdrawn: 'The preview is taken back',
	withdrawnThen: 'It is no longer there for any of its readers.',

	what: 'What it will hold',
	sections: (n) => (n === 1 ? '1 approved section' : `${n} approved sections`),
	lacks: (n) =>
		n === 1
			? '1 section is not approved. Readers see that it is missing, but not what it says.'
			: `${n} sections are not approved. Readers see that they are missing, but not what they say.`,
	showLacking: 'Show which sections are missing',
	optional: 'optional',
	hinders: 'What hinders',
	nothing: 'No section is approved yet, so there is nothing to show.',
	noMembers:
		'There is no council member to release it to. The administrator gives people that role.',

	release: 'Release a new version',
	readers: 'Who may read it',
	message: 'Message to the readers',
	messageHint: 'For example what to read, and by when.',
	act: 'Release the preview',
	chooseReaders: 'Choose at least one council member.',
	unknownReaders: 'Somebody you chose is no longer a council member. Choose again.',

	list: 'Released versions',
	none: 'No preview has been released.',
	several:
		'More than one version can be read. Take the older one back if readers are to have the newest alone.',
	newest: 'Newest',
	by: (name) => `Released by ${name}`,
	readBy: 'Readers',
	lost: (name) => `${name} (can no longer read it)`,
	content: 'Content',
	hash: 'Checksum',
	read: 'Read it as its readers see it',
	ofDate: (date) => `the version of ${date}`,
	withdraw: 'Take back',
	taken: (name) => `Taken back by ${name}`,

	mark: 'Draft to be read before the decision · not public',
	markOf: (date) => `Draft to be read before the decision · not public · version of ${date}`,
	stamp: 'DRAFT',
	skip: 'Skip to the content',
	start: 'To the start page',
	from: (name, date) => `Released by ${name} ${date}`,
	undecided: 'No decision has been made yet',
	version: 'Version',
	versionOf: (date) => `Draft, ${date}`,
	newer: 'There is a newer version to read.',
	readNewer: 'Read the newer version',
	published: 'The report has been published since.',
	readPublished: (n) => `Read edition ${n}`,
	standsBack: 'Taken back: readers no longer see this version.',
	missing: 'Sections that are not approved',
	missingWhy: 'They are not shown here. They may be changed or added before the decision.',
	showMissing: (n) => (n === 1 ? 'Show the section' : `Show the ${n} sections`),
	withheld: 'Sections that are no longer shown',
	withheldWhy: 'They hold facts from a published report that was withdrawn since.',

	toRead: 'To read before the decision',
	draft: 'Draft'
};
