/** From one year to the next: the new report, and last year's text beside this year's. */
export const years = {
	title: 'Nästa års rapport',
	link: 'Gör nästa års rapport',
	lede: 'Rapporten byggs upp som den förra. Texterna skriver ni på nytt, med förra årets text att läsa bredvid.',
	none: 'Det finns ingen publicerad rapport att gå vidare från.',
	fromTemplate: 'Gör en rapport av en mall i stället',
	from: 'Förra rapporten',
	option: (title: string, authority: string, number: number) =>
		`${title}, ${authority}, utgåva ${number}`,
	show: 'Visa',
	source: (title: string, number: number) => `Ur ${title}, utgåva ${number}`,
	carried: 'Det här följer med',
	sections: (n: number) =>
		n === 1
			? '1 avsnitt med ägare, delning, artiklar och frågor.'
			: `${n} avsnitt med ägare, delning, artiklar och frågor.`,
	indicators: (n: number) =>
		n === 0
			? 'Inga nyckeltal: den förra rapporten räknade inga.'
			: `${n} nyckeltal. ${n === 1 ? 'Det' : 'De'} visar de nya perioderna när värdena är inne.`,
	promises: (areas: number, measures: number, section: string) =>
		`${areas === 1 ? '1 utvecklingsområde' : `${areas} utvecklingsområden`} med ${measures === 1 ? '1 åtgärd' : `${measures} åtgärder`} att följa upp i ${section}. Ingen åtgärd har någon status än.`,
	noPromises: 'Förra utgåvan har ingen plan att följa upp.',
	isNew: (section: string) => `Avsnittet ${section} är nytt, för det fanns inget att följa upp i.`,
	isRequiredNow: (section: string) =>
		`Avsnittet ${section} måste finnas med i år, för nu finns det något att följa upp.`,
	fixed: 'Mallens fasta texter.',
	left: 'Det här följer inte med',
	texts:
		'Texter, egna tabeller, citat och bilder. Ingen mening kopieras; förra årets text visas bredvid varje avsnitt.',
	decisions: 'Godkännanden och händelser. Alla avsnitt börjar som utkast.',
	absent: 'De här avsnitten var inte med i utgåvan. De finns kvar i uppbyggnaden och börjar tomma:',
	outsiders:
		'Andra nämnders förvaltningar följer inte med. Dela avsnitten med dem igen i översikten:',
	unread: 'Rader i planen som du behöver se efter',
	unreadLede:
		'Förra årets plan står i en vanlig tabell. De här raderna kunde inte läsas hela. Rätta dem i uppföljningen när rapporten är gjord.',
	why: {
		nothing: 'Följer inte med: varken område eller åtgärd hittades.',
		noMeasures: 'Området följer med utan åtgärder.',
		noArea: 'Åtgärderna följer med utan områdets namn.'
	},
	already: 'Det finns redan en rapport som är gjord av den här.',
	alreadyThen: 'Du kan göra en till. Den som finns ändras inte.',
	year: 'Verksamhetsår',
	yearHint: 'Året som det nya bokslutet handlar om.',
	name: 'Titel',
	create: 'Skapa rapporten',
	then: 'Den förra rapporten och dess utgåvor ändras inte.',

	beside: {
		title: 'Förra årets text',
		plan: 'Det här lovades',
		text: 'Så här stod det',
		decided: (title: string, body: string, date: string) =>
			`${title}. Beslutad av ${body} ${date}.`,
		whole: 'Läs i utgåvan',
		note: 'Att läsa bredvid. Ingenting kopieras in i avsnittet.',
		write: 'Till texten',
		reading: 'Hämtar förra årets text …',
		failed: 'Förra årets text kunde inte hämtas.',
		noAnswer: 'Det kom inget svar. Försök igen om en stund.',
		retry: 'Försök igen'
	}
};
