/** Godkännarens skrivbord: en sida för ett avsnitt. */
export const desk = {
	onPage: 'På sidan',
	room: 'Öppna i rapporten',
	history: 'Historik',
	board: 'Till översikten',
	hash: 'Kontrollsumma',
	lock: {
		draft: 'Avsnittet är öppet för skribenterna.',
		submittedThen: 'Texten är låst tills samordnaren godkänner eller återlämnar den.',
		approved: (by: string) => `Godkänt av ${by}`,
		approvedThen: 'Texten är låst. Samordnaren kan öppna den igen.',
		sentIn: (by: string) => `Inskickat av ${by}`,
		opened: (by: string) => `Öppnat av ${by}`,
		because: (reason: string) => `Skälet: ${reason}`
	},
	somebody: 'någon',
	done: {
		submitted: (name: string) => `${name} väntar fortfarande på beslut.`,
		approved: (name: string) => `${name} är godkänt.`,
		draft: (name: string) => `${name} är ett utkast igen. Skribenterna ser skälet.`
	},
	nextHere: 'Här är nästa avsnitt som väntar på dig.',
	noneLeft: 'Inget mer avsnitt i rapporten väntar på dig.',
	no: {
		title: 'Du kan inte godkänna avsnittet än',
		fourEyes:
			'Du har skrivit i avsnittet sedan det senast godkändes. Den som har skrivit godkänner inte.',
		fourEyesThen: (names: string) => `Be ${names} att godkänna det, eller återlämna det.`,
		fourEyesNobody:
			'Alla samordnare har skrivit i avsnittet. Någon som inte har skrivit behöver bli samordnare för rapporten.',
		mustMeet: (n: number) =>
			n === 1
				? 'En kommentar måste åtgärdas före godkännandet.'
				: `${n} kommentarer måste åtgärdas före godkännandet.`,
		mustMeetThen: 'Markera dem som åtgärdade om de är det, eller återlämna avsnittet.',
		mustMeetLink: 'Till kommentarerna',
		findings: (n: number) =>
			n === 1 ? 'Ett fynd i granskningen hindrar.' : `${n} fynd i granskningen hindrar.`,
		findingsThen: 'Godta dem med ett skäl, eller återlämna avsnittet så att texten kan ändras.',
		findingsLink: 'Till fynden'
	},
	or: 'eller',
	text: {
		title: 'Texten',
		published:
			'Så här visas texten i utgåvan. Fotnoter numreras genom hela utgåvan, så deras nummer kan bli andra.',
		draft: 'Så här skulle texten visas i utgåvan om den skickades in nu.',
		show: 'Visa',
		whole: 'Hela texten',
		changes: {
			approved: 'Ändringar sedan godkännandet',
			submitted: 'Ändringar sedan förra inskicket'
		},
		first:
			'Avsnittet har inte varit godkänt eller inskickat förut, så det finns inget att jämföra med.',
		empty: 'Avsnittet har ingen text.'
	},
	findings: {
		title: 'Fynd i granskningen',
		none: 'Granskningen hittade inget.',
		counts: (blocking: number, advice: number) =>
			[
				blocking > 0 ? (blocking === 1 ? '1 hindrar' : `${blocking} hindrar`) : '',
				advice > 0 ? (advice === 1 ? '1 råd' : `${advice} råd`) : ''
			]
				.filter((part) => part !== '')
				.join(', ')
	},
	comments: {
		title: 'Öppna kommentarer',
		none: 'Inga öppna kommentarer.',
		mustMeet: 'Måste åtgärdas',
		suggestion: 'Förslag',
		whole: 'Om hela avsnittet',
		gone: 'Stycket är borttaget. Det stod:',
		instead: 'I stället:',
		nothing: 'inget, orden tas bort',
		answers: (n: number) => (n === 1 ? '1 svar' : `${n} svar`),
		withdrawn: 'Kommentaren är tillbakadragen.',
		open: 'Läs och svara i rapporten'
	},
	late: {
		title: 'Sena bidrag',
		none: 'Inga sena bidrag väntar.',
		decided: (n: number) => (n === 1 ? '1 är avgjort.' : `${n} är avgjorda.`),
		all: 'Alla sena bidrag i rapporten'
	},
	figures: {
		title: 'Siffror som har ändrats sedan dess',
		none: 'Siffrorna är de som källorna anger i dag.',
		hint: 'Avsnittet behåller sina siffror. Återlämna det om de nya ska in.'
	},
	wrote: {
		title: 'Vilka har skrivit',
		since: 'Sedan avsnittet senast godkändes.',
		none: 'Ingen har skrivit sedan avsnittet senast godkändes.',
		words: (n: number) =>
			n === 0 ? 'inget ord står kvar' : n === 1 ? '1 ord i texten' : `${n} ord i texten`,
		authors: 'Se vem som har skrivit vad'
	},
	decision: {
		title: 'Beslut',
		approve: 'Godkänn',
		approveTitle: (name: string) => `Godkänn ${name}?`,
		approveNext:
			'Du godkänner texten som den står på sidan. Den är låst tills någon öppnar den igen.',
		giveBack: {
			button: 'Återlämna',
			title: 'Återlämna avsnittet',
			next: 'Avsnittet blir ett utkast igen. Skribenterna ser skälet.',
			reason: 'Vad behöver ändras?'
		},
		reopen: {
			button: 'Öppna igen',
			title: 'Öppna avsnittet igen',
			next: 'Godkännandet upphör att gälla. Avsnittet blir ett utkast igen.',
			reason: 'Varför öppnas avsnittet?'
		},
		notYet: 'Du kan inte godkänna än.',
		why: 'Se varför',
		draft: 'Ett utkast kan godkännas när det har skickats in.',
		next: (name: string) => `Nästa: ${name}`,
		newText: 'Texten på sidan är den nya. Läs den innan du godkänner.',
		noAnswer: 'Servern svarade inte. Inget är gjort. Försök igen.'
	},
	keys: {
		title: 'Kortkommandon',
		use: 'Använd tangenterna a och r',
		hint: 'a godkänner och r återlämnar, när du inte står i ett fält. Du får alltid en fråga först.'
	}
};
