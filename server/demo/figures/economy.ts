import type { IndicatorFigures } from '#core/indicator.ts';
import { higher, better, row } from '#server/demo/figures/define.ts';

/** Rows 1 and 2 of the source table. */
export const economy: IndicatorFigures[] = [
	row({
		key: 'ekonomiskt-bistand',
		kpiId: 'U31803',
		title: 'Barn i familjer med ekonomiskt bistånd',
		subject: 'Andelen barn i familjer med ekonomiskt bistånd',
		unit: '%',
		decimals: 1,
		wished: 'low',
		definition:
			'Barn under 18 år vars hushåll har fått ekonomiskt bistånd någon gång under året, av alla barn i kommunen.',
		source: 'Kolada (U31803)',
		own: { period: '2021', value: 14.7 },
		trend: better,
		vsSimilar: higher
	}),
	row({
		key: 'sjuk-eller-aktivitetsersattning',
		kpiId: 'N02903',
		title: 'Barn med en förälder som har sjuk- eller aktivitetsersättning',
		subject: 'Andelen barn med minst en förälder som har sjuk- eller aktivitetsersättning',
		unit: '%',
		decimals: 1,
		wished: 'low',
		definition:
			'Invånare 0–19 år med minst en förälder som har sjuk- eller aktivitetsersättning den 31 december, av alla invånare 0–19 år.',
		note: 'Måttet räknar invånare 0–19 år, alltså även 18- och 19-åringar.',
		source: 'Kolada (N02903)',
		own: { period: '2021', value: 2.8 },
		trend: better,
		vsSimilar: higher
	})
];
