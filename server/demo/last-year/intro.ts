import type { DocNode } from '#core/publication.ts';
import { articleTexts } from '#core/templates/barnbokslut/articles.ts';
import { a, b, callout, doc, h, list, p } from '#server/demo/write.ts';

export const intro: Record<string, DocNode> = {
	intro: doc(
		p(
			'Det här är Exempelkommuns barnbokslut för 2022. Det ska svara på en fråga: har barnen i kommunen fått det bättre eller sämre under året?'
		),
		p(
			'Kommunfullmäktige har beslutat att ett barnbokslut ska göras varje år. Det lämnas före sommaren, så att de förtroendevalda kan läsa det bredvid årsredovisningen när nästa års budget planeras. Bokslutet är också till för den som arbetar med barn, för föräldrar och för barn som vill veta vad kommunen gör.'
		),
		p(
			'Med barn menar vi den som ännu inte har fyllt 18. I några avsnitt följer vi ungdomar lite längre, till exempel dem som inte har blivit klara med gymnasiet. Fristående skolor och föreningar ingår när vi har uppgifter om dem, och då står det i texten.'
		),
		callout(
			p(
				b('Ett exempel. '),
				'Exempelkommun finns inte. Siffrorna är hämtade ur Söderhamns kommuns barnbokslut 2022. Allt annat i rapporten är påhittat: texter, citat, beslut och namn.'
			)
		)
	),
	'intro.method': doc(
		p(
			'Tre förvaltningar har skrivit sina egna avsnitt: Barn och utbildning, Socialtjänsten samt Kultur och fritid. Samordnaren har skrivit de gemensamma delarna och läst hela rapporten. Den som har skrivit ett avsnitt har inte själv godkänt det.'
		),
		h('Vad texten bygger på'),
		list(
			'Statistik som till största delen kommer från databasen Kolada.',
			'Verksamheternas egna uppföljningar och enkäter.',
			'Samtal med ungdomsrådet och med elevråd på fem skolor.',
			'Ett möte med föreningar som arbetar med barn.'
		),
		p(
			'Siffrorna är hämtade ur Söderhamns kommuns barnbokslut 2022. Där källan inte anger vilket år, vilken grupp eller vilken riktning en siffra gäller har vi låtit bli att gissa. Då står det att uppgiften är okänd.'
		),
		h('Vad vi inte vet'),
		p(
			'Vi saknar siffror om barn med funktionsnedsättning, om barn som är placerade utanför kommunen och om barn som inte är folkbokförda här. De yngsta barnen har vi inte frågat alls. Det är en brist, och den finns med i planen för nästa år.'
		)
	),
	'intro.terms': doc(
		p('Tre ord liknar varandra men betyder olika saker. Så här används de i rapporten.'),
		list(
			[
				b('Barnperspektiv'),
				' är vad vuxna tror och vet om hur något blir för barn. Det kan vara klokt och ändå fel.'
			],
			[
				b('Barns perspektiv'),
				' är vad barn själva säger. Det går bara att få genom att fråga dem.'
			],
			[
				b('Barnrättsperspektiv'),
				' är att utgå från barnets rättigheter enligt barnkonventionen när något ska beslutas eller göras.'
			]
		),
		p(
			'En ',
			b('barnkonsekvensanalys'),
			' är en skriftlig prövning av hur ett beslut påverkar barn. Den görs före beslutet, inte efter. Andra ord och förkortningar förklaras i sista kapitlet.'
		)
	),
	'intro.articles': doc(
		...articleTexts,
		p(
			'Hela konventionen finns att läsa hos ',
			a('Barnombudsmannen', 'https://www.barnombudsmannen.se/'),
			'.'
		)
	)
};
