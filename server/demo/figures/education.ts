import type { IndicatorFigures } from '#core/indicator.ts';
import { better, higher, lower, row, worse } from '#server/demo/figures/define.ts';

const WHICH_SCHOOLS =
	'Källan anger inte om siffran gäller alla skolor i kommunen, de kommunala skolorna eller de elever som bor i kommunen.';

/** Rows 3 to 9 and 12 of the source table. */
export const education: IndicatorFigures[] = [
	row({
		key: 'personaltathet-forskola',
		kpiId: 'N11102',
		title: 'Personaltäthet i förskolan',
		subject: 'Antalet barn per pedagog i förskolan',
		unit: 'barn per pedagog',
		decimals: 1,
		definition: 'Inskrivna barn i förskolan delat med anställda i barngrupp, omräknat till heltid.',
		note: 'Källan anger inte vilket år kommunens siffra gäller, bara att den är 0,1 bättre än 2020. Den säger inte heller vilken riktning som är önskvärd. Rikets siffra är från 2019 och ska inte läsas som en jämförelse för samma år. Närmast svarar Koladas nyckeltal N11102.',
		source: 'Söderhamns kommuns barnbokslut 2022',
		own: { period: 'unknown', value: 5.2 },
		nationValue: { period: '2019', value: 5.2, source: 'Skolverket' },
		trend: better
	}),
	row({
		key: 'inskrivna-i-forskola',
		kpiId: 'N11801',
		title: 'Barn i förskola och pedagogisk omsorg',
		subject: 'Andelen barn som är inskrivna i förskola och pedagogisk omsorg',
		unit: '%',
		decimals: 1,
		wished: 'high',
		definition:
			'Barn 1–5 år som är inskrivna i förskola eller pedagogisk omsorg den 15 oktober, av alla barn 1–5 år.',
		source: 'Kolada (N11801)',
		own: { period: '2022', value: 87.0 },
		trend: better,
		vsSimilar: lower
	}),
	row({
		key: 'forskollarartathet',
		kpiId: 'N11811',
		title: 'Förskollärartäthet',
		subject: 'Förskollärartätheten',
		unit: '',
		decimals: 1,
		wished: 'high',
		definition: 'Hur många förskollärare med legitimation det finns i förhållande till barnen.',
		note: 'Källan önskar ett högt värde och anger ingen enhet. Talet är troligen antalet barn per förskollärare (Koladas nyckeltal N11811). Då vore ett lågt värde bra, och omdömena om jämförelsen och trenden kan vara omvända. Om riket skriver källan att värdet ligger något under.',
		source: 'Kolada (troligen N11811)',
		own: { period: '2022', value: 11.8 },
		trend: worse,
		vsSimilar: higher,
		vsNation: lower
	}),
	row({
		key: 'behorighet-yrkesprogram',
		kpiId: 'N15436',
		title: 'Behörighet till yrkesprogram',
		subject: 'Andelen elever i årskurs 9 som är behöriga till ett yrkesprogram',
		unit: '%',
		decimals: 1,
		wished: 'high',
		definition:
			'Elever i årskurs 9 med godkänt i svenska eller svenska som andraspråk, engelska, matematik och minst fem ämnen till, av alla som får betyg.',
		note: WHICH_SCHOOLS,
		source: 'Kolada (troligen N15436)',
		own: { period: '2022', value: 76.7 },
		trend: worse,
		vsSimilar: worse
	}),
	row({
		key: 'skillnader-mellan-skolor',
		title: 'Skillnader mellan skolor och elevgrupper',
		subject: 'Andelen elever som når målen',
		unit: '%',
		decimals: 0,
		definition:
			'Lägsta och högsta resultat bland kommunens skolor, och resultat efter elevernas modersmål.',
		note: 'Källan anger varken år eller vilket mått siffrorna delar upp. De står efter behörigheten till yrkesprogram (76,7 %), men passar bättre ihop med andelen elever som nått kunskapskraven i alla ämnen (66,3 %). Skolorna nämns inte vid namn.',
		source: 'Kommunens egen uppföljning',
		parts: [
			['lägst bland skolorna', 'unknown', 58],
			['högst bland skolorna', 'unknown', 80],
			['modersmål svenska', 'unknown', 71],
			['annat modersmål', 'unknown', 57]
		]
	}),
	row({
		key: 'behorighet-arskurs-6',
		title: 'Gymnasiebehörighet i årskurs 6',
		subject: 'Andelen elever i årskurs 6 som når gymnasiebehörighet',
		unit: '%',
		decimals: 0,
		definition:
			'Elever i årskurs 6 vars betyg skulle räcka till gymnasiet, av alla elever i årskursen.',
		note: 'Ett lokalt mått utan motsvarighet i Kolada. Skolorna nämns inte vid namn, eftersom en årskurs på en liten skola kan ha få elever.',
		source: 'Kommunens egen uppföljning',
		own: { period: '2021-ht', value: 79 },
		parts: [
			['lägst bland skolorna', '2021-ht', 44],
			['högst bland skolorna', '2021-ht', 100],
			['modersmål svenska', '2021-ht', 87],
			['annat modersmål', '2021-ht', 51]
		]
	}),
	row({
		key: 'kunskapskrav-alla-amnen',
		kpiId: 'N15419',
		title: 'Nått kunskapskraven i alla ämnen',
		subject: 'Andelen elever i årskurs 9 som har nått kunskapskraven i alla ämnen',
		unit: '%',
		decimals: 1,
		wished: 'high',
		definition: 'Elever i årskurs 9 med minst E i alla ämnen som de läser, av alla som får betyg.',
		note: `${WHICH_SCHOOLS} Om liknande kommuner och riket skriver källan att resultatet är något sämre.`,
		source: 'Kolada (troligen N15419)',
		own: { period: '2022', value: 66.3 },
		trend: lower,
		vsSimilar: worse,
		vsNation: worse
	}),
	row({
		key: 'examen-inom-fyra-ar',
		kpiId: 'N17457',
		title: 'Gymnasieexamen eller studiebevis inom fyra år',
		subject: 'Andelen elever som får examen eller studiebevis från gymnasiet inom fyra år',
		unit: '%',
		decimals: 0,
		wished: 'high',
		definition:
			'Elever som började gymnasiet för fyra år sedan och har fått examen eller studiebevis, av alla som började.',
		note: WHICH_SCHOOLS,
		source: 'Kolada (troligen N17457)',
		own: { period: '2022', value: 74 },
		trend: higher,
		vsSimilar: better,
		vsNation: better
	})
];
