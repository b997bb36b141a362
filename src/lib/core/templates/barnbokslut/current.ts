import type { TemplateChapter, TemplateSection } from '#core/template.ts';
import { BOARD, section } from '#core/templates/define.ts';

/** One core principle with its questions on both sides of the analysis. */
type Principle = {
	article: 2 | 3 | 6 | 12;
	name: string;
	owner: TemplateSection['owner'];
	strengths: string[];
	challenges: string[];
};

const PRINCIPLES: Principle[] = [
	{
		article: 2,
		name: 'artikel 2, icke-diskriminering',
		owner: 'education',
		strengths: [
			'Vad gör ni för att barn ska ha lika villkor, och hur vet ni att det fungerar?',
			'Vilken grupp av barn har fått det bättre i år än förra året? Vad gjorde skillnad?',
			'Vilka resurser har styrts om till dem som behöver mest?'
		],
		challenges: [
			'Vilka grupper av barn riskerar att missgynnas hos er? Tänk på funktionsnedsättning, språk, kön, bostadsort, ekonomi och barn som är placerade.',
			'Vilka barn når ni inte alls, och hur vet ni det?',
			'Vad har blivit sämre för någon grupp under året?'
		]
	},
	{
		article: 3,
		name: 'artikel 3, barnets bästa',
		owner: 'social',
		strengths: [
			'I vilka beslut har barnets bästa prövats på riktigt, så att det syns i underlaget?',
			'Ge ett exempel där prövningen ändrade beslutet.',
			'Vilket stöd har medarbetarna för att göra prövningen: mallar, utbildning, tid?'
		],
		challenges: [
			'Vilka beslut som rör barn har fattats utan att barnets bästa prövades?',
			'Var krockar barnets bästa med regler, ekonomi eller vuxnas intressen, och hur har ni vägt?',
			'Hur följer ni upp att det som skulle bli bra för barnet också blev det?'
		]
	},
	{
		article: 6,
		name: 'artikel 6, liv och utveckling',
		owner: 'social',
		strengths: [
			'Vilka insatser skyddar barn från våld, missbruk och försummelse, och vad vet ni om effekten?',
			'Vad kommer tidigt nog för att göra skillnad? Hur lång tid tar det från oro till stöd?',
			'Vad har barn i er verksamhet fått som hjälper dem att utvecklas och må bra?'
		],
		challenges: [
			'Har något hotat barns liv, hälsa eller utveckling mer i år än tidigare?',
			'Vilka barn väntar för länge på rätt stöd, och vad händer med dem medan de väntar?',
			'Vilka resurser saknas, och vad prioriteras bort?'
		]
	},
	{
		article: 12,
		name: 'artikel 12, barns rätt att höras',
		owner: 'culture',
		strengths: [
			'Hur har barn fått komma till tals under året? Nämn frågan, hur många barn det gällde och hur det gick till.',
			'Vad ändrades för att barn sa något?',
			'Vilka barn hörs som förr inte gjorde det?'
		],
		challenges: [
			'I vilka frågor borde barn ha frågats men blev det inte?',
			'Vilka barn är svårast att höra: de yngsta, barn med funktionsnedsättning, barn som inte talar svenska?',
			'Har barnen fått veta vad som hände med det de sa?'
		]
	}
];

const strengths = PRINCIPLES.map((p) =>
	section({
		key: `current.strengths.${p.article}`,
		title: `Styrkor: ${p.name}`,
		owner: p.owner,
		articles: [p.article],
		required: true,
		requiredBlocks: ['text'],
		variants: BOARD,
		help: p.strengths
	})
);

const challenges = PRINCIPLES.map((p) =>
	section({
		key: `current.challenges.${p.article}`,
		title: `Utmaningar eller brister: ${p.name}`,
		owner: p.owner,
		articles: [p.article],
		required: true,
		requiredBlocks: ['text'],
		variants: BOARD,
		help: p.challenges
	})
);

export const current: TemplateChapter = {
	key: 'current',
	title: 'Nulägesanalys',
	sections: [
		section({
			key: 'current',
			title: 'Nulägesanalys',
			articles: [2, 3, 6, 12],
			help: [
				'Hur är analysen gjord, och vilka har varit med? Var barn med?',
				'Vad har hänt i omvärlden eller i organisationen som påverkat barnen under året?'
			]
		}),
		section({
			key: 'current.preconditions',
			title: 'Förutsättningar för barnrättsarbetet',
			articles: [4],
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Vilka resurser har gått till barnrättsarbetet: pengar, tjänster, tid? Är det mer eller mindre än förra året?',
				'Vad vet medarbetare och förtroendevalda om barnkonventionen, och vilken utbildning har de fått?',
				'Hur styrs arbetet? Finns mål, ansvar och uppföljning, eller hänger det på enskilda personer?',
				'Vad saknas för att barns rättigheter ska väga tungt också när det är ont om pengar?'
			]
		}),
		...strengths,
		section({
			key: 'current.strengths.other',
			title: 'Styrkor: andra artiklar',
			owner: 'education',
			variants: BOARD,
			help: [
				'Vilka andra artiklar har ni arbetat med, till exempel 23 (funktionsnedsättning), 28 (utbildning) eller 31 (lek, fritid och kultur)?',
				'Vad har blivit bättre för barnen, och hur vet ni det?'
			]
		}),
		...challenges,
		section({
			key: 'current.challenges.other',
			title: 'Utmaningar eller brister: andra artiklar',
			owner: 'education',
			variants: BOARD,
			help: [
				'Vilka rättigheter utanför grundprinciperna har ni svårast att leva upp till? Ange artikeln.',
				'Vad har blivit sämre, vilka barn drabbas och vad skulle krävas?'
			]
		})
	]
};
