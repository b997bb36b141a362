import type { DocNode } from '#core/publication.ts';
import { doc, figure, h, indicator, indicatorSummary, p } from '#server/demo/write.ts';

export const figures: Record<string, DocNode> = {
	figures: doc(
		p(
			'Vi följer samma 18 nyckeltal som förra året, så att summeringen går att jämföra. Nya värden fylls på allteftersom de publiceras. Till dess visas det senaste som finns.'
		),
		indicatorSummary(),
		p(
			'Jämförelsen görs med samma sju liknande kommuner som förra året. Kolada har bytt ut några av dem sedan dess. Vi behåller gruppen i år och tar ställning till ett byte inför nästa bokslut.'
		)
	),
	'figures.economy': doc(
		p(
			'Värdena för 2022 är inte publicerade när det här skrivs. Siffrorna nedan är därför desamma som i förra årets bokslut. Vad som har hänt sedan dess vet vi från våra egna ärenden, och bilden är dyster.'
		),
		indicator('ind-ekonomiskt-bistand'),
		p(
			'Ansökningarna om ekonomiskt bistånd från familjer med barn har ökat varje månad sedan mars 2023. Högre hyror och matpriser är den vanligaste förklaringen. Det rör sig ofta om familjer där någon har arbete, och som vi inte har mött förut.'
		),
		indicator('ind-sjuk-eller-aktivitetsersattning'),
		p(
			'För de familjer som har sjuk- eller aktivitetsersättning har inkomsten stått nästan stilla medan priserna har stigit. Vi frågar numera om barnens fritid, kläder och skolutflykter i varje ansökan. Svaren visar att barn avstår från sådant som vuxna lätt missar, som att gå på kalas.'
		),
		p(
			'Vår bedömning är att fler barn har det ekonomiskt sämre än för ett år sedan, trots att den senaste statistiken visar en förbättring. Den bedömningen bör prövas på nytt när siffrorna kommer.'
		)
	),
	'figures.education': doc(
		h('Förskolan'),
		indicator('ind-inskrivna-i-forskola'),
		indicator('ind-personaltathet-forskola'),
		indicator('ind-forskollarartathet'),
		p(
			'Förskollärartätheten måste redas ut före godkännandet: är det barn per förskollärare eller tvärtom? Vi har frågat Skolverket.'
		),
		h('Grundskolan'),
		indicator('ind-kunskapskrav-alla-amnen'),
		indicator('ind-behorighet-yrkesprogram'),
		p(
			'Betygen för våren 2023 är preliminära. De tyder på att resultaten har slutat sjunka, men inte på att de har vänt.'
		),
		indicator('ind-skillnader-mellan-skolor'),
		indicator('ind-behorighet-arskurs-6'),
		h('Gymnasiet'),
		indicator('ind-examen-inom-fyra-ar'),
		p('Text om introduktionsprogrammen kommer.')
	),
	'figures.safety': doc(
		p(
			'Skolinspektionens enkät till årskurs 9 finns inte längre i den form som vi har använt. I år redovisar vi därför bara vår egen enkät och frånvaron. Från nästa år följer vi i stället frågan till årskurs 5 och 8, men de svaren går inte att jämföra med de gamla.'
		),
		figure('ind-trygghet-och-studiero'),
		indicator('ind-trygghet-i-skolan'),
		indicator('ind-hog-franvaro'),
		p(
			'Varje skola har nu gått igenom frånvaron varje vecka under ett helt läsår. Siffran för våren 2023 räknas fram i januari.'
		),
		indicator('ind-kommunala-aktivitetsansvaret')
	),
	'figures.leisure': doc(
		indicator('ind-barnbokslan'),
		p(
			'Två filialer har fått tillbaka sina kvällstider. Preliminära siffror visar fler lån under hösten.'
		),
		indicator('ind-deltagartillfallen-idrott'),
		indicator('ind-musik-eller-kulturskola'),
		indicator('ind-kulturskolan-och-kulan'),
		p('Elias fyller på med höstens deltagare när anmälan har stängt.')
	)
};
