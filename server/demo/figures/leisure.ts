import type { IndicatorFigures } from '#core/indicator.ts';
import { alike, higher, lower, row, worse } from '#server/demo/figures/define.ts';

/** Rows 15 to 18 of the source table. */
export const leisure: IndicatorFigures[] = [
	row({
		key: 'kulturskolan-och-kulan',
		title: 'Kulturskolan och KULAN',
		subject: 'Antalet barn och elever som kulturskolan når',
		unit: 'barn och elever',
		decimals: 0,
		definition:
			'Elever i kulturskolans frivilliga undervisning, och barn och elever som har mött kulturskolan i skolan genom projekten KULAN (Kultur i skolan).',
		note: 'Talen om den frivilliga undervisningen är ungefärliga i källan. Den anger bara hur många färre deltagarna blev hösten 2022, inte hur många de var.',
		source: 'Kommunens egen uppföljning',
		parts: [
			['kulturskolan (ungefär)', '2020/21', 540],
			['kulturskolan, ändring (ungefär)', '2022-ht', -120],
			['KULAN', '2020/21', 2327],
			['KULAN', '2019/20', 2101]
		]
	}),
	row({
		key: 'musik-eller-kulturskola',
		kpiId: 'N09890',
		title: 'Elever i musik- eller kulturskola',
		subject: 'Andelen elever i musik- eller kulturskola',
		unit: '%',
		decimals: 1,
		wished: 'high',
		definition: 'Barn och unga som går i musik- eller kulturskola, av alla i samma ålder.',
		note: 'Källan anger inte vilka åldrar siffran gäller. I Kolada finns måttet för 6–15 år (N09890) och för 6–19 år (N09888).',
		source: 'Kolada (troligen N09890)',
		own: { period: '2020', value: 18.8 },
		vsSimilar: higher,
		vsNation: higher
	}),
	row({
		key: 'barnbokslan',
		kpiId: 'N09811',
		title: 'Barnbokslån',
		subject: 'Antalet barnbokslån per barn',
		unit: 'lån per barn',
		decimals: 1,
		wished: 'high',
		definition:
			'Lån av barn- och ungdomsböcker på folkbiblioteken under året, delat med antalet barn 0–17 år.',
		source: 'Kolada (N09811)',
		own: { period: '2022', value: 9.1 },
		trend: worse,
		vsSimilar: lower,
		vsNation: lower
	}),
	row({
		key: 'deltagartillfallen-idrott',
		kpiId: 'U09800',
		title: 'Deltagartillfällen i idrottsföreningar',
		subject: 'Antalet deltagartillfällen i idrottsföreningar per invånare 7–20 år',
		unit: 'tillfällen per invånare',
		decimals: 1,
		wished: 'high',
		definition:
			'Gånger som barn och unga 7–20 år har deltagit i en idrottsförenings aktiviteter med statligt stöd, delat med antalet invånare 7–20 år.',
		note: 'Om riket skriver källan att antalet är nästan lika högt. Den skriver också att trenden är negativ i hela landet.',
		source: 'Kolada (U09800)',
		own: { period: '2022', value: 20.3 },
		trend: worse,
		vsSimilar: higher,
		vsNation: alike
	})
];
