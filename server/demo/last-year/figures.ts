import type { DocNode } from '#core/publication.ts';
import { a, b, callout, doc, figure, h, indicator, list, p, table } from '#server/demo/write.ts';

export const figures: Record<string, DocNode> = {
	figures: doc(
		p(
			'Här visas 18 nyckeltal om barn och unga. De flesta går att hitta i ',
			a('databasen Kolada', 'https://www.kolada.se/'),
			', några har kommunen räknat fram själv. Siffrorna är de senaste som fanns våren 2023. Därför gäller de olika år, och året står alltid vid siffran.'
		),
		p(
			b('Så jämför vi. '),
			'Med liknande kommuner menar vi sju kommuner som Kolada har valt för att invånarnas sociala och ekonomiska villkor liknar våra. Källan anger att indelningen är från 2021 men räknar inte upp kommunerna. Namnen är därför hämtade ur Koladas lista för 2022: Bollnäs, Kristinehamn, Norberg, Olofström, Säffle, Tingsryd och Åmål. Med riket menar vi värdet för hela landet.'
		),
		p(
			b('Så läser du omdömena. '),
			'Förbättrad betyder att utvecklingen går åt det håll som är bra för barn, även när siffran sjunker. Källan anger ofta bara om vi ligger högre eller lägre än andra, inte med hur mycket. Då visar vi omdömet utan siffra.'
		),
		callout(
			p(
				'Siffrorna är hämtade ur Söderhamns kommuns barnbokslut 2022. Exempelkommun är i övrigt påhittad.'
			)
		)
	),
	'figures.economy': doc(
		p(
			'Andelen barn i familjer med ekonomiskt bistånd har minskat, och det är bra. Men den är fortfarande högre än i liknande kommuner. För de barn det gäller är det liten tröst att kurvan pekar åt rätt håll.'
		),
		indicator('ind-ekonomiskt-bistand'),
		p(
			'En del av minskningen beror på att fler föräldrar har fått arbete. En annan del beror på att familjer har flyttat. Vi vet inte hur mycket som är vilket, och därför drar vi inga slutsatser om våra egna insatser.'
		),
		indicator('ind-sjuk-eller-aktivitetsersattning'),
		p(
			'Barn till föräldrar som är för sjuka för att arbeta lever ofta länge med små marginaler. Socialtjänsten har under året börjat fråga om barnens fritid i varje ansökan om bistånd. Det har lett till att fler familjer har fått hjälp med avgifter och utrustning, men vi har inte räknat hur många.'
		)
	),
	'figures.education': doc(
		h('Förskolan'),
		p(
			'Nästan nio av tio barn i åldern 1–5 år går i förskola eller pedagogisk omsorg. Andelen ökar men är lägre än i liknande kommuner. Barn som har föräldrar utan arbete går i förskolan mer sällan än andra, fast det kan vara de som skulle ha mest nytta av den.'
		),
		indicator('ind-personaltathet-forskola'),
		indicator('ind-inskrivna-i-forskola'),
		indicator('ind-forskollarartathet'),
		h('Grundskolan'),
		p(
			'Resultaten i årskurs 9 har blivit sämre. Det gäller både behörigheten till yrkesprogram och andelen elever som har nått kunskapskraven i alla ämnen.'
		),
		indicator('ind-behorighet-yrkesprogram'),
		indicator('ind-kunskapskrav-alla-amnen'),
		p(
			'Skillnaderna mellan skolorna är större än skillnaden mellan oss och andra kommuner. Elever med ett annat modersmål än svenska når målen mer sällan. Det är den tydligaste skillnaden i hela kapitlet, och den syns redan i årskurs 6.'
		),
		indicator('ind-skillnader-mellan-skolor'),
		indicator('ind-behorighet-arskurs-6'),
		h('Gymnasiet'),
		p(
			'En större andel än tidigare får examen eller studiebevis inom fyra år, och andelen är högre än i både liknande kommuner och riket. Vi tror att studievägledningen på introduktionsprogrammen har hjälpt, men det är inte utvärderat.'
		),
		indicator('ind-examen-inom-fyra-ar')
	),
	'figures.safety': doc(
		p(
			'De flesta elever säger att de är trygga i skolan. Samtidigt är många borta så mycket att de knappast kan följa undervisningen. Båda sakerna är sanna, men det är inte säkert att det är samma elever som svarar på enkäter.'
		),
		indicator('ind-trygghet-i-skolan'),
		figure('ind-trygghet-och-studiero'),
		p(
			'I vår egen enkät är andelen ännu högre. Den ska läsas med försiktighet: vi vet inte hur många som svarade eller vilka som lät bli.'
		),
		h('Elever som är borta från skolan'),
		indicator('ind-hog-franvaro'),
		p(
			'Varje skola har nu en person som varje vecka går igenom frånvaron. Tidigare kunde det dröja en hel termin innan någon ringde hem. Det är för tidigt att säga om det har hjälpt.'
		),
		h('Ungdomar utanför gymnasiet'),
		indicator('ind-kommunala-aktivitetsansvaret')
	),
	'figures.leisure': doc(
		p(
			'Andelen barn i musik- eller kulturskola var 2020 högre än i liknande kommuner och i riket. Siffran är gammal, och sedan dess har kulturskolan tappat deltagare. Därför säger den mer om hur det var än om hur det är.'
		),
		indicator('ind-musik-eller-kulturskola'),
		indicator('ind-kulturskolan-och-kulan'),
		table(
			'Kulturskolan och KULAN i siffror',
			['Vad siffran gäller', 'Tidigare', 'Senast'],
			[
				[
					'Kulturskolans frivilliga undervisning, ungefär',
					'540 elever läsåret 2020/21',
					'120 färre deltagare hösten 2022'
				],
				[
					'KULAN, kultur på skoltid',
					'2 101 barn och elever läsåret 2019/20',
					'2 327 barn och elever läsåret 2020/21'
				]
			]
		),
		p(
			'KULAN når alla i en klass, oavsett var de bor och vad de har råd med. Den frivilliga undervisningen gör inte det. Ska kulturen nå fler barn är det alltså på skoltid som det är lättast.'
		),
		h('Bibliotek och idrott'),
		p('Två siffror går åt fel håll, och det gör de i fler kommuner än vår.'),
		indicator('ind-barnbokslan'),
		indicator('ind-deltagartillfallen-idrott'),
		list(
			'Bibliotekets filialer har haft kortare öppettider under året. Det kan vara en orsak till att lånen minskar.',
			'Föreningarna berättar att de har svårt att hitta ledare till de yngsta grupperna.'
		)
	)
};
