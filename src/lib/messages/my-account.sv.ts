/** One's own account. */
export const myAccount = {
	title: 'Mitt konto',
	name: 'Namn',
	email: 'E-postadress',
	roles: 'Roller',
	noRole: 'Ingen roll än',
	whoChanges: 'Namn, adress och roller ändras av kommunens administratör.',
	more: 'Det här kan du ställa in',
	notices: 'Vad du får meddelanden om',
	data: 'Uppgifterna om dig',
	tokens: 'Nycklar för program',
	language: 'Språket väljer du i menyn Jag, högst upp på sidan.',
	done: {
		password: 'Lösenordet är bytt. På alla andra ställen är du utloggad.',
		sessions: 'Utloggad där.'
	} as Record<'password' | 'sessions', string>,
	password: {
		title: 'Byt lösenord',
		setAt: 'Satt',
		present: 'Nuvarande lösenord',
		fresh: 'Nytt lösenord',
		hint: 'Minst 12 tecken. En mening du minns är bättre än krångliga tecken, och du får gärna klistra in.',
		save: 'Byt lösenord',
		ends: 'Du loggas ut på alla andra ställen.',
		service: 'Du loggar in med kommunens inloggning. Lösenordet byter du där.'
	},
	sessions: {
		title: 'Här är du inloggad',
		lede: 'Känner du inte igen något av det, logga ut det och byt lösenord. Du loggas ut av dig själv när du inte har gjort något på tolv timmar, och senast efter en vecka.',
		unknown: 'Okänd webbläsare',
		here: 'den här',
		via: {
			password: 'Inloggad med lösenord',
			oidc: 'Inloggad med kommunens inloggning',
			link: 'Inloggad med en länk'
		} as Record<'password' | 'oidc' | 'link', string>,
		lastUsed: 'Använd senast omkring',
		end: 'Logga ut',
		endOthers: (n: number) => `Logga ut på alla ${n} andra`
	}
};
