import type { DocNode } from '#core/publication.ts';
import { b, callout, doc, h, indicatorSummary, lines, list, p } from '#server/demo/write.ts';

export const summary: Record<string, DocNode> = {
	summary: doc(
		p(
			'Det går inte att svara ja eller nej på om barnen har fått det bättre under 2022. En mindre andel av barnen lever i familjer med ekonomiskt bistånd, och en större andel går i förskola. Samtidigt når en mindre andel av eleverna kunskapskraven i alla ämnen, en mindre andel blir behörig till gymnasiets yrkesprogram och barnen lånar färre böcker.'
		),
		p(
			'Elva av nyckeltalen kan jämföras med liknande kommuner. I fem av dem ligger vi bättre till och i sex sämre. Ett av de fem, förskollärartätheten, är osäkert: om siffran räknar barn per förskollärare är omdömet det motsatta.'
		),
		indicatorSummary(),
		h('Det som oroar mest'),
		list(
			'Skolresultaten sjunker, och skillnaderna mellan skolor och mellan elever med olika modersmål är stora.',
			'Våren 2022 var 259 elever borta från mer än en fjärdedel av skoltiden.',
			'Kulturskolan har tappat ungefär 120 deltagare. De flesta bor långt från en undervisningslokal.'
		),
		h('Det som har blivit bättre'),
		list(
			'En större andel av ungdomarna får examen eller studiebevis från gymnasiet inom fyra år.',
			'En större andel av barnen går i förskola eller pedagogisk omsorg.',
			'Elever i årskurs 9 svarade 2021 att de känner sig trygga i skolan oftare än elever i liknande kommuner.'
		),
		callout(
			p(
				b('Att ta ställning till. '),
				'Resurserna till tidigt stöd räcker inte till alla barn som behöver det. Vi föreslår tolv utvecklingsområden, men de går inte att genomföra samtidigt utan att något annat får vänta.'
			)
		)
	),
	'summary.easy': doc(
		p(
			'Alla barn har rättigheter. De står i barnkonventionen, som är en lag i Sverige. Varje år skriver kommunen hur det går.'
		),
		h('Det här har blivit bättre'),
		list(
			'Fler barn går i förskolan.',
			'Fler ungdomar blir klara med gymnasiet.',
			'Färre barn har föräldrar som måste få pengar av kommunen för att klara sig.'
		),
		h('Det här har blivit sämre'),
		list(
			'Färre elever i nian klarar alla ämnen.',
			'Många elever är borta mycket från skolan.',
			'Färre barn går i kulturskolan, och barn lånar färre böcker.'
		),
		p(
			'Barn har sagt att de vill ha fler vuxna i skolan och bussar som går på kvällen. Kommunen har anställt fler vuxna på tre skolor. Bussarna är inte klara än.'
		),
		p(
			'Vill du säga vad du tycker? Prata med elevrådet, ungdomsrådet eller en vuxen på biblioteket. De skickar det vidare till kommunen.'
		)
	),
	'summary.plain': doc(
		lines(
			'Ett barnbokslut berättar hur barn har det i kommunen.',
			'Kommunen skriver ett varje år.',
			'Det här är det viktigaste från år 2022.'
		),
		h('Har barnen fått det bättre?'),
		lines(
			'Det går inte att svara ja eller nej.',
			'En del har blivit bättre.',
			'En del har blivit sämre.',
			'En del vet vi inte.'
		),
		h('Det här är bättre'),
		lines(
			'Fler små barn går i förskolan.',
			'Fler unga blir klara med gymnasiet.',
			'Färre barn bor i familjer som får ekonomiskt bistånd.',
			'Ekonomiskt bistånd är pengar från kommunen till den som inte kan betala mat och hyra.'
		),
		h('Det här är sämre'),
		lines(
			'Det går sämre för eleverna i skolan.',
			'Färre elever i årskurs 9 klarar alla ämnen.',
			'Många elever är borta ofta.'
		),
		lines(
			'Färre barn går i kulturskolan.',
			'Många bor långt från den.',
			'Barnen lånar också färre böcker på biblioteket.'
		),
		h('Det här ska kommunen göra'),
		lines(
			'Barn som behöver hjälp ska få den tidigt.',
			'Men pengarna räcker inte till allt.',
			'Politikerna i kommunen måste välja vad som är viktigast.'
		),
		h('Vill du veta mer?'),
		lines(
			'Ring eller skriv till kommunens kontaktcenter.',
			'Du kan också fråga på biblioteket.',
			'Du kan be någon läsa texten högt för dig.'
		)
	)
};
