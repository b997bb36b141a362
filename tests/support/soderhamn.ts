import type {
	ComparisonGroup,
	Indicator,
	IndicatorFigures,
	IndicatorValue,
	Level,
	Period,
	StatedComparison,
	ValueSource
} from '#core/indicator.ts';

/**
 * The figures of a published account (Söderhamn, the year 2022), row by row as its text states them.
 * Where the text is silent, so is the table: no value, period, direction or comparison is filled in.
 * Its own count of trends ("7 av 13") cannot be had from its rows, and is no part of this.
 */

const SOURCE: ValueSource = {
	kind: 'entered',
	text: 'Barnbokslut 2022, Söderhamns kommun',
	at: Date.UTC(2023, 5, 1, 10),
	by: 'Samordnaren'
};

/** The text compares with similar municipalities "of the year 2021" and does not name them. */
const SIMILAR: ComparisonGroup = {
	id: 'similar',
	kind: 'similar',
	name: 'liknande kommuner',
	year: 2021,
	members: [],
	externalId: null
};
const NATION: ComparisonGroup = {
	id: 'nation',
	kind: 'nation',
	name: 'riket',
	year: null,
	members: [],
	externalId: null
};

type Words = { level?: Level; judgement?: 'better' | 'worse' | 'equal' };
type Row = {
	key: string;
	title: string;
	subject: string;
	unit: string;
	decimals?: 0 | 1;
	wished?: 'high' | 'low';
	note?: string;
	/** The own value: period and number. */
	own?: [Period, number];
	/** Further values: series, breakdown, period, number. */
	more?: [string, string, Period, number][];
	previous?: Words;
	similar?: Words;
	nation?: Words;
};

const ROWS: Row[] = [
	{
		key: 'ekonomiskt-bistand',
		title: 'Barn i familjer med ekonomiskt bistånd',
		subject: 'Andelen barn i familjer med ekonomiskt bistånd',
		unit: '%',
		wished: 'low',
		own: ['2021', 14.7],
		previous: { judgement: 'better' },
		similar: { level: 'higher' }
	},
	{
		key: 'sjuk-aktivitetsersattning',
		title: 'Barn med förälder som har sjuk- eller aktivitetsersättning',
		subject: 'Andelen barn med minst en förälder som har sjuk- eller aktivitetsersättning',
		unit: '%',
		wished: 'low',
		own: ['2021', 2.8],
		previous: { judgement: 'better' },
		similar: { level: 'higher' }
	},
	{
		key: 'personaltathet-forskola',
		title: 'Personaltäthet i förskolan',
		subject: 'Antalet barn per pedagog i förskolan',
		unit: 'barn per pedagog',
		note: 'Källan anger en förbättring med 0,1 jämfört med år 2020.',
		own: ['unknown', 5.2],
		more: [['nation', '', '2019', 5.2]],
		previous: { judgement: 'better' }
	},
	{
		key: 'inskrivna-forskola',
		title: 'Barn i förskola och pedagogisk omsorg',
		subject: 'Andelen barn som är inskrivna i förskola eller pedagogisk omsorg',
		unit: '%',
		wished: 'high',
		own: ['2022', 87],
		previous: { judgement: 'better' },
		similar: { level: 'lower' }
	},
	{
		key: 'forskollarartathet',
		title: 'Förskollärartäthet',
		subject: 'Förskollärartätheten',
		unit: '',
		wished: 'high',
		note: 'Om talet är barn per förskollärare är ett lågt värde bra; källan skriver att ett högt är det.',
		own: ['2022', 11.8],
		previous: { judgement: 'worse' },
		similar: { level: 'higher' },
		nation: { level: 'lower' }
	},
	{
		key: 'behorighet-yrkesprogram',
		title: 'Behörighet till yrkesprogram',
		subject: 'Andelen elever i årskurs 9 som är behöriga till yrkesprogram',
		unit: '%',
		wished: 'high',
		own: ['2022', 76.7],
		previous: { judgement: 'worse' },
		similar: { judgement: 'worse' }
	},
	{
		key: 'skillnader-skolor',
		title: 'Skillnader mellan skolor och elevgrupper',
		subject: 'Andelen elever som når målen',
		unit: '%',
		decimals: 0,
		note: 'Källan anger varken år eller vilket mått andelarna gäller.',
		more: [
			['own', 'skolan med lägst andel', 'unknown', 58],
			['own', 'skolan med högst andel', 'unknown', 80],
			['own', 'elever med modersmål svenska', 'unknown', 71],
			['own', 'elever med annat modersmål', 'unknown', 57]
		]
	},
	{
		key: 'gymnasiebehorighet-ak6',
		title: 'Gymnasiebehörighet i årskurs 6',
		subject: 'Andelen elever i årskurs 6 som når gymnasiebehörighet',
		unit: '%',
		decimals: 0,
		own: ['2021-ht', 79],
		more: [
			['own', 'skolan med lägst andel', '2021-ht', 44],
			['own', 'skolorna med högst andel', '2021-ht', 100],
			['own', 'elever med modersmål svenska', '2021-ht', 87],
			['own', 'elever med annat modersmål', '2021-ht', 51]
		]
	},
	{
		key: 'alla-amnen',
		title: 'Uppnådda kunskapskrav i alla ämnen',
		subject: 'Andelen elever i årskurs 9 som uppnått kunskapskraven i alla ämnen',
		unit: '%',
		wished: 'high',
		own: ['2022', 66.3],
		previous: { level: 'lower' },
		similar: { judgement: 'worse' },
		nation: { judgement: 'worse' }
	},
	{
		key: 'franvaro',
		title: 'Frånvaro i skolan',
		subject: 'Antalet elever med stor frånvaro',
		unit: 'elever',
		decimals: 0,
		more: [
			['own', 'mer än 25 procent av skoltiden', '2022-vt', 259],
			['own', 'mer än 50 procent av skoltiden', '2022-vt', 55],
			['own', 'helt frånvarande', '2022-vt', 26]
		]
	},
	{
		key: 'kaa',
		title: 'Kommunala aktivitetsansvaret',
		subject: 'Antalet ungdomar i det kommunala aktivitetsansvaret',
		unit: 'ungdomar',
		decimals: 0,
		more: [
			['own', 'nyregistrerade under året', '2022', 59],
			['own', 'inskrivna', '2023-04', 100]
		]
	},
	{
		key: 'examen-fyra-ar',
		title: 'Examen eller studiebevis inom fyra år',
		subject: 'Andelen gymnasieelever med examen eller studiebevis inom fyra år',
		unit: '%',
		decimals: 0,
		wished: 'high',
		own: ['2022', 74],
		previous: { level: 'higher' },
		similar: { judgement: 'better' },
		nation: { judgement: 'better' }
	},
	{
		key: 'trygghet',
		title: 'Trygghet i skolan',
		subject: 'Andelen elever som känner sig trygga i skolan',
		unit: '%',
		decimals: 0,
		wished: 'high',
		own: ['2021', 81],
		similar: { judgement: 'better' },
		nation: { judgement: 'better' }
	},
	{
		key: 'trygghet-egen-enkat',
		title: 'Trygghet och studiero, egen enkät',
		subject: 'Andelen elever som känner trygghet och studiero',
		unit: '%',
		decimals: 0,
		own: ['unknown', 95]
	},
	{
		key: 'kulan',
		title: 'Kulturskolan och Kultur i skolan (KULAN)',
		subject: 'Antalet barn och elever som nåtts av Kultur i skolan (KULAN)',
		unit: 'antal',
		decimals: 0,
		note: 'Talen för Kulturskolan är ungefärliga i källan.',
		own: ['2020/21', 2327],
		more: [
			['own', '', '2019/20', 2101],
			['own', 'elever i Kulturskolan', '2020/21', 540],
			['own', 'förändring av antalet deltagare i Kulturskolan', '2022-ht', -120]
		]
	},
	{
		key: 'musik-kulturskola',
		title: 'Elever i musik- eller kulturskola',
		subject: 'Andelen elever i musik- eller kulturskola',
		unit: '%',
		wished: 'high',
		own: ['2020', 18.8],
		similar: { level: 'higher' },
		nation: { level: 'higher' }
	},
	{
		key: 'barnbokslan',
		title: 'Barnbokslån',
		subject: 'Antalet barnbokslån per barn',
		unit: 'lån per barn',
		wished: 'high',
		own: ['2022', 9.1],
		previous: { judgement: 'worse' },
		similar: { level: 'lower' },
		nation: { level: 'lower' }
	},
	{
		key: 'idrott',
		title: 'Deltagartillfällen i idrottsföreningar',
		subject: 'Antalet deltagartillfällen i idrottsföreningar per invånare',
		unit: 'per invånare',
		wished: 'high',
		note: 'Källan skriver "nästan lika högt" om riket.',
		own: ['2022', 20.3],
		previous: { judgement: 'worse' },
		similar: { level: 'higher' },
		nation: { level: 'equal' }
	}
];

function figuresOf(row: Row): IndicatorFigures {
	const indicator: Indicator = {
		id: row.key,
		key: row.key,
		kpiId: null,
		title: row.title,
		subject: row.subject,
		unit: row.unit,
		decimals: row.decimals ?? 1,
		wishedDirection: row.wished ?? 'none',
		tolerance: 0,
		definition: '',
		note: row.note ?? '',
		version: 1
	};
	const own: [string, string, Period, number][] = row.own
		? [['own', '', row.own[0], row.own[1]]]
		: [];
	const values = [...own, ...(row.more ?? [])].map(
		([series, breakdown, period, value]): IndicatorValue => ({
			series,
			breakdown,
			period,
			status: 'value',
			value,
			source: SOURCE
		})
	);
	const period = row.own?.[0] ?? 'unknown';
	const stated: StatedComparison[] = [];
	for (const [against, words] of [
		['previous', row.previous],
		['similar', row.similar],
		['nation', row.nation]
	] as const) {
		if (!words) continue;
		const { level = null, judgement = null } = words;
		stated.push({ against, period, level, judgement, source: SOURCE });
	}
	const groups = [SIMILAR, NATION].filter(
		(group) =>
			stated.some((s) => s.against === group.id) || values.some((v) => v.series === group.id)
	);
	return { indicator, values, stated, groups };
}

/** Eighteen indicators, in the order of the account. */
export const soderhamn: IndicatorFigures[] = ROWS.map(figuresOf);

/** The figures of one row by its key. */
export function row(key: string): IndicatorFigures {
	const found = soderhamn.find((figures) => figures.indicator.key === key);
	if (!found) throw new Error(`no row ${key}`);
	return found;
}
