import { writeCsv } from '#core/csv-write.ts';
import type { Cell } from '#core/values-table.ts';
import { compareValues } from '#core/values-table-compare.ts';
import { readValues } from '#core/values-table-read.ts';
import { valuesToRows } from '#core/values-table-write.ts';
import { readCsv } from '#server/figures/csv.ts';
import { readCells } from '#server/figures/work.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { namesWith, storedFigures } from '../support/stored-values.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array): Cell[][] => must(readCsv(bytes));
const problemOf = (bytes: Uint8Array): unknown => {
	const refusal = refusalOf(readCsv(bytes));
	return refusal.code === 'invalid' ? refusal.problems : refusal;
};

const TEXT = 'Nyckeltal;Period;Värde\r\nAndel barn – 6 år;2022;14,7\r\n';
const CELLS = [
	['Nyckeltal', 'Period', 'Värde'],
	['Andel barn – 6 år', '2022', '14,7']
];

/** Swedish letters and what Windows-1252 has where Latin-1 has nothing. */
const windows1252 = (text: string): Uint8Array =>
	Uint8Array.from(text, (char) => (char === '–' ? 0x96 : char === '€' ? 0x80 : char.charCodeAt(0)));

test.each<[string, Uint8Array]>([
	['UTF-8', utf8(TEXT)],
	['UTF-8 with its mark', utf8(`\ufeff${TEXT}`)],
	['Windows-1252', windows1252(TEXT)],
	['UTF-16, little end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
	['UTF-16, big end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
	['commas', utf8('Nyckeltal,Period,Värde\nAndel barn – 6 år,2022,"14,7"\n')],
	['tabs', utf8('Nyckeltal\tPeriod\tVärde\rAndel barn – 6 år\t2022\t14,7\r')],
	['a hint of the separator', utf8(`sep=|\r\n${TEXT.replaceAll(';', '|')}`)],
	['quotes', utf8('"Nyckeltal";"Period";"Värde"\n"Andel barn – 6 år";2022;"14,7"')]
])('[I9] CSV with %s is read', (_, bytes) => {
	expect(read(bytes)).toEqual(CELLS);
});

test('[I9] quoted cells keep separators, line ends and quotes; rows are counted as a spreadsheet does', () => {
	const text = 'Nyckeltal;Period;Värde\n"Barn; ""små""\r\noch stora";2022;1\n\n5" rör;2022;2\n';
	expect(read(utf8(text))).toEqual([
		['Nyckeltal', 'Period', 'Värde'],
		['Barn; "små"\r\noch stora', '2022', '1'],
		[''],
		['5" rör', '2022', '2']
	]);
});

test('[I9] what is no text, or ends within quotes, is refused', () => {
	const file = (problem: string) => [{ field: 'file', problem }];
	expect(problemOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1))).toEqual(file('notText'));
	expect(problemOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xff))).toEqual(file('notText'));
	expect(problemOf(Uint8Array.of(0xff, 0xfe, 0x41))).toEqual(file('notText'));
	expect(problemOf(utf8('Nyckeltal;Värde\n"Barn;1\n'))).toEqual(file('quotes'));
	expect(problemOf(utf8(`Nyckeltal;Värde\n${'x'.repeat(1_000_000)}`))).toEqual(file('quotes'));
});

test('[I9] nothing at all is an empty file, and an old Excel file is named', async () => {
	const of = async (bytes: Uint8Array) => refusalOf(await readCells(bytes));
	expect(await of(new Uint8Array())).toMatchObject({ problems: [{ problem: 'empty' }] });
	expect(await of(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toMatchObject({
		problems: [{ problem: 'oldExcel' }]
	});
});

test('[I9] a hundred thousand rows are refused at once, and blank lines by the million, too', () => {
	const row = 'U31803;Exempelkommun;flickor;2022;14,7;%;Kolada (U31803)\n';
	const began = performance.now();
	const tooMany = [{ field: 'file', problem: 'tooManyRows' }];
	expect(
		problemOf(utf8(`Nyckeltal;Gäller;Del;Period;Värde;Enhet;Källa\n${row.repeat(100_000)}`))
	).toEqual(tooMany);
	expect(problemOf(utf8('\n'.repeat(5_000_000)))).toEqual(tooMany);
	// Far above what it takes: a minute would be a hang.
	expect(performance.now() - began).toBeLessThan(10_000);
});

test('[I9] a text that a spreadsheet would calculate is written so that it does not, and read as it was', () => {
	const texts = [
		'=1+1',
		'+46',
		'-',
		'@SUM(A1)',
		"'=1",
		"''@",
		'\uff1dA1',
		"90-talet's",
		"'90-talet"
	];
	const bytes = writeCsv([['Del', 'Värde'], ...texts.map((t) => [t, -3.5])], 'sv');
	const text = new TextDecoder().decode(bytes);
	for (const line of text.split('\r\n')) expect(line).not.toMatch(/^"?[=+\-@\t\uff1d]/);
	// A number is no formula.
	expect(text).toContain("'=1+1;-3,5\r\n");
	expect(read(bytes).slice(1)).toEqual(texts.map((t) => [t, '-3,5']));
});

test('[I9] a CSV file for Excel in Swedish: mark, semicolons, CRLF, decimal comma', () => {
	const bytes = writeCsv(
		[
			['Källa', 'Värde'],
			['a;b', 14.7],
			['c', null]
		],
		'sv'
	);
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(new TextDecoder().decode(bytes)).toBe('Källa;Värde\r\n"a;b";14,7\r\nc;\r\n');
	expect(new TextDecoder().decode(writeCsv([[14.7]], 'en'))).toBe('14.7\r\n');
});

test('[I9] what is exported as CSV and imported again changes nothing', () => {
	fc.assert(
		fc.property(storedFigures, fc.constantFrom('sv', 'en'), (stored, lang) => {
			const names = namesWith(stored);
			const cells = read(writeCsv(valuesToRows([stored], names, lang), lang));
			const table = must(readValues(cells, names, { source: '' }));
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
