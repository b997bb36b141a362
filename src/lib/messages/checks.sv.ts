import type { FindingCode, FindingParams } from '#core/checks.ts';
import { isPeriod, periodLabel, UNKNOWN_PERIOD } from '#core/period.ts';

type Words = (p: FindingParams) => string;
const of = (p: FindingParams, name: string): string => p[name] ?? '';
const when = (p: FindingParams, name: string): string =>
	isPeriod(of(p, name)) ? periodLabel(of(p, name), 'sv') : of(p, name);
/** "3 elever", or "Talet 3" where a table does not say who is counted. */
const some = (p: FindingParams, name: string): string =>
	of(p, 'what') === '' ? `Talet ${of(p, name)} gäller` : `${of(p, name)} ${of(p, 'what')} är`;

/** What was found, a sentence each. */
const says: Record<FindingCode, Words> = {
	smallCount: (p) => `${some(p, 'count')} så få att någon kan kännas igen.`,
	maybeSmallCount: (p) => `${some(p, 'count')} få. Gäller det barn kan någon kännas igen.`,
	smallRest: (p) =>
		`${of(p, 'part')} av ${of(p, 'whole')} gör att de övriga ${of(p, 'rest')} pekas ut.`,
	smallBase: (p) => `Andelen är räknad på bara ${of(p, 'base')} ${of(p, 'what')}`.trim() + '.',
	shareIsSmall: (p) =>
		`${of(p, 'share')} procent av ${of(p, 'base')} betyder att ${of(p, 'count')} pekas ut.`,
	hiddenFollows: (p) => `Den dolda siffran går att räkna ut ur totalen: den är ${of(p, 'count')}.`,
	wholeGroup: (p) =>
		`${of(p, 'share')} procent av en liten grupp säger något om vart och ett av barnen.`,
	fewAndSensitive: (p) => `Uppgiften är känslig och gäller bara ${of(p, 'count')}.`,
	sumDiffers: (p) => `Delarna blir ${of(p, 'sum')} men totalen är ${of(p, 'total')}.`,
	partOverTotal: (p) => `De kända delarna blir ${of(p, 'sum')}, mer än totalen ${of(p, 'total')}.`,
	meanOutside: (p) =>
		`Värdet för alla, ${of(p, 'mean')}, ligger inte mellan gruppernas lägsta ${of(p, 'low')} och högsta ${of(p, 'high')}.`,
	sharesNotWhole: (p) => `Andelarna blir ${of(p, 'sum')} procent sammanlagt.`,
	shareDiffers: (p) =>
		`${of(p, 'count')} av ${of(p, 'base')} är ${of(p, 'right')} procent, men här står ${of(p, 'share')}.`,
	twoValues: (p) =>
		`Samma uppgift för ${when(p, 'period')} har två värden: ${of(p, 'written')} här och ${of(p, 'other')} på ett annat ställe.`,
	decimalPoint: (p) =>
		of(p, 'beside') === ''
			? `${of(p, 'written')} är skrivet med decimalpunkt.`
			: `${of(p, 'written')} är skrivet med decimalpunkt, men ${of(p, 'beside')} med komma.`,
	percentTight: (p) => `${of(p, 'written')} saknar mellanslag före procenttecknet.`,
	hyphenMinus: (p) => `${of(p, 'written')} är skrivet med bindestreck i stället för minustecken.`,
	thousands: (p) => `${of(p, 'written')} är svårt att läsa utan mellanrum mellan tusentalen.`,
	pointsOfRatio: (p) =>
		`${of(p, 'written')}: procentenheter är skillnaden mellan två andelar, och det här är ingen andel.`,
	directionContradicts: (p) =>
		of(p, 'wished') === 'high'
			? `En hög siffra sägs vara önskvärd${of(p, 'value') === '' ? '' : ` (${of(p, 'value')})`}, men här är en låg siffra bra för barnen.`
			: `En låg siffra sägs vara önskvärd${of(p, 'value') === '' ? '' : ` (${of(p, 'value')})`}, men här är en hög siffra bra för barnen.`,
	otherYear: (p) =>
		of(p, 'own') === UNKNOWN_PERIOD
			? `Det står inte vilket år kommunens siffra gäller. Jämförelsen gäller ${when(p, 'other')}.`
			: `Kommunens siffra gäller ${when(p, 'own')} men jämförelsen ${when(p, 'other')}.`,
	unexplained: (p) => `Förkortningen ${of(p, 'written')} förklaras inte.`,
	spelledTwoWays: (p) => `Samma förkortning är skriven på flera sätt: ${of(p, 'all')}.`,
	altMissing: () => 'Bilden saknar textalternativ.',
	altSaysNothing: (p) => `Textalternativet ”${of(p, 'written')}” säger inte vad bilden visar.`,
	linkEmpty: () => 'En länk saknar text.',
	linkSaysNothing: (p) => `Länktexten ”${of(p, 'written')}” säger inte vart länken leder.`,
	linkIsAddress: () => 'Länktexten är en webbadress, som läses upp bokstav för bokstav.',
	headingOrder: () => 'Underrubriken står inte under någon rubrik.',
	headingEmpty: () => 'En rubrik är tom.',
	tableWithoutHeader: () => 'Tabellen saknar rubrikrad.',
	personalNumber: (p) => `${of(p, 'written')} är ett personnummer eller samordningsnummer.`,
	maybePersonalNumber: (p) =>
		`${of(p, 'written')} ser ut som ett personnummer, men kontrollsiffran stämmer inte.`,
	telephone: (p) => `${of(p, 'written')} ser ut att vara ett telefonnummer till en person.`,
	personalEmail: (p) => `${of(p, 'written')} ser ut att vara en persons e-postadress.`,
	measureWithoutStatus: (p) =>
		of(p, 'count') === '1'
			? '1 åtgärd saknar status.'
			: `${of(p, 'count')} åtgärder saknar status.`,
	areaWithoutMeasure: (p) => `${of(p, 'count')} av ${of(p, 'total')} områden saknar åtgärder.`,
	areaWithoutDepartment: (p) =>
		`${of(p, 'count')} av ${of(p, 'total')} områden saknar förvaltning och ansvarig.`,
	areaDroppedWhileBegun: () => 'Området är påbörjat men finns inte med i planen.',
	lineageUnconfirmed: (p) =>
		`Ingen har bekräftat vägen för ${of(p, 'count')} av ${of(p, 'total')} områden.`,
	resultWithoutMeasure: () => 'Resultatet hänvisar till en åtgärd som är borttagen.',
	signNotPrinted: (p) => `Typsnittet i PDF och Word saknar ${of(p, 'signs')}.`,
	tooManyColumns: (p) =>
		`Tabellen har ${of(p, 'columns')} kolumner, men en sida rymmer högst ${of(p, 'most')}.`
};

/** What to do about it. */
const todo: Record<FindingCode, Words> = {
	smallCount: () => 'Slå ihop med en annan grupp, eller skriv ”färre än fem”.',
	maybeSmallCount: () => 'Slå ihop med en annan grupp om talet gäller barn.',
	smallRest: () => 'Beskriv i ord, eller slå ihop med en större grupp.',
	smallBase: () => 'Ta bort andelen, eller redovisa en större grupp.',
	shareIsSmall: () => 'Ta bort andelen eller antalet, eller redovisa en större grupp.',
	hiddenFollows: () => 'Dölj också en annan siffra i samma rad och kolumn, eller ta bort totalen.',
	wholeGroup: () =>
		'Fundera på om uppgiften kan skada något av barnen, och redovisa annars en större grupp.',
	fewAndSensitive: () =>
		'Fundera på om någon kan kännas igen, och redovisa annars en större grupp.',
	sumDiffers: () => 'Rätta en del eller totalen. Är talen avrundade, skriv det i tabellens rubrik.',
	partOverTotal: () => 'Rätta en del eller totalen.',
	meanOutside: () => 'Kontrollera att siffrorna gäller samma sak och samma år.',
	sharesNotWhole: () => 'Rätta en andel, eller skriv varför de inte blir hundra.',
	shareDiffers: () => 'Rätta andelen eller talen.',
	twoValues: () => 'Ta reda på vilket som är rätt och skriv det på båda ställena.',
	decimalPoint: (p) => `Skriv ${of(p, 'right')}.`,
	percentTight: (p) => `Skriv ${of(p, 'right')}, med hårt mellanslag.`,
	hyphenMinus: (p) => `Skriv ${of(p, 'right')}.`,
	thousands: (p) => `Skriv ${of(p, 'right')}.`,
	pointsOfRatio: (p) =>
		of(p, 'unit') === ''
			? 'Skriv skillnaden utan enhet.'
			: `Skriv skillnaden utan enhet. Nyckeltalet mäts i ${of(p, 'unit')}.`,
	directionContradicts: () =>
		'Kontrollera enheten, och ändra sedan den önskade riktningen eller texten.',
	otherYear: () => 'Jämför med samma år, eller skriv tydligt att åren skiljer sig.',
	unexplained: () =>
		'Skriv ut orden första gången, eller lägg till förkortningen i listan över förkortningar.',
	spelledTwoWays: (p) => `Skriv ${of(p, 'right')} överallt.`,
	altMissing: () => 'Skriv vad bilden visar.',
	altSaysNothing: () => 'Skriv vad bilden visar för den som inte ser den.',
	linkEmpty: () => 'Skriv vart länken leder, eller ta bort den.',
	linkSaysNothing: () => 'Skriv vart länken leder.',
	linkIsAddress: () => 'Skriv sidans namn i stället.',
	headingOrder: () => 'Gör den till en rubrik, eller sätt en rubrik före den.',
	headingEmpty: () => 'Skriv rubriken, eller ta bort raden.',
	tableWithoutHeader: () => 'Gör första raden till rubrikrad.',
	personalNumber: () => 'Ta bort numret.',
	maybePersonalNumber: () => 'Ta bort numret om det är en persons.',
	telephone: () => 'Skriv numret till växeln eller kontaktcenter i stället.',
	personalEmail: () => 'Skriv en gemensam adress i stället.',
	measureWithoutStatus: () => 'Välj en status. Vet ni inte hur det gick, välj okänd.',
	areaWithoutMeasure: () => 'Skriv vad som ska göras.',
	areaWithoutDepartment: () =>
		'Välj vilken förvaltning som ska göra det, eller skriv vem som ansvarar.',
	areaDroppedWhileBegun: () =>
		'Skriv i kommentaren varför arbetet slutar, eller ta med området i planen.',
	lineageUnconfirmed: () =>
		'Bekräfta vart områdena tog vägen, och vilka som är nya, på sidan Löftenas väg.',
	resultWithoutMeasure: () => 'Välj vilka åtgärder som resultatet följer av.',
	signNotPrinted: () => 'Ta bort tecknet, eller skriv med ord.',
	tooManyColumns: () => 'Dela tabellen, eller låt rader och kolumner byta plats.'
};

/** Swedish: the source. */
export const checks = {
	says,
	todo,
	title: 'Granskning',
	lede: 'Det här hittar systemet i avsnitten. Läs själv också: det ser inte allt, och det kan ta fel.',
	none: (n: number) => `${n} avsnitt är granskade. Det finns inget att anmärka på.`,
	severity: { blocking: 'Hindrar', advice: 'Se över' },
	counts: (hinders: number, advice: number) =>
		[
			...(hinders > 0 ? [`${hinders} hinder`] : []),
			...(advice > 0 ? [`${advice} att se över`] : [])
		].join(', '),
	hindersThen:
		'Det som hindrar behöver rättas innan avsnittet kan skickas in. En samordnare kan godta det med ett skäl.',
	overridden: (by: string) => `Godtaget av ${by}`,
	override: 'Godta ändå',
	/** Read out with the button. */
	overrideOf: (excerpt: string) => `: ${excerpt}`,
	reason: 'Skäl',
	reasonHint: 'Skälet sparas med ditt namn. Det gäller tills innehållet ändras.',
	send: 'Godta'
};
