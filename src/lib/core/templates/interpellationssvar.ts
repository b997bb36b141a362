import type { Template } from '#core/template.ts';
import { section } from '#core/templates/define.ts';

/** A written answer to a council member's question: a page or two, signed, ready before the meeting. */
export const interpellationssvar: Template = {
	key: 'interpellationssvar',
	version: 1,
	kind: 'interpellationReply',
	title: 'Interpellationssvar',
	chapters: [
		{
			key: 'question',
			title: 'Frågan i korthet',
			sections: [
				section({
					key: 'question',
					title: 'Frågan i korthet',
					help: [
						'Vad är det ledamoten vill veta? Återge varje fråga så att den som ställde den känner igen den.',
						'Går det att läsa svaret utan att ha interpellationen framför sig?'
					]
				})
			]
		},
		{
			key: 'answer',
			title: 'Svar',
			sections: [
				section({
					key: 'answer',
					title: 'Svar',
					required: true,
					requiredBlocks: ['text'],
					help: [
						'Är alla frågor besvarade, i den ordning de ställdes?',
						'Vilka siffror eller avsnitt i ett barnbokslut stöder svaret? Ta in nyckeltalet, så följer källa och år med.',
						'Vad vet kommunen inte? Säg det, och när ett besked kan komma.',
						'Kan något enskilt barn eller någon familj kännas igen?'
					]
				})
			]
		},
		{
			key: 'signature',
			title: 'Underskrift',
			sections: [
				section({
					key: 'signature',
					title: 'Underskrift',
					required: true,
					requiredBlocks: ['signature'],
					help: [
						'Vem svarar, och i vilken roll? Det ska vara den som interpellationen är ställd till.',
						'Stämmer ort och datum med när svaret lämnas till den som frågade?'
					]
				})
			]
		}
	]
};
