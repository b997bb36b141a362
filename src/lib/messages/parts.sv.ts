/** The dialog of a footnote and the fields of a signature. */
export const parts = {
	footnote: {
		titleNew: 'Ny fotnot',
		title: 'Fotnot',
		text: 'Fotnotens text',
		hint: 'En webbadress blir en länk för läsaren. Retur sparar.',
		insert: 'Infoga fotnoten',
		save: 'Spara fotnoten',
		remove: 'Ta bort fotnoten',
		locked: 'Avsnittet är låst nu. Ingenting har ändrats.'
	},
	signature: {
		place: 'Ort',
		date: 'Datum',
		dateHint: '2016-03-16 skrivs som 16 mars 2016. Annat står som du skriver det.',
		name: 'Namn',
		title: 'Titel'
	}
};
