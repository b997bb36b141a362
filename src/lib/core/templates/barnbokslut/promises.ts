import type { TemplateChapter } from '#core/template.ts';
import { section } from '#core/templates/define.ts';

/**
 * Not required by the template, since a first report has nothing to follow up: whoever makes a
 * report after one with a plan makes this section required.
 */
export const followUp: TemplateChapter = {
	key: 'followUp',
	title: 'Uppföljning av föregående års utvecklingsområden',
	sections: [
		section({
			key: 'followUp',
			title: 'Uppföljning av föregående års utvecklingsområden',
			articles: [2, 3, 6, 12],
			requiredBlocks: ['followUpTable'],
			help: [
				'Vad lovade ni förra året, åtgärd för åtgärd, och hur gick det? Skriv en rad för varje område.',
				'Har barnen märkt någon skillnad? En genomförd åtgärd är inte samma sak som ett bättre läge för barnen.',
				'Vad är inte påbörjat, och varför? Saknades tid, pengar, personal eller beslut?',
				'Ska området fortsätta, ändras eller avslutas?'
			]
		})
	]
};

export const plan: TemplateChapter = {
	key: 'plan',
	title: 'Prioriterade utvecklingsområden och åtgärder',
	sections: [
		section({
			key: 'plan',
			title: 'Prioriterade utvecklingsområden och åtgärder',
			articles: [2, 3, 6, 12],
			required: true,
			requiredBlocks: ['planTable'],
			help: [
				'Vilka få områden gör störst skillnad för barnen nästa år? Hellre fem som blir av än femton som inte blir det.',
				'Vem ansvarar för varje åtgärd, och med vilka resurser?',
				'Vilket resultat väntar ni för barnen, och hur ska ni om ett år kunna se om det blev så?',
				'Vilka barn kan bli utan om åtgärden lyckas för de flesta? Hur har barn fått säga vad som är viktigast?'
			]
		})
	]
};
