import type { fileForms as sv } from './file-forms.sv.ts';

export const fileForms: typeof sv = {
	names: {
		html: 'The web page',
		offline: 'Web page to save (HTML)',
		pdf: 'PDF',
		large: 'PDF in large type',
		summary: 'One-page summary (PDF)',
		docx: 'Word',
		json: 'The whole edition as data (JSON)',
		figures: 'All figures (CSV)',
		measures: 'Follow-up and plan (CSV)',
		zip: 'Archive with everything (ZIP)'
	},
	title: (n) => `Edition ${n}`,
	back: 'To publication',
	published: 'Published',
	by: 'by',
	decision: 'Decision',
	why: 'Why it exists',
	read: 'Read the edition',
	forms: 'Formats',
	form: 'Format',
	size: 'Size',
	state: 'State',
	shown: 'Shown to readers',
	notMade: 'Being made',
	taken: (date, by) => `Withdrawn ${date} by ${by}`,
	correct: 'Correct an error',
	correctHow:
		'An edition never changes. Reopen the section, correct it, have it approved and publish a new edition with a reason. This one stays at its address and says that it has been replaced.',
	withdraw: 'Withdraw a format',
	withdrawHow:
		'Do it when the format shows what must not be shown, such as a name. The same text is often in several formats: choose all that are concerned. Readers see the reason instead. The content stays in the system, and what is withdrawn cannot be put out again: publish a new edition then.',
	which: 'What is to be withdrawn?',
	withIt: {
		html: 'Takes the page to save, the extracts and the search with it.',
		pdf: 'Takes the PDF in large type with it.'
	},
	zipGoes: 'The archive holds every format and is always withdrawn.',
	reason: 'Reason',
	reasonHint: 'Readers see it. Do not write what is to be protected.',
	act: 'Withdraw',
	none: 'Choose at least one format.',
	needed: 'Write a reason.',
	done: 'Withdrawn',
	doneWhat: (forms) => `Readers no longer see: ${forms}.`,
	allGone: 'Every format has been withdrawn.'
};
