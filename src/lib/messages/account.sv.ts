/** Signing in, and the first administrator. */
export const account = {
	title: 'Logga in',
	to: (municipality: string) => `Till arbetet med barnbokslutet i ${municipality}`,
	email: 'E-postadress',
	password: 'Lösenord',
	led: 'Sidan du ville till kräver att du är inloggad. Var du inloggad nyss har inloggningen gått ut eller avslutats. Logga in igen, så kommer du till sidan.',
	missing: 'Fyll i både e-postadress och lösenord.',
	forgot: 'Glömt lösenordet?',
	demo: 'Demonstration',
	demoHow: 'Kommunen är påhittad. Välj vem du vill vara, så loggas du in.',
	back: 'Till publicerade barnbokslut',
	first: {
		title: 'Kom i gång',
		lede: 'Du blir administratör och samordnare. Länken gäller en gång.',
		gone: 'Länken är använd eller för gammal',
		goneThen:
			'Starta om programmet för att få en ny, om ingen administratör finns. Annars kan du logga in.',
		municipality: 'Kommun',
		authority: 'Nämnd eller styrelse som äger barnbokslutet',
		authorityHint: 'Till exempel Kommunstyrelsen.',
		name: 'Ditt namn',
		email: 'Din e-postadress',
		password: 'Lösenord',
		passwordHint: 'Minst 12 tecken. En mening du minns är bättre än krångliga tecken.',
		create: 'Skapa och logga in'
	}
};
