import { readIndicator, type IndicatorFigures, type Outcome } from '#core/indicator.ts';
import { summarise, summaryPassages, summarySentences, type Summary } from '#core/summary.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosen, figures, mean, nation, similar, stated, value } from '../support/figures.ts';
import { figures as demo } from '#server/demo/figures.ts';
import { soderhamn } from '../support/soderhamn.ts';

const of = (all: IndicatorFigures[]): Summary =>
	summarise(all.map((one) => ({ indicator: one.indicator, reading: readIndicator(one) })));
/** With ordinary spaces. */
const text = (all: IndicatorFigures[], lang: 'sv' | 'en' = 'sv'): string =>
	summarySentences(of(all), lang).join(' ').replaceAll('\u00a0', ' ');

type Against = Outcome | null;

/** An indicator with the given trend, and the given outcome against similar municipalities. */
function one(
	id: string,
	trend: Outcome,
	against: Against = null,
	period = '2022'
): IndicatorFigures {
	const said = [];
	if (trend !== 'unknown') said.push(stated('previous', period, { judgement: trend }));
	if (against !== null && against !== 'unknown')
		said.push(stated(similar.id, period, { judgement: against }));
	return figures([value(period, 1)], {
		indicator: { id, key: id, title: `Nyckeltal ${id}` },
		groups: against === null ? [] : [similar],
		stated: said
	});
}

describe('the table of a published account', () => {
	const summary = of(soderhamn);

	test('[I4] 5 of 11 better than similar municipalities, each named', () => {
		const against = summary.groups.find((g) => g.key === 'similar');
		expect(against?.better).toEqual([
			'forskollarartathet',
			'examen-fyra-ar',
			'trygghet',
			'musik-kulturskola',
			'idrott'
		]);
		expect(against?.worse).toEqual([
			'ekonomiskt-bistand',
			'sjuk-aktivitetsersattning',
			'inskrivna-forskola',
			'behorighet-yrkesprogram',
			'alla-amnen',
			'barnbokslan'
		]);
		expect(against?.equal).toEqual([]);
		expect(against?.unknown).toHaveLength(7);
		expect(text(soderhamn)).toContain(
			'Av de 11 nyckeltal som går att jämföra med liknande kommuner är utfallet bättre i 5, sämre i 6. ' +
				'Värdena gäller år 2022 (7 nyckeltal), år 2021 (3) och år 2020 (1).'
		);
	});

	test('[I4] it does not repeat "7 of 13": trends of which the source is silent are unknown', () => {
		expect(summary.improved).toHaveLength(5);
		expect(summary.worsened).toHaveLength(5);
		expect(summary.unchanged).toEqual([]);
		expect(summary.trendUnknown).toEqual([
			'skillnader-skolor',
			'gymnasiebehorighet-ak6',
			'franvaro',
			'kaa',
			'trygghet',
			'trygghet-egen-enkat',
			'kulan',
			'musik-kulturskola'
		]);
		const said = text(soderhamn);
		expect(said).not.toMatch(/\b13\b|\b7 förbättra|har 7/);
		expect(said).toContain(
			'Av de 10 nyckeltal vars utveckling går att bedöma har 5 förbättrats och 5 försämrats.'
		);
		expect(said).toContain(
			'Utvecklingen är okänd för: Skillnader mellan skolor och elevgrupper; Gymnasiebehörighet i årskurs 6;'
		);
	});

	test('[I4] against the nation, and a year that the source does not state', () => {
		const said = text(soderhamn);
		expect(said).toContain(
			'Av de 7 nyckeltal som går att jämföra med riket är utfallet bättre i 3, sämre i 3 och likvärdigt i 1.'
		);
		expect(said).toContain(
			'Värdena gäller år 2022 (7 nyckeltal), år 2021 (2) och år som källan inte anger (1).'
		);
	});
});

describe("the demo's own figures", () => {
	const said = text(demo);
	const [trends = '', ...against] = summaryPassages(of(demo), 'sv').map(({ count }) => count);

	test('[I4] 5 of 11 better than similar municipalities', () => {
		expect(against[0]).toBe(
			'Av de 11 nyckeltal som går att jämföra med liknande kommuner är utfallet bättre i 5, sämre i 6.'
		);
	});

	test('[I4] never 7 of 13 improved: the eight of unknown trend are listed, and in no denominator', () => {
		expect(trends).toBe(
			'Av de 10 nyckeltal vars utveckling går att bedöma har 5 förbättrats och 5 försämrats.'
		);
		expect(said).not.toMatch(/\b13\b|\b7 förbättra|har 7/);
		const unknown = /Utvecklingen är okänd för: ([^.]*)\./.exec(said)?.[1]?.split('; ') ?? [];
		expect(unknown).toHaveLength(8);
		expect(unknown).toContain('Trygghet i skolan');
		// I4: no count without the years that it is of.
		expect(said.match(/Värdena gäller /g)).toHaveLength(3);
	});
});

describe('none, one, all', () => {
	test.each([
		[[], 'Inga nyckeltal är valda.'],
		[
			[one('A', 'unknown')],
			'För inget av nyckeltalen går det att säga hur det har utvecklats. Utvecklingen är okänd för: Nyckeltal A.'
		],
		[
			[one('A', 'better')],
			'Det enda nyckeltal vars utveckling går att bedöma har förbättrats. Värdena gäller år 2022 (1 nyckeltal). Förbättrat: Nyckeltal A.'
		],
		[
			[one('A', 'equal'), one('B', 'unknown')],
			'Det enda nyckeltal vars utveckling går att bedöma är oförändrat. Värdena gäller år 2022 (1 nyckeltal). Oförändrat: Nyckeltal A. Utvecklingen är okänd för: Nyckeltal B.'
		],
		[
			[one('A', 'worse'), one('B', 'worse', null, '2020/21')],
			'Alla 2 nyckeltal vars utveckling går att bedöma har försämrats. Värdena gäller år 2022 (1 nyckeltal) och läsåret 2020/21 (1). Försämrat: Nyckeltal A; Nyckeltal B.'
		],
		[
			[one('A', 'worse'), one('B', 'equal')],
			'Av de 2 nyckeltal vars utveckling går att bedöma har inget förbättrats och 1 försämrats, och 1 är oförändrat. Värdena gäller år 2022 (2 nyckeltal). Försämrat: Nyckeltal A. Oförändrat: Nyckeltal B.'
		],
		[
			[one('A', 'better'), one('B', 'equal'), one('C', 'equal')],
			'Av de 3 nyckeltal vars utveckling går att bedöma har 1 förbättrats och inget försämrats, och 2 är oförändrade. Värdena gäller år 2022 (3 nyckeltal). Förbättrat: Nyckeltal A. Oförändrat: Nyckeltal B; Nyckeltal C.'
		]
	] as [IndicatorFigures[], string][])('[I4] trends %#', (all, expected) => {
		expect(text(all)).toBe(expected);
	});

	test.each([
		[['unknown'], 'Inget nyckeltal går att jämföra med liknande kommuner.'],
		[
			['better'],
			'För det enda nyckeltal som går att jämföra med liknande kommuner är utfallet bättre.'
		],
		[
			['equal', 'unknown'],
			'För det enda nyckeltal som går att jämföra med liknande kommuner är utfallet likvärdigt.'
		],
		[
			['worse', 'worse', 'worse'],
			'Av de 3 nyckeltal som går att jämföra med liknande kommuner är utfallet sämre i alla 3.'
		],
		[
			['better', 'equal'],
			'Av de 2 nyckeltal som går att jämföra med liknande kommuner är utfallet bättre i 1, sämre i inget och likvärdigt i 1.'
		]
	] as [Outcome[], string][])('[I4] against a group: %j', (outcomes, expected) => {
		const all = outcomes.map((outcome, i) => one(String(i), 'unknown', outcome));
		expect(summaryPassages(of(all), 'sv')[1]?.count).toBe(expected);
	});

	test('[I4] in English', () => {
		expect(text([one('A', 'better', 'worse'), one('B', 'worse', 'better', '2021')], 'en')).toBe(
			'Of the 2 indicators whose trend can be judged, 1 improved and 1 worsened. ' +
				'The values are of 2022 (1 indicator) and 2021 (1). Improved: Nyckeltal A. Worsened: Nyckeltal B. ' +
				'Of the 2 indicators that can be compared with similar municipalities, the outcome is better in 1, worse in 1. ' +
				'The values are of 2022 (1 indicator) and 2021 (1). Better: Nyckeltal B. Worse: Nyckeltal A.'
		);
	});
});

describe('groups', () => {
	test('[I7] the nation and the unweighted mean are counted apart, and so is each chosen group', () => {
		const other = { ...chosen, id: 'g-lan', name: 'länets kommuner' };
		const given = figures([value('2022', 1)], { groups: [nation, mean, chosen, other, similar] });
		expect(of([given]).groups.map((g) => g.key)).toEqual([
			'nation',
			'allMunicipalities',
			'own:g-r9',
			'own:g-lan',
			'similar'
		]);
	});

	test('[I4] similar municipalities of different themes are counted as one kind', () => {
		const school = { ...similar, id: 'g-school' };
		const given = figures([value('2022', 1)], {
			indicator: { id: 'b' },
			groups: [school],
			stated: [stated(school.id, '2022', { judgement: 'worse' })]
		});
		const summary = of([one('A', 'unknown', 'better'), given]);
		expect(summary.groups).toMatchObject([{ key: 'similar', better: ['A'], worse: ['b'] }]);
	});

	test('[I2] where two groups of a kind disagree, the outcome is unknown', () => {
		const school = { ...similar, id: 'g-school' };
		const given = figures([value('2022', 1)], {
			groups: [similar, school],
			stated: [
				stated(similar.id, '2022', { judgement: 'better' }),
				stated(school.id, '2022', { judgement: 'worse' })
			]
		});
		expect(of([given]).groups).toMatchObject([{ better: [], worse: [], unknown: ['bistand'] }]);
	});

	test('[I4] every indicator stands in exactly one list, and the denominators are the known ones', () => {
		const outcome = fc.constantFrom<Outcome>('better', 'worse', 'equal', 'unknown');
		const many = fc.array(fc.tuple(outcome, fc.option(outcome, { nil: null })), { maxLength: 12 });
		fc.assert(
			fc.property(many, (given) => {
				const all = given.map(([trend, against], i) => one(`n${i}`, trend, against));
				const ids = all.map((f) => f.indicator.id).sort();
				const s = of(all);
				expect([...s.improved, ...s.worsened, ...s.unchanged, ...s.trendUnknown].sort()).toEqual(
					ids
				);
				expect(s.improved).toHaveLength(given.filter(([t]) => t === 'better').length);
				expect(s.trendUnknown).toHaveLength(given.filter(([t]) => t === 'unknown').length);
				for (const g of s.groups) {
					expect([...g.better, ...g.worse, ...g.equal, ...g.unknown].sort()).toEqual(ids);
					const known = given.filter(([, a]) => a !== null && a !== 'unknown').length;
					const count = summaryPassages(s, 'sv')[1]?.count ?? '';
					if (known > 1) expect(count).toContain(`Av de ${known} nyckeltal`);
				}
				// I4: nothing is counted that is not named.
				const said = summarySentences(s, 'sv').join(' ');
				for (const id of ids) expect(said).toMatch(new RegExp(`Nyckeltal ${id}[;.]`));
			})
		);
	});
});
