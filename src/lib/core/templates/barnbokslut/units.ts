import type { TemplateChapter } from '#core/template.ts';
import { MUNICIPAL, section } from '#core/templates/define.ts';

export const units: TemplateChapter = {
	key: 'units',
	title: 'Verksamhetsberättelser',
	sections: [
		section({
			key: 'units.education',
			title: 'Barn och utbildning',
			owner: 'education',
			articles: [2, 12, 28, 29],
			required: true,
			requiredBlocks: ['text'],
			variants: MUNICIPAL,
			help: [
				'Vad har ni gjort som förändrat något för barn i förskola och skola? Beskriv vad det ledde till, inte bara att det gjordes.',
				'Vad lades ner, sköts upp eller blev sämre? Vilka barn märkte det?',
				'Hur mycket pengar och personal har gått till tidigt stöd, och räckte det?',
				'Vad har barn och elever själva fått bestämma eller påverka?'
			]
		}),
		section({
			key: 'units.social',
			title: 'Socialtjänsten',
			owner: 'social',
			articles: [3, 6, 9, 19, 20],
			required: true,
			requiredBlocks: ['text'],
			variants: MUNICIPAL,
			help: [
				'Har läget för de barn som möter socialtjänsten blivit bättre eller sämre? Vad visar ärenden, väntetider och placeringar?',
				'Hur har barn hörts i utredningar, planer och uppföljningar, även de yngsta?',
				'Vilka resurser har gått till förebyggande arbete jämfört med akuta insatser?',
				'Kan något barn eller någon familj kännas igen i texten? Skriv i så fall om den.'
			]
		}),
		section({
			key: 'units.culture',
			title: 'Kultur och fritid',
			owner: 'culture',
			articles: [12, 23, 31],
			required: true,
			requiredBlocks: ['text'],
			variants: MUNICIPAL,
			help: [
				'Vilka nya grupper av barn har ni nått, och vilka har ni tappat?',
				'Vad är gratis och nära, och för vilka barn är det varken eller?',
				'Hur har barn och unga varit med och planerat verksamheten, och vad blev annorlunda?'
			]
		})
	]
};
