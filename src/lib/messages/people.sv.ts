import type { PersonState } from '#core/person-state.ts';

/** The pages on which administrators look after people and their roles. */
export const people = {
	title: 'Personer',
	lede: 'Alla som har eller har haft ett konto, och vad de får göra.',
	add: 'Lägg till en person',
	importFile: 'Lägg till från en fil',
	find: 'Sök',
	findHint: 'Namn, e-postadress, förvaltning eller nämnd.',
	state: 'Läge',
	role: 'Roll',
	anyState: 'Alla lägen',
	anyRole: 'Alla roller',
	noRole: 'Ingen roll',
	show: 'Visa',
	found: (n: number) => (n === 1 ? '1 person' : `${n} personer`),
	none: 'Ingen stämmer med det du söker.',
	name: 'Namn',
	email: 'E-postadress',
	roles: 'Roller',
	last: 'Senast inne',
	neverIn: 'inte inne nu',
	states: {
		active: 'Kan logga in',
		invited: 'Inbjuden',
		none: 'Inte inbjuden',
		closed: 'Stängt konto'
	} satisfies Record<PersonState, string> as Record<PersonState, string>,
	via: { password: 'med lösenord', oidc: 'genom inloggningstjänsten', link: 'genom en länk' },
	inviteAll: {
		title: 'Bjud in dem som inte är inbjudna',
		lede: (n: number) =>
			n === 1 ? '1 person har ingen väg in än.' : `${n} personer har ingen väg in än.`,
		byMail: (n: number) => (n === 1 ? 'Mejla en inbjudan' : `Mejla ${n} inbjudningar`),
		byLink: (n: number) => (n === 1 ? 'Visa en länk' : `Visa ${n} länkar`),
		sent: (n: number) => (n === 1 ? '1 inbjudan är mejlad.' : `${n} inbjudningar är mejlade.`),
		links: 'Länkar att lämna över',
		linksLede:
			'Länkarna visas bara nu. Varje länk öppnar ett konto och fungerar en gång. Lämna den bara till den som den är till.',
		left: (n: number) => `${n} återstår. Gör samma sak en gång till.`
	},
	new: {
		title: 'Lägg till en person',
		invite: 'Inbjudan',
		mail: 'Mejla en inbjudan',
		link: 'Visa en länk som jag lämnar över',
		later: 'Bjud inte in än',
		save: 'Lägg till',
		nameHint: 'Så visas personen för andra.',
		emailHint: 'Personen loggar in med den.'
	},
	grants: {
		legend: 'Roller',
		administrator: 'Sköter personer, organisation och inställningar.',
		councilMember: 'Läser det som är publicerat och det som någon har släppt till hen.',
		writer: 'Skribent för',
		writerHint: 'Skriver i avsnitt som förvaltningen äger eller delar.',
		coordinator: 'Samordnare för',
		noDepartments: 'En skribent skriver för en förvaltning, och det finns ingen än.',
		addDepartment: 'Lägg till förvaltningar',
		coordinatorHint: 'Lägger upp, godkänner och publicerar. Hela nämnden, eller bara en rapport.',
		wholeAuthority: (name: string) => `${name}, alla rapporter`,
		oneReport: (authority: string, title: string) => `${authority}, bara ${title}`,
		oneReportFold: 'Bara en rapport',
		closed: 'stängd',
		fromClaim: 'Följer inloggningstjänsten, och ändras där:',
		save: 'Spara rollerna',
		saved: 'Rollerna är sparade. De gäller redan.',
		none: 'Ingen roll'
	},
	one: {
		about: 'Namn och adress',
		save: 'Spara',
		saved: 'Sparat.',
		added: 'Personen är tillagd.',
		addressLinks: 'Byter du adress slutar länkar som gick till den gamla att fungera.',
		access: 'Väg in',
		password: 'Har ett lösenord.',
		known: 'Är känd hos inloggningstjänsten.',
		noWay: 'Har ingen väg in än.',
		invitedUntil: 'Inbjudan gäller till',
		lastIn: 'Senast inne',
		sessions: (n: number) =>
			n === 0
				? 'Är inte inloggad nu.'
				: n === 1
					? 'Är inloggad på 1 ställe.'
					: `Är inloggad på ${n} ställen.`,
		invite: 'Ny inbjudan',
		reset: 'Länk för nytt lösenord',
		byMail: 'Mejla den',
		byLink: 'Visa den för mig',
		endSessions: 'Logga ut överallt',
		ended: 'Personen är utloggad överallt.',
		mailed: (to: string) => `Länken är mejlad till ${to}.`,
		notMailed: 'Mejlet gick inte att skicka. Lämna över länken själv:',
		link: 'Länken visas bara nu. Den fungerar en gång, och den som har den kommer in på kontot.',
		linkLabel: 'Länk',
		until: 'Gäller till',
		close: 'Stäng kontot',
		closeLede:
			'Personen loggas ut överallt, och länkar och API-nycklar slutar att fungera. Det som hen har skrivit och beslutat finns kvar.',
		closeMe: 'Det här är ditt eget konto. Du loggas ut och kommer inte in igen.',
		closed: 'Kontot är stängt.',
		closedAt: 'Kontot stängdes',
		reopen: 'Öppna kontot igen',
		reopenLede: 'Personen får tillbaka sina roller, och kan logga in som förut.',
		reopened: 'Kontot är öppet igen.',
		last: 'Det här är den enda administratören som kan logga in. Kontot går inte att stänga.',
		data: 'Vad som finns sparat om personen, och radera det'
	}
};
