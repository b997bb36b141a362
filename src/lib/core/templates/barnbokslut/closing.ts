import type { TemplateChapter } from '#core/template.ts';
import { MUNICIPAL, section } from '#core/templates/define.ts';

export const voices: TemplateChapter = {
	key: 'voices',
	title: 'Barns och ungas röster',
	sections: [
		section({
			key: 'voices',
			title: 'Barns och ungas röster',
			articles: [12],
			help: [
				'Vad har barn berättat för er under året? Låt deras ord stå som citat med källa, ålder och sammanhang.',
				'Vilka barn hörs här, och vilka saknas? Säg hur de valdes ut.',
				'Vet barnen att orden publiceras, och kan ingen kännas igen?',
				'Vad säger andra som möter barnen: föreningar, trossamfund, barnrättsorganisationer?'
			]
		})
	]
};

export const conclusions: TemplateChapter = {
	key: 'conclusions',
	title: 'Slutsatser',
	sections: [
		section({
			key: 'conclusions',
			title: 'Slutsatser',
			articles: [2, 3, 6, 12],
			required: true,
			requiredBlocks: ['text'],
			variants: MUNICIPAL,
			help: [
				'Har barnen i kommunen fått det bättre eller sämre? Ge ett samlat svar och säg hur säkert det är.',
				'Hur stor del av resurserna gick till barnen, och gick de till rätt barn?',
				'Vilka grupper riskerar att missgynnas om inget ändras?',
				'Vilka slutsatser leder till ett utvecklingsområde, och vilka gör det inte? Varför?'
			]
		})
	]
};

export const appendix: TemplateChapter = {
	key: 'appendix',
	title: 'Källor, förkortningar och ordlista',
	sections: [
		section({
			key: 'appendix',
			title: 'Källor, förkortningar och ordlista',
			required: true,
			requiredBlocks: ['text'],
			help: [
				'Var kommer varje siffra och varje citat ifrån? En läsare ska kunna hitta tillbaka till källan.',
				'Vilka förkortningar står i texten? Förklara dem alla och stava dem på ett sätt.',
				'Går rapporten att läsa för alla? Säg hur den som behöver ett annat format får det.'
			]
		})
	]
};
