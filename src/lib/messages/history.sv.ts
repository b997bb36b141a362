/** Avsnittets historik: versioner, vem som skrev vad, ta tillbaka. */
export const history = {
	title: 'Historik',
	lede: 'Allt som har skrivits i avsnittet finns kvar. Läs hur texten var, se vad som ändrades, eller ta tillbaka en tidigare version. En ändring är ofta inte mer än en bokstav.',
	ways: {
		room: 'Till texten',
		desk: 'Avsnittets sida',
		authors: 'Vem skrev vad',
		back: 'Historik'
	},
	person: 'Person',
	everybody: 'Alla',
	show: 'Visa',
	none: 'Inget är skrivet här än.',
	noneBy: 'Personen har inte skrivit eller gjort något här.',
	linesTitle: 'Händelser',
	when: 'När',
	who: 'Vem',
	what: 'Vad',
	do: 'Öppna',
	wrote: 'Skrev',
	changes: (n: number) => (n === 1 ? '1 ändring' : `${n} ändringar`),
	server: 'Systemet',
	first: 'Avsnittets första innehåll',
	mended: 'Systemet rättade dokumentet',
	act: {
		'section.submit': 'Skickade in för godkännande',
		'section.approve': 'Godkände',
		'section.return': 'Återlämnade',
		'section.reopen': 'Öppnade igen',
		'section.lateAccept': 'Tog in ett sent bidrag',
		'suggestion.accept': 'Tog in en föreslagen ändring',
		'section.restore': 'Tog tillbaka en tidigare version',
		'section.rebuild': 'Byggde om avsnittets dokument',
		'word.import': 'Lade in text från en Word-fil',
		'report.publish': 'Publicerade rapporten'
	} as Record<string, string>,
	reason: (text: string) => `Skäl: ${text}`,
	edition: (n: number) => `Utgåva ${n}`,
	/** De namn som människor har gett radens version. */
	called: (names: string) => `Namn: ${names}`,
	takenFrom: (name: string) => `från ${name}`,
	restored: (n: number) => `Version ${n} togs tillbaka`,
	read: 'Läs',
	compare: 'Ändringar',
	restore: 'Ta tillbaka',
	/** Efter en länks ord, för den som hör länkarna för sig. */
	of: (n: number) => `version ${n}`,
	ofAct: (what: string) => what.toLowerCase(),
	named: {
		title: 'Namngivna versioner',
		none: 'Ingen version har fått ett namn än. Öppna en version för att ge den ett.',
		by: (name: string) => `Namn av ${name}`,
		name: 'Namn på versionen',
		hint: 'Till exempel: Efter samrådet med ungdomsrådet.',
		give: 'Ge namn',
		add: 'Ge versionen ett namn',
		taken: 'En annan version av avsnittet heter redan så. Välj ett annat namn.',
		done: 'Versionen har fått sitt namn.'
	},
	version: {
		title: (n: number) => `Version ${n}`,
		kind: {
			now: 'Texten som den är nu',
			draft: 'Utkast',
			fixed: 'Inskickad text',
			edition: 'Publicerad text'
		},
		from: 'Skrevs',
		fixedAt: 'Skickades in',
		publishedAt: 'Publicerades',
		ownFigures: 'Siffrorna är de som gällde då.',
		figuresOfNow:
			'Texten är den som stod då. Siffror, titel och taggar är dagens: de hör inte till texten.',
		hash: 'Kontrollsumma',
		text: 'Texten',
		compareBefore: 'Ändringar mot versionen före',
		compareNow: 'Ändringar mellan den här versionen och nu',
		list: 'Till historiken'
	},
	restoring: {
		title: 'Ta tillbaka den här versionen?',
		then: 'Avsnittets text blir som på den här sidan. Det blir en ny ändring i ditt namn. Det som står i avsnittet nu finns kvar i historiken och går att ta tillbaka på samma sätt.',
		others: 'Den som skriver i avsnittet just nu ser texten ändras.',
		confirm: 'Ta tillbaka versionen',
		not: 'Nej, gå tillbaka',
		locked: 'Avsnittet är låst. En version kan tas tillbaka när det är öppet igen.',
		moved:
			'Någon har skrivit i avsnittet sedan du öppnade sidan. Inget är ändrat. Läs om sidan, se vad som är nytt och ta sedan tillbaka versionen.',
		same: 'Avsnittet har redan den här texten. Inget är ändrat.',
		reload: 'Läs om sidan',
		done: 'Versionen är tillbaka. Det som stod före finns kvar i listan.'
	},
	authors: {
		title: 'Vem skrev vad',
		lede: 'Texten som den är nu. Varje ord är markerat med den som skrev det.',
		template: 'Mallen',
		templateHint: 'text som fanns från början, eller som systemet lade till',
		list: 'Personer',
		share: (words: number, percent: number) =>
			`${words === 1 ? '1 ord' : `${words} ord`}, ${percent} %`,
		noWords: 'inga ord, men block eller inställningar',
		coloured: 'Texten i färger',
		byPassage: 'Stycke för stycke',
		passage: 'Stycke',
		words: 'Ord',
		writer: 'Skrivet av',
		placed: (name: string) => `Placerat av ${name}`,
		setBy: (names: string) => `Inställt av ${names}`,
		/** Före en persons ord, för den som hör texten. */
		by: (name: string) => `${name}: `,
		empty: 'Avsnittet har ingen text än.',
		moved:
			'Den som delar ett stycke i två räknas som skribent till den senare delen, och den som klistrar in text till det inklistrade.',
		blocks: {
			paragraph: 'Stycke',
			heading: 'Rubrik',
			picture: 'Bild',
			table: 'Tabell',
			indicator: 'Nyckeltal',
			figure: 'Stort tal',
			indicatorSummary: 'Sammanfattning av nyckeltal',
			areaTable: 'Områden',
			area: 'Område',
			areaTitle: 'Områdets namn',
			measureText: 'Åtgärd',
			measureComment: 'Kommentar till åtgärd',
			expectedResult: 'Förväntat resultat',
			quote: 'Citat',
			signature: 'Underskrift',
			rollUp: 'Intaget från andra rapporter'
		} as Record<string, string>,
		block: 'Block'
	}
};
