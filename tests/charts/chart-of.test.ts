import { chartOf, chartTable, chartText } from '#charts/chart.ts';
import { readIndicator, type IndicatorFigures } from '#core/indicator.ts';
import { describe, expect, test } from 'vitest';
import { chosen, figures, mean, nation, similar, value } from '../support/figures.ts';
import { row, soderhamn } from '../support/soderhamn.ts';

const of = (given: IndicatorFigures, lang: 'sv' | 'en' = 'sv', until?: number) =>
	chartOf(given, readIndicator(given, until === undefined ? {} : { until }), {
		lang,
		municipality: 'Exempelby'
	});
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('which chart', () => {
	const two = [value('2022', 14.7), value('2021', 15.1)];

	test('[I3] two own numbers or more: lines, periods in order, what is not there as what it is', () => {
		const given = figures(
			[
				...two,
				value('2019', 16),
				value('2020', 'suppressed'),
				value('2021', 9.8, similar.id),
				value('2022', 'missing', similar.id),
				value('2022', 60, 'own', 'flickor')
			],
			{ groups: [similar, nation] }
		);
		expect(of(given)).toMatchObject({
			type: 'line',
			id: 'bistand',
			unit: '%',
			periods: ['2019', '2020', '2021', '2022'],
			series: [
				{ role: 'own', name: 'Exempelby', values: [16, 'suppressed', 15.1, 14.7] },
				{ role: 'group', name: 'Liknande kommuner', values: [null, null, 9.8, 'missing'] }
			]
		});
	});

	test('[I7] a group’s line is of one set of members: those of its newest value', () => {
		const made = (period: string, members: string[]) => ({
			...value(period, 9, chosen.id),
			basis: { mean: 'own' as const, year: 2022, members, count: members.length }
		});
		const given = (now: string[]) =>
			figures([...two, made('2021', ['Gävle', 'Linköping']), made('2022', now)], {
				groups: [chosen]
			});
		expect(of(given(['Linköping', 'Gävle']))).toMatchObject({
			series: [{ role: 'own' }, { values: [9, 9] }]
		});
		expect(of(given(['Gävle']))).toMatchObject({
			series: [{ role: 'own' }, { values: [null, 9] }]
		});
	});

	test('[I3] periods of another kind, unknown ones and later ones are not on the axis', () => {
		const given = figures(
			[
				...two,
				value('2021-ht', 3),
				value('unknown', 4),
				value('2023', 9, similar.id),
				value('2022', 8, similar.id)
			],
			{ groups: [similar] }
		);
		expect(of(given)).toMatchObject({ periods: ['2021', '2022'] });
		expect(of(figures([...two, value('2023', 20)]), 'sv', 2022)).toMatchObject({
			periods: ['2021', '2022']
		});
	});

	test('[I3] one own number: bars beside the groups of the same period', () => {
		const given = figures(
			[
				value('2022', 14.7),
				value('2022', 9.8, similar.id),
				value('2021', 5, nation.id),
				value('2022', 'missing', mean.id)
			],
			{ groups: [similar, nation, mean] }
		);
		expect(of(given, 'en')).toMatchObject({
			type: 'bar',
			period: '2022',
			bars: [
				{ role: 'own', name: 'Exempelby', value: 14.7 },
				{ role: 'group', name: 'Similar municipalities', value: 9.8 },
				{ role: 'mean', value: 'missing' }
			]
		});
	});

	test('[I3] nothing to compare with: bars of the parts, the whole first', () => {
		expect(of(row('gymnasiebehorighet-ak6'))).toMatchObject({
			type: 'bar',
			period: '2021-ht',
			bars: [
				{ name: 'Exempelby, alla', value: 79 },
				{ name: 'Skolan med lägst andel', value: 44 },
				{ value: 100 },
				{ value: 87 },
				{ value: 51 }
			]
		});
		expect(of(row('franvaro'))).toMatchObject({
			bars: [{ value: 259 }, { value: 55 }, { value: 26 }]
		});
	});

	test('[I3] one number or none is no picture', () => {
		expect(of(figures([]))).toBeNull();
		expect(of(figures([value('2022', 14.7)]))).toBeNull();
		expect(of(figures([value('2022', 'missing'), value('2021', 'suppressed')]))).toBeNull();
		expect(
			of(figures([value('unknown', 5.2), value('2019', 5.2, nation.id)], { groups: [nation] }))
		).toBeNull();
		expect(of(row('kaa'))).toBeNull();
	});

	test('[I7] each group has a look of its own; of more than four the first are drawn', () => {
		const school = { ...similar, id: 'g-school', name: 'liknande kommuner, grundskola' };
		const sixth = { ...chosen, id: 'g-6' };
		const groups = [similar, school, nation, mean, chosen, sixth];
		const given = figures([...two, ...groups.map((g) => value('2022', 9, g.id))], { groups });
		const spec = of(given);
		const roles = spec?.type === 'line' ? spec.series.map((series) => series.role) : [];
		expect(roles).toEqual(['own', 'group', 'other', 'nation', 'mean']);
	});

	test('[I3] the table of a published account gives a chart exactly where there are two numbers', () => {
		const drawn = soderhamn.filter((given) => of(given) !== null).map((f) => f.indicator.key);
		expect(drawn).toEqual(['skillnader-skolor', 'gymnasiebehorighet-ak6', 'franvaro', 'kulan']);
	});
});

describe('in words and as a table', () => {
	const lines = of(
		figures(
			[
				value('2020', 15.9),
				value('2021', 'suppressed'),
				value('2022', 14.7),
				value('2019', 9, similar.id),
				value('2022', 9.8, similar.id),
				value('2020', 5.2, nation.id)
			],
			{ groups: [similar, nation] }
		)
	);
	const bars = of(
		figures(
			[value('2022', 1234.5), value('2022', 9.8, similar.id), value('2022', 'missing', nation.id)],
			{ groups: [similar, nation], indicator: { unit: 'kr per barn' } }
		)
	);

	test('[P5] lines: ends with values and years, and what is not there', () => {
		expect(plain(lines ? chartText(lines) : '')).toBe(
			'Linjediagram, 2019–2022: Barn i familjer med ekonomiskt bistånd. ' +
				'Exempelby: från 15,9 % år 2020 till 14,7 % år 2022. ' +
				'Liknande kommuner: från 9,0 % år 2019 till 9,8 % år 2022. Riket: 5,2 % år 2020. ' +
				'Skyddad uppgift: Exempelby 2021. Ej redovisat: Liknande kommuner 2020, 2021.'
		);
		expect(plain(lines ? chartText(lines, 'en') : '')).toContain(
			'Exempelby: from 15.9% in 2020 to 14.7% in 2022.'
		);
	});

	test('[P5] bars', () => {
		expect(plain(bars ? chartText(bars) : '')).toBe(
			'Stapeldiagram, år 2022: Barn i familjer med ekonomiskt bistånd. ' +
				'Exempelby 1 234,5 kr per barn; Liknande kommuner 9,8 kr per barn. Uppgift saknas: Riket.'
		);
	});

	test('[P5] tables: the unit once, words where there is no number', () => {
		expect(lines && chartTable(lines)).toEqual({
			caption: 'Barn i familjer med ekonomiskt bistånd (%)',
			head: ['År', 'Exempelby', 'Liknande kommuner', 'Riket'],
			rows: [
				['2019', 'ej redovisat', '9,0', 'ej redovisat'],
				['2020', '15,9', 'ej redovisat', '5,2'],
				['2021', 'skyddad uppgift', 'ej redovisat', 'ej redovisat'],
				['2022', '14,7', '9,8', 'ej redovisat']
			]
		});
		expect(bars && chartTable(bars)).toEqual({
			caption: 'Barn i familjer med ekonomiskt bistånd (kr per barn), år\u00a02022',
			head: ['Avser', 'Värde'],
			rows: [
				['Exempelby', '1\u202f234,5'],
				['Liknande kommuner', '9,8'],
				['Riket', 'uppgift saknas']
			]
		});
	});

	test('[P5] the head names the kind of period', () => {
		const heads = [
			['2020/21', '2021/22'],
			['2021-ht', '2022-vt'],
			['2022-04', '2023-04']
		].map(([a = '', b = '']) => {
			const spec = of(figures([value(a, 1), value(b, 2)]));
			return spec && chartTable(spec).head[0];
		});
		expect(heads).toEqual(['Läsår', 'Termin', 'Månad']);
	});
});
