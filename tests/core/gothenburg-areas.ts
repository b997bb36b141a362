import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import { areaTableOf, type Area, type AreaPurpose, type MeasureStatus } from '#core/areas.ts';

/**
 * Göteborgs Stad, socialförvaltningen Nordost, barnbokslut 2024: titles, departments and statuses of its
 * twelve followed-up and ten planned areas. The measures are told in our own words, about as near each
 * other from one year to the next as the document's own are.
 */
type Row = [title: string, departments: string, measures: string[], status?: MeasureStatus];

const FOLLOWED: Row[] = [
	[
		'Skola som arena/Lights on',
		'SVF',
		[
			'Göra värdskapet på skolornas eftermiddagar tydligare. Binda arbetet närmare Unga mötesplatser.'
		],
		'started'
	],
	[
		'Heder och HBTQi-frågor',
		'SVF',
		['Mer samverkan med myndighetsutövning om hedersrelaterat förtryck och våld.'],
		'started'
	],
	[
		'Öka barns delaktighet',
		'SVF, FIP, FOR',
		[
			'Barns delaktighet i fritidsverksamheten utvecklas.',
			'Metoderna LÖSA, Västermodellen och Signs of Safety implementeras, och stödet för att bedöma mognad görs känt.'
		],
		'completed'
	],
	[
		'Lovaktiviteter och feriearbeten',
		'SVF',
		[
			'Större ram så att tillfälliga satsningar behövs mindre. God framförhållning i planeringen, för egen verksamhet och föreningar.'
		],
		'completed'
	],
	[
		'Kompetensutveckling',
		'F, V',
		[
			'Stormetod hålls återkommande.',
			'En arbetsgrupp för barnrätt inrättas med representanter för alla enheter.',
			'Utbildning löpande i barnkonsekvensanalys.'
		],
		'started'
	],
	[
		'Styrning & ledning',
		'F, V',
		[
			'Barnkonsekvensanalyser styrs så att de stämmer med stadens styrande dokument.',
			'Det blir tydligt hur återansökningar via Görel hanteras.',
			'Metodarbetet får mer fokus på barnkonsekvensanalyser.'
		],
		'completed'
	],
	[
		'Förbättrad samverkan kring barn med funktionsvariation',
		'BOU, FIP, SVF',
		[
			'Samverkan blir bättre på förvaltningsnivå och i enheter och ärenden.',
			'Fokus särskilt på barn i personkretsen för LSS med neuropsykiatrisk funktionsnedsättning.',
			'Partnerskapet IOP med Passalen ger nytt lärande i hela staden.'
		],
		'started'
	],
	[
		'Aktivt arbete med genomförandeplaner',
		'BOU',
		['Genomförandeplaner upprättas och efterlevs, med delaktighet i fokus.'],
		'started'
	],
	[
		'Deltagande i barnhälsonätverk och implementering av rutin',
		'BOU, FIP',
		[
			'Delta aktivt i lokala nätverk för barnhälsa.',
			'Rutinen HälsoSAMS för placerade barn införs.'
		],
		'completed'
	],
	[
		'Fokus på arbetsmiljö och kompetensutveckling',
		'BOU',
		[
			'Arbetsmiljöarbetet fortsätter systematiskt. Planen för kompetensutveckling i avdelningen följs.'
		],
		'completed'
	],
	[
		'Förbättra uppföljning av insatser för barn inom utförarverksamheterna som inkluderar effekt och analys',
		'FOR',
		[
			'Insatserna analyseras genom nyckeltal, genomförandeplaner, dokumentation och egenkontroller under året.'
		],
		'started'
	],
	[
		'Komma in tidigt',
		'FOR',
		['Myndighet och utförare samverkar redan i ett tidigt skede.'],
		'started'
	]
];

const PLANNED: Row[] = [
	[
		'Nå önskade målgrupper',
		'SVF',
		[
			'Kartlägga vilka målgrupper som nås i dag och vilka som borde nås.',
			'Avdelningens ledning tar upp gemensamma frågor om målgrupper.',
			'Personalen får kompetensutveckling och en lokal strategi för barn med funktionsvariation tas fram.'
		]
	],
	['Skola som arena', 'SVF', ['Värdskapet på eftermiddagarna blir tydligt.']],
	[
		'Heder och HBTQI-frågor',
		'SVF',
		[
			'Normkritisk kompetens i personalen och på skolor ökar.',
			'Samverkan med HBTQi-verksamheter som är gemensamma för staden.',
			'En kontaktväg till myndighetsutövning i BoU.'
		]
	],
	[
		'Lovaktiviteter och feriearbeten',
		'SVF',
		['Interna verksamheter samverkar mer när lovaktiviteter ordnas.']
	],
	[
		'Kompetensutveckling',
		'V, F',
		[
			'Metodarbetet som har påbörjats fortsätter, stödmaterial utvecklas, barn och unga bjuds in till stormetod, och arbetsledare utbildas i barnkonsekvensanalys.'
		]
	],
	[
		'Ledning och styrning',
		'V, F',
		[
			'Behovet av en arbetsgrupp utreds, med representation för alla enheter.',
			'Resultatet av egenkontroll används till förflyttningar i barnrätt.'
		]
	],
	[
		'Stärka samverkan runt barn med omfattande/komplexa behov',
		'BOU, FIP',
		[
			'Samverkan fortsätter på förvaltningsnivå och i enheter och ärenden, särskilt om barn i personkretsen för LSS med neuropsykiatrisk funktionsnedsättning.'
		]
	],
	[
		'Förbättrad uppföljning',
		'BOU, FIP, FOR',
		[
			'Genomförandeplaner fortsätter att upprättas och efterlevas, med delaktighet i fokus.',
			'Barnets erfarenheter beaktas mer när barnets bästa bedöms.',
			'Individuell systematisk uppföljning, ISU, utvecklas.'
		]
	],
	[
		'Barnets röst',
		'BOU, FIP',
		[
			'Utredningar och tjänsteutlåtanden kompletteras med vad barnet säger och vill.',
			'Motiveringar utifrån barnets bästa blir tydligare.'
		]
	],
	[
		'Öka barns delaktighet',
		'BOU, FIP, FOR, SVF',
		[
			'LÖSA, Västermodellen och Signs of Safety implementeras vidare.',
			'Genomförandeplaner om barnets delaktighet fortsätter, och ISU följer upp delaktighet.',
			'Kompetensutveckling för personal i fritidsverksamheter.'
		]
	]
];

const rows = (purpose: AreaPurpose, all: Row[]): NewArea[] =>
	all.map(([title, departments, measures, status], i) => ({
		id: `${purpose === 'plan' ? 'p' : 'f'}${i + 1}`,
		title,
		departments: departments.split(', '),
		measures: measures.map((text, n) => ({ id: `m${i}-${n}`, text, status: status ?? null }))
	}));

export const followedNode = areaTableNode('followUp', 'Uppföljning', rows('followUp', FOLLOWED));
export const plannedNode = areaTableNode('plan', 'Plan', rows('plan', PLANNED));
export const followed: Area[] = areaTableOf(followedNode).areas;
export const planned: Area[] = areaTableOf(plannedNode).areas;
