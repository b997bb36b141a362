export const tokens = {
	title: 'API-nycklar',
	lede: 'Med en nyckel kan ett program läsa och ändra åt dig genom API:et. Den kan aldrig göra mer än du själv.',
	description: 'Beskrivning av API:et',
	made: 'Nyckeln är skapad. Kopiera den nu, för den visas inte igen.',
	key: 'Ny API-nyckel',
	howTo: 'Skicka den i sidhuvudet Authorization: Bearer. Spara den som du sparar ett lösenord.',
	copy: 'Kopiera',
	copied: 'Kopierad',
	yours: 'Dina nycklar',
	none: 'Du har ingen nyckel.',
	name: 'Namn',
	nameHint: 'Vad nyckeln ska användas till, till exempel ”Statistik till intranätet”.',
	scope: 'Får',
	scopes: {
		read: { label: 'Läsa', hint: 'Ser det du ser och ändrar ingenting.' },
		figures: {
			label: 'Läsa och lägga in nyckeltal',
			hint: 'Ändrar också värden och jämförelsegrupper.'
		},
		write: { label: 'Göra allt du får', hint: 'Även skicka in, godkänna och publicera.' }
	},
	days: 'Giltig i antal dagar',
	daysHint: 'Mellan 1 och 365.',
	make: 'Skapa nyckel',
	makeNew: 'Ny nyckel',
	mayNot: 'Din roll kan inte skapa nycklar.',
	madeAt: 'Skapad',
	lastUsed: 'Senast använd',
	never: 'Aldrig',
	expires: 'Gäller till',
	revoke: 'Återkalla',
	revokeOne: (name: string) => `Återkalla ${name}`,
	revoked: 'Nyckeln är återkallad och fungerar inte längre.'
};
