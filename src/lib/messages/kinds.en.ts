import type { kinds as sv } from './kinds.sv.ts';

export const kinds: typeof sv = {
	kind: {
		barnbokslut: 'Child rights account',
		review: 'Review',
		interpellationReply: 'Answer to an interpellation'
	},
	field: {
		documentType: 'Type of document',
		preparedBy: 'Prepared by',
		date: 'Date',
		version: 'Version',
		commissionedBy: 'Commissioned by',
		number: 'Number of the interpellation',
		asker: 'Council member who asks',
		party: 'Party',
		subject: 'Subject',
		answeredBy: 'Who answers',
		answererTitle: 'Title of who answers',
		meetingDate: 'Date of the meeting'
	},
	hint: {
		documentType: 'Such as Genomlysning or Utredning. It stands in the head of each page.',
		date: 'Year, month and day: 2025-03-03.',
		version: 'Such as 1.0.',
		commissionedBy: 'The authority that asked for it.',
		number: 'Such as 2016:21.',
		party: 'Abbreviated, such as L.',
		subject: 'What comes after ”om” in the title, such as barn som far illa.',
		answererTitle: 'Such as kommunalråd.',
		meetingDate: 'Year, month and day: 2025-03-03. Leave it empty while the day is not set.'
	},
	interpellation: 'Interpellation',
	askedBy: 'Asked by',
	answeredBy: 'Answered by',
	meeting: 'Meeting',
	answered: 'Answered',
	pages: 'Pages',
	person: (name, about) => (about === '' ? name : `${name}, ${about}`),
	member: (name, party) => (party === '' ? name : `${name} (${party})`),
	running: (documentType, title) => (documentType === '' ? title : `${documentType}: ${title}`),

	missing: (field) => `”${field}” is not filled in.`,
	decision: {
		title: 'When the question was answered',
		body: 'Where it was answered',
		bodyHint: 'Mostly Kommunfullmäktige.',
		date: 'Date of the meeting',
		paragraph: 'Paragraph in the minutes'
	},
	about: {
		title: 'About the report',
		lede: 'This stands on the title page and in the head of each page. Editions that are published do not change.',
		name: 'Title',
		nameHint: 'The address of the report stays.',
		madeTitle: 'The title writes itself:',
		notMade: 'When all fields that the title is made of are filled in, it is written here.',
		required: 'Needed before the report can be published.',
		save: 'Save',
		saved: 'It is saved.',
		template: 'Template',
		madeFrom: (title, version) => `${title}, version ${version}`,
		keeps: 'The report keeps the version that it was made from, also when the template changes.',
		copy: 'Make a template of how this report is built'
	}
};
