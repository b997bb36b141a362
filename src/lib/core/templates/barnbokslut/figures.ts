import type { TemplateChapter } from '#core/template.ts';
import { MUNICIPAL, section } from '#core/templates/define.ts';

export const figures: TemplateChapter = {
	key: 'figures',
	title: 'Situationen i siffror',
	sections: [
		section({
			key: 'figures',
			title: 'Situationen i siffror',
			required: true,
			requiredBlocks: ['text'],
			variants: MUNICIPAL,
			help: [
				'Vilka jämför ni er med, och varför just dem? Skilj på liknande kommuner, riket och medelvärdet för alla kommuner.',
				'Vilka nyckeltal är nya eller borttagna sedan förra året? En summering är bara jämförbar om den räknar samma nyckeltal.',
				'Vilka siffror saknas eller är äldre än året som bokslutet gäller?'
			]
		}),
		section({
			key: 'figures.economy',
			title: 'Ekonomisk utsatthet',
			owner: 'social',
			articles: [2, 26, 27],
			required: true,
			requiredBlocks: ['indicator'],
			variants: MUNICIPAL,
			help: [
				'Har barnens ekonomiska villkor blivit bättre eller sämre? Vad tror ni att det beror på, och vad vet ni?',
				'Vilka barn drabbas mest: var bor de, hur ser familjen ut, hur länge varar det?',
				'Vilka resurser har gått till att barn i familjer med små marginaler ska ha det som andra barn?',
				'Vad säger barnen själva om vad de får avstå från?'
			]
		}),
		section({
			key: 'figures.education',
			title: 'Pedagogisk omsorg och utbildning',
			owner: 'education',
			articles: [2, 28, 29],
			required: true,
			requiredBlocks: ['indicator'],
			variants: MUNICIPAL,
			help: [
				'Har barnen fått bättre eller sämre förutsättningar att lära sig? Börja med det som har ändrats mest.',
				'Hur stora är skillnaderna mellan skolor, mellan flickor och pojkar och mellan elever med olika modersmål?',
				'Vilka elever riskerar att lämna skolan utan behörighet, och vilket stöd har de fått?',
				'Är något tal så litet att ett enskilt barn kan kännas igen? Visa det inte.'
			]
		}),
		section({
			key: 'figures.safety',
			title: 'Trygghet och närvaro',
			owner: 'education',
			articles: [6, 19, 28],
			variants: MUNICIPAL,
			help: [
				'Känner sig fler eller färre barn trygga i skolan? Vem har frågat dem, hur många svarade och vilka svarade inte?',
				'Hur många barn är borta från skolan, och hur länge dröjer det innan någon gör något?',
				'Vad säger barnen om var de är otrygga, och vad har ändrats efter det?'
			]
		}),
		section({
			key: 'figures.leisure',
			title: 'Kultur och fritid',
			owner: 'culture',
			articles: [2, 31],
			required: true,
			requiredBlocks: ['indicator'],
			variants: MUNICIPAL,
			help: [
				'Tar fler eller färre barn del av kultur, bibliotek och föreningsliv?',
				'Vilka barn deltar inte: i vilka områden, åldrar och grupper? Är det pris, avstånd, språk eller utbud som hindrar?',
				'Hur mycket av kultur- och fritidsbudgeten når barn, och hur är det fördelat?'
			]
		})
	]
};
