/** Previews: the page where they are released, and what council members read. That is always in Swedish. */
export const preview = {
	title: 'Förhandsvisning',
	lede: 'Ledamöter kan läsa det som är godkänt innan beslutet. Visningen är märkt som utkast på varje sida och går att återkalla när som helst.',
	link: 'Förhandsvisning för ledamöter',
	back: 'Till publiceringen',

	released: (names: string) => `Förhandsvisningen är släppt till ${names}`,
	releasedThen: 'Läsarna får ett meddelande om de inte har valt bort det.',
	withdrawn: 'Förhandsvisningen är återkallad',
	withdrawnThen: 'Den finns inte längre för någon av läsarna.',

	what: 'Det här kommer med',
	sections: (n: number) => (n === 1 ? '1 godkänt avsnitt' : `${n} godkända avsnitt`),
	lacks: (n: number) =>
		n === 1
			? '1 avsnitt är inte godkänt. Läsarna ser att det saknas men inte vad som står i det.'
			: `${n} avsnitt är inte godkända. Läsarna ser att de saknas men inte vad som står i dem.`,
	showLacking: 'Visa vilka avsnitt som saknas',
	optional: 'frivilligt',
	hinders: 'Det här hindrar',
	nothing: 'Inget avsnitt är godkänt än, så det finns inget att visa.',
	noMembers:
		'Det finns ingen ledamot att släppa den till. Administratören ger människor rollen ledamot.',

	release: 'Släpp en ny version',
	readers: 'Vilka får läsa',
	message: 'Meddelande till läsarna',
	messageHint: 'Till exempel vad de ska läsa, och när det senast ska vara läst.',
	act: 'Släpp förhandsvisningen',
	chooseReaders: 'Välj minst en ledamot.',
	unknownReaders: 'Någon som du valde är inte ledamot längre. Välj igen.',

	list: 'Släppta versioner',
	none: 'Ingen förhandsvisning är släppt.',
	several:
		'Fler än en version går att läsa. Återkalla den äldre om läsarna bara ska ha den senaste.',
	newest: 'Senast släppta',
	by: (name: string) => `Släppt av ${name}`,
	readBy: 'Läsare',
	lost: (name: string) => `${name} (kan inte läsa längre)`,
	content: 'Innehåll',
	hash: 'Kontrollsumma',
	read: 'Läs den som läsarna ser den',
	/** What distinguishes one link or button from the next, for who hears them one by one. */
	ofDate: (date: string) => `versionen från ${date}`,
	withdraw: 'Återkalla',
	taken: (name: string) => `Återkallad av ${name}`,

	/** On the page of who reads. */
	mark: 'Utkast för läsning före beslut · inte offentlig',
	markOf: (date: string) =>
		`Utkast för läsning före beslut · inte offentlig · version från ${date}`,
	stamp: 'UTKAST',
	skip: 'Hoppa till innehållet',
	start: 'Till startsidan',
	from: (name: string, date: string) => `Släppt av ${name} ${date}`,
	undecided: 'Inget beslut är fattat än',
	version: 'Version',
	versionOf: (date: string) => `Utkast, ${date}`,
	newer: 'Det finns en nyare version att läsa.',
	readNewer: 'Läs den nyare versionen',
	published: 'Rapporten har publicerats sedan dess.',
	readPublished: (n: number) => `Läs utgåva ${n}`,
	standsBack: 'Återkallad: läsarna ser inte längre den här versionen.',
	missing: 'Avsnitt som inte är godkända',
	missingWhy: 'De visas inte här. De kan ändras eller läggas till före beslutet.',
	showMissing: (n: number) => (n === 1 ? 'Visa avsnittet' : `Visa de ${n} avsnitten`),
	withheld: 'Avsnitt som inte visas längre',
	withheldWhy: 'De innehåller uppgifter ur en publicerad rapport som har återtagits sedan dess.',

	/** On the start page. */
	toRead: 'Att läsa före beslut',
	draft: 'Utkast'
};
