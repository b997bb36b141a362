import type { DocNode } from '#core/publication.ts';
import { a, b, doc, h, list, p, quote } from '#server/demo/write.ts';

export const closing: Record<string, DocNode> = {
	voices: doc(
		p(
			'Under hösten träffade samordnaren ungdomsrådet två gånger och elevråden på fem skolor. Sammanlagt var ett åttiotal barn och unga med, mellan 9 och 17 år. Skolorna valdes så att både centralorten och byarna var med. Barn som inte går i skolan saknas här, och det gör också barn under skolåldern.'
		),
		quote(
			'Elev i årskurs 8, elevrådets träff i oktober 2022',
			'Vuxna säger att man kan komma och prata. Men man går inte till någon som man aldrig ser.'
		),
		p(
			'Tre saker kom upp överallt: fler vuxna i korridorerna, bussar som går efter klockan 18 och någonstans att vara som inte kostar något. De äldre talade också om oro för att yngre syskon dras in i kriminalitet.'
		),
		quote(
			'Barn i årskurs 4, samma höst',
			'Jag vill gå på dans men det finns bara inne i stan och mamma jobbar då.'
		),
		p(
			'Alla som var med har fått en skriftlig sammanfattning av vad de sagt och vad som händer nu. Barnen vet att citaten publiceras. De har själva läst och godkänt dem.'
		)
	),
	conclusions: doc(
		p(
			'Har barnen fått det bättre eller sämre? De flesta barn i Exempelkommun har det bra, och i några avseenden bättre än förra året. Men skillnaderna mellan barnen minskar inte. De barn som hade det svårast 2021 har det svårast också i år.'
		),
		list(
			[b('Skolan. '), 'Resultaten sjunker, och modersmålet avgör för mycket.'],
			[b('Frånvaron. '), 'Vi ser den tidigare än förut men kan ännu inte visa att den minskar.'],
			[b('Familjerna. '), 'Stödet hemma kom igång sent, och fler barn har placerats.'],
			[b('Fritiden. '), 'Det som är gratis och nära når barnen. Det andra når färre än förut.']
		),
		p(
			'Pengarna räcker inte till både akuta insatser och tidigt stöd. I år har det akuta gått först, som tidigare år. Så länge det är så kommer behoven att fortsätta växa. Det är en prioritering som fullmäktige behöver göra öppet.'
		),
		quote(
			'Ungdomsrådets yttrande över utkastet till barnbokslut',
			'Det är bra att ni skriver vad som har blivit sämre. Men skriv också när det ska vara fixat.'
		),
		p(
			'Ungdomsrådet har rätt. Därför har varje område i planen en ansvarig förvaltning och ett resultat som går att följa upp nästa år. Säkerheten i svaren är begränsad: flera siffror är gamla, några saknar uppgift om år, och i en är det oklart vad som är bra.'
		)
	),
	appendix: doc(
		h('Källor'),
		list(
			[
				'Söderhamns kommuns barnbokslut 2022, varifrån alla nyckeltal är hämtade. Kommunens egna siffror där kallas här kommunens egen uppföljning eller egen enkät.'
			],
			[
				'Kolada, databas för kommuner och regioner: ',
				a('www.kolada.se', 'https://www.kolada.se/'),
				'. Omdömen om utveckling och jämförelser är källans, inte Koladas.'
			],
			['Göteborgs Stads barnbokslut 2024, varifrån utvecklingsområdenas namn är hämtade.']
		),
		h('Ord'),
		list(
			[b('HBTQI'), ': homosexuella, bisexuella, transpersoner, queera och intersexpersoner.'],
			[
				b('Kommunala aktivitetsansvaret'),
				': kommunens ansvar för unga under 20 år som inte går i gymnasiet.'
			],
			[b('KULAN'), ': kulturskolans projekt Kultur i skolan.'],
			[b('LSS'), ': lagen om stöd och service till vissa funktionshindrade.'],
			[b('Nyckeltal'), ': en siffra som visar läget i en fråga och går att följa från år till år.']
		),
		p(
			'Behöver du rapporten i ett annat format, till exempel uppläst eller på ett annat språk? Hör av dig till kommunens kontaktcenter.'
		)
	)
};
