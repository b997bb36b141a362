/** The page on which it is said who publishes. */
export const sender = {
	title: 'Avsändare',
	lede: 'Så syns kommunen i varje barnbokslut som publiceras från och med nu: på webben, i PDF och i Word. Utgåvor som redan är publicerade ändras inte.',
	link: 'Ändra avsändaren: logotyp, färg och kontakt',
	done: 'Sparat. Nästa utgåva visar det här.',
	changed: (by: string) => `Ändrades senast av ${by},`,

	look: 'Utseende',
	logo: 'Logotyp',
	logoHint:
		'PNG, JPEG, WebP eller GIF, högst 1 MB och 4 000 bildpunkter per sida. Den syns på vit botten.',
	logoNow: 'Det finns en logotyp. Välj en fil bara om den ska bytas.',
	logoAgain: 'Välj filen igen: den följde inte med när något annat behövde rättas.',
	remove: 'Ta bort logotypen',
	alt: 'Vad logotypen säger',
	altHint:
		'Läses upp för den som inte ser bilden, till exempel ”Exempelkommun”. Behövs när det finns en logotyp.',
	accent: 'Kommunens färg',
	accentHint:
		'Skriv # och sex tecken, till exempel #00497a. Den syns på webben i bandet och avsändarens namn, och i PDF och Word också i rubrikerna.',
	contrast: {
		own: 'Ingen egen färg.',
		enough: (ratio: string) => `Kontrasten mot vitt är ${ratio} till 1. Det räcker.`,
		low: (ratio: string) =>
			`Kontrasten mot vitt är ${ratio} till 1. Det behövs minst 4,5. Välj en mörkare färg.`,
		none: 'Färgen är inte färdigskriven.'
	},

	contact: 'Kontakt',
	contactLede:
		'Hit vänder sig den som har frågor om barnbokslutet. Lämna tomt det som inte ska synas.',
	unit: 'Enhet eller funktion',
	unitHint: 'En funktion håller längre än ett namn, till exempel ”Barnrättsstrategen”.',
	email: 'E-post',
	phone: 'Telefon',
	web: 'Webbadress',

	preview: 'Så blir det',
	previewLede: 'Överst i nästa utgåva.',
	previewTitle: 'Barnbokslut',
	previewContact: 'Kontakt',
	save: 'Spara',
	saveThen: 'Gäller från nästa utgåva. Ändringen skrivs i händelserna.'
};
