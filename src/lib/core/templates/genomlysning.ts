import type { Template, TemplateChapter, TemplateSection } from '#core/template.ts';
import { section } from '#core/templates/define.ts';

/** A chapter that is one text; others follow it where there are any. */
const chapter = (
	key: string,
	title: string,
	own: Pick<TemplateSection, 'help'> & Partial<TemplateSection>,
	others: TemplateSection[] = []
): TemplateChapter => ({ key, title, sections: [section({ ...own, key, title }), ...others] });

/**
 * A review that a nämnd has asked for of one of its fields: from the assignment over what came in, what
 * was done and what it cost, to conclusions and proposals.
 */
export const genomlysning: Template = {
	key: 'genomlysning',
	version: 1,
	kind: 'review',
	title: 'Genomlysning',
	chapters: [
		chapter(
			'background',
			'Bakgrund och uppdrag',
			{
				required: true,
				requiredBlocks: ['text'],
				help: [
					'Vem har gett uppdraget, när och varför just nu?',
					'Vilka punkter ska genomlysningen svara på? Skriv dem som en lista, så att slutsatserna kan följa den.',
					'Vad ingår inte? Säg det här, så att ingen letar efter det.'
				]
			},
			[
				section({
					key: 'background.data',
					title: 'Datakällor och period',
					required: true,
					requiredBlocks: ['text'],
					help: [
						'Vilka register, akter, enkäter och samtal bygger texten på?',
						'Vilken tid gäller siffrorna, och vad har ändrats under den tiden så att år inte går att jämföra rakt av?',
						'Vad går inte att få fram, och hur påverkar det svaren?'
					]
				})
			]
		),
		chapter('inflow', 'Inflöde', {
			required: true,
			requiredBlocks: ['table'],
			help: [
				'Hur många ärenden kom in varje år, och var kom de ifrån?',
				'Vilka barn gäller de: ålder, kön, del av kommunen? Är något tal så litet att ett barn kan kännas igen ska det inte stå här.',
				'Vad kan förklara att inflödet har ändrats, och vad är bara en gissning?'
			]
		}),
		chapter('needs', 'Behov och problem', {
			help: [
				'Vad är det barnen behöver hjälp med? Räkna hellre än att berätta om enskilda barn.',
				'Vad säger barnen och deras föräldrar själva att de behöver?',
				'Vilka behov syns inte i era uppgifter?'
			]
		}),
		chapter('efforts', 'Insatser', {
			help: [
				'Vilka insatser finns, vem ger dem, och hur många barn får var och en?',
				'Hur lång tid tar det från ansökan eller anmälan till första insatsen?',
				'Vad vet ni om att insatserna hjälper?'
			]
		}),
		chapter('recipients', 'Vilka får insatser, och hur avslutas ärenden?', {
			help: [
				'Vilka barn får en insats, och vilka får ingen trots att de har utretts?',
				'Hur slutar ärendena: enligt plan, i förtid, genom att familjen flyttar?',
				'Hur många kommer tillbaka inom ett år?',
				'Finns det tal under tio, eller tal som går att räkna ut ur andra? Slå ihop grupper tills ingen kan kännas igen.'
			]
		}),
		chapter('economy', 'Ekonomi', {
			help: [
				'Vad kostar verksamheten per invånare, och hur har det ändrats?',
				'Vilka jämför ni er med, och varför är de rätt att jämföra med?',
				'Vad beror skillnaden på: fler barn, dyrare insatser eller annat sätt att räkna?'
			]
		}),
		chapter('structure', 'Strukturella orsaker', {
			help: [
				'Vad i befolkningen eller i familjernas villkor driver behoven?',
				'Vilka orsaker kan kommunen påverka, och vilka inte?',
				'Är sambandet belagt eller bara rimligt? Skriv vilket.'
			]
		}),
		chapter('research', 'Forskning', {
			requiredBlocks: ['text', 'references'],
			help: [
				'Vad är känt om vilka insatser som hjälper, och för vilka barn?',
				'Är studierna gjorda under villkor som liknar era?',
				'Var går forskningen isär, och vad gör ni med det?'
			]
		}),
		chapter('conditions', 'Nya förutsättningar och pågående utveckling', {
			help: [
				'Vilka lagar, beslut eller pengar ändrar villkoren de närmaste åren?',
				'Vad pågår redan, så att förslagen inte upprepar det?',
				'Vad väntar ni på som andra bestämmer över?'
			]
		}),
		chapter('conclusions', 'Slutsatser', {
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Vad är svaret på varje punkt i uppdraget? Ta dem i samma ordning.',
				'Vilka siffror bär upp varje svar, och hur säkert är det?',
				'Vad gick inte att svara på?'
			]
		}),
		chapter('analysis', 'Analys', {
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Vad betyder slutsatserna tillsammans?',
				'Vilka andra förklaringar är möjliga, och varför tror ni mindre på dem?',
				'Vilka barn riskerar att missgynnas om inget ändras?'
			]
		}),
		chapter('proposals', 'Förslag', {
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Vad ska nämnden besluta? Numrera förslagen, och skriv ett beslut i varje.',
				'Vad kostar varje förslag, vem ansvarar och när ska det vara gjort?',
				'Hur ska ni om ett år kunna se om det blev bättre för barnen?',
				'Hur har barnets bästa prövats i förslagen?'
			]
		}),
		chapter('strategies', 'Strategier', {
			help: [
				'Vilken väg tar ni på längre sikt, och vad väljer ni bort?',
				'Hur hänger den ihop med kommunens andra mål och planer?'
			]
		}),
		chapter('references', 'Källor', {
			required: true,
			requiredBlocks: ['references'],
			help: [
				'Står varje verk som texten hänvisar till i listan, och tvärtom?',
				'Hittar läsaren fram: författare, år, titel, utgivare och gärna en adress?'
			]
		})
	]
};
