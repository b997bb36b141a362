import { pictureSvg, pictureTable } from '#charts/form.ts';
import type { ChartValue } from '#charts/spec.ts';
import { readCell, TABLE_LIMITS } from '#charts/table-cells.ts';
import {
	formHinder,
	formsFor,
	readTable,
	specToTable,
	TABLE_FORMS,
	tableToSpec,
	tableToText,
	type SmallTable,
	type TableProblem
} from '#charts/table-to-spec.ts';
import { problemText, tableWords } from '#charts/table-words.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function read(pasted: string): SmallTable {
	const parsed = readTable(pasted);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.value;
}
const problems = (pasted: string): TableProblem[] => {
	const parsed = readTable(pasted);
	return parsed.ok ? [] : parsed.problems;
};
const frame = { id: 'b1', title: 'Trygga elever', lang: 'sv' as const };

describe('a cell', () => {
	test.each<[string, ChartValue]>([
		['14.7', 14.7],
		['14,7', 14.7],
		['1 000,5', 1000.5],
		['1\u00a0000,5', 1000.5],
		['1\u202f000,5', 1000.5],
		['\u22123', -3],
		['-3', -3],
		['58%', 58],
		['58 %', 58],
		['0', 0],
		['..', 'suppressed'],
		['Sekretess', 'suppressed'],
		['-', 'missing'],
		['–', 'missing'],
		['Uppgift saknas', 'missing'],
		['.', 'notApplicable'],
		['', null]
	])('[I1] %j is %j', (typed, value) => {
		expect(readCell(typed)?.value).toBe(value);
	});

	test.each([
		'1e309',
		'1e3',
		'NaN',
		'Infinity',
		'abc',
		'~100',
		'1.000,5',
		'=SUM(A1)',
		'12 34',
		'5 kr'
	])('[I1] %j is none, and is told at its row and column', (typed) => {
		expect(readCell(typed)).toBeNull();
		expect(problems(`Skola;Andel\nA;1\nB;${typed}`)).toEqual([
			{ row: 3, column: 2, problem: 'notANumber', found: typed }
		]);
	});
});

describe('a pasted table', () => {
	test('[I1] from a spreadsheet, with what is missing', () => {
		expect(read('Skola\tFlickor\tPojkar\r\nA-skolan\t14,7\t..\r\nB-skolan\t\t9\r\n\r\n')).toEqual({
			corner: 'Skola',
			columns: ['Flickor', 'Pojkar'],
			rows: [
				{ name: 'A-skolan', values: [14.7, 'suppressed'] },
				{ name: 'B-skolan', values: [null, 9] }
			],
			unit: '',
			decimals: 1
		});
	});

	test('[I1] typed with semicolons, without a head, with signs of per cent', () => {
		expect(read('A;58 %\nB;60,25 %')).toEqual({
			corner: '',
			columns: [''],
			rows: [
				{ name: 'A', values: [58] },
				{ name: 'B', values: [60.25] }
			],
			unit: '%',
			decimals: 2
		});
	});

	test('[I1] quoted cells hold separators and line ends', () => {
		expect(read('"Skola; by";"Andel ""trygga"""\n"A\nB";1')).toMatchObject({
			corner: 'Skola; by',
			columns: ['Andel "trygga"'],
			rows: [{ name: 'A B', values: [1] }]
		});
	});

	test('[I1] years at the head are names; numbers that look like years below are numbers', () => {
		expect(read('Skola;2021;2022\nA;1;2')).toMatchObject({ columns: ['2021', '2022'] });
		expect(read('Skola A;2020\nSkola B;1980')).toMatchObject({
			columns: [''],
			rows: [
				{ name: 'Skola A', values: [2020] },
				{ name: 'Skola B', values: [1980] }
			]
		});
	});

	test.each<[string, string, Partial<TableProblem>[]]>([
		['nothing', ' \n ', [{ problem: 'empty' }]],
		['one column', 'A\nB', [{ row: 1, column: 1, problem: 'noSeparator', found: 'A' }]],
		['commas only', 'A,14\nB,7', [{ problem: 'noSeparator' }]],
		['a head alone', 'Skola;Andel', [{ problem: 'noNumbers' }]],
		['no number at all', 'Skola;Andel\nA;..', [{ row: 2, column: 2, problem: 'noNumbers' }]],
		[
			'a row too short',
			'S;A;B\nx;1;2\ny;1',
			[{ row: 3, column: 3, problem: 'unevenRow', found: '' }]
		],
		['a row too long', 'S;A\nx;1;2', [{ row: 2, column: 3, problem: 'unevenRow', found: '2' }]],
		['columns without names', 'x;1;2', [{ row: 1, column: 2, problem: 'needsHead' }]],
		['a row without a name', 'S;A\n;1', [{ row: 2, column: 1, problem: 'noName' }]],
		['a name twice', 'S;A\nx;1\nx;2', [{ row: 3, column: 1, problem: 'twice', found: 'x' }]],
		['two columns of one name', 'S;A;A\nx;1;2', [{ row: 1, column: 3, problem: 'twice' }]],
		[
			'per cent here and not there',
			'S;A\nx;1 %\ny;2',
			[{ row: 3, column: 2, problem: 'mixedUnits' }]
		],
		['a long name', `S;A\n${'x'.repeat(121)};1`, [{ row: 2, column: 1, problem: 'tooLong' }]],
		['far too much', 'x'.repeat(TABLE_LIMITS.characters + 1), [{ problem: 'tooLong' }]],
		[
			'many rows',
			`S;A\n${Array.from({ length: 41 }, (_, i) => `r${i};1`).join('\n')}`,
			[{ row: 42, column: 1, problem: 'tooManyRows', found: 'r40' }]
		],
		[
			'many columns',
			`S${';c'.repeat(13)}\nx${';1'.repeat(13)}`,
			[{ row: 1, column: 14, problem: 'tooManyColumns' }]
		],
		[
			'all that is wrong at once',
			'S;A\nx;abc\ny;1e309',
			[
				{ row: 2, column: 2, found: 'abc' },
				{ row: 3, column: 2, found: '1e309' }
			]
		]
	])('[I1] %s', (_, pasted, expected) => {
		expect(problems(pasted)).toMatchObject(expected);
		expect(problems(pasted)).toHaveLength(expected.length);
	});
});

describe('what is said of it', () => {
	test('[I1] where it is, what is wrong and what to do', () => {
		const [first] = problems('Skola;Andel\nA;1\nB;1e309');
		if (!first) throw new Error('no problem');
		expect(problemText(first, 'sv')).toBe(
			'Rad 3, kolumn 2: ”1e309” är inget tal. Skriv till exempel 14,7. Skriv .. för sekretess och – där uppgift saknas.'
		);
		expect(problemText(first, 'en')).toMatch(/^Row 3, column 2: “1e309” is no number\./);
		const [none] = problems('');
		expect(none && problemText(none, 'sv')).toBe(
			'Här finns ingen tabell. Klistra in eller skriv en.'
		);
	});

	test('[I1] both languages have words for everything, each with an end', () => {
		for (const lang of ['sv', 'en'] as const) {
			const w = tableWords(lang);
			for (const say of Object.values(w.problems)) expect(say('x')).toMatch(/^\S.*\.$/);
			for (const one of Object.values(w.hinders)) expect(one).toMatch(/^\p{Lu}.*\.$/u);
			expect(Object.keys(w.forms)).toEqual([...TABLE_FORMS]);
		}
	});
});

describe('a form for a table', () => {
	const schools = read('Skola;Flickor;Pojkar\nA;58;60\nB;80;-2');
	const years = read('År;Kommunen;Riket\n2022;14,7;5\n2020;16;6\n2021;..;5,5');
	const parts = read('Del;Andel\nA;60 %\nB;40 %');

	test('[P5] only forms that suit it, the one to propose first', () => {
		expect(formsFor(schools)).toEqual(['grouped']);
		expect(formsFor(years)).toEqual(['line', 'grouped', 'multiples', 'stacked']);
		expect(formsFor(parts)).toEqual(['rows', 'column', 'donut']);
	});

	test.each([
		[schools, 'line', 'needsPeriods'],
		[schools, 'multiples', 'needsPeriods'],
		[schools, 'column', 'needsOneColumn'],
		[schools, 'stacked', 'negative'],
		[schools, 'donut', 'needsOneColumn'],
		[parts, 'grouped', 'needsColumns'],
		[read('År;A\n2020;1\n2021;2'), 'multiples', 'needsColumns'],
		[read('D;A\na;60 %\nb;30 %'), 'donut', 'noWhole'],
		[read('D;A\na;60\nb;..'), 'donut', 'notAllKnown'],
		[read(`D;A\n${'abcdef'.replace(/./g, '$&;1\n')}`), 'donut', 'tooMany'],
		[read('S;a;b;c;d;e;f\nx;1;2;3;4;5;6'), 'grouped', 'tooManySeries'],
		[read('S;a;b;c;d;e;f\n2020;1;2;3;4;5;6'), 'line', 'tooManySeries']
	] as const)('[P5] what does not suit it says why: %#', (table, form, why) => {
		expect(formHinder(table, form)).toBe(why);
		// And is drawn in a form that does, if somebody asks all the same.
		expect(pictureSvg(tableToSpec(table, form, frame), 'narrow')).toMatch(/^<svg/);
	});

	test('[I3] a line goes by time, oldest first, whichever way the table lies', () => {
		const spec = tableToSpec(years, 'line', { ...frame, unit: '%' });
		expect(spec).toMatchObject({
			type: 'line',
			unit: '%',
			periods: ['2020', '2021', '2022'],
			series: [
				{ role: 'own', name: 'Kommunen', values: [16, 'suppressed', 14.7] },
				{ role: 'group', name: 'Riket', values: [6, 5.5, 5] }
			]
		});
		const lying = read('Vem;lå 20/21;lå 21/22\nFörskola;1;2\nSkola;3;4');
		expect(tableToSpec(lying, 'line', frame)).toMatchObject({
			periods: ['2020/21', '2021/22'],
			series: [
				{ name: 'Förskola', values: [1, 2] },
				{ name: 'Skola', values: [3, 4] }
			]
		});
	});

	test('[P5] every form draws its own picture of the same numbers', () => {
		const table = read('År;A;B\n2020;1;2\n2021;3;4');
		const types = TABLE_FORMS.map((form) => tableToSpec(table, form, frame).type);
		expect(types).toEqual(['line', 'line', 'line', 'grouped', 'stacked', 'multiples', 'line']);
		for (const form of TABLE_FORMS)
			expect(pictureTable(tableToSpec(table, form, frame)).rows.flat()).toEqual(
				expect.arrayContaining(['1', '2', '3', '4'])
			);
	});
});

describe('there and back', () => {
	const value = fc.oneof(
		fc.integer({ min: -99_999, max: 9_999_999 }).map((v) => v / 100),
		fc.constantFrom<ChartValue>('missing', 'suppressed', 'notApplicable', null)
	);
	const name = fc.stringMatching(/^[A-ZÅÄÖ][a-zåäö";]{1,10}$/);
	const tables = fc
		.tuple(
			fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
			fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
			fc.constantFrom('' as const, '%' as const)
		)
		.chain(([rows, columns, unit]) =>
			fc
				.array(fc.array(value, { minLength: columns.length, maxLength: columns.length }), {
					minLength: rows.length,
					maxLength: rows.length
				})
				.filter((all) => all.flat().some((v) => typeof v === 'number'))
				.map((all): SmallTable => ({
					corner: 'Skola',
					columns,
					rows: rows.map((one, r) => ({ name: one, values: all[r] ?? [] })),
					unit,
					decimals: 2
				}))
		);

	test('[I1] what was understood, printed, is understood the same', () => {
		fc.assert(
			fc.property(tables, fc.constantFrom('sv' as const, 'en' as const), (table, lang) => {
				expect(read(tableToText(table, lang))).toEqual(table);
			}),
			{ seed: 20221122 }
		);
	});

	test('[I1] a chart gives back the table that it was made of', () => {
		fc.assert(
			fc.property(tables, (table) => {
				for (const form of formsFor(table)) {
					const spec = tableToSpec(table, form, frame);
					const back = specToTable(spec);
					expect(back.rows.map(({ values }) => values)).toEqual(
						table.rows.map(({ values }) => values)
					);
				}
			}),
			{ seed: 20221122 }
		);
	});

	test('[I1] no text whatever breaks it', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.stringMatching(/^[\d;,.\t\n"a-z%-]{0,60}$/)),
				(pasted) => {
					const parsed = readTable(pasted);
					if (!parsed.ok) {
						expect(parsed.problems.length).toBeGreaterThan(0);
						for (const { row, column } of parsed.problems) {
							expect(row).toBeGreaterThan(0);
							expect(column).toBeGreaterThan(0);
						}
					} else
						for (const form of formsFor(parsed.value))
							expect(pictureSvg(tableToSpec(parsed.value, form, frame), 'wide')).not.toMatch(
								/NaN|undefined|Infinity/
							);
				}
			),
			{ numRuns: 500, seed: 20221122 }
		);
	});
});
