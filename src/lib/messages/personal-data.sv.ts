/** What is kept about a person, why, and how they are forgotten. */
export const personalData = {
	own: {
		title: 'Uppgifterna om dig',
		back: 'Till mitt konto',
		lede: 'Här står vad programmet sparar om dig och varför. Du kan ladda ner allt som en fil.',
		forget: 'Om du vill bli borttagen',
		forgetHow:
			'Be kommunens administratör att stänga ditt konto och ta bort uppgifterna om dig. Då försvinner ditt namn, din adress och allt som hör till inloggningen.'
	},
	title: (name: string) => `Uppgifterna om ${name}`,
	back: (name: string) => `Till ${name}`,
	lede: 'Här står vad programmet sparar om personen och varför. Den som begär ut sina uppgifter får filen.',
	download: 'Ladda ner som fil (JSON)',
	inFile:
		'I filen står personens egna ord och uppgifter. Vad andra har skrivit är inte med, och inte heller namnen på rapporter och avsnitt som personen inte får se nu.',
	kept: 'Det här sparas',
	count: (n: number) => (n === 1 ? '1 post' : `${n} poster`),
	kinds: {
		account: {
			what: 'Namn och e-postadress',
			why: 'För att kunna logga in, och för att andra ska veta vem som skriver. Lösenordet sparas aldrig så att det går att läsa.'
		},
		roles: {
			what: 'Roller',
			why: 'De avgör vad personen får se och göra. De gäller tills de tas bort.'
		},
		services: {
			what: 'Kommunens inloggning',
			why: 'Vilket konto där som hör ihop med det här, så att inloggningen hittar rätt.'
		},
		sessions: {
			what: 'Inloggningar',
			why: 'Webbläsare, system och tider, så att personen känner igen dem och kan logga ut. De tas bort när de har gått ut, senast efter en vecka.'
		},
		links: {
			what: 'Länkar till kontot',
			why: 'När en inbjudan eller en länk för nytt lösenord gjordes och användes. De tas bort efter en månad.'
		},
		keys: { what: 'Nycklar för program', why: 'Vad de heter, vad de får göra och när de används.' },
		notices: {
			what: 'Meddelanden',
			why: 'Vad som har hänt som rör personen. Texterna står inte i dem.'
		},
		mails: { what: 'Mejl', why: 'Vad som har skickats, så att det går att se om det kom fram.' },
		acts: {
			what: 'Händelser som personen har gjort',
			why: 'Vem som skickade in, godkände och beslutade, och när. Det ska gå att se i efterhand och tas aldrig bort.'
		},
		actsAboutYou: {
			what: 'Händelser om personen',
			why: 'När andra har ändrat roller eller konto. De tas aldrig bort.'
		},
		comments: {
			what: 'Kommentarer och förslag',
			why: 'De hör till arbetet med texten, och visar hur den blev till.'
		},
		late: {
			what: 'Ändringar som kom för sent',
			why: 'De sparas så att inget som någon har skrivit försvinner.'
		},
		sections: {
			what: 'Avsnitt som personen har skrivit i',
			why: 'Varje ändring sparas med vem som gjorde den och när. Det visar hur texten blev till, och att den som skrev inte själv godkänner.'
		}
	},
	stays:
		'Det här blir kvar: vem som fattade vilket beslut och när, texterna och deras historik, kommentarer, utgåvor och raderna i händelseloggen med det namn som stod där då. Har personen loggat in med kommunens inloggning blir en kontrollsumma kvar, så att kontot inte öppnas på nytt av sig självt. En myndighet ska kunna visa vem som beslutade (31 § förvaltningslagen), och handlingar som hör till ärendet gallras efter kommunens egna regler. Säkerhetskopior innehåller uppgifterna tills kopiorna har bytts ut.',
	erase: {
		title: 'Ta bort uppgifterna',
		goes: 'Namn och adress ersätts, och det här tas bort: lösenord, inloggningar, länkar, nycklar, roller, meddelanden, val av meddelanden och mejl. Det går inte att ångra.',
		notYourself: 'Du kan inte ta bort dina egna uppgifter. Be en annan administratör.',
		closeFirst: 'Stäng kontot först. Sedan kan du ta bort uppgifterna här.',
		reason: 'Skäl',
		reasonHint:
			'Till exempel: personen har slutat och begärt det. Skälet sparas; skriv inte namnet.',
		sure: (name: string) => `Ja, ta bort uppgifterna om ${name} för alltid`,
		do: 'Ta bort uppgifterna'
	}
};
