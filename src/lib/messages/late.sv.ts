/** Sena bidrag: det som mötte ett lås, en förlorad rätt eller ett borttaget stycke. */
export const late = {
	title: 'Sena bidrag',
	lede: {
		all: 'Det här kom inte in i texten: avsnittet var låst, skribenten hade inte längre rätt att skriva, eller stycket togs bort under tiden. Ta in det eller avböj det med ett skäl.',
		own: 'Det här skrev du som inte kom in i texten. Samordnaren tar in det eller avböjer det med ett skäl.'
	},
	filter: 'Visa',
	states: { open: 'Väntar', accepted: 'Intagna', declined: 'Avböjda', all: 'Alla' },
	none: {
		open: 'Inget sent bidrag väntar.',
		accepted: 'Inget är intaget.',
		declined: 'Inget är avböjt.',
		all: 'Det finns inga sena bidrag.'
	},
	of: (author: string) => `Sent bidrag av ${author}`,
	mine: 'Ditt sena bidrag',
	came: 'Kom',
	base: 'Skrivet mot texten från',
	noBase: 'Skrivet innan texten hade lästs in.',
	since: (n: number) =>
		n === 0
			? 'Texten är densamma sedan dess.'
			: n === 1
				? 'Texten har ändrats en gång sedan dess.'
				: `Texten har ändrats ${n} gånger sedan dess.`,
	stopped: {
		submitted: (by: string) => `Avsnittet var inskickat av ${by}.`,
		approved: (by: string) => `Avsnittet var godkänt av ${by}.`,
		forbidden: 'Skribenten hade inte längre rätt att skriva i avsnittet.',
		deleted: 'Stycket togs bort av någon annan medan det skrevs.',
		locked: 'Avsnittet var låst.'
	},
	somebody: 'någon',
	placed: {
		inPlace: 'Tas in där det skrevs, i sitt sammanhang.',
		atEnd:
			'Tas in sist i avsnittet: stället där det skrevs finns inte kvar. Flytta orden dit de hör.',
		otherEpoch:
			'Tas in sist i avsnittet: dokumentet har byggts om sedan det skrevs. Flytta orden dit de hör, och ta bort det som står dubbelt.'
	},
	not: {
		nothingLeft:
			'Allt i bidraget står redan i texten. Det finns inget att ta in; avböj det med den förklaringen.',
		otherEpoch:
			'Dokumentet har byggts om och bidraget ändrade inga ord, bara hur de står. Det kan inte tas in.',
		tooLarge:
			'Avsnittet blir för stort om bidraget tas in. Korta texten först, eller avböj bidraget.',
		unreadable: 'Bidraget går inte att läsa som text i avsnittet. Det kan inte tas in.'
	},
	difference: 'Vad texten blir',
	words: 'Orden i bidraget',
	noWords: 'Bidraget ändrar inga ord.',
	locked: {
		submitted:
			'Avsnittet är inskickat och låst. Återlämna det först, sedan går det att ta in bidraget.',
		approved: 'Avsnittet är godkänt och låst. Öppna det först, sedan går det att ta in bidraget.',
		link: 'Till beslutet om avsnittet'
	},
	accept: 'Ta in',
	acceptOf: (author: string) => ` bidraget av ${author}`,
	decline: 'Avböj',
	declineOf: (author: string) => ` bidraget av ${author}`,
	reason: 'Varför tas det inte in?',
	reasonHint: 'Skribenten läser skälet.',
	send: 'Avböj bidraget',
	decided: {
		accepted: (by: string) => `Intaget av ${by}`,
		declined: (by: string) => `Avböjt av ${by}`,
		reason: (reason: string) => `Skälet: ${reason}`
	},
	done: {
		accepted: (author: string) => `Bidraget är intaget i texten, i namn av ${author}.`,
		declined: (author: string) => `Bidraget är avböjt. ${author} får veta skälet.`
	},
	waits: 'Väntar på samordnaren.'
};
