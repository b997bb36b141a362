import type { ValueStatus } from '#core/indicator.ts';
import {
	VALUES_LIMITS,
	type Cell,
	type KnownNames,
	type RowProblem,
	type ValuesTable
} from '#core/values-table.ts';
import { compareValues } from '#core/values-table-compare.ts';
import { readValues } from '#core/values-table-read.ts';
import { plainNumber, templateRows, valuesToRows } from '#core/values-table-write.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { indicator, KOLADA, similar } from '../support/figures.ts';
import {
	figuresWith as figures,
	known,
	namesWith,
	storedFigures,
	teachers
} from '../support/stored-values.ts';

const HEAD = ['Nyckeltal', 'Gäller', 'Del', 'Period', 'Status', 'Värde', 'Enhet', 'Källa'];
type Row = Partial<
	Record<'indicator' | 'series' | 'part' | 'period' | 'status' | 'value' | 'unit' | 'source', Cell>
>;
const cells = (row: Row): Cell[] => {
	const full = { indicator: 'U31803', period: '2022', source: 'Egen räkning', ...row };
	return [
		full.indicator,
		full.series ?? null,
		full.part ?? null,
		full.period,
		full.status ?? null,
		full.value ?? null,
		full.unit ?? null,
		full.source
	];
};
const read = (rows: Row[], defaults = { source: '' }): ValuesTable =>
	must(readValues([HEAD, ...rows.map(cells)], known, defaults));
const problemOf = (row: Row) => {
	const { problems, values, wrong } = read([row]);
	expect([values, wrong]).toEqual([[], 1]);
	return problems.map(({ head, problem }) => [head, problem]);
};

describe('the value of a row', () => {
	test.each<[Cell, number]>([
		['14.7', 14.7],
		['14,7', 14.7],
		['1 000,5', 1000.5],
		['1\u00a0000,5', 1000.5],
		['1\u2009000,5', 1000.5],
		['1\u202f000,5', 1000.5],
		['\u22123', -3],
		['-3', -3],
		['0', 0],
		['14,7 %', 14.7],
		['14,7\u00a0procent', 14.7],
		['14.333333333333334', 14.3333333333],
		[14.7, 14.7],
		[0, 0]
	])('[I1] %j is the number %d', (value, number) => {
		const { values, wrong } = read([{ value }]);
		expect(wrong).toBe(0);
		expect(values).toMatchObject([{ status: 'value', value: number, row: 2 }]);
	});

	test.each<[Cell, Cell, ValueStatus]>([
		['..', null, 'suppressed'],
		['-', null, 'missing'],
		['–', null, 'missing'],
		['.', null, 'notApplicable'],
		['ej redovisat', null, 'missing'],
		[null, 'sekretess', 'suppressed'],
		['', 'Saknas', 'missing'],
		['..', 'suppressed', 'suppressed']
	])('[I1] %j with status %j is no number and not zero: %s', (value, status, expected) => {
		expect(read([{ value, status }]).values).toMatchObject([{ status: expected, value: null }]);
	});

	test('[I1] a row without a value says nothing, and is counted', () => {
		const table = read([{ value: '' }, { value: null }, { value: 0 }]);
		expect(table).toMatchObject({ rows: 3, empty: 2, wrong: 0 });
		expect(table.values).toMatchObject([{ value: 0, row: 4 }]);
	});

	test.each<[Row, string, RowProblem]>([
		[{ value: '1e309' }, 'Värde', 'notANumber'],
		[{ value: Infinity }, 'Värde', 'notANumber'],
		[{ value: 'fjorton' }, 'Värde', 'notANumber'],
		[{ value: '=SUM(A1:A2)' }, 'Värde', 'notANumber'],
		[{ value: '#N/A' }, 'Värde', 'notANumber'],
		[{ value: '1.000,5' }, 'Värde', 'notANumber'],
		[{ value: true }, 'Värde', 'notANumber'],
		[{ value: '58 elever' }, 'Värde', 'notANumber'],
		[{ value: '58 %', indicator: 'larare' }, 'Värde', 'notANumber'],
		[{ value: new Date(0) }, 'Värde', 'isDate'],
		[{ value: '', status: 'värde' }, 'Värde', 'numberMissing'],
		[{ value: '..', status: 'värde' }, 'Värde', 'numberMissing'],
		[{ value: '3', status: 'saknas' }, 'Värde', 'numberWithStatus'],
		[{ value: '..', status: 'saknas' }, 'Status', 'statusDiffers'],
		[{ value: '3', status: 'kanske' }, 'Status', 'statusUnknown'],
		[{ value: '3', period: 'i fjol' }, 'Period', 'periodNotRead'],
		[{ value: '3', period: '2020-21' }, 'Period', 'periodNotRead'],
		[{ value: '3', period: '' }, 'Period', 'periodMissing'],
		[{ value: '3', period: new Date(0) }, 'Period', 'isDate'],
		[{ value: '3', period: 2022.5 }, 'Period', 'periodNotRead'],
		[{ value: '3', indicator: 'N99999' }, 'Nyckeltal', 'indicatorUnknown'],
		[{ value: '3', indicator: '' }, 'Nyckeltal', 'indicatorMissing'],
		[{ value: '3', indicator: 'constructor' }, 'Nyckeltal', 'indicatorUnknown'],
		[{ value: '3', series: 'Norge' }, 'Gäller', 'seriesUnknown'],
		[{ value: '3', unit: 'elever' }, 'Enhet', 'unitDiffers'],
		[{ value: '3', source: ' ' }, 'Källa', 'sourceMissing'],
		[{ value: '3', part: 'x'.repeat(201) }, 'Del', 'tooLong']
	])('[I9] %j is told at its row and column: %s, %s', (row, head, problem) => {
		expect(problemOf(row)).toEqual([[head, problem]]);
	});

	test('[I9] everything that is wrong in a row is told, each at its column', () => {
		expect(problemOf({ value: 'x', period: 'y', unit: 'z', series: 'w' })).toEqual([
			['Gäller', 'seriesUnknown'],
			['Period', 'periodNotRead'],
			['Värde', 'notANumber'],
			['Enhet', 'unitDiffers']
		]);
		const [problem] = read([{ value: '1' }, { value: 'tolv' }]).problems;
		expect(problem).toEqual({
			row: 3,
			column: 6,
			head: 'Värde',
			problem: 'notANumber',
			found: 'tolv'
		});
	});
});

test('[I9] indicators and series are found by id, Kolada’s id, or name, whatever the capitals', () => {
	const { values } = read([
		{ value: 1, indicator: 'u31803', period: 2020 },
		{ value: 1, indicator: 'larare-per-barn', unit: 'Barn per pedagog' },
		{
			value: 1,
			indicator: 'barn  per\u00a0pedagog',
			period: 'lå 20/21',
			series: 'LIKNANDE kommuner'
		},
		{ value: 1, indicator: 'larare', series: 'exempelkommun', period: 'HT22' },
		{ value: 1, indicator: 'bistand', series: 'g-r9', unit: 'procent' }
	]);
	expect(values.map((v) => [v.indicatorId, v.series, v.period])).toEqual([
		['bistand', 'own', '2020'],
		['larare', 'own', '2022'],
		['larare', similar.id, '2020/21'],
		['larare', 'own', '2022-ht'],
		['bistand', 'g-r9', '2022']
	]);
});

test('[I9] a name that two things have is not guessed', () => {
	const twins: KnownNames = {
		...known,
		indicators: [indicator(), indicator({ id: 'other', key: 'other', kpiId: null })].map((i) => ({
			...i,
			breakdowns: []
		})),
		groups: [similar, { ...similar, id: 'g-newer' }]
	};
	const rows = [
		cells({ value: 1, indicator: indicator().title }),
		cells({ value: 1, series: similar.name })
	];
	const { problems } = must(readValues([HEAD, ...rows], twins, { source: '' }));
	expect(problems.map((p) => p.problem)).toEqual(['indicatorAmbiguous', 'seriesAmbiguous']);
	// What we write ourselves is an id then.
	const written = valuesToRows([figures([{ series: similar.id }])], twins, 'sv');
	expect(written[1]?.slice(0, 2)).toEqual(['bistand', similar.id]);
});

test('[I9] heads are found in both languages and any order; others are named and not read', () => {
	const table = must(
		readValues(
			[
				['', ''],
				['Source', 'VALUE', 'Kommentar', 'Year', 'Indicator'],
				['Enkät', '3,5', 'fin siffra', '2021', 'U31803']
			],
			known,
			{ source: '' }
		)
	);
	expect(table.ignored).toEqual(['Kommentar']);
	expect(table.values).toMatchObject([{ row: 3, period: '2021', value: 3.5, source: 'Enkät' }]);
});

test('[I9] a part is found in the spelling that it has, and a new one stays as it was written', () => {
	const names = namesWith(figures([{ breakdown: 'Åk 9' }, { breakdown: 'pojkar' }]));
	const rows = ['åk  9', 'POJKAR', 'Flickor', 'Norra skolan'].map((part) =>
		cells({ value: 1, part })
	);
	const { values } = must(readValues([HEAD, ...rows], names, { source: '' }));
	expect(values.map((v) => v.breakdown)).toEqual(['Åk 9', 'pojkar', 'flickor', 'Norra skolan']);
});

test('[I9] a row without a source takes the one that was given for all', () => {
	const { values } = read([{ value: 1, source: '' }], { source: ' Egen enkät ' });
	expect(values).toMatchObject([{ source: 'Egen enkät' }]);
});

test('[I9] of two rows about one value with different numbers neither is taken', () => {
	const table = read([
		{ value: '1' },
		{ value: '2', period: '2021' },
		{ value: '1,5' },
		{ value: '2.0', period: '2021' }
	]);
	expect(table).toMatchObject({ rows: 4, wrong: 2, repeated: 1 });
	expect(table.values.map((v) => v.period)).toEqual(['2021']);
	expect(table.problems).toMatchObject([{ row: 4, problem: 'twice', found: '2' }]);
});

test.each<[string, Cell[][], string]>([
	['nothing', [], 'empty'],
	['blank rows', [[''], [' ', null]], 'empty'],
	['no head', [['2022', '14,7']], 'noHead'],
	['no indicator', [['Period', 'Värde']], 'noIndicator'],
	['no period', [['Nyckeltal', 'Värde']], 'noPeriod'],
	['no value', [['Nyckeltal', 'Period']], 'noValue'],
	['two years', [['Nyckeltal', 'Period', 'År', 'Värde']], 'columnTwice'],
	['a wide head', [Array.from({ length: 300 }, (_, i) => `K${i}`)], 'tooManyColumns']
])('[I9] a table of %s is refused whole', (_, rows, problem) => {
	expect(refusalOf(readValues(rows, known, { source: '' }))).toEqual({
		code: 'invalid',
		problems: [{ field: 'file', problem }]
	});
});

test('[I9] the limit of rows holds, blank rows at the end aside', () => {
	const rows = Array.from({ length: VALUES_LIMITS.rows }, () => cells({ value: 1 }));
	const blank = Array.from({ length: 50 }, (): Cell[] => ['', null]);
	expect(readValues([HEAD, ...rows, ...blank], known, { source: '' }).ok).toBe(true);
	expect(readValues([HEAD, ...rows, cells({ value: 1 })], known, { source: '' }).ok).toBe(false);
});

test('[I9] thousands of problems are counted, and the first of them told', () => {
	const table = read(Array.from({ length: 5000 }, () => ({ value: 'x' })));
	expect(table.wrong).toBe(5000);
	expect(table.problems).toHaveLength(VALUES_LIMITS.problems);
});

test('[I9] a table is held against what is stored: new, the same, changed', () => {
	const stored = figures([{}, { period: '2021', status: 'suppressed', value: null }]);
	const { values } = read([
		{ value: '14,7', source: KOLADA.text },
		{ value: '0', period: '2021', source: KOLADA.text },
		{ value: '13', period: '2020' }
	]);
	const { fresh, same, changed, seen } = compareValues(values, [stored, figures([], teachers)]);
	expect([fresh.map((v) => v.period), same, seen]).toEqual([['2020'], 1, 'bistand:1']);
	expect(changed).toMatchObject([{ proposed: { value: 0 }, before: { status: 'suppressed' } }]);
	// Another source for the same number is another thing to cite.
	expect(compareValues(read([{ value: '14,7' }]).values, [stored]).changed).toHaveLength(1);
});

test('[I9] a template changes nothing when it comes back as it is', () => {
	const stored = [figures([{}, { period: '2020', value: 12 }]), figures([], teachers)];
	const rows = templateRows(stored, known, 'sv');
	expect(rows).toHaveLength(2);
	const { values } = must(readValues(rows, known, { source: '' }));
	expect(compareValues(values, stored)).toMatchObject({ fresh: [], same: 1, changed: [] });
});

test('[I9] [I1] what is written as a table is read as the same, in both languages', () => {
	fc.assert(
		fc.property(storedFigures, fc.constantFrom('sv', 'en'), (stored, lang) => {
			const names = namesWith(stored);
			const table = must(readValues(valuesToRows([stored], names, lang), names, { source: '' }));
			expect(table.problems).toEqual([]);
			expect(compareValues(table.values, [stored])).toMatchObject({
				fresh: [],
				changed: [],
				same: stored.values.length
			});
		}),
		{ numRuns: 300 }
	);
});

test('[I1] a number is written with all its digits, and zero is not nothing', () => {
	expect(
		[0, -0, 14.7, -3, 1000.5, 1 / 3, 0.1 + 0.2, 123456789.5, -1e-20].map((n) =>
			plainNumber(n, 'sv')
		)
	).toEqual(['0', '0', '14,7', '-3', '1000,5', '0,33333333333333', '0,3', '123456789,5', '0']);
});
