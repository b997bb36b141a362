/** The settings of signing in by the municipality's own service. */
export const signIn = {
	title: 'Inloggning',
	lede: 'Hur man loggar in, och vilka roller som följer med från kommunens inloggning.',
	password: {
		on: 'Man kan logga in med lösenord.',
		off: 'Lösenord är avstängt. Man loggar bara in med kommunens inloggning.'
	},
	service: 'Kommunens inloggning',
	none: 'Ingen inloggningstjänst är angiven',
	noneThen:
		'Den som driver programmet anger OIDC_ISSUER och OIDC_CLIENT_ID, och startar om det. Entra ID, Keycloak och andra tjänster med OpenID Connect fungerar.',
	answers: 'Tjänsten svarar',
	silent: 'Tjänsten svarar inte som den ska',
	troubled: 'Den senaste inloggningen gick inte att slutföra',
	trouble: {
		unreachable: 'Det går inte att ansluta till adressen.',
		slow: 'Svaret kom inte i tid.',
		answer: 'Den svarade med ett fel.',
		notUnderstood: 'Svaret var inte det som en inloggningstjänst ger.',
		otherIssuer:
			'Den kallar sig något annat än OIDC_ISSUER. Skriv adressen precis som tjänsten gör.'
	},
	code: (code: string) => `Fel: ${code}`,
	issuer: 'Adress',
	clientId: 'Programmets id hos tjänsten',
	isPublic: 'Ingen hemlighet är angiven. Programmet är en öppen klient med PKCE.',
	redirectUri: 'Adress att registrera för svar (redirect URI)',
	signedOutUri: 'Adress att registrera efter utloggning (post logout redirect URI)',
	trustEmail: 'Tjänstens e-postadresser godtas som bekräftade',
	trustEmailThen:
		'OIDC_TRUST_EMAIL är på. Den som kan ändra sin e-postadress i tjänsten kan då ta över ett konto här med den adressen, första gången. Ha det bara på om adresserna sköts av kommunen.',
	counts: 'Inloggningar',
	people: (ever: number) =>
		ever === 1
			? '1 person har loggat in med tjänsten.'
			: `${ever} personer har loggat in med tjänsten.`,
	lately: (day: number, month: number) =>
		`${day} det senaste dygnet, ${month} de senaste 30 dagarna.`,
	refused: 'Nekade sedan programmet startade',
	why: {
		unreachable: 'Tjänsten svarade inte',
		declined: 'Avbröts hos tjänsten',
		expired: 'Tog för lång tid',
		failed: 'Svaret kunde inte godtas',
		noAccount: 'Hade inget konto här'
	},
	roles: 'Roller som följer med',
	rolesLede: (claim: string) =>
		`Den som har värdet i uppgiften ”${claim}” får rollen vid inloggningen, och förlorar den när värdet är borta. Roller som någon har gett här ändras inte. Den som saknar konto får ett första gången.`,
	noClaim: 'Ingen uppgift om roller är angiven',
	noClaimThen:
		'Raderna nedan gäller först när OIDC_ROLES_CLAIM är angiven, till exempel groups. Tills dess ges alla roller under Personer.',
	overage: (times: number) =>
		times === 1
			? 'En inloggning saknade listan över grupper'
			: `${times} inloggningar saknade listan över grupper`,
	overageThen:
		'Entra ID utelämnar listan för den som är med i fler än 200 grupper. Personen får då inga roller härifrån. Låt tjänsten skicka bara de grupper som hör till programmet, eller använd programroller.',
	value: 'Värde',
	valueHint: 'Precis som tjänsten skriver det. Entra ID skickar gruppens id.',
	role: 'Roll',
	choose: 'Välj',
	add: 'Lägg till',
	added: 'Raden är tillagd. Den gäller från nästa inloggning.',
	removed: 'Raden är borttagen. De som bara hade rollen genom den har förlorat den.',
	remove: (value: string) => `Ta bort ${value}`,
	removeShort: 'Ta bort',
	empty: 'Inga värden ger roller än.'
};
