import type { DocNode } from '#core/publication.ts';
import { b, doc, h, list, p, quote } from '#server/demo/write.ts';

export const units: Record<string, DocNode> = {
	'units.education': doc(
		p(
			'Det viktigaste under året har varit att få elever tillbaka till skolan. Elevhälsan har fått tre nya tjänster: två kuratorer och en specialpedagog. De arbetar på de skolor där flest elever är borta.'
		),
		p(
			'Det nya arbetssättet är enkelt. Varje måndag går någon igenom förra veckans frånvaro, och den som har varit borta tre dagar utan känd orsak får ett samtal samma dag. Rektorerna säger att föräldrarna är lättare att nå när det går fort. Om eleverna faktiskt kommer oftare vet vi först när vårterminens siffror är klara.'
		),
		h('Det som blev sämre'),
		p(
			'Läxhjälpen efter skoltid lades ner på två skolor när bidraget tog slut. Den användes mest av elever som har svårt att få studiero hemma. Modersmålsstödet har haft lediga tjänster hela året, och elever i tre språk har inte fått någon undervisning alls.'
		),
		h('Vad eleverna har påverkat'),
		list(
			'Elevråden valde hur pengarna till skolgårdarna skulle användas. Det blev belysning och bänkar i stället för en ny bollplan.',
			'Skolmaten har två rätter på tre skolor efter förslag från eleverna.',
			'Förslaget om senare skolstart avslogs. Skälet var busstiderna, och det har eleverna fått veta.'
		)
	),
	'units.social': doc(
		p(
			'Fler barn har aktualiserats hos Socialtjänsten än året innan, och ärendena är svårare. Våld i hemmet är den vanligaste orsaken. Utredningarna blir klara inom lagens tid i de flesta fall, men inte i alla.'
		),
		p(
			b('Placeringarna har ökat.'),
			' Målet var att fler barn skulle få stöd hemma. Ett team för intensivt stöd startade i mars, men det kom igång för sent för att vända utvecklingen under 2022. För barnen betyder det att fler har fått flytta hemifrån, en del långt från skola och vänner.'
		),
		h('Hur barn har hörts'),
		p(
			'Barnet har haft ett eget samtal i nio av tio utredningar. De samtal som saknas gäller nästan alltid barn under sex år. Personalen säger att de behöver mer kunskap om hur man samtalar med små barn. Ingen utbildning blev av under året.'
		),
		quote(
			'Ungdom, 16 år, i en intervju om kontakten med Socialtjänsten',
			'Det bästa var att hon skrev ner vad jag sa och läste upp det. Då visste jag att hon hade fattat.'
		),
		p(
			'Av pengarna till barn och familjer gick den större delen till akuta insatser. Föräldrastöd, fältarbete och familjecentral fick ungefär lika mycket som året innan, trots att behoven har vuxit.'
		)
	),
	'units.culture': doc(
		p(
			'Fritidsgårdarna har haft öppet varje vardagskväll och för första gången även hela sommaren. Besöken är fler än under pandemin men färre än före den. Flickor kommer mer sällan än pojkar, och det har vi inte lyckats ändra.'
		),
		p(
			'Kulturskolan har undervisat på en ny ort och erbjudit gratis prova-på-kurser. Ändå är deltagarna färre. När vi frågade familjer som slutat svarade många att det är för långt att åka efter skolan. Avgiften nämndes mer sällan än vi trodde.'
		),
		h('Nya sätt att nå fler'),
		list(
			'Fritidsbanken lånar ut skridskor, cyklar och tält utan kostnad.',
			'Biblioteket ger en bok till varje familj som besöker barnhälsovården när barnet är ett halvår.',
			'En buss med spel, böcker och idrottsredskap har besökt sju byar under sommaren.'
		),
		p(
			'Barn med funktionsnedsättning har fått en egen grupp på fritidsgården en kväll i veckan. Gruppen planeras av deltagarna. De vill helst vara med på de vanliga kvällarna, och det kräver mer personal än vi har.'
		)
	)
};
