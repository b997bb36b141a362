/** The page that holds two editions side by side. */
export const compare = {
	title: (after: string, before: string) => `${after} jämfört med ${before}`,
	titleAlone: (title: string) => `Jämför ${title} med ett annat år`,
	titleCorrection: (title: string, n: number) => `${title}: vad utgåva ${n} ändrade`,
	description: (after: string, before: string, municipality: string) =>
		`Vad som skiljer ${after} från ${before}, ${municipality}: siffrorna, löftena och texten.`,
	older: 'Äldre',
	newer: 'Nyare',
	editionLine: (title: string, n: number, date: string) =>
		`${title}, utgåva ${n}, publicerad ${date}`,
	reason: (n: number) => `Därför finns utgåva ${n}:`,
	compareWith: 'Jämför med en annan utgåva',
	nothing: 'Det finns ingen tidigare utgåva att jämföra med än.',
	nothingHow:
		'När nästa års rapport, eller en rättad utgåva, är publicerad visas skillnaderna här.',
	readEdition: 'Läs utgåvan',
	how: 'Jämförelsen görs automatiskt av de två publicerade utgåvorna. Det som är okänt räknas inte som en förändring.',
	contents: 'Innehåll',

	figures: 'Siffrorna',
	figuresNone: 'Ingen av utgåvorna redovisar nyckeltal.',
	figuresBoth: (n: number) =>
		n === 1 ? 'Ett nyckeltal finns i båda:' : `${n} nyckeltal finns i båda:`,
	figuresBothNone: 'Inget nyckeltal finns i båda.',
	figuresAllSame: 'Alla siffror är desamma i båda utgåvorna.',
	kinds: {
		improved: (n: number) => (n === 1 ? '1 förbättrat' : `${n} förbättrade`),
		worsened: (n: number) => (n === 1 ? '1 försämrat' : `${n} försämrade`),
		unchanged: (n: number) => (n === 1 ? '1 oförändrat' : `${n} oförändrade`),
		changed: (n: number) =>
			n === 1 ? '1 ändrat utan att bedömas' : `${n} ändrade utan att bedömas`,
		notComparable: (n: number) =>
			n === 1 ? '1 går inte att jämföra' : `${n} går inte att jämföra`,
		unknown: (n: number) => (n === 1 ? '1 är okänt' : `${n} är okända`),
		added: (n: number) => (n === 1 ? '1 är nytt' : `${n} är nya`),
		gone: (n: number) => (n === 1 ? '1 finns inte längre med' : `${n} finns inte längre med`)
	},
	figuresCaption: 'Nyckeltalen i båda utgåvorna',
	indicator: 'Nyckeltal',
	change: 'Förändring',
	words: {
		improved: 'Förbättrat',
		worsened: 'Försämrat',
		unchanged: 'Oförändrat',
		changed: 'Ändrat',
		notComparable: 'Ej jämförbart',
		unknown: 'Okänt'
	},
	revisedWord: 'Reviderat',
	onlyParts: 'Redovisas bara uppdelat',
	noValue: 'Inget värde',
	hindrances: {
		definition: 'definitionen är ändrad',
		unit: (was: string, now: string) => `enheten är ändrad från ${was} till ${now}`,
		noUnit: 'antal',
		source: (was: string, now: string) => `källan är en annan: ${was} då, ${now} nu`,
		periodUnknown: 'året är inte angivet',
		periodKind: 'värdena gäller olika slags perioder',
		samePeriod: 'båda utgåvorna redovisar samma värde för samma period',
		revised: 'samma period har fått ett annat värde',
		earlier: 'den nyare utgåvan redovisar en äldre period'
	},
	missing: {
		then: 'värdet saknas i den äldre utgåvan',
		now: 'värdet saknas i den nyare utgåvan',
		both: 'värdet saknas i båda utgåvorna'
	},
	alsoChanged: (what: string) => `Dessutom: ${what}.`,
	directionChanged: 'Önskad riktning är ändrad, så det sägs inte om det är bättre eller sämre.',
	noDirection: 'Ingen önskad riktning är angiven.',
	measuredFrom: (period: string, value: string) =>
		`Värdet för ${period} är reviderat till ${value}, och förändringen räknas därifrån.`,
	renamed: (title: string) => `Hette ”${title}”.`,
	definitions: 'Visa definitionerna',
	definitionThen: 'Då',
	definitionNow: 'Nu',
	noDefinition: 'Ingen definition.',
	revisions: (n: number) => (n === 1 ? '1 reviderat värde' : `${n} reviderade värden`),
	revision: (what: string, then: string, now: string) => `${what}: ${then} då, ${now} nu`,
	parts: (n: number) => (n === 1 ? 'Visa 1 del' : `Visa ${n} delar`),
	partLine: (name: string, then: string, now: string, word: string) =>
		`${name}: ${then} då, ${now} nu. ${word}`,
	dated: (value: string, period: string) => `${value} (${period})`,
	groups: {
		both: (group: string, then: string, now: string) => `Mot ${group}: ${then} då, ${now} nu`,
		onlyThen: (group: string, then: string) => `Mot ${group}: ${then} då, ingen jämförelse nu`,
		onlyNow: (group: string, now: string) => `Mot ${group}: ingen jämförelse då, ${now} nu`,
		notComparable: (reasons: string) => `Ej jämförbart: ${reasons}.`,
		members: (joined: string, left: string) =>
			[
				'gruppen har andra medlemmar',
				joined === '' ? '' : `nya är ${joined}`,
				left === '' ? '' : `borta är ${left}`
			]
				.filter((part) => part !== '')
				.join(', '),
		membersUnknown: 'medlemmarna är bara kända i den ena utgåvan',
		year: 'gruppen är av olika år, och medlemmarna är inte kända',
		mean: 'medelvärdet är uträknat på olika sätt'
	},
	newFigures: 'Nya nyckeltal',
	goneFigures: 'Nyckeltal som inte längre redovisas',
	unchangedFigures: (n: number) =>
		n === 1 ? 'Ett nyckeltal har samma uppgifter' : `${n} nyckeltal har samma uppgifter`,
	and: ' och ',

	promises: 'Löftena och utfallet',
	promisesHow: (before: string, after: string) =>
		`Raderna i planen i ${before} bredvid uppföljningen i ${after}. Områden som uppföljningen har fått från planen är parade som de är, andra efter namn eller åtgärdernas ordalydelse. Statusen är uppföljningens egen.`,
	promisesYears:
		'Det ligger mer än ett år mellan utgåvorna. Uppföljningen kan gälla en nyare plan.',
	promisesNone: 'Den äldre utgåvan har ingen plan, och den nyare ingen uppföljning.',
	promisesNoPlan: 'Den äldre utgåvan har ingen plan att följa upp.',
	promisesNoFollowUp: 'Den nyare utgåvan har ingen uppföljning.',
	promisesCount: (n: number, all: number) =>
		n === all
			? `Alla ${all} områden i planen finns i uppföljningen.`
			: `${n} av ${all} områden i planen finns i uppföljningen.`,
	statusCount: (status: string, n: number) => `${status}: ${n}`,
	noStatus: 'Utan status',
	promisesCaption: 'Vad som lovades och hur det gick',
	area: 'Område',
	promised: 'Lovat',
	status: 'Status',
	comment: 'Kommentar',
	areaNow: (area: string) => `I uppföljningen: ${area}`,
	unanswered: 'Lovades, men finns inte i uppföljningen under samma namn',
	unasked: 'Följs upp, men fanns inte i planen under samma namn',
	ambiguous: 'Flera rader har samma namn, så raden är inte parad.',

	text: 'Texten',
	textHow:
		'Orden jämförs, inte fetstil och länkar. Tillagda ord är understrukna och borttagna överstrukna.',
	textSame: 'Texten är densamma i båda utgåvorna.',
	sectionCounts: {
		changed: (n: number) => (n === 1 ? '1 avsnitt är ändrat' : `${n} avsnitt är ändrade`),
		added: (n: number) => (n === 1 ? '1 avsnitt är nytt' : `${n} avsnitt är nya`),
		removed: (n: number) => (n === 1 ? '1 avsnitt är borttaget' : `${n} avsnitt är borttagna`),
		same: (n: number) => (n === 1 ? '1 avsnitt är oförändrat' : `${n} avsnitt är oförändrade`)
	},
	sectionMarks: { changed: 'Ändrat', added: 'Nytt avsnitt', removed: 'Borttaget avsnitt' },
	sectionList: 'Avsnitt med ändringar',
	sameList: (n: number) =>
		n === 1 ? 'Visa det oförändrade avsnittet' : `Visa de ${n} oförändrade avsnitten`,
	folded: '… oförändrat …',
	foldedPassages: (n: number) =>
		n === 1 ? '… ett stycke oförändrat …' : `… ${n} stycken oförändrade …`,
	foldedRows: (n: number) => (n === 1 ? '… en rad oförändrad …' : `… ${n} rader oförändrade …`),
	rewritten: 'Hela avsnittet är omskrivet.',
	showOld: (n: number) =>
		n === 1 ? 'Visa den tidigare texten (ett stycke)' : `Visa den tidigare texten (${n} stycken)`,
	showNew: (n: number) =>
		n === 1 ? 'Visa den nya texten (ett stycke)' : `Visa den nya texten (${n} stycken)`,
	emptied: 'Avsnittet har ingen text längre.',
	formOnly:
		'Orden är desamma. Något annat än orden är ändrat, till exempel en länk, fetstil eller numrering.',
	renumbered: (was: string, now: string) => `Hade nummer ${was}, har nummer ${now}.`,
	movedFrom: (chapter: string) => `Stod i kapitlet ${chapter}.`,
	titleChanged: 'Rubriken är ändrad:',
	department: (was: string, now: string) => `Ansvarig var ${was}, är ${now}.`,
	coordinator: 'samordnaren',
	articles: (was: string, now: string) => `Artiklar: ${was} då, ${now} nu.`,
	noArticles: 'inga',
	nowIn: (section: string) => `Det mesta av texten står nu i ${section}.`,
	wasIn: (section: string) => `Det mesta av texten stod i ${section}.`,
	passageNowIn: (section: string) => `Står nu i ${section}:`,
	passageWasIn: (section: string) => `Stod i ${section}:`,
	moved: 'Flyttat inom avsnittet:',
	picture: 'Bild:',
	pictureReplaced: 'Bilden är utbytt.',
	indicatorBlock: 'Nyckeltal:',
	summaryBlock: 'Nyckeltalen i sammandrag',
	quoteSource: 'Källa till citatet:',
	note: 'Not:',
	tableReshaped: 'Tabellen har fått andra kolumner, så den tidigare står hel före den nya.',
	tableRegion: (section: string) => `Tabell i ${section}`
};
