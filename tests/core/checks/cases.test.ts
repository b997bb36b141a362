import { describe, expect, it } from 'vitest';
import type { DocNode } from '#core/publication.ts';
import { bullets, check, codes, h, link, p, picture, quote, table } from './make.ts';

/** What is found, and what looks like it and is none. Words are our own; the slips are real ones. */

type Case = [rule: string, content: string | (string | DocNode)[], ...codes: string[]];

const GRADES = 'Elever i årskurs 9';

const SMALL: Case[] = [
	['C2', '3 elever var placerade i familjehem.', 'smallCount'],
	['C2', 'Tre ungdomar dömdes för våldsbrott.', 'smallCount'],
	['C2', 'Under året vräktes 2 familjer.', 'smallCount'],
	['C2', 'Av klassen deltog 4 elever.', 'maybeSmallCount'],
	['C2', '24 av 26 elever nådde målen.', 'smallRest'],
	['C2', '3 av 27 elever hade hög frånvaro.', 'smallCount'],
	['C2', '6 av 8 elever blev behöriga.', 'smallRest'],
	['C2', 'På skolan gick 25 elever, och 96 % blev behöriga.', 'shareIsSmall'],
	['C2', 'Skolan har 26 elever och 100 % når målen.', 'wholeGroup'],
	['C2', 'I Åsens skola med 26 elever var 100 % behöriga.', 'wholeGroup'],
	['C2', 'Lägst ligger Stenåsens skola med 44 %, högst Vik och Näs med 100 %.', 'wholeGroup'],
	['C2', 'Bland 8 elever trivdes 75 %.', 'smallBase'],
	['C2', 'Sammanlagt 12 ungdomar sökte, varav 10 pojkar.', 'smallRest'],
	[
		'C2',
		[
			table(
				GRADES,
				'Skola | Antal elever | Behöriga | Simkunniga',
				'A | 30 | 26 | 12',
				'B | 44 | 28 | 31'
			)
		],
		'smallRest'
	],
	['C2', [table('Elever', 'Skola | Flickor | Pojkar | Totalt', 'A | 96 | 4 | 100')], 'smallCount'],
	['C2', 'Av 23 elever i klassen blev alla utom 2 behöriga.', 'smallRest'],
	['C2', 'Av 23 elever i klassen blev alla utom två behöriga.', 'smallRest'],
	['C2', '26 elever var helt frånvarande.', 'fewAndSensitive'],
	[
		'C2',
		'Av dem var 259 elever borta mer än 25 % av skoltiden och 26 elever helt frånvarande.',
		'fewAndSensitive'
	],
	[
		'C2',
		[table('Frånvaro bland elever', 'Hur länge | Antal', 'Mer än 25 % | 57', 'Mer än 50 % | 55')],
		'smallRest'
	],
	['C2', [table('Placerade barn', 'Form | 2021 | 2022', 'Jourhem | 12 | 3')], 'smallCount'],
	['C2', [table('Orsaker', 'Orsak | Antal', 'Annat skäl | 2')], 'maybeSmallCount'],
	[
		'C2',
		[table(GRADES, 'Skola | Antal elever | Behöriga', 'A | 30 | 26', 'B | 44 | 28')],
		'smallRest'
	],
	[
		'C2',
		[table(GRADES, 'Skola | Antal elever | Andel behöriga', 'A | 25 | 96 %', 'B | 50 | 60 %')],
		'shareIsSmall'
	],
	[
		'C2',
		[table(GRADES, 'Skola | Antal elever | Andel behöriga', 'A | 26 | 100 %', 'B | 50 | 60 %')],
		'wholeGroup'
	],
	[
		'C2',
		[table(GRADES, 'Skola | Antal elever | Andel behöriga', 'A | 8 | 62 %', 'B | 50 | 60 %')],
		'smallBase'
	],
	[
		'C2',
		[table('Elever per skola', 'Skola | Antal', 'A | 40', 'B | ..', 'Totalt | 47')],
		'hiddenFollows'
	],
	[
		'C2',
		[
			table(
				'Elever efter kön',
				'Skola | Flickor | Pojkar | Totalt',
				'A | .. | .. | 12',
				'B | 20 | 30 | 50',
				'Totalt | 23 | 39 | 62'
			)
		],
		'hiddenFollows'
	],
	[
		'C2',
		[
			table(
				'Barn efter kön',
				'Enhet | Flickor | Pojkar | Totalt',
				'A | <5 | <5 | 2',
				'B | <5 | <5 | 14',
				'C | 20 | 30 | 50'
			)
		],
		'hiddenFollows',
		'smallCount'
	],
	[
		'C2',
		[table('Elever per skola', 'Skola | Antal', 'A | 40', 'B | –', 'Totalt | 43')],
		'hiddenFollows'
	]
];

const SUMS: Case[] = [
	['C3', [table('Ärenden', 'Skäl | Flickor | Pojkar | Totalt', 'A | 75 | 6 | 82')], 'sumDiffers'],
	['C3', [table('Ärenden', 'Skäl | Antal', 'A | 17', 'B | 30', 'Summa | 48')], 'sumDiffers'],
	[
		'C3',
		[table('Barn', 'Skäl | Antal', 'A | 17', 'B | 30', 'C | –', 'Alla | 44')],
		'partOverTotal'
	],
	[
		'C3',
		[table('Behöriga', 'Språk | Andel', 'Svenska | 71 %', 'Annat | 57 %', 'Alla | 76,7 %')],
		'meanOutside'
	],
	[
		'C3',
		[table('Svar', 'Svar | Andel', 'Ja | 61 %', 'Nej | 30 %', 'Vet ej | 12 %')],
		'sharesNotWhole'
	],
	[
		'C3',
		[table('Svar', 'Fråga | Ja | Nej | Vet ej', 'Trivs du? | 70 % | 20 % | 20 %')],
		'sharesNotWhole'
	],
	[
		'C3',
		[
			table(
				'Svar',
				'Grupp | Antal | Andel',
				'A | 100 | 50 %',
				'B | 60 | 35 %',
				'C | 40 | 20 %',
				'Totalt | 200 | 100 %'
			)
		],
		'shareDiffers',
		'sharesNotWhole'
	],
	['C3', 'Av alla svarade 200 av 514 (38 %) att de trivs.', 'shareDiffers'],
	['C3', 'Av alla svarade 200 av 514, nästan 60 %, att de trivs.', 'shareDiffers'],
	['C3', 'Av 45 anmälningar gällde 15 våld (38 procent).', 'shareDiffers'],
	[
		'C3',
		[
			'Andelen behöriga elever var 76,7 procent 2022.',
			'År 2022 var andelen behöriga elever 67,7 procent.'
		],
		'twoValues'
	]
];

const STYLE: Case[] = [
	['C4', ['Andelen är 14.7 år 2021.', 'Tätheten är 11,8.'], 'decimalPoint'],
	['C4', 'Siffran är 87.0 och trenden god.', 'decimalPoint'],
	['C4', 'På en skola når 58% av eleverna målen.', 'percentTight'],
	['C4', 'Många är borta >25% av tiden.', 'percentTight'],
	['C4', 'Förändringen var -3,2 grader.', 'hyphenMinus'],
	['C4', [table('Resultat', 'Vad | Kronor', 'Netto | -12')], 'hyphenMinus'],
	['C4', 'Satsningen kostar 1.000.000 kr.', 'thousands'],
	['C4', 'Biblioteket hade 125000 besök.', 'thousands'],
	[
		'C4',
		'Snittet är 5,2 barn per pedagog, bättre med 0,1 procentenheter än förut.',
		'pointsOfRatio'
	],
	[
		'C4',
		'Förskollärartätheten är högre än i andra kommuner. Siffran är 11,8, och så hög siffra som möjligt är önskvärd.',
		'directionContradicts'
	],
	[
		'C4',
		'Här finns 11,8 barn per förskollärare. Det bör vara så högt som möjligt.',
		'directionContradicts'
	],
	['C4', 'Frånvaron är 7,4 procent, och en hög siffra är önskvärd.', 'directionContradicts'],
	[
		'C4',
		'Behörigheten är 77 procent. En så låg siffra som möjligt eftersträvas.',
		'directionContradicts'
	],
	['C4', 'År 2022 var värdet 11,8 i kommunen. Riksgenomsnittet 2019 var 12,4.', 'otherYear'],
	[
		'C4',
		'Kommunens snitt är 5,2, en förbättring jämfört med 2020. Rikets snitt 2019 var 5,3.',
		'otherYear'
	],
	['C4', 'Andelen var 76,7 % 2022, mot 74,1 % i liknande kommuner 2019.', 'otherYear'],
	['C4', 'Kommunen: 66,3 procent (2022), riket: 74,1 procent (2021).', 'otherYear'],
	['C4', 'Ungdomar inom KAA får stöd.', 'unexplained'],
	['C4', 'Fler SIP-möten hölls.', 'unexplained'],
	[
		'C4',
		['HBTQi-frågor, HBTQI-frågor och HBQTi-frågor', 'HBTQI: homosexuella med flera grupper.'],
		'spelledTwoWays'
	],
	['C4', ['BOU: Barn och unga i kommunen.', 'Kontakten sköts av BoU.'], 'spelledTwoWays']
];

const ACCESS: Case[] = [
	['C5', [picture('')], 'altMissing'],
	['C5', [picture('IMG_2041.jpg')], 'altSaysNothing'],
	['C5', [picture('Bild 3')], 'altSaysNothing'],
	['C5', [link(' ', 'https://www.exempel.se/')], 'linkEmpty'],
	['C5', [link('Klicka här', 'https://www.exempel.se/')], 'linkSaysNothing'],
	['C5', [link('Läs mer »', 'https://www.exempel.se/')], 'linkSaysNothing'],
	[
		'C5',
		[link('https://www.exempel.se/rapport', 'https://www.exempel.se/rapport')],
		'linkIsAddress'
	],
	['C5', [h('Först', 2), p('Text.')], 'headingOrder'],
	['C5', [h(''), p('Text.')], 'headingEmpty'],
	['C5', [table('', '|', 'A | B')], 'tableWithoutHeader']
];

const PERSONAL: Case[] = [
	['C6', 'Barnet 811218-9876 har bytt skola.', 'personalNumber'],
	['C6', 'Barnet 19811218-9876 har bytt skola.', 'personalNumber'],
	['C6', 'Barnet 198112189876 har bytt skola.', 'personalNumber'],
	['C6', 'Barnet 8112189876 har bytt skola.', 'personalNumber'],
	['C6', 'Hon är född 811218+9876.', 'personalNumber'],
	['C6', 'Samordningsnumret är 701063-2391.', 'personalNumber'],
	['C6', [table('Lista', 'Vem | Nummer', 'A | 811218–9876')], 'personalNumber'],
	['C6', 'Barnet 811218-9875 har bytt skola.', 'maybePersonalNumber'],
	['C6', 'Ring mig på 070-123 45 67.', 'telephone'],
	['C6', 'Ring mig på 0701234567.', 'telephone'],
	['C6', 'Ring mig på +46 70 123 45 67.', 'telephone'],
	['C6', 'Mamman nås på 0270-123 45.', 'telephone'],
	['C6', 'Skriv till anna.svensson@exempel.se.', 'personalEmail'],
	['C6', 'Skriv till lillan88@gmail.com.', 'personalEmail'],
	['C6', [link('Skriv till oss', 'mailto:karin.berg@exempel.se')], 'personalEmail']
];

/** What looks like a slip and is none. */
const CLEAN: Case[] = [
	['C2', 'I 1 av 4 artiklar nämns delaktighet.'],
	['C2', 'Artikel 2, 3, 6 och 12 är grundprinciper.'],
	['C2', 'Artikel 3 barnens bästa och artikel 6 rätten till liv.'],
	['C2', 'Tre av fyra elever trivs i skolan.'],
	['C2', '9 av 10 barn går i förskola.'],
	['C2', 'Elevhälsan har fått tre nya tjänster: två kuratorer och en specialpedagog.'],
	['C2', 'Alla utom två skolor har svarat, och alla utom 3 av tjänsterna är tillsatta.'],
	['C2', 'Elever i tre språk har inte fått undervisning.'],
	['C2', 'Två elever från elevrådet läste upp förslaget.'],
	['C2', 'Barn 1–5 år går i förskola, och barn 4 år och äldre får simma.'],
	['C2', 'Familjer med minst 3 barn får rabatt.'],
	['C2', 'Eleverna arbetar i grupper om 4 elever.'],
	['C2', 'Det går 5 barn per pedagog, som mest 6 barn per vuxen.'],
	['C2', 'Av 800 elever nådde 66 % målen.'],
	['C2', 'Under vårterminen 2022 var 259 elever borta mer än 25 % av skoltiden.'],
	['C2', 'Kulturskolan når 100 % av skolorna.'],
	['C2', [quote('Vi är två tjejer som placerats i samma grupp.')]],
	[
		'C2',
		[table('Elever som är borta', 'Hur länge | Antal', 'Mer än 25 % | 259', 'Mer än 50 % | 55')]
	],
	['C2', [table('Elever', 'Skola | Årskurs', 'A | 3', 'B | 4')]],
	['C2', [table('Barnkonventionen', 'Artikel nr | Rubrik', '2 | Likhet', '3 | Bästa')]],
	['C2', [table('Kostnader', 'Vad | Kronor', 'Buss | 3')]],
	['C2', [table('Barn och unga', 'Vad | Tid', 'Start | 3 maj', 'Slut | 14.30')]],
	['C2', [table('Möten', 'Grupp | Antal möten', 'Ungdomsrådet | 4')]],
	['C2', [table('Elever per skola', 'Skola | Antal', 'A | 40', 'B | ..', 'C | ..', 'Totalt | 57')]],
	['C2', [table(GRADES, 'Skola | Antal elever | Andel behöriga', 'A | 80 | 75 %')]],
	['C3', [table('Barn', 'Skäl | Flickor | Pojkar | Totalt', 'A | 75 | 26 | 101')]],
	['C3', [table('Barn', 'Skäl | Antal', 'A | 17', 'varav nya | 9', 'B | 30', 'Summa | 47')]],
	['C3', [table('Barn', 'Skäl | Antal', 'Totalt | 47', 'A | 17', 'B | 30')]],
	['C3', [table('Elever, avrundat', 'Skola | Antal', 'A | 15', 'B | 30', 'Totalt | 50')]],
	['C3', [table('Behöriga', 'Språk | Andel', 'Svenska | 71 %', 'Annat | 57 %', 'Alla | 66,3 %')]],
	['C3', [table('Behöriga', 'Språk | Andel', 'Svenska | 71 %', 'Alla | 66,3 %')]],
	['C3', [table('Svar', 'Svar | Andel', 'Ja | 61 %', 'Nej | 30 %', 'Vet ej | 10 %')]],
	['C3', [table('Andel behöriga', 'Skola | 2022', 'A | 58 %', 'B | 80 %', 'C | 71 %')]],
	['C3', [table('Elever', 'År | Antal', '2021 | 310', '2022 | 298')]],
	['C3', '17 av 231 (7 %) gällde annat.'],
	['C3', 'Av 45 anmälningar gällde 15 våld (33 procent).'],
	['C3', 'Av 45 skolor har 15 svarat. Av eleverna trivs 38 procent (2022).'],
	['C4', 'Kommunen: 66,3 procent (2022), riket: 74,1 procent (2022).'],
	['C3', 'Av alla svarade 200 av 514, nästan 40 %, att de trivs.'],
	['C3', 'Knappt 40 procent, 200 av 514, svarade.'],
	[
		'C3',
		[
			'Andelen behöriga elever var 76,7 procent 2022.',
			'Andelen behöriga elever var 78,1 procent 2021.'
		]
	],
	['C4', 'Andelen är 14,7 procent, eller 14,7 %.'],
	['C4', 'Se avsnitt 2.1 och tabell 3.2. Mötet började kl. 14.30 och slutade 16.00.'],
	['C4', 'Värdet är 14,7. Se avsnitt 2.1, 2.2 och 3.4 samt version 1.2 av planen.'],
	['C4', [h('2.1 Uppföljning'), '2.2 Nulägesanalys']],
	['C4', 'Barnkonventionen är lag (2018:1197), se även socialtjänstlagen (2001:453) 5 kap. 1 §.'],
	['C4', 'Beslutet har dnr KS 2024/00123 och § 87 i protokollet 2024-05-13.'],
	['C4', 'Läsåret 2020/21 nådde projektet 2 327 barn, läsåret innan 2 101.'],
	['C4', 'Åren 2016–2019 var barn 10-20 år målgruppen, ett spann på 10 –20 år.'],
	['C4', 'Andelen ökade från 71,2 procent till 76,7 procent, alltså 5,5 procentenheter.'],
	['C4', 'Nyckeltalet N11811 kommer från Kolada, se https://www.kolada.se/?a=1.5&b=58%20'],
	['C4', 'Här finns 11,8 barn per förskollärare. En så låg siffra som möjligt är önskvärd.'],
	['C4', 'Förskollärartätheten är 41 procent, och en hög siffra är önskvärd.'],
	['C4', 'Behörigheten är 77 procent. En så hög siffra som möjligt är önskvärd.'],
	['C4', 'År 2022 var värdet 76,7 procent. I riket var det 84,8 procent 2022.'],
	[
		'C4',
		'År 2021 var värdet 71,2 procent och 2022 76,7 procent. Rikets snitt 2022 var 84,8 procent.'
	],
	['C4', 'Stödet enligt lagen om stöd och service (LSS) ökar. LSS gäller även barn.'],
	['C4', 'Individuell systematisk uppföljning, ISU, används. Mer ISU behövs.'],
	['C4', 'I bilagan står SVF = Stadsområde, välfärd och fritid. SVF svarar för planen.'],
	['C4', [bullets('KAA: det kommunala aktivitetsansvaret i kommunen'), 'KAA växer.']],
	['C4', 'EU och FN står bakom, HT 2022 och klass II likaså.'],
	['C4', [h('SAMMANFATTNING AV ÅRET 2022'), 'Året var bra.']],
	['C4', [quote('Det kostar 58% mer än 14.7 kronor.')]],
	['C4', 'Skriv till oss på 826 80 Söderhamn. Vi svarar inom 14 dagar.'],
	['C5', [picture('Två barn läser på biblioteket i Ljusne')]],
	['C5', [link('Barnombudsmannens årsrapport', 'https://www.barnombudsmannen.se/')]],
	['C5', [link('www.kolada.se', 'https://www.kolada.se/')]],
	['C5', [h('Ett', 1), h('Två', 2), h('Tre', 2), h('Fyra', 1)]],
	['C6', 'Organisationsnumret är 212000-2353.'],
	['C6', 'Ärendet har dnr 240115-0032.'],
	['C6', 'Fakturan har nummer 12-811218-9876 och 811218-9876-3.'],
	['C6', 'Ring kommunens växel: 0270-750 00.'],
	['C6', 'Skriv till kommun@exempel.se, registrator@exempel.se eller barn.utbildning@exempel.se.'],
	['C6', 'ISBN 978-91-620-6000-1, bankgiro 123-4567 och datum 2021-06-11.'],
	['C6', 'Kommunkoderna är 0428, 0763 och 1461.'],
	['C6', 'Perioden 2020-2023 följdes 150 000 barn och 1 000 000 kr delades ut.']
];

const written = (content: Case[1]) => JSON.stringify(content);
const asContent = (content: Case[1]) => (typeof content === 'string' ? [content] : content);

describe('what the checks find', () => {
	const positive = [...SMALL, ...SUMS, ...STYLE, ...ACCESS, ...PERSONAL];

	it('[C1] [M1] the table holds more than eighty cases, found and near misses', () => {
		expect(positive.length).toBeGreaterThanOrEqual(70);
		expect(CLEAN.length).toBeGreaterThanOrEqual(50);
	});

	const cases = (all: Case[]) => all.map(([, content, ...want]) => ({ content, want }));
	const ids = ({ content }: { content: Case[1] }) => written(content);

	it.each(cases(SMALL))('[C2] small groups: $content', (c) => {
		expect(codes(check(asContent(c.content))), ids(c)).toEqual(c.want);
	});
	it.each(cases(SUMS))('[C3] sums, shares and values: $content', (c) => {
		expect(codes(check(asContent(c.content))), ids(c)).toEqual(c.want);
	});
	it.each(cases(STYLE))('[C4] signs, units, years, abbreviations: $content', (c) => {
		expect(codes(check(asContent(c.content))), ids(c)).toEqual(c.want);
	});
	it.each(cases(ACCESS))('[C5] accessibility: $content', (c) => {
		expect(codes(check(asContent(c.content))), ids(c)).toEqual(c.want);
	});
	it.each(cases(PERSONAL))('[C6] personal data: $content', (c) => {
		expect(codes(check(asContent(c.content))), ids(c)).toEqual(c.want);
	});
	it.each(cases(CLEAN))('[C1] nothing is said of $content', (c) => {
		expect(codes(check(asContent(c.content))), ids(c)).toEqual([]);
	});
});
