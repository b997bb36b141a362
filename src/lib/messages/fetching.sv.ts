import type { SourceWhy } from '#core/result.ts';

export const fetching = {
	title: 'Hämta från Kolada',
	lede: 'Värden som någon har skrivit in ändras inte. Det som skiljer sig får du ta ställning till. Inskickade och godkända avsnitt behåller sina värden.',
	last: (when: string) => `Senast hämtat ${when}.`,
	indicators: 'Nyckeltal',
	noIndicators: 'Inget nyckeltal har Koladas id än. Sök upp ett i Kolada först.',
	without: (n: number) =>
		n === 1
			? '1 nyckeltal saknar Koladas id och hämtas inte.'
			: `${n} nyckeltal saknar Koladas id och hämtas inte.`,
	latest: (period: string) => (period === '' ? 'inget värde' : `senast ${period}`),
	next: (period: string, date: string) => `${period} kommer ${date}`,
	for: 'För vilka',
	own: (name: string) => name || 'Kommunen själv',
	members: (n: number) => (n === 1 ? '1 kommun' : `${n} kommuner`),
	years: 'Vilka år',
	from: 'Från och med',
	to: 'Till och med',
	code: 'Kommunkod',
	codeHint: 'Fyra siffror. Under den koden hämtas kommunens egna värden.',
	start: 'Hämta värden',
	cancel: 'Avbryt hämtningen',
	refresh: 'Visa hur långt det har kommit',
	progress: 'Hämtning',
	steps: {
		measures: 'Läser om nyckeltalen',
		groups: 'Läser om grupperna',
		values: (name: string) => `Hämtar för ${name}`,
		storing: 'Sparar'
	},
	count: (done: number, total: number) => `${done} av ${total}`,
	by: (name: string) => `Startad av ${name}`,
	done: (written: number) =>
		written === 0
			? 'Klart. Inget hade ändrats.'
			: written === 1
				? 'Klart. 1 värde är nytt eller ändrat.'
				: `Klart. ${written} värden är nya eller ändrade.`,
	same: (n: number) => (n === 1 ? '1 värde var som förut.' : `${n} värden var som förut.`),
	typed: (n: number) =>
		n === 1
			? '1 inskrivet värde skiljer sig från källan och står kvar.'
			: `${n} inskrivna värden skiljer sig från källan och står kvar.`,
	partFailed: (name: string, n: number) =>
		`${name}: ${n === 1 ? '1 nyckeltal' : `${n} nyckeltal`} kunde inte hämtas. Det som fanns står kvar.`,
	why: {
		unreachable: 'Källan gick inte att nå.',
		slow: 'Källan svarade inte i tid.',
		busy: 'Källan hade för mycket att göra.',
		failing: 'Källan hade ett fel hos sig.',
		declined: 'Källan har inget för gruppen, och medlemmarna gick inte att slå upp.',
		notUnderstood: 'Svaret gick inte att förstå.',
		elsewhere: 'Källan hänvisade till en annan adress.',
		tooMuch: 'Svaret var för stort.',
		cancelled: 'Det avbröts.'
	} satisfies Record<SourceWhy, string> as Record<SourceWhy, string>,
	notices: 'Att ta ställning till',
	waiting: (n: number) =>
		n === 1 ? '1 sak att ta ställning till' : `${n} saker att ta ställning till`,
	noNotices: 'Inget väntar på att du tar ställning.',
	notice: {
		typed: (typed: string, by: string, fetched: string) =>
			`${by ? `${by} skrev in` : 'Inskrivet är'} ${typed}. Källan anger ${fetched}.`,
		valueGone: (had: string) => `Hämtat tidigare: ${had}. Källan har inte kvar värdet.`,
		title: (before: string, after: string) => `Hette: ${before} Heter nu: ${after}`,
		definition: (before: string, after: string) => `Förut: ${before} Nu: ${after}`,
		kpiGone: (id: string) =>
			`${id} finns inte längre i Kolada. Värdena står kvar. Byt till ett annat mått om det behövs.`,
		members: (left: string, come: string) =>
			`${left ? `Inte längre med: ${left}. ` : ''}${come ? `Nya: ${come}. ` : ''}Värdena räknas på de gamla medlemmarna tills du byter.`,
		groupGone: (id: string) =>
			`${id} finns inte längre i Kolada. Värdena räknas på de medlemmar som är kända.`
	},
	heading: {
		typed: 'Ett annat värde i källan',
		valueGone: 'Värdet är borta i källan',
		title: 'Nyckeltalet har bytt namn',
		definition: 'Nyckeltalet beskrivs på ett annat sätt',
		kpiGone: 'Nyckeltalet är borta i källan',
		members: 'Gruppen har andra medlemmar',
		groupGone: 'Gruppen är borta i källan'
	},
	take: {
		typed: 'Ta källans värde',
		valueGone: 'Ta bort värdet',
		members: 'Byt till de nya'
	},
	leave: {
		typed: 'Behåll det inskrivna',
		valueGone: 'Behåll värdet',
		members: 'Behåll de gamla'
	},
	seen: 'Uppfattat',
	aboutNotice: (act: string, what: string) => `${act}: ${what}`,
	search: {
		title: 'Nyckeltal ur Kolada',
		label: 'Sök i Kolada',
		hint: 'En del av titeln, eller ett id som N15419.',
		button: 'Sök',
		hits: (n: number) => (n === 1 ? '1 träff' : `${n} träffar`),
		none: 'Ingen träff. Pröva ett kortare ord.',
		most: 'Bara de 50 första visas. Skriv mer för att hitta rätt.',
		add: 'Lägg till',
		addOf: (title: string) => `Lägg till ${title}`,
		has: 'Finns redan',
		unit: (unit: string) => `Enhet: ${unit}`,
		ended: (year: number) => `Upphörde ${year}`,
		gender: 'Även flickor och pojkar',
		set: 'Vanliga i ett barnbokslut',
		setLede: 'Välj ett mått för varje fråga och håll fast vid det från år till år.',
		more: 'Fler att välja på',
		instead: (id: string, counts: string) => `${id} räknar ${counts}.`,
		gaps: 'Finns inte i Kolada',
		confirm:
			'Kolada anger varken enhet eller önskad riktning. Förslagen är lästa ur titeln. Kontrollera dem.'
	},
	groups: {
		title: 'Jämförelsegrupper',
		lede: 'En grupp har medlemmar och ett år. Riket är hela landets värde. Alla kommuner är ett medelvärde där varje kommun väger lika.',
		present: 'Kommunens grupper',
		none: 'Det finns inga grupper än.',
		year: (year: number) => `indelning ${year}`,
		kind: {
			similar: 'Liknande kommuner',
			nation: 'Riket',
			allMunicipalities: 'Alla kommuner (ovägt)',
			own: 'Vald grupp'
		},
		search: 'Sök grupp i Kolada',
		searchHint: 'Till exempel liknande kommuner och kommunens namn.',
		name: 'Namn i en mening',
		nameHint: 'Till exempel: liknande kommuner.',
		add: 'Lägg till gruppen',
		addOf: (title: string) => `Lägg till gruppen: ${title}`,
		addNation: 'Lägg till Riket',
		nation: 'riket',
		all: 'alla kommuner',
		similar: (family: string) => (family ? `liknande kommuner (${family})` : 'liknande kommuner'),
		make: 'Gör en egen grupp',
		makeMembers: 'Kommuner',
		makeMembersHint: 'Namn med komma eller radbrytning emellan.',
		makeYear: 'År',
		makeYearHint: 'Året då gruppen valdes.',
		makeButton: 'Gör gruppen',
		change: 'Ändra medlemmarna',
		changeOf: (name: string) => `Ändra medlemmarna: ${name}`,
		changeYear: 'Indelningens år',
		changeYearHint: 'Året då de här kommunerna valdes.',
		changeMembersHint: 'En kommun på varje rad. Lägg till eller ta bort.',
		changeThen:
			'Värden som redan finns gäller de gamla medlemmarna. De står kvar och är märkta så tills de hämtas på nytt. Inskickade och godkända avsnitt ändras inte.',
		changeSource: (id: string) =>
			`Gruppen kommer från Kolada (${id}). Väljer du andra medlemmar räknar vi medelvärdet själva, och nästa hämtning säger att källan har andra.`,
		changeSave: 'Spara medlemmarna',
		changed: (name: string) => `${name} har fått nya medlemmar.`,
		changedThen: 'Värdena gäller de gamla tills du hämtar på nytt.',
		unknownMembers: (names: string) => `Finns inte i Kolada: ${names}.`,
		done: 'Gruppen är tillagd.'
	},
	drift: {
		title: 'Skiljer sig från låsta avsnitt',
		lede: 'Avsnitten ändras inte. Ska de ha dagens värde behöver de öppnas igen.'
	}
};
