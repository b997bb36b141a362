import {
	levelOf,
	numberOf,
	outcomeOf,
	readIndicator,
	trendOf,
	VALUE_STATUSES,
	type IndicatorValue,
	type Level,
	type Outcome,
	type Trend
} from '#core/indicator.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figures, KOLADA, nation, similar, stated, value } from '../support/figures.ts';
import { row, soderhamn } from '../support/soderhamn.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const tolerance = fc.double({ min: 0, max: 5, noNaN: true });
const direction = fc.constantFrom('high' as const, 'low' as const);
const level = fc.constantFrom<Level>('higher', 'lower', 'equal');

describe('levels, outcomes and trends', () => {
	test('[I2] a difference under the tolerance is none; one that is as large is one', () => {
		expect(levelOf(14.75, 14.7, 0.1)).toBe('equal');
		expect(levelOf(14.8, 14.7, 0.1)).toBe('higher');
		expect(levelOf(14.6, 14.7, 0.1)).toBe('lower');
		expect(levelOf(0.3, 0.1 + 0.2, 0)).toBe('equal');
		expect(levelOf(1, 2, 0)).toBe('lower');
	});

	test.each([
		['higher', 'high', 'better', 'improved'],
		['higher', 'low', 'worse', 'worsened'],
		['lower', 'high', 'worse', 'worsened'],
		['lower', 'low', 'better', 'improved'],
		['equal', 'high', 'equal', 'unchanged'],
		['equal', 'low', 'equal', 'unchanged'],
		['higher', 'none', 'unknown', 'unknown'],
		['lower', 'none', 'unknown', 'unknown'],
		['equal', 'none', 'unknown', 'unknown'],
		[null, 'high', 'unknown', 'unknown'],
		[null, 'low', 'unknown', 'unknown'],
		[null, 'none', 'unknown', 'unknown']
	] as const)('[I2] %s where %s is wished: %s, %s', (given, wished, outcome, trend) => {
		expect(outcomeOf(given, wished)).toBe(outcome);
		expect(trendOf(given, wished)).toBe(trend);
	});

	test('[I2] swapping the two numbers, or the direction, turns better into worse and back', () => {
		const turned: Record<Outcome, Outcome> = {
			better: 'worse',
			worse: 'better',
			equal: 'equal',
			unknown: 'unknown'
		};
		fc.assert(
			fc.property(number, number, tolerance, direction, (a, b, t, wished) => {
				const one = outcomeOf(levelOf(a, b, t), wished);
				expect(outcomeOf(levelOf(b, a, t), wished)).toBe(turned[one]);
				expect(outcomeOf(levelOf(a, b, t), wished === 'high' ? 'low' : 'high')).toBe(turned[one]);
				expect(one).not.toBe('unknown');
			})
		);
	});

	test('[I2] a larger tolerance never finds a difference that a smaller one did not', () => {
		fc.assert(
			fc.property(number, number, tolerance, tolerance, (a, b, s, t) => {
				const [small, large] = s < t ? [s, t] : [t, s];
				if (levelOf(a, b, small) === 'equal' && a !== b) expect(levelOf(a, b, large)).toBe('equal');
			})
		);
	});

	test('[I1] only a value is a number; zero is one', () => {
		for (const status of VALUE_STATUSES) {
			const given: IndicatorValue = {
				series: 'own',
				breakdown: '',
				period: '2022',
				status,
				value: 0,
				source: KOLADA
			};
			expect(numberOf(given)).toBe(status === 'value' ? 0 : null);
			expect(numberOf({ ...given, value: null })).toBeNull();
		}
		expect(numberOf({ ...value('2022', 1), value: Number.NaN })).toBeNull();
		expect(numberOf(null)).toBeNull();
	});
});

describe('readIndicator: the trend', () => {
	test('[I2] the newest own value against the one before it, wherever they stand in the list', () => {
		const reading = readIndicator(
			figures([value('2020', 15.1), value('2022', 14.7), value('2021', 14.2)])
		);
		expect(reading.latest?.period).toBe('2022');
		expect(reading.previous?.period).toBe('2021');
		expect(reading).toMatchObject({ change: 'higher', trend: 'worsened', trendStated: false });
	});

	test('[I2] numbers win over what is stated', () => {
		const reading = readIndicator(
			figures([value('2021', 14), value('2022', 15)], {
				stated: [stated('previous', '2022', { level: 'lower', judgement: 'better' })]
			})
		);
		expect(reading).toMatchObject({ change: 'higher', trend: 'worsened', trendStated: false });
	});

	test.each([
		[{ level: 'lower' }, 'improved'],
		[{ level: 'higher' }, 'worsened'],
		[{ level: 'equal' }, 'unchanged'],
		[{ judgement: 'better' }, 'improved'],
		[{ judgement: 'worse' }, 'worsened'],
		[{ judgement: 'equal' }, 'unchanged'],
		// The source's judgement stands as it is, also where its level would say otherwise.
		[{ level: 'higher', judgement: 'better' }, 'improved'],
		[{}, 'unknown']
	] as [Parameters<typeof stated>[2], Trend][])(
		'[I2] stated %j where low is wished: %s',
		(words, trend) => {
			const reading = readIndicator(
				figures([value('2022', 14.7)], { stated: [stated('previous', '2022', words)] })
			);
			expect(reading.trend).toBe(trend);
			expect(reading.change).toBe(words.level ?? null);
			expect(reading.trendStated).toBe(trend !== 'unknown');
		}
	);

	test('[I2] without a wished direction only the source may judge', () => {
		const none = { indicator: { wishedDirection: 'none' as const } };
		const both = [value('2021', 1), value('2022', 2)];
		expect(readIndicator(figures(both, none))).toMatchObject({
			change: 'higher',
			trend: 'unknown',
			trendStated: false
		});
		const judged = [stated('previous', '2022', { judgement: 'better' })];
		expect(readIndicator(figures(both, { ...none, stated: judged }))).toMatchObject({
			change: 'higher',
			trend: 'improved',
			trendStated: true
		});
		const level = [stated('previous', '2022', { level: 'higher' })];
		expect(readIndicator(figures([value('2022', 2)], { ...none, stated: level }))).toMatchObject({
			change: 'higher',
			trend: 'unknown',
			trendStated: true
		});
	});

	test('[I2] words about another year than the newest value say nothing of it', () => {
		const words = [stated('previous', '2021', { judgement: 'better' })];
		const reading = readIndicator(figures([value('2022', 14.7)], { stated: words }));
		expect(reading).toMatchObject({ trend: 'unknown', trendStated: false });
	});

	test.each(['missing', 'suppressed', 'notApplicable'] as const)(
		'[I1] %s is never zero: the trend is unknown, and the last number stays known',
		(status) => {
			const reading = readIndicator(figures([value('2021', 14.7), value('2022', status)]));
			expect(reading.latest?.status).toBe(status);
			expect(reading.previous?.value).toBe(14.7);
			expect(reading).toMatchObject({ change: null, trend: 'unknown' });
		}
	);

	test('[I2] a gap is passed over: the newest number before it is the previous one', () => {
		const reading = readIndicator(
			figures([value('2020', 15), value('2021', 'suppressed'), value('2022', 14)])
		);
		expect(reading.previous?.period).toBe('2020');
		expect(reading.trend).toBe('improved');
	});

	test('[I2] zero is a value: a fall to zero is a change', () => {
		expect(readIndicator(figures([value('2021', 3), value('2022', 0)])).trend).toBe('improved');
	});

	test('[I2] only like is compared with like', () => {
		const mixed = readIndicator(figures([value('2021', 14), value('2022-vt', 15)]));
		expect(mixed).toMatchObject({ previous: null, change: null, trend: 'unknown' });
		const terms = readIndicator(
			figures([value('2021-vt', 14), value('2021-ht', 10), value('2022-vt', 15)])
		);
		expect(terms.previous?.period).toBe('2021-vt');
		const undated = readIndicator(figures([value('2021', 14), value('unknown', 15)]));
		expect(undated).toMatchObject({ previous: null, latest: { period: '2021' } });
	});

	test('[I2] what prints the same counts as the same', () => {
		const given = { indicator: { tolerance: 0 } };
		expect(readIndicator(figures([value('2021', 14.66), value('2022', 14.74)], given)).trend).toBe(
			'unchanged'
		);
		expect(readIndicator(figures([value('2021', 14.64), value('2022', 14.74)], given)).trend).toBe(
			'worsened'
		);
	});

	test('[I4] a report of one year reads nothing that ended after it', () => {
		const given = figures(
			[value('2021', 14), value('2022', 15), value('2023', 16), value('2023', 9, similar.id)],
			{ groups: [similar] }
		);
		expect(readIndicator(given, { until: 2022 })).toMatchObject({
			latest: { period: '2022' },
			previous: { period: '2021' },
			groups: [{ value: null, elsewhen: null }]
		});
		expect(readIndicator(given, { until: '2020' }).latest).toBeNull();
		expect(readIndicator(given).latest?.period).toBe('2023');
	});

	test('[I1] nothing at all gives a reading in which all is unknown', () => {
		expect(readIndicator(figures([], { groups: [similar] }))).toEqual({
			latest: null,
			previous: null,
			change: null,
			trend: 'unknown',
			trendStated: false,
			groups: [
				{
					group: similar,
					level: null,
					outcome: 'unknown',
					value: null,
					elsewhen: null,
					stated: false
				}
			],
			breakdowns: []
		});
	});
});

describe('readIndicator: groups and parts', () => {
	test('[I2] a group is compared with in the same period as the newest own value', () => {
		const reading = readIndicator(
			figures(
				[value('2021', 14.7), value('2021', 9.8, similar.id), value('2020', 20, similar.id)],
				{ groups: [similar] }
			)
		);
		expect(reading.groups).toMatchObject([
			{ level: 'higher', outcome: 'worse', value: { value: 9.8 }, elsewhen: null, stated: false }
		]);
	});

	test('[I2] a value of another year is told, never compared with', () => {
		const reading = readIndicator(
			figures([value('2021', 14.7), value('2019', 5.2, nation.id), value('2020', 5.3, nation.id)], {
				groups: [nation]
			})
		);
		expect(reading.groups).toMatchObject([
			{ level: null, outcome: 'unknown', value: null, elsewhen: { period: '2020' }, stated: false }
		]);
	});

	test('[I2] two unknown periods are not the same period', () => {
		const reading = readIndicator(
			figures([value('unknown', 5.2), value('unknown', 5.4, nation.id)], { groups: [nation] })
		);
		expect(reading.groups).toMatchObject([
			{ outcome: 'unknown', value: null, elsewhen: { value: 5.4 } }
		]);
	});

	test.each(['missing', 'suppressed', 'notApplicable'] as const)(
		"[I1] a group's %s value is no number to compare with",
		(status) => {
			const reading = readIndicator(
				figures([value('2021', 14.7), value('2021', status, similar.id)], { groups: [similar] })
			);
			expect(reading.groups).toMatchObject([
				{ level: null, outcome: 'unknown', value: { status } }
			]);
		}
	);

	test('[I2] numbers win, stated levels meet the direction, judgements stand', () => {
		const read = (words: Parameters<typeof stated>[2], more: IndicatorValue[] = []) =>
			readIndicator(
				figures([value('2021', 14.7), ...more], {
					groups: [similar],
					stated: [stated(similar.id, '2021', words)]
				})
			).groups[0];
		expect(read({ level: 'higher' })).toMatchObject({ outcome: 'worse', stated: true });
		expect(read({ judgement: 'better' })).toMatchObject({
			outcome: 'better',
			level: null,
			stated: true
		});
		expect(read({ judgement: 'better' }, [value('2021', 9, similar.id)])).toMatchObject({
			outcome: 'worse',
			level: 'higher',
			stated: false
		});
	});

	test('[I2] parts of the own value are no value of the whole', () => {
		const reading = readIndicator(
			figures([
				value('2021', 60, 'own', 'flickor'),
				value('2022', 61, 'own', 'flickor'),
				value('2022', 3, similar.id, 'flickor')
			])
		);
		expect(reading.latest).toBeNull();
		expect(reading.breakdowns.map((b) => b.period)).toEqual(['2022', '2021']);
	});

	test('[I2] without a number on either side no level is ever made of numbers', () => {
		const status = fc.constantFrom(
			'missing' as const,
			'suppressed' as const,
			'notApplicable' as const
		);
		const some = fc.option(number, { nil: null });
		fc.assert(
			fc.property(some, some, some, status, direction, (own, before, group, no, wished) => {
				const reading = readIndicator(
					figures(
						[
							value('2022', own ?? no),
							value('2021', before ?? no),
							value('2022', group ?? no, similar.id)
						],
						{ groups: [similar], indicator: { wishedDirection: wished } }
					)
				);
				expect(reading.change === null).toBe(own === null || before === null);
				expect(reading.trend === 'unknown').toBe(own === null || before === null);
				const against = reading.groups[0];
				expect(against?.level === null).toBe(own === null || group === null);
				expect(against?.outcome === 'unknown').toBe(own === null || group === null);
			})
		);
	});

	test('[I2] a reading does not depend on the order of what is stored, nor change it', () => {
		const values = [
			value('2022', 14),
			value('2021', 15),
			value('2020', 16),
			value('2022', 12, similar.id),
			value('2021', 13, similar.id)
		];
		const expected = readIndicator(figures(values, { groups: [similar] }));
		fc.assert(
			fc.property(fc.shuffledSubarray(values, { minLength: values.length }), (shuffled) => {
				const before = [...shuffled];
				expect(readIndicator(figures(shuffled, { groups: [similar] }))).toEqual(expected);
				expect(shuffled).toEqual(before);
			})
		);
	});

	test('[I2] levels and outcomes of every pair of the table agree with the law', () => {
		fc.assert(
			fc.property(level, direction, (given, wished) => {
				const reading = readIndicator(
					figures([value('2022', 1)], {
						groups: [similar],
						indicator: { wishedDirection: wished },
						stated: [stated(similar.id, '2022', { level: given })]
					})
				);
				expect(reading.groups[0]?.outcome).toBe(outcomeOf(given, wished));
			})
		);
	});
});

describe('a published account, row by row', () => {
	const against = (key: string, id: string) =>
		readIndicator(row(key)).groups.find((g) => g.group.id === id)?.outcome ?? null;

	test('[I2] eighteen rows: trends as the text has them, unknown where it is silent', () => {
		expect(soderhamn).toHaveLength(18);
		expect(soderhamn.map((one) => readIndicator(one).trend)).toEqual([
			'improved', // 1
			'improved',
			'improved',
			'improved',
			'worsened', // 5
			'worsened',
			'unknown',
			'unknown',
			'worsened',
			'unknown', // 10
			'unknown',
			'improved',
			'unknown',
			'unknown',
			'unknown', // 15
			'unknown',
			'worsened',
			'worsened'
		]);
	});

	test('[I2] the value of the nation from another year is not compared with', () => {
		expect(against('personaltathet-forskola', 'nation')).toBe('unknown');
		expect(against('personaltathet-forskola', 'similar')).toBeNull();
	});

	test('[I2] a change that nobody judged is a change, and no trend', () => {
		expect(readIndicator(row('kulan'))).toMatchObject({ change: 'higher', trend: 'unknown' });
	});

	test('[I2] against the nation', () => {
		expect(against('forskollarartathet', 'nation')).toBe('worse');
		expect(against('idrott', 'nation')).toBe('equal');
		expect(against('examen-fyra-ar', 'nation')).toBe('better');
	});
});
