export const audit = {
	title: 'Händelser',
	lede: 'Vem som gjorde vad, och när. Raderna kan inte ändras eller tas bort.',
	section: 'Avsnitt',
	all: 'Alla avsnitt',
	show: 'Visa',
	none: 'Inget har hänt här än.',
	when: 'När',
	who: 'Vem',
	what: 'Vad',
	where: 'Var',
	change: 'Läge',
	reason: 'Skäl',
	hash: 'Kontrollsumma',
	server: 'Systemet',
	wholeReport: 'Rapporten',
	to: 'till',
	act: {
		'report.create': 'Skapade rapporten',
		'report.publish': 'Publicerade rapporten',
		'section.submit': 'Skickade in för godkännande',
		'section.approve': 'Godkände',
		'section.return': 'Återlämnade',
		'section.reopen': 'Öppnade igen',
		'section.change': 'Ändrade uppgifterna om avsnittet',
		'section.late': 'Ändring som kom för sent sparades',
		'image.add': 'Lade till en bild'
	} as Record<string, string>,
	edition: (number: number) => `Utgåva ${number}`,
	changed: {
		title: (to: string) => `Titel: ${to}`,
		owner: (to: string) => `Ägare: ${to}`,
		articles: (to: string) => `Artiklar: ${to}`,
		shared: (to: string) => `Delas med: ${to}`
	},
	nobody: 'ingen'
};
