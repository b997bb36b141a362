import type { PeopleFileProblem, PeopleProblem } from '#core/people-table.ts';

/** The page on which people are added from a file. */
export const peopleFile = {
	title: 'Lägg till personer från en fil',
	lede: 'En CSV-fil med en rad för varje roll. Har någon flera roller, skriv flera rader med samma e-postadress. Ingen tas bort, och ingen blir av med en roll.',
	file: 'Fil',
	fileHint: (rows: string) => `CSV från Excel eller något annat program, högst ${rows} rader.`,
	read: 'Läs filen',
	readNote: 'Inget sparas förrän du har sett vad filen gör.',
	columns: 'Kolumner',
	column: {
		name: 'För- och efternamn.',
		email: 'E-postadressen som personen loggar in med.',
		role: 'skribent, samordnare, ledamot eller administratör.',
		department: 'Förvaltningens namn eller förkortning. Behövs för skribenter.',
		authority: 'Nämndens namn. Behövs för samordnare.'
	},
	template: 'Ladda ner en mall att fylla i',
	gone: { what: 'Filen finns inte kvar.', then: 'Välj den igen.' },
	done: (added: number, changed: number) =>
		`${added} ${added === 1 ? 'person är tillagd' : 'personer är tillagda'} och ${changed} ${changed === 1 ? 'är ändrad' : 'är ändrade'}.`,
	inviteThem: 'Bjud in de nya',
	fresh: (n: number) => `Nya: ${n}`,
	changed: (n: number) => `Ändras: ${n}`,
	same: (n: number) => `Redan så: ${n}`,
	wrong: (n: number) => `Rader med fel: ${n}`,
	wrongLede:
		'De raderna läses inte in. Rätta dem i filen och välj den igen, eller fortsätt utan dem.',
	more: (n: number) => `Bara de första ${n} visas.`,
	row: 'Rad',
	what: 'Fel',
	stands: 'Där står',
	seeRow: (row: string) => `se rad ${row}`,
	before: (name: string) => `hette ${name}`,
	newRoles: 'Får rollerna',
	apply: (n: number) => (n === 1 ? 'Spara 1 person' : `Spara ${n} personer`),
	nothing: 'Filen ändrar ingenting.',
	other: 'Välj en annan fil',
	problem: {
		nameMissing: 'Namnet saknas.',
		nameLength: 'Namnet är längre än 200 tecken.',
		unseen: 'Namnet har tecken som inte syns.',
		emailMissing: 'E-postadressen saknas.',
		email: 'Det är ingen e-postadress.',
		roleMissing: 'Rollen saknas.',
		roleUnknown: 'Rollen finns inte.',
		departmentMissing: 'En skribent behöver en förvaltning.',
		departmentUnknown: 'Förvaltningen finns inte, eller är stängd.',
		departmentAmbiguous: 'Flera förvaltningar heter så. Skriv nämnden också.',
		authorityMissing: 'En samordnare behöver en nämnd.',
		authorityUnknown: 'Nämnden finns inte, eller är stängd.',
		nameDiffers: 'En annan rad har samma adress och ett annat namn.',
		isClosed: 'Kontot är stängt. Öppna det först.',
		otherInstallation: 'Adressen är upptagen.'
	} satisfies Record<PeopleProblem, string> as Record<PeopleProblem, string>,
	fileProblem: {
		empty: 'Filen är tom.',
		tooLarge: 'Filen är större än 1 MB. Dela den.',
		tooManyRows: 'Filen har fler än 2 000 rader. Dela den.',
		notText: 'Det är ingen textfil. Spara den som CSV och välj den igen.',
		quotes: 'Ett citattecken saknar sitt par. Spara filen som CSV igen.',
		isExcel: 'Det är en Excel-fil. Spara den som CSV i Excel och välj den igen.',
		noPeopleHead: 'Första raden behöver rubrikerna Namn, E-post och Roll.',
		columnTwice: 'En rubrik finns två gånger.'
	} satisfies Record<PeopleFileProblem, string> as Record<string, string>
};
