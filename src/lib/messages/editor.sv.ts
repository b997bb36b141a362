/** The writing room: editor, blocks, save state, what happens to a section. */
export const editor = {
	contents: 'Innehåll',
	progress: (done: number, all: number) => `${done} av ${all} godkända`,
	sectionText: (title: string) => `Text i avsnittet ${title}`,
	owner: (department: string | null) => department ?? 'Samordnaren',
	readOnly: 'Du kan läsa avsnittet men inte skriva i det.',
	placeholder: 'Skriv här. Tryck / för att infoga något.',

	help: 'Frågor att besvara',
	helpNote: 'Syns bara här, aldrig i den publicerade rapporten.',
	previous: 'Förra årets text',
	required: 'Avsnittet måste finnas med.',
	missing: (blocks: string) => `Saknas innan du kan skicka in: ${blocks}.`,

	save: {
		saved: 'Sparat',
		savedAt: (clock: string) => `Sparat ${clock}`,
		saving: 'Sparar …',
		unsaved: (n: number) => (n === 1 ? '1 osparad ändring' : `${n} osparade ändringar`),
		offline: (since: string | null) =>
			since === null ? 'Ingen anslutning' : `Ingen anslutning sedan ${since}`,
		/** The browser stores nothing. */
		onlyHere: 'Sparas bara i den här fliken',
		connecting: 'Ansluter …',
		closed: 'Frånkopplad'
	},
	signOut: (n: number) =>
		`Osparade ändringar: ${n}. Loggar du ut tas de bort från datorn. Vill du logga ut?`,
	leave: 'Det finns ändringar som inte är sparade. Vill du lämna sidan ändå?',

	people: {
		here: (names: string) => `Här nu: ${names}`,
		count: (n: number) => `${n} här`,
		came: (names: string, section: string) => `${names} är nu i ${section}`,
		left: (names: string, section: string) => `${names} lämnade ${section}`,
		and: ' och '
	},
	announce: {
		locked: (section: string) => `${section} är inskickat och går inte att ändra`,
		approved: (section: string) => `${section} är godkänt`,
		opened: (section: string) => `${section} är öppet igen`,
		offline: 'Ingen anslutning. Du kan skriva vidare',
		back: 'Ansluten igen, allt är sparat'
	},

	trouble: {
		notSaved: {
			what: 'Servern kan inte spara just nu.',
			then: 'Din text ligger kvar här och skickas igen om en stund. Lämna sidan öppen.'
		},
		forbidden: {
			what: 'Du har inte längre rätt att läsa avsnittet.',
			then: 'Kontakta samordnaren om det är fel.'
		},
		notFound: {
			what: 'Avsnittet finns inte längre.',
			then: 'Ladda om sidan för att se rapporten som den är nu.'
		},
		reload: {
			what: 'Sidan behöver laddas om.',
			then: 'Din text är undanlagd och visas när sidan har laddats om.'
		},
		tooManyResets: {
			what: 'Avsnittet kunde inte öppnas för skrivning.',
			then: 'Kopiera din text nedan och ladda om sidan. Händer det igen, kontakta administratören.'
		}
	},
	reloadPage: 'Ladda om sidan',

	kept: {
		title: 'Din egen text',
		late: 'Texten kom inte in i avsnittet. Den är sparad som ett sent bidrag som samordnaren kan se.',
		notLate: 'Texten kom inte in i avsnittet och finns bara här. Kopiera den innan du stänger.',
		diverged:
			'Din sida visade en annan text än servern. Nu visas serverns text. Här är det som bara fanns hos dig.',
		deleted: 'Någon annan tog bort stycket medan du skrev i det.',
		rebuilt: 'Avsnittet har byggts om sedan du skrev det här, så det gick inte att lägga in.',
		gone: (section: string) => `Det här skrev du i ${section}, som inte längre finns här för dig.`,
		untilClosed: 'Texten ligger kvar i webbläsaren tills du stänger rutan eller loggar ut.',
		copy: 'Kopiera',
		copied: 'Kopierat',
		copyFailed: 'Det gick inte att kopiera. Markera texten och kopiera den själv.'
	},

	lateDecided: {
		accepted: 'Ditt sena bidrag är infört i avsnittet.',
		declined: 'Ditt sena bidrag fördes inte in i avsnittet.',
		reason: (reason: string) => `Skäl: ${reason}`
	},

	submit: {
		button: 'Skicka in för godkännande',
		next: 'Avsnittet låses och samordnaren granskar det. Siffrorna fryses som de är nu.',
		waiting: 'Väntar på att allt sparas …',
		notSaved:
			'Allt är inte sparat ännu, så avsnittet är inte inskickat. Försök igen när det står Sparat.'
	},
	approve: {
		button: 'Godkänn',
		next: 'Du godkänner texten som den står här.',
		fourEyes:
			'Du har skrivit i avsnittet och kan därför inte godkänna det. Någon annan måste göra det.'
	},
	giveBack: {
		button: 'Återlämna med skäl',
		title: 'Återlämna avsnittet',
		next: 'Avsnittet blir ett utkast igen. Skribenten ser skälet.',
		reason: 'Vad behöver ändras?'
	},
	reopen: {
		button: 'Öppna igen',
		title: 'Öppna avsnittet igen',
		next: 'Godkännandet upphör att gälla. Avsnittet blir ett utkast igen.',
		reason: 'Varför öppnas avsnittet?'
	},

	review: {
		name: 'Kommentarer',
		comment: 'Kommentera',
		suggest: 'Föreslå ändring',
		history: 'Historik',
		desk: 'Granska'
	},
	toolbar: 'Formatering',
	table: 'Tabell',
	commands: {
		undo: 'Ångra',
		redo: 'Gör om',
		paragraph: 'Brödtext',
		heading1: 'Rubrik',
		heading2: 'Underrubrik',
		bold: 'Fet',
		italic: 'Kursiv',
		link: 'Länk',
		bulletList: 'Punktlista',
		orderedList: 'Numrerad lista',
		quote: 'Citat med källa',
		callout: 'Framhävd ruta',
		table: 'Tabell',
		followUpTable: 'Uppföljningstabell',
		planTable: 'Plan med åtgärder',
		indicator: 'Nyckeltal',
		figure: 'Stor siffra',
		indicatorSummary: 'Sammanställning av nyckeltal',
		rollUp: 'Ur nämndernas rapporter',
		chart: 'Diagram av egna tal',
		picture: 'Bild',
		footnote: 'Fotnot',
		references: 'Referenslista',
		signature: 'Underskrift',
		fromTo: 'Från–till'
	},
	/** Other words that people type to find a command. */
	synonyms: {
		undo: '',
		redo: '',
		paragraph: 'text stycke',
		heading1: 'rubrik titel',
		heading2: 'rubrik mellanrubrik',
		bold: 'bold',
		italic: 'italic',
		link: 'url adress',
		bulletList: 'lista punkter',
		orderedList: 'lista nummer siffror',
		quote: 'citat röst barn',
		callout: 'ruta fakta viktigt',
		table: 'tabell rutnät',
		followUpTable: 'tabell uppföljning',
		planTable: 'tabell plan åtgärder',
		indicator: 'diagram graf statistik kolada',
		figure: 'siffra tal statistik',
		indicatorSummary: 'trend sammanfattning',
		rollUp: 'planer uppföljningar',
		chart: 'tabell graf stapel cirkel',
		picture: 'foto bild diagram',
		footnote: 'not källa',
		references: 'källor litteratur',
		signature: 'namn ort datum',
		fromTo: 'tabell till ändring'
	},
	chartFailed: 'Diagrammet kan inte ritas utan anslutning. Tabellen finns här.',
	needsConnection: 'Det går inte utan anslutning. Försök igen när du är ansluten.',
	tableTools: {
		rowBefore: 'Rad ovanför',
		rowAfter: 'Rad under',
		columnBefore: 'Kolumn till vänster',
		columnAfter: 'Kolumn till höger',
		deleteRow: 'Ta bort raden',
		deleteColumn: 'Ta bort kolumnen',
		headerRow: 'Första raden är rubriker',
		chart: 'Rubrik, diagram och källa …',
		deleteTable: 'Ta bort tabellen'
	},

	slash: {
		name: 'Infoga',
		none: 'Inget heter så',
		hint: 'Piltangenter för att välja, Retur för att infoga, Esc för att stänga',
		count: (n: number) => (n === 1 ? '1 val' : `${n} val`)
	},
	blocks: {
		indicator: 'Nyckeltal',
		figure: 'Stor siffra',
		indicatorSummary: 'Sammanställning av nyckeltal',
		change: 'Byt nyckeltal',
		choose: 'Välj nyckeltal',
		edit: 'Ändra siffrorna',
		about: 'Om siffran',
		remove: 'Ta bort',
		empty: 'Inget nyckeltal är valt.',
		unknown: 'Nyckeltalet finns inte längre.',
		noValue: 'Uppgift saknas',
		showTable: 'Visa siffrorna i tabell',
		noteLabel: 'Anmärkning:',
		summaryNone: 'Rapporten har inga nyckeltal att räkna ännu.'
	},
	picture: {
		alt: 'Beskrivning för den som inte ser bilden',
		altHint: 'Säg det som bilden säger. Utan beskrivning går avsnittet inte att skicka in.',
		caption: 'Bildtext',
		missingAlt: 'Bilden saknar beskrivning.',
		none: 'Ingen bild är vald.'
	},
	quote: { source: 'Källa till citatet', placeholder: 'Vem säger det? Till exempel: Elev, 14 år' }
};
