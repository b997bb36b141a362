import { compareFigures } from '#core/compare/figures.ts';
import type {
	ComparisonGroup,
	Indicator,
	IndicatorFigures,
	IndicatorValue
} from '#core/indicator.ts';
import { describe, expect, it } from 'vitest';
import { chosen, indicator, value } from '../../support/figures.ts';
import { figuresOf } from './models.ts';

const figures = (
	over: Partial<Indicator>,
	values: IndicatorValue[],
	groups: ComparisonGroup[] = []
): IndicatorFigures => ({ indicator: indicator(over), values, stated: [], groups });

const compare = (before: IndicatorFigures[], after: IndicatorFigures[]) =>
	compareFigures(figuresOf(2022, ...before), figuresOf(2023, ...after));
const only = (before: IndicatorFigures, after: IndicatorFigures) => {
	const [row] = compare([before], [after]).rows;
	if (!row) throw new Error('no row');
	return row;
};

describe('figures of two editions', () => {
	it('[I2] a change is judged by the wished direction, with its size', () => {
		const row = only(
			figures({}, [value('2021', 14.7)]),
			figures({}, [value('2021', 14.7), value('2022', 12.2)])
		);
		expect(row.whole).toMatchObject({ kind: 'improved', level: 'lower', difference: 2.5 });
		expect(row.whole?.revised).toBeNull();
		const worse = only(figures({}, [value('2021', 10)]), figures({}, [value('2022', 12)]));
		expect(worse.kind).toBe('worsened');
		const same = only(figures({}, [value('2021', 10)]), figures({}, [value('2022', 10.04)]));
		expect(same.kind).toBe('unchanged');
	});

	it('[I2] without a wished direction, or with another one than before, nothing is judged', () => {
		const none = { wishedDirection: 'none' as const };
		expect(only(figures(none, [value('2021', 1)]), figures(none, [value('2022', 2)])).kind).toBe(
			'changed'
		);
		const turned = only(
			figures({ wishedDirection: 'high' }, [value('2021', 1)]),
			figures({}, [value('2022', 2)])
		);
		expect([turned.kind, turned.directionChanged]).toEqual(['changed', true]);
	});

	it.each<[string, Partial<Indicator>, Partial<Indicator>, string[]]>([
		[
			'another definition',
			{ definition: 'Barn 0–17 år.' },
			{ definition: 'Barn 0–19 år.' },
			['definition']
		],
		['the same but for signs', { definition: 'Barn 0–17 år.' }, { definition: 'barn 0-17 år' }, []],
		['a definition that was not given', { definition: '' }, { definition: 'Barn.' }, []],
		['another unit', { unit: '%' }, { unit: 'antal' }, ['unit']],
		['another measure of the source', { kpiId: 'U31803' }, { kpiId: 'U31804' }, ['source']]
	])('[I2] %s', (_, before, after, hindrances) => {
		const row = only(figures(before, [value('2021', 10)]), figures(after, [value('2022', 12)]));
		expect(row.whole?.hindrances).toEqual(hindrances);
		expect(row.kind).toBe(hindrances.length > 0 ? 'notComparable' : 'worsened');
	});

	it('[I8] another source is not comparable; the same survey of another year is', () => {
		const from = (period: string, n: number, text: string): IndicatorValue => {
			const one = value(period, n);
			return { ...one, source: { ...one.source, text } };
		};
		const row = (a: string, b: string) =>
			only(figures({}, [from('2021', 10, a)]), figures({}, [from('2022', 12, b)])).whole
				?.hindrances;
		expect(row('Kolada (U31803)', 'Egen enkät')).toEqual(['source']);
		expect(row('Egen enkät våren 2021', 'Egen enkät, hösten 2022')).toEqual([]);
		expect(row('Elevhälsoenkäten läsåret 2020/21', 'Elevhälsoenkäten läsåret 2021/22')).toEqual([]);
	});

	it('[I1] a value that is missing in either edition is unknown, never a change', () => {
		for (const [was, is] of [
			['missing', 3],
			[3, 'suppressed'],
			['notApplicable', 'missing']
		] as const) {
			const row = only(
				figures({ definition: 'En.' }, [value('2021', was)]),
				figures({ definition: 'Två.' }, [value('2022', is)])
			);
			expect([row.kind, row.whole?.level, row.measure]).toEqual(['unknown', null, ['definition']]);
		}
		expect(only(figures({}, []), figures({}, [value('2022', 3)])).kind).toBe('unknown');
	});

	it.each([
		['the same value told twice', '2022', 10, '2022', 10, 'samePeriod'],
		['a revised value', '2022', 10, '2022', 11, 'revised'],
		['an older period', '2022', 10, '2021', 11, 'earlier'],
		['another kind of period', '2022', 10, '2022/23', 11, 'periodKind'],
		['a period that is not stated', 'unknown', 10, '2022', 11, 'periodUnknown']
	])('[I2] %s is not comparable', (_, then, a, now, b, hindrance) => {
		const row = only(figures({}, [value(then, a)]), figures({}, [value(now, b)]));
		expect([row.kind, row.whole?.hindrances]).toEqual(['notComparable', [hindrance]]);
	});

	it('[I6] where the source has revised the older value, the change is counted from the new one', () => {
		const row = only(
			figures({}, [value('2021', 10)]),
			figures({}, [value('2021', 13), value('2022', 12)])
		);
		expect(row.whole).toMatchObject({ kind: 'improved', difference: 1, then: { value: 10 } });
		expect(row.whole?.revised?.value).toBe(13);
		expect(row.revised.map(({ key, fixed, now }) => [key.period, fixed.value, now?.value])).toEqual(
			[['2021', 10, 13]]
		);
	});

	it('[I7] a group of other members is not compared with the old one, and they are named', () => {
		const group = (members: string[], year = 2022): ComparisonGroup => ({
			...chosen,
			members,
			year
		});
		const of = (period: string, members: string[], year?: number) =>
			figures({}, [value(period, 10), value(period, 12, chosen.id)], [group(members, year)]);
		const changed = only(of('2021', ['Gävle', 'Linköping']), of('2022', ['Gävle', 'Örebro']));
		expect(changed.groups).toMatchObject([
			{
				hindrances: ['members'],
				joined: ['Örebro'],
				left: ['Linköping'],
				now: { outcome: 'better' }
			}
		]);
		const same = only(of('2021', ['Gävle', 'Örebro']), of('2022', ['Örebro', 'Gävle'], 2023));
		expect(same.groups[0]?.hindrances).toEqual([]);
		const unknown = only(of('2021', ['Gävle']), of('2022', []));
		expect(unknown.groups[0]?.hindrances).toEqual(['membersUnknown']);
		const years = only(of('2021', [], 2021), of('2022', [], 2022));
		expect(years.groups[0]?.hindrances).toEqual(['year']);
		// The own values are another matter.
		expect(changed.kind).toBe('unchanged');
	});

	it('[I4] indicators that came or went are listed, and what may be either is not matched', () => {
		const one = (id: string, over: Partial<Indicator> = {}) =>
			figures({ id, key: id, kpiId: null, ...over }, [value('2021', 1)]);
		const { rows, added, gone, counts } = compare(
			[
				one('a'),
				one('b', { kpiId: 'N1' }),
				one('c', { key: 'same' }),
				one('d', { kpiId: 'N2' }),
				one('e', { kpiId: 'N2' })
			],
			[one('a'), one('b2', { kpiId: 'N1' }), one('c2', { key: 'same' }), one('d2', { kpiId: 'N2' })]
		);
		expect(rows.map(({ was, indicator: is }) => `${was.id} ${is.id}`)).toEqual([
			'a a',
			'b b2',
			'c c2'
		]);
		expect(added.map(({ indicator: is }) => is.id)).toEqual(['d2']);
		expect(gone.map(({ indicator: is }) => is.id)).toEqual(['d', 'e']);
		expect(counts).toEqual({
			improved: 0,
			worsened: 0,
			unchanged: 0,
			changed: 0,
			notComparable: 3,
			unknown: 0,
			added: 1,
			gone: 2
		});
	});

	it('[I1] parts are held side by side, each with its own', () => {
		const row = only(
			figures({}, [value('2021', 10, 'own', 'flickor'), value('2021', 12, 'own', 'pojkar')]),
			figures({}, [value('2022', 9, 'own', 'flickor')])
		);
		expect([row.whole, row.kind]).toEqual([null, 'unknown']);
		expect(row.parts.map(({ name, change }) => [name, change.kind])).toEqual([
			['flickor', 'improved'],
			['pojkar', 'unknown']
		]);
	});
});
