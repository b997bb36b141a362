export const start = {
	title: (municipality: string) => (municipality ? `Barnbokslut i ${municipality}` : 'Barnbokslut'),
	lede: 'Hur har barnen det, vad har blivit bättre och vad återstår? Här finns de redovisningar som är beslutade och publicerade.',
	search: 'Sök i barnboksluten',
	published: 'Publicerat',
	nothingPublished: 'Inget barnbokslut är publicerat än.',
	edition: (number: number) => `utgåva ${number}`,
	year: (year: number) => `Verksamhetsåret ${year}`,
	toWork: 'Arbetar du med barnbokslutet?',
	awaits: (n: number) =>
		n === 0
			? 'Inget väntar på dig just nu'
			: n === 1
				? '1 avsnitt väntar på dig'
				: `${n} avsnitt väntar på dig`,
	toApprove: 'Att godkänna',
	forOthers: 'Väntar på en annan samordnare',
	forOthersWhy: 'Du har själv skrivit i de här avsnitten och kan därför inte godkänna dem.',
	toWrite: 'Att skriva',
	submittedBy: (name: string) => `Inskickat av ${name}`,
	editedBy: (name: string) => `Senast ändrat av ${name}`,
	noSection:
		'Din förvaltning har inga avsnitt än. Samordnaren delar ut dem, och då står de här. Du kan läsa rapporterna redan nu.',
	untouched: 'Ingen har skrivit här än',
	missing: (blocks: string) => `Saknar ${blocks}`,
	ready: 'Inget saknas, klart att skicka in',
	opened: (reason: string) => `Öppnat igen: ${reason}`,
	newest: 'Senast publicerat',
	read: 'Läs',
	reports: 'Rapporter'
};
