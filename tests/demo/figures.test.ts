import { readIndicator, type Outcome, type Trend, type WishedDirection } from '#core/indicator.ts';
import { isPeriod } from '#core/period.ts';
import { figures, indicatorIds, nation, similar } from '#server/demo/figures.ts';
import { describe, expect, it } from 'vitest';

/** As the source states them; `null` where it states nothing of the kind. */
type Stated = [
	key: string,
	period: string,
	value: number,
	wished: WishedDirection,
	trend: Trend,
	vsSimilar: Outcome | null,
	vsNation: Outcome | null
];
const TOTALS: Stated[] = [
	['ekonomiskt-bistand', '2021', 14.7, 'low', 'improved', 'worse', null],
	['sjuk-eller-aktivitetsersattning', '2021', 2.8, 'low', 'improved', 'worse', null],
	['personaltathet-forskola', 'unknown', 5.2, 'none', 'improved', null, 'unknown'],
	['inskrivna-i-forskola', '2022', 87.0, 'high', 'improved', 'worse', null],
	['forskollarartathet', '2022', 11.8, 'high', 'worsened', 'better', 'worse'],
	['behorighet-yrkesprogram', '2022', 76.7, 'high', 'worsened', 'worse', null],
	['behorighet-arskurs-6', '2021-ht', 79, 'none', 'unknown', null, null],
	['kunskapskrav-alla-amnen', '2022', 66.3, 'high', 'worsened', 'worse', 'worse'],
	['examen-inom-fyra-ar', '2022', 74, 'high', 'improved', 'better', 'better'],
	['trygghet-i-skolan', '2021', 81, 'high', 'unknown', 'better', 'better'],
	['trygghet-och-studiero', 'unknown', 95, 'none', 'unknown', null, null],
	['musik-eller-kulturskola', '2020', 18.8, 'high', 'unknown', 'better', 'better'],
	['barnbokslan', '2022', 9.1, 'high', 'worsened', 'worse', 'worse'],
	['deltagartillfallen-idrott', '2022', 20.3, 'high', 'worsened', 'better', 'equal']
];
const PARTS: [key: string, parts: [period: string, value: number][]][] = [
	[
		'skillnader-mellan-skolor',
		[
			['unknown', 58],
			['unknown', 80],
			['unknown', 71],
			['unknown', 57]
		]
	],
	[
		'behorighet-arskurs-6',
		[
			['2021-ht', 44],
			['2021-ht', 100],
			['2021-ht', 87],
			['2021-ht', 51]
		]
	],
	[
		'hog-franvaro',
		[
			['2022-vt', 259],
			['2022-vt', 55],
			['2022-vt', 26]
		]
	],
	[
		'kommunala-aktivitetsansvaret',
		[
			['2022', 59],
			['2023-04', 100]
		]
	],
	[
		'kulturskolan-och-kulan',
		[
			['2020/21', 540],
			['2022-ht', -120],
			['2020/21', 2327],
			['2019/20', 2101]
		]
	]
];

function byKey(key: string) {
	const found = figures.find((f) => f.indicator.key === key);
	if (!found) throw new Error(`no indicator ${key}`);
	return found;
}
const readings = figures.map((f) => readIndicator(f));
const against = (kind: 'similar' | 'nation'): Outcome[] =>
	readings.flatMap((r) => r.groups.filter((g) => g.group.kind === kind).map((g) => g.outcome));

describe('the figures of the demo', () => {
	it('[I1] there are 18 indicators with ids and keys of their own', () => {
		expect(figures).toHaveLength(18);
		expect(new Set(indicatorIds).size).toBe(18);
		expect(new Set(figures.map((f) => f.indicator.key)).size).toBe(18);
		for (const id of indicatorIds) expect(id).toMatch(/^ind-[a-z0-9-]{1,60}$/);
	});

	it.each(TOTALS)('[I1] %s has the value, period and direction stated', (key, period, value, w) => {
		const { indicator, values } = byKey(key);
		const own = values.filter((v) => v.series === 'own' && v.breakdown === '');
		expect(own.map((v) => [v.period, v.value, v.status])).toEqual([[period, value, 'value']]);
		expect(indicator.wishedDirection).toBe(w);
	});

	it.each(TOTALS)('[I2] %s reads as the source judges it', (key, _p, _v, _w, trend, vs, nat) => {
		const reading = readIndicator(byKey(key));
		const outcome = (kind: string) =>
			reading.groups.find((g) => g.group.kind === kind)?.outcome ?? null;
		expect(reading.trend).toBe(trend);
		expect(outcome('similar')).toBe(vs);
		expect(outcome('nation')).toBe(nat);
	});

	it.each(PARTS)('[I1] %s has the parts stated', (key, parts) => {
		const own = byKey(key).values.filter((v) => v.series === 'own' && v.breakdown !== '');
		expect(own.map((v) => [v.period, v.value])).toEqual(parts);
	});

	it('[I1] nothing else is filled in: one number of the nation, and no other value', () => {
		const count = TOTALS.length + PARTS.reduce((sum, [, parts]) => sum + parts.length, 0);
		const all = figures.flatMap((f) => f.values);
		expect(all.filter((v) => v.series === 'own')).toHaveLength(count);
		expect(all.filter((v) => v.series !== 'own')).toMatchObject([
			{ series: nation.id, period: '2019', value: 5.2, status: 'value' }
		]);
		expect(byKey('personaltathet-forskola').values).toHaveLength(2);
	});

	it('[I1] every value and statement has a source, was entered by somebody, and a canonical period', () => {
		for (const f of figures)
			for (const { source, period } of [...f.values, ...f.stated]) {
				expect(source.kind).toBe('entered');
				expect(source.text).not.toBe('');
				expect(source.by).not.toBeNull();
				expect(isPeriod(period)).toBe(true);
			}
	});

	it('[I4] of the 11 indicators compared with similar municipalities 5 are better', () => {
		const outcomes = against('similar');
		expect(outcomes).toHaveLength(11);
		expect(outcomes.filter((o) => o === 'better')).toHaveLength(5);
		expect(outcomes.filter((o) => o === 'worse')).toHaveLength(6);
	});

	it('[I4] 5 trends are improved, 5 worsened, and 8 are unknown', () => {
		const count = (trend: Trend) => readings.filter((r) => r.trend === trend).length;
		expect([count('improved'), count('worsened'), count('unknown')]).toEqual([5, 5, 8]);
	});

	it('[I7] similar municipalities have members and a year, and are never the nation', () => {
		expect(similar).toMatchObject({ kind: 'similar', year: 2021, externalId: 'G176409' });
		expect(similar.members).toHaveLength(7);
		expect(nation).toMatchObject({ kind: 'nation', members: [] });
		for (const f of figures) {
			const groups = f.groups.map((g) => g.id);
			const referred = [...f.stated.map((s) => s.against), ...f.values.map((v) => v.series)];
			for (const id of groups) expect(referred).toContain(id);
			for (const id of referred)
				if (id !== 'own' && id !== 'previous') expect(groups).toContain(id);
		}
	});

	it('[I2] turning the doubtful direction round turns its comparison round: 4 of 11', () => {
		const doubtful = byKey('forskollarartathet');
		const turned = readIndicator({
			...doubtful,
			indicator: { ...doubtful.indicator, wishedDirection: 'low' }
		});
		expect(turned.groups.map((g) => g.outcome)).toEqual(['worse', 'better']);
		expect(doubtful.indicator.note).toContain('barn per förskollärare');
	});
});
