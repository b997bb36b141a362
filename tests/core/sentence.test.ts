import type { Indicator, IndicatorFigures, IndicatorValue, Level } from '#core/indicator.ts';
import { numberOf, readIndicator } from '#core/indicator.ts';
import {
	degreeOf,
	derivedLine,
	groupName,
	indicatorSentence,
	indicatorSentences,
	sourceLine,
	toleranceLine
} from '#core/sentence.ts';
import { summarise, summaryPassages } from '#core/summary.ts';
import { swedishPassages, swedishSentence } from '#core/swedish.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	chosen,
	figures,
	indicator,
	KOLADA,
	mean,
	nation,
	similar,
	stated,
	value
} from '../support/figures.ts';
import { soderhamn } from '../support/soderhamn.ts';

const say = (
	given: IndicatorFigures,
	lang: 'sv' | 'en' = 'sv',
	municipality = 'Exempelby'
): string => indicatorSentence(readIndicator(given), given, { lang, municipality });

/** Expected texts are written with ordinary spaces; one test of its own looks at the others. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const START =
	'Andelen barn i familjer med ekonomiskt bistånd i Exempelby var 14,7 % år 2022. En låg siffra är önskvärd.';
const own = value('2022', 14.7);
const none = { wishedDirection: 'none' } as const;
const staff: Partial<Indicator> = {
	subject: 'Antalet barn per pedagog',
	unit: 'barn per pedagog',
	wishedDirection: 'low'
};
const pupils: Partial<Indicator> = {
	subject: 'Antalet elever utan skolgång',
	unit: 'elever',
	decimals: 0,
	tolerance: 0
};

/** What follows the value and the wish, for a change since an earlier value. */
const changes: [string, IndicatorFigures, string][] = [
	[
		'a rise where low is wished',
		figures([own, value('2021', 14.3)]),
		'Det är en försämring: värdet har ökat med 0,4 procentenheter sedan år 2021 (14,3 %).'
	],
	[
		'a fall where low is wished',
		figures([own, value('2021', 15.1)]),
		'Det är en förbättring: värdet har minskat med 0,4 procentenheter sedan år 2021 (15,1 %).'
	],
	['no change at all', figures([own, value('2021', 14.7)]), 'Värdet är oförändrat sedan år 2021.'],
	[
		'a change under the tolerance',
		figures([own, value('2021', 14.8)], { indicator: { tolerance: 0.5 } }),
		'Värdet är i stort sett oförändrat sedan år 2021 (14,8 %).'
	],
	[
		'a gap of two years',
		figures([own, value('2021', 'missing'), value('2019', 20)]),
		'Det är en förbättring: värdet har minskat med 5,3 procentenheter sedan år 2019 (20,0 %).'
	],
	[
		'numbers against words',
		figures([own, value('2021', 14.3)], {
			stated: [stated('previous', '2022', { judgement: 'better' })]
		}),
		'Det är en försämring: värdet har ökat med 0,4 procentenheter sedan år 2021 (14,3 %).'
	],
	[
		'stated: better',
		figures([own], { stated: [stated('previous', '2022', { judgement: 'better' })] }),
		'Enligt källan är det en förbättring sedan föregående mätning.'
	],
	[
		'stated: worse',
		figures([own], { stated: [stated('previous', '2022', { judgement: 'worse' })] }),
		'Enligt källan är det en försämring sedan föregående mätning.'
	],
	[
		'stated: as before',
		figures([own], { stated: [stated('previous', '2022', { judgement: 'equal' })] }),
		'Enligt källan är läget oförändrat sedan föregående mätning.'
	],
	[
		'stated: higher',
		figures([own], { stated: [stated('previous', '2022', { level: 'higher' })] }),
		'Enligt källan har värdet ökat sedan föregående mätning, vilket är en försämring.'
	],
	[
		'stated: lower',
		figures([own], { stated: [stated('previous', '2022', { level: 'lower' })] }),
		'Enligt källan har värdet minskat sedan föregående mätning, vilket är en förbättring.'
	],
	[
		'stated: equal',
		figures([own], { stated: [stated('previous', '2022', { level: 'equal' })] }),
		'Enligt källan är värdet oförändrat sedan föregående mätning.'
	],
	[
		'stated: higher, and judged against our direction',
		figures([own], {
			stated: [stated('previous', '2022', { level: 'higher', judgement: 'better' })]
		}),
		'Enligt källan har värdet ökat sedan föregående mätning, vilket är en förbättring.'
	],
	[
		'stated of an earlier year',
		figures([own], { stated: [stated('previous', '2021', { judgement: 'better' })] }),
		'Utvecklingen är okänd, eftersom ett tidigare värde att jämföra med saknas.'
	],
	[
		'nothing before',
		figures([own]),
		'Utvecklingen är okänd, eftersom ett tidigare värde att jämföra med saknas.'
	],
	[
		'another kind of period before',
		figures([own, value('2021-ht', 12)]),
		'Utvecklingen är okänd, eftersom ett tidigare värde att jämföra med saknas.'
	]
];

/** What follows all that, for one group. */
const against = (
	more: IndicatorValue[],
	over: Parameters<typeof figures>[1] = {}
): IndicatorFigures => figures([own, value('2021', 14.7), ...more], { groups: [similar], ...over });
const words = (given: Parameters<typeof stated>[2], group = similar) => ({
	groups: [group],
	stated: [stated(group.id, '2022', given)]
});

const comparisons: [string, IndicatorFigures, string][] = [
	[
		'slightly higher',
		against([value('2022', 14.5, similar.id)]),
		'Jämfört med liknande kommuner (14,5 % år 2022) var värdet något högre, vilket är ett sämre utfall.'
	],
	[
		'slightly lower',
		against([value('2022', 14.9, similar.id)]),
		'Jämfört med liknande kommuner (14,9 % år 2022) var värdet något lägre, vilket är ett bättre utfall.'
	],
	[
		'higher',
		against([value('2022', 14.2, similar.id)]),
		'Jämfört med liknande kommuner (14,2 % år 2022) var värdet högre, vilket är ett sämre utfall.'
	],
	[
		'clearly higher',
		against([value('2022', 9.8, similar.id)]),
		'Jämfört med liknande kommuner (9,8 % år 2022) var värdet klart högre, vilket är ett sämre utfall.'
	],
	[
		'clearly lower',
		against([value('2022', 20, similar.id)]),
		'Jämfört med liknande kommuner (20,0 % år 2022) var värdet klart lägre, vilket är ett bättre utfall.'
	],
	[
		'higher without a tolerance',
		against([value('2022', 9.8, similar.id)], { indicator: { tolerance: 0 } }),
		'Jämfört med liknande kommuner (9,8 % år 2022) var värdet högre, vilket är ett sämre utfall.'
	],
	[
		'higher where high is wished',
		against([value('2022', 14.2, similar.id)], { indicator: { wishedDirection: 'high' } }),
		'Jämfört med liknande kommuner (14,2 % år 2022) var värdet högre, vilket är ett bättre utfall.'
	],
	[
		'the same',
		against([value('2022', 14.7, similar.id)]),
		'Jämfört med liknande kommuner (14,7 % år 2022) var värdet detsamma.'
	],
	[
		'the same within the tolerance',
		against([value('2022', 15, similar.id)], { indicator: { tolerance: 0.5 } }),
		'Jämfört med liknande kommuner (15,0 % år 2022) var värdet ungefär detsamma.'
	],
	[
		'the nation',
		against([value('2022', 9.8, nation.id)], { groups: [nation] }),
		'Jämfört med riket (9,8 % år 2022) var värdet klart högre, vilket är ett sämre utfall.'
	],
	[
		'the unweighted mean',
		against([value('2022', 9.8, mean.id)], { groups: [mean] }),
		'Jämfört med medelvärdet av alla kommuner (9,8 % år 2022) var värdet klart högre, vilket är ett sämre utfall.'
	],
	[
		'a chosen group',
		against([value('2022', 9.8, chosen.id)], { groups: [chosen] }),
		'Jämfört med R9-kommunerna (9,8 % år 2022) var värdet klart högre, vilket är ett sämre utfall.'
	],
	[
		'numbers against words',
		against([value('2022', 9.8, similar.id)], words({ judgement: 'better' })),
		'Jämfört med liknande kommuner (9,8 % år 2022) var värdet klart högre, vilket är ett sämre utfall.'
	],
	[
		'stated: higher',
		against([], words({ level: 'higher' })),
		'Jämfört med liknande kommuner var värdet enligt källan högre, vilket är ett sämre utfall.'
	],
	[
		'stated: lower',
		against([], words({ level: 'lower' })),
		'Jämfört med liknande kommuner var värdet enligt källan lägre, vilket är ett bättre utfall.'
	],
	[
		'stated: equal',
		against([], words({ level: 'equal' })),
		'Jämfört med liknande kommuner var värdet enligt källan ungefär detsamma.'
	],
	[
		'stated: better',
		against([], words({ judgement: 'better' })),
		'Jämfört med liknande kommuner var utfallet enligt källan bättre.'
	],
	[
		'stated: worse',
		against([], words({ judgement: 'worse' }, nation)),
		'Jämfört med riket var utfallet enligt källan sämre.'
	],
	[
		'stated: an equal outcome',
		against([], words({ judgement: 'equal' })),
		'Jämfört med liknande kommuner var utfallet enligt källan likvärdigt.'
	],
	[
		'another year only',
		against([value('2019', 5.2, nation.id)], { groups: [nation] }),
		'Jämförelse med riket för samma period saknas; det senaste värdet där är 5,2 % (år 2019).'
	],
	[
		'a value without a year',
		against([value('unknown', 5.2, nation.id)], { groups: [nation] }),
		'Jämförelse med riket för samma period saknas; det senaste värdet där är 5,2 % (år ej angivet).'
	],
	[
		'missing',
		against([value('2022', 'missing', similar.id)]),
		'Jämförelse med liknande kommuner går inte att göra: uppgift saknas för år 2022.'
	],
	[
		'suppressed, with an older value',
		against([value('2022', 'suppressed', similar.id), value('2021', 9, similar.id)]),
		'Jämförelse med liknande kommuner går inte att göra: uppgiften för år 2022 är skyddad av sekretess. Det senaste värdet där är 9,0 % (år 2021).'
	],
	[
		'not applicable',
		against([value('2022', 'notApplicable', similar.id)]),
		'Jämförelse med liknande kommuner går inte att göra: uppgiften är inte tillämplig för år 2022.'
	],
	['nothing', against([]), 'Jämförelse med liknande kommuner saknas.']
];

/** Whole texts. */
const wholes: [string, IndicatorFigures, string][] = [
	[
		'everything known',
		figures(
			[own, value('2021', 15.1), value('2022', 9.8, similar.id), value('2022', 3.9, nation.id)],
			{ groups: [similar, nation] }
		),
		`${START} Det är en förbättring: värdet har minskat med 0,4 procentenheter sedan år 2021 (15,1 %). Jämfört med liknande kommuner (9,8 % år 2022) var värdet klart högre, vilket är ett sämre utfall. Jämfört med riket (3,9 % år 2022) var värdet klart högre, vilket är ett sämre utfall.`
	],
	[
		'a school year',
		figures([value('2020/21', 95)], { indicator: { wishedDirection: 'high', decimals: 0 } }),
		'Andelen barn i familjer med ekonomiskt bistånd i Exempelby var 95 % läsåret 2020/21. En hög siffra är önskvärd. Utvecklingen är okänd, eftersom ett tidigare värde att jämföra med saknas.'
	],
	[
		'a term, against the same term',
		figures([value('2022-vt', 26), value('2021-vt', 25), value('2021-ht', 9)], {
			indicator: pupils
		}),
		'Antalet elever utan skolgång i Exempelby var 26 elever vårterminen 2022. En låg siffra är önskvärd. Det är en försämring: värdet har ökat med 1 elev sedan vårterminen 2021 (25 elever).'
	],
	[
		'a month',
		figures([value('2023-04', 100), value('2022-04', 98)], { indicator: pupils }),
		'Antalet elever utan skolgång i Exempelby var 100 elever i april 2023. En låg siffra är önskvärd. Det är en försämring: värdet har ökat med 2 elever sedan april 2022 (98 elever).'
	],
	[
		'a single pupil',
		figures([value('2022', 1), value('2021', 2)], { indicator: pupils }),
		'Antalet elever utan skolgång i Exempelby var 1 elev år 2022. En låg siffra är önskvärd. Det är en förbättring: värdet har minskat med 1 elev sedan år 2021 (2 elever).'
	],
	[
		'zero',
		figures([value('2022', 0), value('2021', 2)], { indicator: pupils }),
		'Antalet elever utan skolgång i Exempelby var 0 elever år 2022. En låg siffra är önskvärd. Det är en förbättring: värdet har minskat med 2 elever sedan år 2021 (2 elever).'
	],
	[
		'one per cent exactly',
		figures([value('2022', 5), value('2021', 4)], { indicator: { decimals: 0 } }),
		'Andelen barn i familjer med ekonomiskt bistånd i Exempelby var 5 % år 2022. En låg siffra är önskvärd. Det är en försämring: värdet har ökat med 1 procentenhet sedan år 2021 (4 %).'
	],
	[
		'a negative value, thousands',
		figures([value('2022', -1234.5), value('2021', -1000)], { indicator: { unit: 'kr', ...none } }),
		'Andelen barn i familjer med ekonomiskt bistånd i Exempelby var −1 234,5 kr år 2022. Värdet har minskat med 234,5 sedan år 2021 (−1 000,0 kr). Ingen önskad riktning är angiven, så det sägs inte om det är bättre eller sämre för barnen.'
	],
	[
		'children per teacher is no share',
		figures([value('2022', 5.2), value('2020', 5.3)], { indicator: staff }),
		'Antalet barn per pedagog i Exempelby var 5,2 barn per pedagog år 2022. En låg siffra är önskvärd. Det är en förbättring: värdet har minskat med 0,1 sedan år 2020 (5,3 barn per pedagog).'
	],
	[
		'no year, judged by the source, the nation of another year',
		figures([value('unknown', 5.2), value('2019', 5.2, nation.id)], {
			indicator: { ...staff, ...none },
			groups: [nation],
			stated: [stated('previous', 'unknown', { judgement: 'better' })]
		}),
		'Antalet barn per pedagog i Exempelby är 5,2 barn per pedagog (år ej angivet). Enligt källan är det en förbättring sedan föregående mätning. Jämförelse med riket för samma period saknas; det senaste värdet där är 5,2 barn per pedagog (år 2019).'
	],
	[
		'no year, compared in words',
		figures([value('unknown', 95)], {
			groups: [similar],
			indicator: { wishedDirection: 'high' },
			stated: [stated(similar.id, 'unknown', { level: 'higher' })]
		}),
		'Andelen barn i familjer med ekonomiskt bistånd i Exempelby är 95,0 % (år ej angivet). En hög siffra är önskvärd. Utvecklingen är okänd, eftersom ett tidigare värde att jämföra med saknas. Jämfört med liknande kommuner är värdet enligt källan högre, vilket är ett bättre utfall.'
	],
	[
		'no direction: change and comparison are told, not judged',
		figures([value('2020/21', 2327), value('2019/20', 2101), value('2020/21', 2500, similar.id)], {
			groups: [similar],
			indicator: {
				...none,
				unit: 'antal',
				decimals: 0,
				tolerance: 10,
				subject: 'Antalet barn som nåtts'
			}
		}),
		'Antalet barn som nåtts i Exempelby var 2 327 läsåret 2020/21. Värdet har ökat med 226 sedan läsåret 2019/20 (2 101). Jämfört med liknande kommuner (2 500 läsåret 2020/21) var värdet klart lägre. Ingen önskad riktning är angiven, så det sägs inte om det är bättre eller sämre för barnen.'
	],
	[
		'no direction, numbers, judged by the source',
		figures([own, value('2021', 14)], {
			indicator: none,
			stated: [stated('previous', '2022', { judgement: 'worse' })]
		}),
		'Andelen barn i familjer med ekonomiskt bistånd i Exempelby var 14,7 % år 2022. Värdet har ökat med 0,7 procentenheter sedan år 2021 (14,0 %), enligt källan en försämring.'
	],
	[
		'no direction, compared by numbers, judged by the source',
		figures([own, value('2022', 14, similar.id)], {
			indicator: none,
			...words({ judgement: 'equal' })
		}),
		'Andelen barn i familjer med ekonomiskt bistånd i Exempelby var 14,7 % år 2022. Utvecklingen är okänd, eftersom ett tidigare värde att jämföra med saknas. Jämfört med liknande kommuner (14,0 % år 2022) var värdet högre, enligt källan ett likvärdigt utfall.'
	],
	[
		'no direction, a change in words',
		figures([own], { indicator: none, stated: [stated('previous', '2022', { level: 'higher' })] }),
		'Andelen barn i familjer med ekonomiskt bistånd i Exempelby var 14,7 % år 2022. Enligt källan har värdet ökat sedan föregående mätning. Ingen önskad riktning är angiven, så det sägs inte om det är bättre eller sämre för barnen.'
	],
	[
		'missing, with an older number',
		figures([value('2022', 'missing'), value('2021', 14.7)]),
		'Uppgift om andelen barn i familjer med ekonomiskt bistånd i Exempelby saknas för år 2022. Det senast kända värdet är 14,7 % (år 2021). Utvecklingen är därför okänd.'
	],
	[
		'missing, nothing before, a group with a number',
		figures([value('2022', 'missing'), value('2022', 9, similar.id)], { groups: [similar] }),
		'Uppgift om andelen barn i familjer med ekonomiskt bistånd i Exempelby saknas för år 2022. Utvecklingen är därför okänd. Jämförelse med liknande kommuner går inte att göra; värdet där är 9,0 % (år 2022).'
	],
	[
		'missing, a group with an older number',
		figures([value('2022', 'missing'), value('2020', 9, similar.id)], { groups: [similar] }),
		'Uppgift om andelen barn i familjer med ekonomiskt bistånd i Exempelby saknas för år 2022. Utvecklingen är därför okänd. Jämförelse med liknande kommuner går inte att göra; värdet där är 9,0 % (år 2020).'
	],
	[
		'suppressed',
		figures([value('2022-vt', 'suppressed')], { indicator: pupils }),
		'Uppgiften om antalet elever utan skolgång i Exempelby för vårterminen 2022 är skyddad av sekretess och visas inte. Utvecklingen är därför okänd.'
	],
	[
		'not applicable',
		figures([value('2022', 'notApplicable')]),
		'Uppgift om andelen barn i familjer med ekonomiskt bistånd i Exempelby är inte tillämplig för år 2022. Utvecklingen är därför okänd.'
	],
	[
		'missing, and without a year',
		figures([value('unknown', 'missing')], { indicator: { subject: 'KAA-ungdomar' } }),
		'Uppgift om KAA-ungdomar i Exempelby saknas. Utvecklingen är därför okänd.'
	],
	[
		'missing, but the source says how it went',
		figures([value('2022', 'suppressed')], {
			stated: [stated('previous', '2022', { judgement: 'worse' })]
		}),
		'Uppgiften om andelen barn i familjer med ekonomiskt bistånd i Exempelby för år 2022 är skyddad av sekretess och visas inte. En låg siffra är önskvärd. Enligt källan är det en försämring sedan föregående mätning.'
	],
	[
		'nothing at all',
		figures([]),
		'Uppgift om andelen barn i familjer med ekonomiskt bistånd i Exempelby saknas.'
	],
	[
		'parts of one period',
		figures(
			[
				value('2021-ht', 79),
				value('2021-ht', 44, 'own', 'lägsta skolan'),
				value('2021-ht', 100, 'own', 'högsta skolan')
			],
			{ indicator: { ...none, decimals: 0 } }
		),
		'Andelen barn i familjer med ekonomiskt bistånd i Exempelby var 79 % höstterminen 2021. Utvecklingen är okänd, eftersom ett tidigare värde att jämföra med saknas. Uppdelat (höstterminen 2021): lägsta skolan 44 %, högsta skolan 100 %.'
	],
	[
		'parts only, of two periods',
		figures([value('2022', 59, 'own', 'nya'), value('2023-04', 100, 'own', 'inskrivna')], {
			indicator: { ...pupils, unit: 'ungdomar', subject: 'Antalet ungdomar', ...none }
		}),
		'Antalet ungdomar i Exempelby redovisas uppdelat: inskrivna 100 ungdomar (april 2023), nya 59 ungdomar (år 2022).'
	],
	[
		'parts without numbers, and the newest of each',
		figures(
			[
				value('2022', 'suppressed', 'own', 'pojkar'),
				value('2021', 3, 'own', 'pojkar'),
				value('2022', 7, 'own', 'flickor'),
				value('2022', 'missing', 'own', 'uppgift om kön'),
				value('2022', 'notApplicable', 'own', 'förskola')
			],
			{ indicator: pupils }
		),
		'Antalet elever utan skolgång i Exempelby redovisas uppdelat (år 2022): pojkar skyddad uppgift, flickor 7 elever, uppgift om kön uppgift saknas, förskola ej tillämpligt.'
	]
];

const english: [string, IndicatorFigures, string][] = [
	[
		'everything known',
		figures(
			[own, value('2021', 15.1), value('2022', 9.8, similar.id), value('2022', 14.6, nation.id)],
			{ groups: [similar, nation] }
		),
		'Andelen barn i familjer med ekonomiskt bistånd in Exempelby was 14.7% in 2022. A low figure is desirable. This is an improvement: the value has fallen by 0.4 percentage points since 2021 (15.1%). Compared with similar municipalities (9.8% in 2022) the value was clearly higher, which is a worse outcome. Compared with Sweden as a whole (14.6% in 2022) the value was slightly higher, which is a worse outcome.'
	],
	[
		'in words',
		figures([own], {
			groups: [mean, chosen],
			stated: [
				stated('previous', '2022', { judgement: 'worse' }),
				stated(mean.id, '2022', { level: 'lower' }),
				stated(chosen.id, '2022', { judgement: 'equal' })
			]
		}),
		'Andelen barn i familjer med ekonomiskt bistånd in Exempelby was 14.7% in 2022. A low figure is desirable. According to the source this is a deterioration since the previous measurement. Compared with the unweighted mean of all municipalities, according to the source, the value was lower, which is a better outcome. Compared with R9-kommunerna, according to the source, the outcome was equal.'
	],
	[
		'suppressed, nothing known',
		figures([value('2020/21', 'suppressed')], { groups: [similar] }),
		'The figure for andelen barn i familjer med ekonomiskt bistånd in Exempelby for the school year 2020/21 is confidential and is not shown. The trend is therefore unknown. There is no comparison with similar municipalities.'
	],
	[
		'another year only',
		figures([value('unknown', 5.2), value('2019', 5.2, nation.id)], {
			groups: [nation],
			indicator: { ...none, unit: '' }
		}),
		'Andelen barn i familjer med ekonomiskt bistånd in Exempelby is 5.2 (year not stated). The trend is unknown, since there is no earlier value to compare with. There is no comparison with Sweden as a whole for the same period; the latest value there is 5.2 (2019).'
	],
	[
		'a rise of one pupil',
		figures([value('2022', 2), value('2021', 1)], {
			indicator: { ...pupils, subject: 'The number of pupils' }
		}),
		'The number of pupils in Exempelby was 2 elever in 2022. A low figure is desirable. This is a deterioration: the value has risen by 1 elev since 2021 (1 elev).'
	],
	[
		'one percentage point, the same within the tolerance',
		figures([value('2022', 95), value('2021', 94), value('2022', 95.3, similar.id)], {
			groups: [similar],
			indicator: { decimals: 0, wishedDirection: 'high', tolerance: 1, subject: 'The share' }
		}),
		'The share in Exempelby was 95% in 2022. A high figure is desirable. This is an improvement: the value has risen by 1 percentage point since 2021 (94%). Compared with similar municipalities (95% in 2022) the value was the same.'
	],
	[
		'slightly lower, thousands, no direction',
		figures([value('2020/21', 2327), value('2019/20', 2101), value('2020/21', 2350, similar.id)], {
			groups: [similar],
			indicator: { ...none, unit: 'antal', decimals: 0, tolerance: 10, subject: 'The number' }
		}),
		'The number in Exempelby was 2,327 in the school year 2020/21. The value has risen by 226 since the school year 2019/20 (2,101). Compared with similar municipalities (2,350 in the school year 2020/21) the value was slightly lower. No wished direction is stated, so nothing is said of better or worse for the children.'
	],
	[
		'missing, an older own number, a group with one',
		figures([value('2022', 'missing'), value('2021', 14.7), value('2022', 9, similar.id)], {
			groups: [similar],
			indicator: { subject: 'The share' }
		}),
		'There is no figure for the share in Exempelby for 2022. The last known value is 14.7% (2021). The trend is therefore unknown. No comparison with similar municipalities can be made; the value there is 9.0% (2022).'
	],
	[
		'not applicable here, confidential there',
		figures([value('2022-vt', 'notApplicable'), value('2022-vt', 'suppressed', nation.id)], {
			groups: [nation],
			indicator: { subject: 'The share' }
		}),
		'A figure for the share in Exempelby is not applicable for the spring term of 2022. The trend is therefore unknown. No comparison with Sweden as a whole can be made: the figure for the spring term of 2022 is confidential.'
	],
	[
		'nothing at all',
		figures([], { indicator: { subject: 'The share' } }),
		'There is no figure for the share in Exempelby.'
	],
	[
		'a negative value, unchanged in all but its decimals',
		figures([value('2022', -3), value('2021', -3.04)], {
			indicator: { ...none, unit: 'kr', tolerance: 0.5, subject: 'The result' }
		}),
		'The result in Exempelby was −3.0 kr in 2022. The value is unchanged since 2021. No wished direction is stated, so nothing is said of better or worse for the children.'
	],
	[
		'a month, nearly unchanged',
		figures([value('2023-04', 14.7), value('2022-04', 14.6)], {
			indicator: { tolerance: 0.5, subject: 'The share' }
		}),
		'The share in Exempelby was 14.7% in April 2023. A low figure is desirable. The value is largely unchanged since April 2022 (14.6%).'
	],
	[
		'parts only',
		figures([value('2022', 7, 'own', 'girls'), value('2022', 'suppressed', 'own', 'boys')], {
			indicator: { ...pupils, subject: 'The number' }
		}),
		'The number in Exempelby is reported in parts (2022): girls 7 elever, boys confidential.'
	]
];

describe('the sentence', () => {
	test.each(changes)('[I3] change: %s', (_name, given, expected) => {
		expect(plain(say(given))).toBe(`${START} ${expected}`);
	});

	test.each(comparisons)('[I3] comparison: %s', (_name, given, expected) => {
		const direction = given.indicator.wishedDirection === 'high' ? 'hög' : 'låg';
		expect(plain(say(given))).toBe(
			`${START.replace('låg', direction)} Värdet är oförändrat sedan år 2021. ${expected}`
		);
	});

	test.each(wholes)('[I3] %s', (_name, given, expected) => {
		expect(plain(say(given))).toBe(expected);
	});

	test.each(english)('[I3] in English: %s', (_name, given, expected) => {
		expect(plain(say(given, 'en'))).toBe(expected);
	});

	test('[I3] there are at least sixty cases, and a dozen in English', () => {
		expect(changes.length + comparisons.length + wholes.length).toBeGreaterThanOrEqual(60);
		expect(english.length).toBeGreaterThanOrEqual(12);
	});

	test('[I3] no number is parted from its unit or its thousands at the end of a line', () => {
		const given = figures([value('2022', 12345.6), value('2022', 9, 'own', 'del')]);
		const text = say(given);
		expect(text).toContain('12\u202f345,6\u00a0%');
		expect(text).not.toMatch(/\d (?:%|procent|\d)/);
	});

	test('[I3] on an island one lives on it', () => {
		expect(say(figures([own]), 'sv', 'Gotland')).toContain(' på Gotland var ');
	});

	test('[I3] [I4] what is made in Swedish alone says the same', () => {
		for (const given of soderhamn) {
			const reading = readIndicator(given);
			expect(swedishSentence(reading, given, 'Exempelby')).toBe(say(given));
		}
		const summary = summarise(
			soderhamn.map((one) => ({ indicator: one.indicator, reading: readIndicator(one) }))
		);
		expect(swedishPassages(summary)).toEqual(summaryPassages(summary, 'sv'));
	});

	test('[I3] the same sentences one by one', () => {
		const given = figures([own]);
		expect(
			indicatorSentences(readIndicator(given), given, { lang: 'sv', municipality: 'Exempelby' })
		).toHaveLength(3);
	});
});

describe('what every sentence keeps to', () => {
	const words = fc.constantFrom('better' as const, 'worse' as const, 'equal' as const);
	const level = fc.constantFrom<Level>('higher', 'lower', 'equal');
	const status = fc.constantFrom(
		'missing' as const,
		'suppressed' as const,
		'notApplicable' as const,
		1.25,
		0,
		87
	);
	const period = fc.constantFrom('2022', '2021', '2020/21', '2021-ht', '2023-04', 'unknown');
	const anything = fc
		.record({
			own: fc.array(fc.tuple(period, status), { maxLength: 3 }),
			groups: fc.array(fc.tuple(period, status, fc.constantFrom(similar, nation, mean, chosen)), {
				maxLength: 3
			}),
			said: fc.array(
				fc.record({
					against: fc.constantFrom('previous', similar.id, nation.id),
					period,
					level: fc.option(level, { nil: undefined }),
					judgement: fc.option(words, { nil: undefined })
				}),
				{ maxLength: 3 }
			),
			wishedDirection: fc.constantFrom('high' as const, 'low' as const, 'none' as const),
			unit: fc.constantFrom('%', 'barn per pedagog', 'antal', ''),
			tolerance: fc.constantFrom(0, 0.5)
		})
		.map(({ own, groups, said, ...over }) =>
			figures(
				[
					...own.map(([p, n]) => value(p, n)),
					...groups.map(([p, n, group]) => value(p, n, group.id))
				],
				{
					indicator: over,
					groups: [...new Set([similar, ...groups.map(([, , group]) => group)])],
					stated: said.map(({ against: id, period: p, level: l, judgement: j }) =>
						stated(id, p, { ...(l && { level: l }), ...(j && { judgement: j }) })
					)
				}
			)
		);

	test('[I3] whole sentences, no holes, no machine words, whatever is known', () => {
		fc.assert(
			fc.property(anything, fc.constantFrom('sv' as const, 'en' as const), (given, lang) => {
				const text = say(given, lang);
				expect(text).toMatch(/^\p{Lu}.*\.$/u);
				expect(text).not.toMatch(
					/undefined|null|NaN|unknown (?!,)|\b(?:ht|vt)\b|! | {2}|\( |\(\)| \.|\.\./
				);
			})
		);
	});

	test('[I3] every combination of known and unknown has its sentences, in both languages', () => {
		const absent = ['missing', 'suppressed', 'notApplicable'] as const;
		const now = [14.7, 0, ...absent, null];
		const before = [14.3, 14.7, 'suppressed', null] as const;
		const there = [9.8, 14.7, 14.6, ...absent, null];
		const said = [{}, { level: 'higher' }, { judgement: 'better' }] as const;
		let combinations = 0;
		for (const wishedDirection of ['high', 'low', 'none'] as const)
			for (const a of now)
				for (const b of before)
					for (const c of there)
						for (const words of said)
							for (const elsewhere of [true, false]) {
								const given = figures(
									[
										...(a === null ? [] : [value('2022', a)]),
										...(b === null ? [] : [value('2021', b)]),
										...(c === null ? [] : [value(elsewhere ? '2022' : '2020', c, similar.id)])
									],
									{
										indicator: { wishedDirection },
										groups: [similar],
										stated:
											'level' in words || 'judgement' in words
												? [stated('previous', '2022', words), stated(similar.id, '2022', words)]
												: []
									}
								);
								for (const lang of ['sv', 'en'] as const) {
									const sentences = indicatorSentences(readIndicator(given), given, {
										lang,
										municipality: 'Exempelby'
									});
									combinations++;
									// The value, or why there is none; and what is known of the group, or that nothing is.
									expect(sentences.length).toBeGreaterThanOrEqual(2);
									for (const one of sentences) {
										expect(one).toMatch(/^\p{Lu}.*[^ .]\.$/u);
										expect(one).not.toMatch(/undefined|null|NaN|Infinity| {2}|\( |\(\)|\d [%p\d]/);
									}
									expect(new Set(sentences).size).toBe(sentences.length);
								}
							}
		expect(combinations).toBe(3 * 6 * 4 * 7 * 3 * 2 * 2);
	});

	test('[I2] it says better or worse exactly when the reading does', () => {
		fc.assert(
			fc.property(anything, (given) => {
				const reading = readIndicator(given);
				const text = say(given).replace('bättre eller sämre', '');
				const said = /förbättring|försämring|bättre|sämre/.test(text);
				const judged =
					['improved', 'worsened'].includes(reading.trend) ||
					reading.groups.some((g) => ['better', 'worse'].includes(g.outcome));
				// "varken bättre eller sämre" is what the source said of a change.
				expect(said).toBe(judged);
			})
		);
	});

	test('[I3] procentenheter only where the unit is per cent', () => {
		fc.assert(
			fc.property(anything, (given) => {
				if (given.indicator.unit !== '%') expect(say(given)).not.toMatch(/procent/);
			})
		);
	});

	test('[I3] what rests on words is marked as the words of the source', () => {
		fc.assert(
			fc.property(anything, (given) => {
				const reading = readIndicator(given);
				const onWords = reading.trendStated || reading.groups.some((g) => g.stated);
				expect(/enligt källan/i.test(say(given))).toBe(onWords);
			})
		);
	});

	test('[I1] the newest number is in the text; where there is none, that is said', () => {
		fc.assert(
			fc.property(anything, (given) => {
				const { latest } = readIndicator(given);
				const text = say(given);
				if (numberOf(latest) === null) expect(text).toMatch(/saknas|skyddad|inte tillämplig/);
				else expect(text).toMatch(/ (?:var|är) (?:1,3|0,0|87,0)/);
			})
		);
	});

	test('[I3] the table of a published account: every row gets its sentences', () => {
		for (const given of soderhamn) expect(say(given)).toMatch(/^\p{Lu}.{40,}\.$/u);
	});
});

describe('lines beside it', () => {
	test('[I8] a fetched value names its source and the day', () => {
		expect(sourceLine(own, 'sv')).toBe('Källa: Kolada (U31803), hämtad 2025-03-03');
		expect(sourceLine(own, 'en')).toBe('Source: Kolada (U31803), fetched 2025-03-03');
	});

	test('[I8] an entered value names who entered it', () => {
		const source = { ...KOLADA, kind: 'entered' as const, text: 'Egen enkät', by: 'Karin Berg' };
		expect(sourceLine({ ...own, source }, 'sv')).toBe(
			'Källa: Egen enkät, inlagd 2025-03-03 av Karin Berg'
		);
		expect(sourceLine({ ...own, source: { ...source, by: null } }, 'sv')).toBe(
			'Källa: Egen enkät, inlagd 2025-03-03'
		);
		expect(sourceLine({ ...own, source }, 'en')).toBe(
			'Source: Egen enkät, entered 2025-03-03 by Karin Berg'
		);
	});

	test('[I8] own calculations never name Kolada', () => {
		expect(derivedLine('sv')).toBe('Trend och jämförelse: egen beräkning');
		expect(derivedLine('en')).not.toMatch(/Kolada/);
	});

	test('[I2] the tolerance is told to readers', () => {
		expect(plain(toleranceLine(indicator({ tolerance: 0.5 }), 'sv'))).toBe(
			'Skillnader under 0,5 procentenheter räknas som lika.'
		);
		expect(toleranceLine(indicator({ tolerance: 10, unit: 'antal' }), 'sv')).toBe(
			'Skillnader under 10 räknas som lika.'
		);
		expect(toleranceLine(indicator({ tolerance: 0 }), 'sv')).toBe('');
		expect(plain(toleranceLine(indicator({ tolerance: 0.25 }), 'en'))).toBe(
			'Differences below 0.25 percentage points count as equal.'
		);
	});

	test('[I3] degrees by multiples of the tolerance: under three slight, from ten clear', () => {
		expect(degreeOf(0.29, 0.1)).toBe('slightly');
		expect(degreeOf(-0.3, 0.1)).toBeNull();
		expect(degreeOf(0.9, 0.1)).toBeNull();
		expect(degreeOf(15.7 - 14.7, 0.1)).toBe('clearly');
		expect(degreeOf(100, 0)).toBeNull();
	});

	test('[I7] the nation and the unweighted mean have names of their own', () => {
		const names = [similar, nation, mean, chosen].map((g) => groupName(g, 'en'));
		expect(new Set(names).size).toBe(4);
		expect(groupName(mean, 'sv')).toBe('medelvärdet av alla kommuner');
	});
});
