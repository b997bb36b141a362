/** What was done to the installation, and how the whole trail is kept from change. */
export const trail = {
	title: 'Händelser i systemet',
	lede: 'Vem som ändrade personer, organisation och inställningar, och när. Varje rapport har sin egen lista över händelser.',
	none: 'Inget har hänt här än.',
	when: 'När',
	who: 'Vem',
	what: 'Vad',
	about: 'Gäller',
	reason: 'Skäl',
	server: 'Systemet',
	chain: {
		title: 'Så märks det om någon ändrar i efterhand',
		about:
			'Alla händelser, även rapporternas, är länkade i en kedja. Den som ändrar, tar bort eller skjuter in en rad bryter kedjan. Skriv gärna upp kedjans slut ibland och spara det på ett annat ställe.',
		length: 'Antal händelser',
		head: 'Kedjans slut',
		how: 'Den som sköter servern kontrollerar kedjan med',
		empty: 'Det finns inga händelser än.'
	},
	/** Acts that no report's page shows. */
	act: {
		'department.abbreviations': 'Ändrade förvaltningarnas förkortningar',
		'indicator.change': 'Ändrade en indikator',
		'indicator.create': 'Lade till en indikator',
		'indicator.fetch': 'Hämtade värden',
		'indicator.import': 'Läste in värden från en fil',
		'indicator.settle': 'Avgjorde en fråga om ett hämtat värde',
		'indicator.values': 'Ändrade värden',
		'installation.restore': 'Återställde en säkerhetskopia',
		'mail.retry': 'Försökte skicka mejl igen',
		'mail.test': 'Skickade ett provmejl',
		'person.firstAdministrator': 'Skapade den första administratören',
		'sender.save': 'Ändrade avsändaren'
	} as Record<string, string>
};
