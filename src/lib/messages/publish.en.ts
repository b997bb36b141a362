import type { publish as sv } from './publish.sv.ts';

export const publish: typeof sv = {
	title: 'Publication',
	notPublished: 'The report has not been published',
	hinders: 'This remains',
	notApproved: (n) =>
		n === 1 ? '1 required section is not approved' : `${n} required sections are not approved`,
	hindersThen: 'The report can be published when everything on the list is done.',
	ready: 'Every required section is approved',
	readyThen: 'Fill in the decision and publish. What is published is exactly what was approved.',
	leftOut: (n) =>
		n === 1
			? '1 optional section is not approved and will be left out'
			: `${n} optional sections are not approved and will be left out`,
	decision: 'The decision',
	body: 'Deciding body',
	bodyHint: 'For example the Municipal Council.',
	date: 'Date of the decision',
	dateHint: 'Year, month and day: 2025-03-03.',
	paragraph: 'Paragraph',
	paragraphHint: 'For example § 87.',
	registryNumber: 'Registry number',
	note: 'Why a new edition',
	noteHint: 'Readers see it. The former edition stays at its address.',
	publish: 'Publish',
	next: (number) =>
		`Edition ${number} can be read by everybody at once. An edition cannot be changed; a correction is a new one.`,
	publishing: 'Making every format. It takes a few seconds.',
	manage: (number) => `Formats and withdrawal of edition ${number}`,
	done: (number) => `Edition ${number} has been published`,
	again: 'Publish another edition',
	read: 'Read the published edition',
	editions: 'Published editions',
	edition: (number) => `Edition ${number}`,
	fill: 'Fill in this field.',
	badDate: 'Write a date that exists, such as 2025-03-03.'
};
