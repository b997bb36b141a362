import { eachExpected, expected, planned, type DemoArea } from '#server/demo/areas.ts';

/**
 * The ten areas of this year's plan. Each is a row of its own, also where it goes on with one of last
 * year's: which became which is for a person to confirm (Y3).
 */
export const plannedAreas: DemoArea[] = [
	{
		name: 'ny-malgrupper',
		title: 'Nå önskade målgrupper',
		departments: ['culture'],
		articles: [2, 31],
		responsible: 'Fritidschefen',
		due: 'juni 2024',
		measures: planned(
			'Kartlägg vilka barn och unga som kommer i dag och vilka som saknas.',
			'Ta upp frågor som gäller en viss grupp på förvaltningens ledningsmöten.',
			'Utbilda personalen och skriv en lokal strategi för barn med funktionsvariation.'
		),
		results: [
			{
				text: 'Vi vet vad som behöver ändras för att nå dem vi finns till för.',
				measures: [1, 2]
			},
			{
				text: 'Barn med funktionsvariation möts på ett genomtänkt sätt överallt.',
				measures: [3]
			}
		]
	},
	{
		name: 'ny-skola-som-arena',
		title: 'Skola som arena',
		departments: ['culture', 'education'],
		responsible: 'Rektorerna',
		due: 'augusti 2024',
		measures: planned('Utse en värd på varje skola och gör uppdraget känt.'),
		results: expected(
			'Personalen vet vad som ingår i uppdraget, och eftermiddagarna blir bättre för barnen.'
		)
	},
	{
		name: 'ny-heder',
		title: 'Heder och HBTQI-frågor',
		departments: ['culture', 'social'],
		articles: [2, 19],
		responsible: 'Fritidschefen',
		due: 'december 2024',
		measures: planned(
			'Höj kunskapen om normer hos personalen och på skolorna.',
			'Samarbeta mer med verksamheter som vänder sig till HBTQI-personer i hela kommunen.',
			'Bestäm en fast kontaktväg till handläggarna på Socialtjänsten.'
		),
		results: eachExpected(
			'Unga som bryter mot normer känner sig tryggare.',
			'Det finns fler platser där de är trygga.',
			'Den som behöver skydd och stöd får det snabbare.'
		)
	},
	{
		name: 'ny-lov',
		title: 'Lovaktiviteter och feriearbeten',
		departments: ['culture'],
		articles: [31],
		responsible: 'Fritidschefen',
		due: 'mars 2024',
		measures: planned('Planera loven gemensamt mellan enheterna.'),
		results: expected(
			'Vi är överens om vilka aktiviteter som går först när pengarna inte räcker till alla.'
		)
	},
	{
		name: 'ny-kompetens',
		title: 'Kompetensutveckling',
		departments: ['social'],
		articles: [3],
		responsible: 'Socialchefen',
		due: 'december 2024',
		measures: planned(
			'Fortsätt med metodmöten och stödmaterial, bjud in barn och unga till ett av mötena och utbilda arbetsledarna i barnkonsekvensanalys.'
		),
		results: expected(
			'Fler kan göra en barnkonsekvensanalys, arbetet har en tydlig gång, enheterna hjälps åt och materialet används.'
		)
	},
	{
		name: 'ny-styrning',
		title: 'Ledning och styrning',
		departments: ['social'],
		articles: [3, 4],
		responsible: 'Socialchefen',
		due: 'oktober 2024',
		measures: planned(
			'Ta reda på om det behövs en arbetsgrupp med någon från varje enhet.',
			'Använd resultatet av egenkontrollen till att ändra det som brister.'
		),
		results: eachExpected(
			'Barns rättigheter hanteras på samma sätt på alla enheter.',
			'Egenkontrollen visar bättre resultat nästa år.'
		)
	},
	{
		name: 'ny-samverkan',
		title: 'Stärka samverkan runt barn med omfattande/komplexa behov',
		departments: ['social', 'education'],
		articles: [23],
		responsible: 'Socialchefen',
		due: 'hela året',
		measures: planned(
			'Fortsätt samarbetet mellan förvaltningarna och i varje ärende, främst för barn som har rätt till stöd enligt LSS på grund av en neuropsykiatrisk funktionsnedsättning.'
		),
		results: expected(
			'Varje barn får det stöd som det behöver, oavsett vilken förvaltning som ska ge det.'
		)
	},
	{
		name: 'ny-uppfoljning',
		title: 'Förbättrad uppföljning',
		departments: ['social'],
		responsible: 'Socialchefen',
		due: 'september 2024',
		measures: planned(
			'Skriv genomförandeplaner tillsammans med barnet och håll dem levande.',
			'Ge barnets egna erfarenheter större plats när barnets bästa bedöms.',
			'Följ upp varje insats med samma frågor (individuell systematisk uppföljning, ISU).'
		),
		results: eachExpected(
			'Fler barn är med och bestämmer.',
			'Stödet ändras när barnets behov ändras.',
			'Insatserna passar barnet och hjälper mer.'
		)
	},
	{
		name: 'ny-barnets-rost',
		title: 'Barnets röst',
		departments: ['social', 'education'],
		articles: [12],
		responsible: 'Socialchefen',
		due: 'hela året',
		measures: planned(
			'Skriv ut vad barnet har sagt och vill i utredningar och tjänsteutlåtanden.',
			'Förklara vad som är barnets bästa i det enskilda beslutet.'
		),
		results: eachExpected(
			'Barn märker att de blir hörda.',
			'Barn och föräldrar förstår varför beslutet blev som det blev.'
		)
	},
	{
		name: 'ny-delaktighet',
		title: 'Öka barns delaktighet',
		departments: ['social', 'culture'],
		articles: [12],
		responsible: 'Socialchefen och fritidschefen',
		due: 'december 2024',
		measures: planned(
			'Fortsätt att införa de gemensamma metoderna för samtal med barn.',
			'Följ i genomförandeplaner och ISU hur delaktiga barnen har varit.',
			'Utbilda fritidspersonalen i att arbeta under ungas ledning.'
		),
		results: [
			{ text: 'Fler barn påverkar insatser som rör dem.', measures: [1, 2] },
			{
				text: 'En större andel unga planerar och genomför aktiviteter på fritiden.',
				measures: [3]
			}
		]
	}
];
