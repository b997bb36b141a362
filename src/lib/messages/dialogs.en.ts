import type { dialogs as sv } from './dialogs.sv.ts';

export const dialogs: typeof sv = {
	link: {
		title: 'Link',
		href: 'Address',
		hint: 'For example https://www.scb.se, an e-mail address or a telephone number.',
		text: 'Words of the link',
		wrong: 'This address cannot be linked to. It should begin with https://, mailto: or tel:.',
		save: 'Save the link',
		remove: 'Remove the link'
	},
	picker: {
		title: { indicator: 'Choose an indicator', figure: 'Choose a number' },
		search: 'Search indicators',
		none: 'No indicator matches.',
		empty: 'There are no indicators yet.',
		inReport: 'in the report'
	},
	picture: {
		title: 'Insert a picture',
		file: 'Image file',
		fileHint: 'PNG, JPEG, GIF or WebP, 8 MB at most.',
		insert: 'Insert the picture',
		uploading: 'Uploading the picture …',
		failed: 'The picture could not be uploaded.'
	}
};
