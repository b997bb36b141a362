import type { PlanArea } from '#server/demo/areas.ts';

/** The ten areas of this year's plan. */
export const plannedAreas: PlanArea[] = [
	{
		area: 'Nå önskade målgrupper',
		units: ['SVF'],
		measures: [
			'Kartlägg vilka barn och unga som kommer i dag och vilka som saknas.',
			'Ta upp frågor som gäller en viss grupp på avdelningens ledningsmöten.',
			'Utbilda personalen och skriv en lokal strategi för barn med funktionsvariation.'
		],
		expected: [
			'1–2. Vi vet vad som behöver ändras för att nå dem vi finns till för.',
			'3. Barn med funktionsvariation möts på ett genomtänkt sätt överallt.'
		]
	},
	{
		area: 'Skola som arena',
		units: ['SVF'],
		measures: ['Utse en värd på varje skola och gör uppdraget känt.'],
		expected: [
			'Personalen vet vad som ingår i uppdraget, och eftermiddagarna blir bättre för barnen.'
		]
	},
	{
		area: 'Heder och HBTQI-frågor',
		units: ['SVF'],
		measures: [
			'Höj kunskapen om normer hos personalen och på skolorna.',
			'Samarbeta mer med verksamheter som vänder sig till HBTQI-personer i hela kommunen.',
			'Bestäm en fast kontaktväg till handläggarna på BOU.'
		],
		expected: [
			'Unga som bryter mot normer känner sig tryggare.',
			'Det finns fler platser där de är trygga.',
			'Den som behöver skydd och stöd får det snabbare.'
		]
	},
	{
		area: 'Lovaktiviteter och feriearbeten',
		units: ['SVF'],
		measures: ['Planera loven gemensamt mellan enheterna.'],
		expected: [
			'Vi är överens om vilka aktiviteter som går först när pengarna inte räcker till alla.'
		]
	},
	{
		area: 'Kompetensutveckling',
		units: ['V', 'F'],
		measures: [
			'Fortsätt med metodmöten och stödmaterial, bjud in barn och unga till ett av mötena och utbilda arbetsledarna i barnkonsekvensanalys.'
		],
		expected: [
			'Fler kan göra en barnkonsekvensanalys, arbetet har en tydlig gång, enheterna hjälps åt och materialet används.'
		]
	},
	{
		area: 'Ledning och styrning',
		units: ['V', 'F'],
		measures: [
			'Ta reda på om det behövs en arbetsgrupp med någon från varje enhet.',
			'Använd resultatet av egenkontrollen till att ändra det som brister.'
		],
		expected: [
			'Barns rättigheter hanteras på samma sätt på alla enheter.',
			'Egenkontrollen visar bättre resultat nästa år.'
		]
	},
	{
		area: 'Stärka samverkan runt barn med omfattande/komplexa behov',
		units: ['BOU', 'FIP'],
		measures: [
			'Fortsätt samarbetet mellan förvaltningarna och i varje ärende, främst för barn som har rätt till stöd enligt LSS på grund av en neuropsykiatrisk funktionsnedsättning.'
		],
		expected: [
			'Varje barn får det stöd som det behöver, oavsett vilken förvaltning som ska ge det.'
		]
	},
	{
		area: 'Förbättrad uppföljning',
		units: ['BOU', 'FIP', 'FOR'],
		measures: [
			'Skriv genomförandeplaner tillsammans med barnet och håll dem levande.',
			'Ge barnets egna erfarenheter större plats när barnets bästa bedöms.',
			'Följ upp varje insats med samma frågor (individuell systematisk uppföljning, ISU).'
		],
		expected: [
			'Fler barn är med och bestämmer.',
			'Stödet ändras när barnets behov ändras.',
			'Insatserna passar barnet och hjälper mer.'
		]
	},
	{
		area: 'Barnets röst',
		units: ['BOU', 'FIP'],
		measures: [
			'Skriv ut vad barnet har sagt och vill i utredningar och tjänsteutlåtanden.',
			'Förklara vad som är barnets bästa i det enskilda beslutet.'
		],
		expected: [
			'Barn märker att de blir hörda.',
			'Barn och föräldrar förstår varför beslutet blev som det blev.'
		]
	},
	{
		area: 'Öka barns delaktighet',
		units: ['BOU', 'FIP', 'FOR', 'SVF'],
		measures: [
			'Fortsätt att införa de gemensamma metoderna för samtal med barn.',
			'Följ i genomförandeplaner och ISU hur delaktiga barnen har varit.',
			'Utbilda fritidspersonalen i att arbeta under ungas ledning.'
		],
		expected: [
			'1–2. Fler barn påverkar insatser som rör dem.',
			'3. En större andel unga planerar och genomför aktiviteter på fritiden.'
		]
	}
];
