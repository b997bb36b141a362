import type { DocNode } from '#core/publication.ts';
import { articleTexts } from '#core/templates/barnbokslut/articles.ts';
import { a, b, callout, doc, h, lines, list, p } from '#server/demo/write.ts';

export const intro: Record<string, DocNode> = {
	intro: doc(
		p(
			'Det här är Exempelkommuns barnbokslut för 2023, det andra i sin nuvarande form. Det följer upp vad vi lovade förra året, beskriver läget för barnen och föreslår vad som ska göras härnäst.'
		),
		p(
			'Kommunfullmäktige har beslutat att ett barnbokslut ska göras varje år. Årets är mer omfattande än förra årets. Det nya är en analys av styrkor och brister efter barnkonventionens fyra grundprinciper. Den gör det lättare att se vilka barn som inte får sina rättigheter tillgodosedda, även när genomsnittet ser bra ut.'
		),
		p(
			'Bokslutet är först och främst ett underlag för beslut. Det är också till för den som arbetar med barn, för föräldrar och för barn och unga själva.'
		),
		callout(
			p(
				b('Ett exempel. '),
				'Exempelkommun finns inte. Siffrorna är hämtade ur Söderhamns kommuns barnbokslut 2022, och utvecklingsområdenas namn ur Göteborgs Stads barnbokslut 2024. Allt annat är påhittat.'
			)
		)
	),
	'intro.method': doc(
		p(
			'Arbetet började i oktober. Varje förvaltning skriver sina egna avsnitt, och samordnaren håller ihop helheten. Styrkor och brister har diskuterats på tre gemensamma möten.'
		),
		h('Underlag'),
		list(
			'Samma nyckeltal som förra året. Flera av dem har ännu inte fått ett nytt värde.',
			'Förvaltningarnas uppföljning av planen från 2022.',
			'Samtal med barn och unga under hösten, se kapitlet om barns och ungas röster.'
		),
		p('Kvar att skriva: vilka grupper vi inte har nått, och vilka enkäter som gjorts i år.')
	),
	'intro.terms': doc(
		p(
			'Vi använder samma ord som förra året. ',
			b('Barnperspektiv'),
			' är vuxnas kunskap om hur något blir för barn, ',
			b('barns perspektiv'),
			' är det som barn själva säger och ',
			b('barnrättsperspektiv'),
			' är att utgå från rättigheterna i konventionen.'
		),
		p('Ska vi lägga till normkritik och ungas inflytande? De används i flera avsnitt i år.')
	),
	'intro.articles': doc(
		...articleTexts,
		p(
			'I år tar vi också upp artikel 28 om utbildning och artikel 31 om fritid och kultur. Hela konventionen finns hos ',
			a('Barnombudsmannen', 'https://www.barnombudsmannen.se/'),
			'.'
		)
	),
	summary: doc(p('Skrivs sist. Utgå från slutsatserna och de tre siffror som har ändrats mest.')),
	'summary.easy': doc(),
	'summary.plain': doc(
		lines(
			'Ett barnbokslut berättar hur barn har det i kommunen.',
			'Kommunen skriver ett varje år.',
			'Det här är det viktigaste från år 2023.'
		),
		h('Det här har kommunen gjort'),
		lines(
			'Förra året lovade kommunen att göra tolv saker bättre.',
			'Fem är klara.',
			'Sju har börjat men är inte klara.'
		),
		h('Det här är svårt'),
		lines(
			'Mat och hyra kostar mer än förut.',
			'Fler familjer med barn behöver ekonomiskt bistånd.',
			'Ekonomiskt bistånd är pengar från kommunen till den som inte kan betala mat och hyra.'
		),
		p(
			'Resten skrivs när alla siffror har kommit. Två personer från studieförbundet provläser i januari.'
		)
	)
};
