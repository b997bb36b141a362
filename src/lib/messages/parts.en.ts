import type { parts as sv } from './parts.sv.ts';

export const parts: typeof sv = {
	footnote: {
		titleNew: 'New footnote',
		title: 'Footnote',
		text: 'Words of the footnote',
		hint: 'A web address becomes a link for readers. Enter saves.',
		insert: 'Insert the footnote',
		save: 'Save the footnote',
		remove: 'Remove the footnote',
		locked: 'The section is locked now. Nothing has been changed.'
	},
	signature: {
		place: 'Place',
		date: 'Date',
		dateHint: '2016-03-16 is written as 16 mars 2016. Anything else stands as you type it.',
		name: 'Name',
		title: 'Title'
	}
};
