import { expected, type DemoArea } from '#server/demo/areas.ts';

/** The twelve areas of last year's plan, and how they went: five completed, seven begun. */
export const followedAreas: DemoArea[] = [
	{
		name: 'skola-som-arena',
		title: 'Skola som arena/Lights on',
		departments: ['culture', 'education'],
		measures: [
			{
				text: 'Bestäm vem som är värd på varje skola när lektionerna är slut.',
				status: 'started',
				comment: 'Rollerna är beskrivna, men alla skolor har inte fått en namngiven värd.'
			},
			{
				text: 'Planera eftermiddagarna ihop med mötesplatserna för unga.',
				status: 'started',
				comment: 'Två skolor planerar så, och fler vill börja.'
			}
		],
		results: expected('Unga möter samma vuxna och vet vem de kan vända sig till.')
	},
	{
		name: 'heder',
		title: 'Heder och HBTQi-frågor',
		departments: ['culture', 'social'],
		articles: [2, 19],
		measures: [
			{
				text: 'Arbeta närmare handläggarna i ärenden om hedersrelaterat våld och förtryck.',
				status: 'started',
				comment:
					'Några träffar har hållits gemensamt, och personalen har börjat arbeta med normer. Samarbetet med handläggarna i HBTQi-frågor har inte kommit igång.'
			}
		],
		results: expected('Fler unga får skydd och stöd innan det blir akut.')
	},
	{
		name: 'delaktighet',
		title: 'Öka barns delaktighet',
		departments: ['culture', 'social'],
		articles: [12],
		measures: [
			{
				text: 'Låt barn och unga planera mer av det som händer på fritiden.',
				status: 'completed',
				comment:
					'Unga har varit med och planerat. Rutinen för evenemang behöver användas en tid innan den sitter.'
			},
			{
				text: 'Inför samma metoder för samtal med barn i alla enheter och sprid Socialstyrelsens stöd för att bedöma mognad.',
				status: 'completed',
				comment: 'Personalen är utbildad, och barn har intervjuats om hur de upplevde kontakten.'
			}
		],
		results: [
			{ text: 'Fler aktiviteter leds av unga.', measures: [1] },
			{ text: 'Det går att läsa i varje utredning vad barnet har sagt.', measures: [2] }
		]
	},
	{
		name: 'lov',
		title: 'Lovaktiviteter och feriearbeten',
		departments: ['culture'],
		articles: [31],
		measures: [
			{
				text: 'Flytta kostnaden från tillfälliga bidrag till den vanliga budgeten.',
				status: 'completed',
				comment: 'Pengarna finns i budgeten från och med i år.'
			},
			{
				text: 'Ge besked om pengar i så god tid att även föreningarna hinner planera.',
				status: 'completed',
				comment: 'Föreningarna fick sina bidrag tidigare än året innan.'
			}
		],
		results: expected('Alla barn kan räkna med något att göra på loven, varje år.')
	},
	{
		name: 'kompetens',
		title: 'Kompetensutveckling',
		departments: ['social'],
		articles: [3],
		measures: [
			{
				text: 'Samla alla handläggare till metodmöten flera gånger om året.',
				status: 'completed',
				comment: 'Mötena hålls och har gjort det tydligare vad som ska frågas och skrivas.'
			},
			{
				text: 'Bilda en arbetsgrupp för barns rättigheter med någon från varje enhet.',
				status: 'started',
				comment:
					'Gruppen för förste socialsekreterare arbetar. Gruppen för handläggare har inte startat.'
			},
			{
				text: 'Utbilda löpande i att göra barnkonsekvensanalyser.',
				status: 'notStarted',
				comment: 'Ingen har haft tid att ta fram utbildningen.'
			}
		],
		results: expected('Barnets bästa prövas på samma sätt oavsett handläggare.')
	},
	{
		name: 'styrning',
		title: 'Styrning & ledning',
		departments: ['social'],
		articles: [3, 4],
		measures: [
			{
				text: 'Gör rutinerna för barnkonsekvensanalys lika kommunens styrande dokument.',
				status: 'completed',
				comment: 'Ett gemensamt material finns och följer de styrande dokumenten.'
			},
			{
				text: 'Beskriv hur barnets bästa prövas när en ansökan görs om digitalt.',
				status: 'completed',
				comment: 'Samma material visar när prövningen ska göras för hand.'
			},
			{
				text: 'Ta upp barnkonsekvensanalyser när enheterna utvecklar sina metoder.',
				status: 'completed',
				comment: 'Flera enheter tar upp frågan vid varje ärendegenomgång.'
			}
		],
		results: expected('Ingen familj får avslag utan att följderna för barnen är prövade.')
	},
	{
		name: 'samverkan',
		title: 'Förbättrad samverkan kring barn med funktionsvariation',
		departments: ['social', 'education', 'culture'],
		articles: [23],
		measures: [
			{
				text: 'Kom överens om vem som gör vad, både mellan förvaltningar och i det enskilda ärendet.',
				status: 'started',
				comment: 'Ledningarna möts, men på enheterna återstår det mesta.'
			},
			{
				text: 'Ge särskild uppmärksamhet åt barn som har rätt till stöd enligt LSS på grund av en neuropsykiatrisk funktionsnedsättning.',
				status: 'started',
				comment:
					'Mötena med funktionsstöd är regelbundna. Barnen med neuropsykiatriska diagnoser behöver mer.'
			},
			{
				text: 'Lär av partnerskapet med en förening som öppnar fritidsutbudet för fler.',
				status: 'completed',
				comment: 'Partnerskapet är på plats.'
			}
		],
		results: expected('Barn och föräldrar slipper själva samordna stödet.')
	},
	{
		name: 'genomforandeplaner',
		title: 'Aktivt arbete med genomförandeplaner',
		departments: ['social'],
		measures: [
			{
				text: 'Skriv en genomförandeplan för varje insats, tillsammans med barnet, och följ den.',
				status: 'started',
				comment:
					'Arbetsledarna har gått igenom frågan under hösten och fortsätter ihop med familjehemsvården.'
			}
		],
		results: expected(
			'Barnet vet vad insatsen ska leda till och kan säga ifrån om den inte gör det.'
		)
	},
	{
		name: 'barnhalsa',
		title: 'Deltagande i barnhälsonätverk och implementering av rutin',
		departments: ['social', 'education'],
		articles: [24],
		measures: [
			{
				text: 'Delta i de lokala nätverken för barns hälsa.',
				status: 'completed',
				comment: 'Förvaltningen är med i nätverken och bidrar till att stöd sätts in tidigt.'
			},
			{
				text: 'Använd rutinen som ger placerade barn en hälsoundersökning.',
				status: 'completed',
				comment: 'Rutinen används och hjälper handläggarna att begära undersökningen i tid.'
			}
		],
		results: [
			{ text: 'Familjer får hjälp tidigare.', measures: [1] },
			{ text: 'Barn som är placerade får samma vård som andra barn.', measures: [2] }
		]
	},
	{
		name: 'arbetsmiljo',
		title: 'Fokus på arbetsmiljö och kompetensutveckling',
		departments: ['social'],
		measures: [
			{
				text: 'Följ upp arbetsmiljön regelbundet och håll fast vid planen för utbildning.',
				status: 'completed',
				comment:
					'Enheterna sköter det var för sig. Om barnen byter handläggare mer sällan är inte mätt.'
			}
		],
		results: expected('Barnen slipper byta handläggare så ofta.')
	},
	{
		name: 'uppfoljning',
		title:
			'Förbättra uppföljning av insatser för barn inom utförarverksamheterna som inkluderar effekt och analys',
		departments: ['social'],
		measures: [
			{
				text: 'Analysera insatserna med hjälp av nyckeltal, genomförandeplaner, dokumentation och egna kontroller under året.',
				status: 'started',
				comment: 'Underlaget samlas in, men analysen är inte gjord.'
			}
		],
		results: expected('Det syns vilka insatser som hjälper barnen, och vilka som inte gör det.')
	},
	{
		name: 'komma-in-tidigt',
		title: 'Komma in tidigt',
		departments: ['social'],
		measures: [
			{
				text: 'Låt den som beslutar och den som utför insatsen mötas redan när ärendet börjar.',
				status: 'started',
				comment: 'Avdelningarna arbetar så i flera ärenden, men det är ännu inte regel.'
			}
		],
		results: expected('Tiden från oro till stöd blir kortare.')
	}
];
