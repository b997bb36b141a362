import type { IndicatorFigures } from '#core/indicator.ts';
import { better, row } from '#server/demo/figures/define.ts';

/** Rows 10, 11, 13 and 14 of the source table. */
export const safety: IndicatorFigures[] = [
	row({
		key: 'hog-franvaro',
		title: 'Elever med hög frånvaro',
		subject: 'Antalet elever med hög frånvaro',
		unit: 'elever',
		decimals: 0,
		definition: 'Elever efter hur stor del av skoltiden de var borta under vårterminen.',
		note: 'Källan anger inte hur många elever det finns sammanlagt, så andelen är okänd. Det framgår inte om grupperna överlappar.',
		source: 'Kommunens egen uppföljning',
		parts: [
			['borta mer än 25 % av skoltiden', '2022-vt', 259],
			['borta mer än 50 % av skoltiden', '2022-vt', 55],
			['helt frånvarande', '2022-vt', 26]
		]
	}),
	row({
		key: 'kommunala-aktivitetsansvaret',
		title: 'Kommunala aktivitetsansvaret',
		subject: 'Antalet ungdomar i det kommunala aktivitetsansvaret',
		unit: 'ungdomar',
		decimals: 0,
		definition:
			'Ungdomar under 20 år som varken går i gymnasiet eller har avslutat det och som kommunen ska erbjuda stöd.',
		note: 'De två talen mäter olika saker och ska inte jämföras med varandra: det ena är nya under året, det andra alla inskrivna en viss månad.',
		source: 'Kommunens egen uppföljning',
		parts: [
			['nyregistrerade under året', '2022', 59],
			['inskrivna sammanlagt', '2023-04', 100]
		]
	}),
	row({
		key: 'trygghet-i-skolan',
		kpiId: 'N15533',
		title: 'Trygghet i skolan',
		subject: 'Andelen elever som känner sig trygga i skolan',
		unit: '%',
		decimals: 0,
		wished: 'high',
		definition:
			'Elever i årskurs 9 som svarar att de känner sig trygga i skolan, av dem som svarat.',
		note: 'Källan kallar undersökningen Skolverkets, men siffran kommer från Skolinspektionens enkät. Måttet är nedlagt och kan inte följas vidare. Kommuner som inte var med 2021 fick behålla 2020 års värde i statistiken.',
		source: 'Skolinspektionens enkät, Kolada (N15533)',
		own: { period: '2021', value: 81 },
		vsSimilar: better,
		vsNation: better
	}),
	row({
		key: 'trygghet-och-studiero',
		title: 'Trygghet och studiero',
		subject: 'Andelen elever som känner trygghet och studiero',
		unit: '%',
		decimals: 0,
		definition: 'Elever som svarar att de känner trygghet och studiero i kommunens egen enkät.',
		note: 'Källan anger varken år, årskurser eller hur många som har svarat.',
		source: 'Kommunens egen enkät',
		own: { period: 'unknown', value: 95 }
	})
];
