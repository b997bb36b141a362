/** The page on which administrators say which authorities and departments there are. */
export const organisation = {
	title: 'Organisation',
	lede: 'Nämnder och förvaltningar. Det som är godkänt eller publicerat behåller de namn som det hade.',
	municipality: 'Kommunen',
	municipalityName: 'Kommunens namn',
	fourEyes: 'Fyra ögon',
	fourEyesHint:
		'Den som har skrivit i ett avsnitt sedan det senast godkändes kan inte godkänna det.',
	save: 'Spara',
	done: {
		saved: 'Sparat.',
		added: 'Tillagd.',
		closed: 'Stängd. Den erbjuds inte för något nytt.',
		reopened: 'Öppen igen.'
	} as Record<string, string>,
	authorities: 'Nämnder och förvaltningar',
	name: 'Namn',
	authority: 'Nämnd',
	authorityHint: 'En förvaltning som har avsnitt som inte är godkända kan inte byta nämnd.',
	noDepartments: 'Inga förvaltningar.',
	closedAt: 'Stängd',
	change: (name: string) => `Ändra ${name}`,
	changeShort: 'Ändra',
	close: 'Stäng',
	closeLede: {
		authority:
			'Nämnden och dess förvaltningar erbjuds inte för något nytt, men behåller det de har.',
		department: 'Förvaltningen erbjuds inte för något nytt, men behåller det den har.'
	},
	reopen: 'Öppna igen',
	use: {
		sections: (n: number) =>
			n === 1 ? '1 avsnitt som inte är godkänt' : `${n} avsnitt som inte är godkända`,
		writers: (n: number) => (n === 1 ? '1 skribent' : `${n} skribenter`),
		coordinators: (n: number) => (n === 1 ? '1 samordnare' : `${n} samordnare`),
		departments: (n: number) => (n === 1 ? '1 öppen förvaltning' : `${n} öppna förvaltningar`)
	},
	has: (what: string) => `Har ${what}.`,
	and: ' och ',
	anyway: 'Stäng ändå',
	addAuthority: 'Lägg till en nämnd',
	addDepartment: 'Lägg till en förvaltning',
	add: 'Lägg till',
	abbreviations: 'Förvaltningarnas förkortningar'
};
