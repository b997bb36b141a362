import type { FollowedArea } from '#server/demo/areas.ts';

/** The twelve areas of last year's plan, and how they went: five completed, seven begun. */
export const followedAreas: FollowedArea[] = [
	{
		area: 'Skola som arena/Lights on',
		units: ['SVF'],
		measures: [
			'Bestäm vem som är värd på varje skola när lektionerna är slut.',
			'Planera eftermiddagarna ihop med mötesplatserna för unga.'
		],
		expected: ['Unga möter samma vuxna och vet vem de kan vända sig till.'],
		status: 'Påbörjad',
		comment: ['Rollerna är beskrivna, men alla skolor har inte fått en namngiven värd.']
	},
	{
		area: 'Heder och HBTQi-frågor',
		units: ['SVF'],
		measures: ['Arbeta närmare handläggarna i ärenden om hedersrelaterat våld och förtryck.'],
		expected: ['Fler unga får skydd och stöd innan det blir akut.'],
		status: 'Påbörjad',
		comment: [
			'Några träffar har hållits gemensamt, och personalen har börjat arbeta med normer. Samarbetet med handläggarna i HBTQi-frågor har inte kommit igång.'
		]
	},
	{
		area: 'Öka barns delaktighet',
		units: ['SVF', 'FIP', 'FOR'],
		measures: [
			'Låt barn och unga planera mer av det som händer på fritiden.',
			'Inför samma metoder för samtal med barn i alla enheter och sprid Socialstyrelsens stöd för att bedöma mognad.'
		],
		expected: [
			'Fler aktiviteter leds av unga.',
			'Det går att läsa i varje utredning vad barnet har sagt.'
		],
		status: 'Genomförd',
		comment: [
			'Unga har varit med och planerat. Rutinen för evenemang behöver användas en tid innan den sitter.',
			'Personalen är utbildad, och barn har intervjuats om hur de upplevde kontakten.'
		]
	},
	{
		area: 'Lovaktiviteter och feriearbeten',
		units: ['SVF'],
		measures: [
			'Flytta kostnaden från tillfälliga bidrag till den vanliga budgeten.',
			'Ge besked om pengar i så god tid att även föreningarna hinner planera.'
		],
		expected: ['Alla barn kan räkna med något att göra på loven, varje år.'],
		status: 'Genomförd',
		comment: ['Föreningarna fick sina bidrag tidigare än året innan.']
	},
	{
		area: 'Kompetensutveckling',
		units: ['F', 'V'],
		measures: [
			'Samla alla handläggare till metodmöten flera gånger om året.',
			'Bilda en arbetsgrupp för barns rättigheter med någon från varje enhet.',
			'Utbilda löpande i att göra barnkonsekvensanalyser.'
		],
		expected: ['Barnets bästa prövas på samma sätt oavsett handläggare.'],
		status: 'Påbörjad',
		comment: [
			'Mötena hålls och har gjort det tydligare vad som ska frågas och skrivas.',
			'Gruppen för förste socialsekreterare arbetar. Gruppen för handläggare har inte startat.',
			'Ej påbörjad.'
		]
	},
	{
		area: 'Styrning & ledning',
		units: ['F', 'V'],
		measures: [
			'Gör rutinerna för barnkonsekvensanalys lika kommunens styrande dokument.',
			'Beskriv hur barnets bästa prövas när en ansökan görs om digitalt.',
			'Ta upp barnkonsekvensanalyser när enheterna utvecklar sina metoder.'
		],
		expected: ['Ingen familj får avslag utan att följderna för barnen är prövade.'],
		status: 'Genomförd',
		comment: [
			'Ett gemensamt material finns och följer de styrande dokumenten.',
			'Samma material visar när prövningen ska göras för hand.',
			'Flera enheter tar upp frågan vid varje ärendegenomgång.'
		]
	},
	{
		area: 'Förbättrad samverkan kring barn med funktionsvariation',
		units: ['BOU', 'FIP', 'SVF'],
		measures: [
			'Kom överens om vem som gör vad, både mellan förvaltningar och i det enskilda ärendet.',
			'Ge särskild uppmärksamhet åt barn som har rätt till stöd enligt LSS på grund av en neuropsykiatrisk funktionsnedsättning.',
			'Lär av partnerskapet med en förening som öppnar fritidsutbudet för fler.'
		],
		expected: ['Barn och föräldrar slipper själva samordna stödet.'],
		status: 'Påbörjad',
		comment: [
			'Ledningarna möts, men på enheterna återstår det mesta.',
			'Mötena med funktionsstöd är regelbundna. Barnen med neuropsykiatriska diagnoser behöver mer.',
			'Partnerskapet är på plats.'
		]
	},
	{
		area: 'Aktivt arbete med genomförandeplaner',
		units: ['BOU'],
		measures: ['Skriv en genomförandeplan för varje insats, tillsammans med barnet, och följ den.'],
		expected: ['Barnet vet vad insatsen ska leda till och kan säga ifrån om den inte gör det.'],
		status: 'Påbörjad',
		comment: ['Arbetsledarna har gått igenom frågan under hösten och fortsätter ihop med FIP.']
	},
	{
		area: 'Deltagande i barnhälsonätverk och implementering av rutin',
		units: ['BOU', 'FIP'],
		measures: [
			'Delta i de lokala nätverken för barns hälsa.',
			'Använd rutinen som ger placerade barn en hälsoundersökning.'
		],
		expected: [
			'Familjer får hjälp tidigare.',
			'Barn som är placerade får samma vård som andra barn.'
		],
		status: 'Genomförd',
		comment: [
			'Förvaltningen är med i nätverken och bidrar till att stöd sätts in tidigt.',
			'Rutinen används och hjälper handläggarna att begära undersökningen i tid.'
		]
	},
	{
		area: 'Fokus på arbetsmiljö och kompetensutveckling',
		units: ['BOU'],
		measures: ['Följ upp arbetsmiljön regelbundet och håll fast vid planen för utbildning.'],
		expected: ['Barnen slipper byta handläggare så ofta.'],
		status: 'Genomförd',
		comment: [
			'Enheterna sköter det var för sig. Om barnen byter handläggare mer sällan är inte mätt.'
		]
	},
	{
		area: 'Förbättra uppföljning av insatser för barn inom utförarverksamheterna som inkluderar effekt och analys',
		units: ['FOR'],
		measures: [
			'Analysera insatserna med hjälp av nyckeltal, genomförandeplaner, dokumentation och egna kontroller under året.'
		],
		expected: ['Det syns vilka insatser som hjälper barnen, och vilka som inte gör det.'],
		status: 'Påbörjad',
		comment: ['Underlaget samlas in, men analysen är inte gjord.']
	},
	{
		area: 'Komma in tidigt',
		units: ['FOR'],
		measures: ['Låt den som beslutar och den som utför insatsen mötas redan när ärendet börjar.'],
		expected: ['Tiden från oro till stöd blir kortare.'],
		status: 'Påbörjad',
		comment: ['Avdelningarna arbetar så i flera ärenden, men det är ännu inte regel.']
	}
];
