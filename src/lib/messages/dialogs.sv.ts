/** What the editor's dialogs ask: links, indicators, pictures. */
export const dialogs = {
	link: {
		title: 'Länk',
		href: 'Adress',
		hint: 'Till exempel https://www.scb.se, en e-postadress eller ett telefonnummer.',
		text: 'Länkens ord',
		wrong: 'Adressen går inte att länka till. Den ska börja med https://, mailto: eller tel:.',
		save: 'Spara länken',
		remove: 'Ta bort länken'
	},
	picker: {
		title: { indicator: 'Välj nyckeltal', figure: 'Välj siffra' },
		search: 'Sök nyckeltal',
		none: 'Inget nyckeltal matchar.',
		empty: 'Det finns inga nyckeltal ännu.',
		inReport: 'finns i rapporten'
	},
	picture: {
		title: 'Infoga bild',
		file: 'Bildfil',
		fileHint: 'PNG, JPEG, GIF eller WebP, högst 8 MB.',
		insert: 'Infoga bilden',
		uploading: 'Bilden laddas upp …',
		failed: 'Bilden kunde inte laddas upp.'
	}
};
