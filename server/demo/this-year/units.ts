import type { DocNode } from '#core/publication.ts';
import { doc, h, list, p } from '#server/demo/write.ts';

export const units: Record<string, DocNode> = {
	'units.education': doc(
		p(
			'Året har handlat om närvaro, språk och rättvisare resurser. Alla skolor går igenom frånvaron varje vecka, och elevhälsan har ett gemensamt sätt att ta emot elever som har varit borta länge.'
		),
		h('Förskolan'),
		p(
			'Barngrupperna har blivit något mindre på de förskolor där flest barn behöver stöd i språket. Det har betalats genom att grupperna blivit större på andra håll. Vi vet inte vad det har betytt för barnen där.'
		),
		h('Skolan'),
		p(
			'Två skolor har slagits ihop till hösten. Många elever var oroliga före, och elevråden var med och planerade hur klasserna skulle lära känna varandra. En enkät görs i februari.'
		)
	),
	'units.social': doc(
		p(
			'Antalet orosanmälningar är lika högt som förra året. Det nya är att fler gäller yngre tonåringar, och att fler kommer från barnen själva genom telefonlinjen.'
		),
		list(
			'Placeringarna har slutat öka. Fler barn får stöd av teamet för intensivt stöd hemma.',
			'Tiden från anmälan till första samtal har blivit längre under sommaren.',
			'Fältarbetet har utökats till helgkvällar med hjälp av ett statsbidrag som tar slut nästa år.'
		),
		p('Mariam: lägg till hur barnen hörts i uppföljningarna.')
	),
	'units.culture': doc(p('Fritidsgårdarna har öppet lika mycket som förra året.'), p())
};
