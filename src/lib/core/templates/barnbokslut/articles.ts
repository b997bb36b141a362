import type { DocNode } from '#core/publication.ts';
import { heading, paragraph } from '#core/templates/blocks.ts';

/** The four core principles of the Convention, in plain words of our own: not its legal text. */
export const articleTexts: DocNode[] = [
	paragraph(
		'Barnkonventionen gäller som lag i Sverige sedan den 1 januari 2020. Fyra av artiklarna är grundprinciper. De har ett eget innehåll och visar också hur de andra artiklarna ska förstås. Texterna här är förklaringar, inte konventionens ordalydelse.'
	),
	heading('Artikel 2: inget barn får diskrimineras'),
	paragraph(
		'Rättigheterna gäller varje barn som finns i kommunen. Inget barn får behandlas sämre på grund av till exempel kön, hudfärg, språk, religion, funktionsnedsättning eller vem barnets föräldrar är. Därför behöver kommunen ta reda på vilka grupper som riskerar att få mindre än andra, och göra något åt det.'
	),
	heading('Artikel 3: barnets bästa'),
	paragraph(
		'När en åtgärd eller ett beslut rör barn ska det först prövas vad som är bäst för barnet eller barnen. Prövningen bygger på kunskap om barnets situation och på vad barnet självt säger. Barnets bästa väger tungt, men kan få stå tillbaka för något annat. Då ska det gå att läsa vad som vägde emot och varför.'
	),
	heading('Artikel 6: liv och utveckling'),
	paragraph(
		'Varje barn har rätt att leva och att utvecklas så långt det går. Det handlar om hela barnet: kroppen och hälsan, tankar och känslor, lärande, relationer och en plats i samhället. För kommunen betyder det både att skydda barn från fara och att ge dem något att växa av.'
	),
	heading('Artikel 12: rätten att säga sin mening'),
	paragraph(
		'Barn som kan bilda egna åsikter har rätt att säga dem i alla frågor som rör dem. Åsikterna ska tas på allvar, och hur tungt de väger beror på barnets ålder och mognad. Den som frågar barn till råds behöver också berätta för dem hur det gick.'
	)
];
