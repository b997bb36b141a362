import type { TemplateChapter } from '#core/template.ts';
import { articleTexts } from '#core/templates/barnbokslut/articles.ts';
import { section } from '#core/templates/define.ts';

export const intro: TemplateChapter = {
	key: 'intro',
	title: 'Inledning',
	sections: [
		section({
			key: 'intro',
			title: 'Inledning',
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Varför gör ni ett barnbokslut, och vilket beslut bygger det på?',
				'Vem ska använda det, och till vilka beslut under det kommande året?',
				'Vilka verksamheter och vilka barn omfattas? Säg också vilka som inte gör det.'
			]
		}),
		section({
			key: 'intro.method',
			title: 'Upplägg och underlag',
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Vilka underlag bygger texten på: statistik, enkäter, verksamheternas årsredovisningar, samtal?',
				'Vem har skrivit och vem har granskat? Hur vet läsaren att bilden inte bara är er egen?',
				'Hur har barn varit med i arbetet med bokslutet? Har de inte varit det, skriv det och varför.',
				'Vad vet ni inte? Nämn siffror som saknas och grupper som ni har svårt att nå.'
			]
		}),
		section({
			key: 'intro.terms',
			title: 'Viktiga begrepp',
			help: [
				'Vilka ord behöver en ledamot förstå för att läsa resten? Förklara barnperspektiv, barns perspektiv och barnrättsperspektiv var för sig.',
				'Använder alla förvaltningar orden i samma betydelse? Skriv den betydelse som gäller här.'
			]
		}),
		section({
			key: 'intro.articles',
			title: 'Fyra grundläggande artiklar',
			articles: [2, 3, 6, 12],
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Texten är gemensam för alla rapporter. Behöver något förtydligas för just er verksamhet?',
				'Finns det fler artiklar som årets bokslut lutar sig mot? Nämn dem kort sist.'
			],
			initial: articleTexts
		})
	]
};

export const summary: TemplateChapter = {
	key: 'summary',
	title: 'Sammanfattning',
	sections: [
		section({
			key: 'summary',
			title: 'Sammanfattning',
			articles: [2, 3, 6, 12],
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Har barnen fått det bättre eller sämre under året? Svara i första meningen och säg vad svaret vilar på.',
				'Vad har blivit sämre? Det ska stå lika tydligt som det som har blivit bättre.',
				'Vilka grupper av barn har det svårast, och vad gör ni åt det?',
				'Vad behöver de förtroendevalda ta ställning till efter att ha läst en sida?'
			]
		}),
		section({
			key: 'summary.easy',
			title: 'För barn och unga',
			articles: [12],
			help: [
				'Kan ett barn på mellanstadiet läsa texten själv? Använd korta meningar och vanliga ord.',
				'Vad har barn tyckt, och vad hände med det de sa?',
				'Vart kan den som läser vända sig med frågor eller för att få hjälp?'
			]
		}),
		section({
			key: 'summary.plain',
			title: 'Lättläst sammanfattning',
			help: [
				'Lättläst är mer än klarspråk: texten är för den som har svårt att läsa eller håller på att lära sig svenska. Vilka tre eller fyra saker måste den personen få veta?',
				'Säger varje mening en enda sak? Skriv kort, med vanliga ord, och börja en ny rad för varje tanke. Förklara ett svårt ord direkt där det står.',
				'Står det lika tydligt vad som har blivit sämre som vad som har blivit bättre? Ta med få siffror och säg vad de betyder.',
				'Vem har provläst? Låt några som behöver lättläst berätta med egna ord vad de förstod, och ändra det som blev fel innan ni skickar in.'
			]
		})
	]
};
