import type { sender as sv } from './sender.sv.ts';

export const sender: typeof sv = {
	title: 'Sender',
	lede: 'How the municipality shows in every child rights account that is published from now on: on the web, in PDF and in Word. Editions that are published already do not change.',
	link: 'Change the sender: logo, colour and contact',
	done: 'Saved. The next edition shows this.',
	changed: (by) => `Last changed by ${by},`,

	look: 'Look',
	logo: 'Logo',
	logoHint: 'PNG, JPEG, WebP or GIF, at most 1 MB and 4,000 pixels a side. It is shown on white.',
	logoNow: 'There is a logo. Choose a file only to replace it.',
	logoAgain:
		'Choose the file again: it did not come along when something else needed to be put right.',
	remove: 'Remove the logo',
	alt: 'What the logo says',
	altHint:
		'Read out to those who do not see the picture, such as “Exempelkommun”. Needed when there is a logo.',
	accent: 'Colour of the municipality',
	accentHint:
		'Write # and six characters, such as #00497a. It shows on the web in the band and the name of the sender, and in PDF and Word in the headings too.',
	contrast: {
		own: 'No colour of its own.',
		enough: (ratio) => `The contrast with white is ${ratio} to 1. That is enough.`,
		low: (ratio) =>
			`The contrast with white is ${ratio} to 1. At least 4.5 is needed. Choose a darker colour.`,
		none: 'The colour is not complete.'
	},

	contact: 'Contact',
	contactLede:
		'Where to turn with questions about the account. Leave empty what is not to be shown.',
	unit: 'Unit or function',
	unitHint: 'A function lasts longer than a name, such as “Child rights strategist”.',
	email: 'E-mail',
	phone: 'Telephone',
	web: 'Web address',

	preview: 'How it will look',
	previewLede: 'At the top of the next edition.',
	previewTitle: 'Barnbokslut',
	previewContact: 'Contact',
	save: 'Save',
	saveThen: 'Holds from the next edition on. The change is written in the audit trail.'
};
