/** The pages behind links that work once, and where one asks for such a link. */
export const links = {
	invitation: {
		title: 'Välkommen',
		lede: (municipality: string, inviter: string | null) =>
			inviter === null
				? `Du har fått ett konto i Barnbokslut hos ${municipality}. Välj ett lösenord, så kommer du in.`
				: `${inviter} har bjudit in dig till arbetet med barnbokslutet i ${municipality}. Välj ett lösenord, så kommer du in.`
	},
	passwordReset: {
		title: 'Välj ett nytt lösenord',
		lede: (_municipality: string, inviter: string | null) =>
			inviter === null
				? 'Du bad om den här länken. När du har valt ett nytt lösenord slutar det gamla att gälla.'
				: `${inviter} har skickat dig den här länken. När du har valt ett nytt lösenord slutar det gamla att gälla.`
	},
	account: (name: string) => `${name}, du loggar in med adressen`,
	password: 'Nytt lösenord',
	passwordHint:
		'Minst 12 tecken. En mening du minns är bättre än krångliga tecken, och du får gärna klistra in.',
	save: 'Spara och logga in',
	endsOthers: 'Du loggas ut på alla andra ställen.',
	gone: {
		title: 'Länken går inte att använda',
		why: 'Den är redan använd eller för gammal, eller så blev adressen inte hel.',
		then: {
			invitation:
				'Har du redan valt ett lösenord kan du logga in. Be annars den som bjöd in dig om en ny länk.',
			passwordReset: 'Har du redan valt ett nytt lösenord kan du logga in. Be annars om en ny länk.'
		} as Record<'invitation' | 'passwordReset', string>,
		service: 'Här loggar du in med kommunens inloggning och behöver inget lösenord.',
		forgot: 'Be om en ny länk'
	},
	forgot: {
		title: 'Glömt lösenordet',
		lede: 'Skriv adressen som du loggar in med, så får du ett mejl med en länk där du väljer ett nytt lösenord.',
		email: 'E-postadress',
		send: 'Skicka länken',
		sent: 'Om det finns ett konto med den adressen är ett mejl på väg.',
		sentThen:
			'Länken gäller en gång, i 30 minuter. Kommer inget mejl, se efter i skräpposten och att adressen är rätt. Annars kan kommunens administratör ge dig en länk.',
		noMail:
			'Det här programmet skickar inga mejl. Be kommunens administratör om en länk där du väljer ett nytt lösenord.',
		service:
			'Här loggar du in med kommunens inloggning. Lösenordet byter du där, hos kommunens it-support.',
		back: 'Till inloggningen'
	}
};
