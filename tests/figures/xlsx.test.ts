import type { Cell } from '#core/values-table.ts';
import { compareValues } from '#core/values-table-compare.ts';
import { readValues } from '#core/values-table-read.ts';
import { valuesToRows } from '#core/values-table-write.ts';
import { readXlsx, writeXlsx } from '#server/figures/xlsx.ts';
import { unpack, ZIP_LIMITS } from '#server/figures/zip.ts';
import { pack } from '#server/zip/pack.ts';
import fc from 'fast-check';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { must, refusalOf } from '../support/act.ts';
import { known, namesWith, storedFigures } from '../support/stored-values.ts';
import { workbook } from '../support/workbook.ts';

const problemOf = async (bytes: Uint8Array): Promise<string> => {
	const refusal = refusalOf(await readXlsx(bytes));
	if (refusal.code !== 'invalid') throw new Error(refusal.code);
	return refusal.problems.map(({ field, problem }) => `${field}: ${problem}`).join();
};
const ROWS = [
	['Nyckeltal', 'Period', 'Värde'],
	['U31803', '2022', 14.7]
];

test('[I9] numbers come as numbers and texts as texts; what begins like a formula is a text', async () => {
	const rows = [...ROWS, ['=1+1', '2021', null], ['_x0041_', 'constructor', -3]];
	const bytes = await writeXlsx(rows, 'sv');
	expect(must(await readXlsx(bytes))).toEqual(rows);
	const sheet = must(unpack(bytes, (name) => name.startsWith('xl/worksheets/')));
	for (const xml of sheet.values()) expect(xml.toString()).not.toContain('<f');
});

test('[I9] what is exported for Excel and imported again changes nothing', async () => {
	await fc.assert(
		fc.asyncProperty(storedFigures, fc.constantFrom('sv', 'en'), async (stored, lang) => {
			const names = namesWith(stored);
			const cells = must(
				await readXlsx(await writeXlsx(valuesToRows([stored], names, lang), lang))
			);
			const table = must(readValues(cells, names, { source: '' }));
			expect(table.problems).toEqual([]);
			expect(compareValues(table.values, [stored])).toMatchObject({
				fresh: [],
				changed: [],
				same: stored.values.length
			});
		}),
		{ numRuns: 120 }
	);
});

describe('a sheet that a spreadsheet wrote', () => {
	const cells = async (rows: string): Promise<Cell[][]> => must(await readXlsx(workbook(rows)));

	test('[I9] [I1] dates, booleans, formulas, errors and gaps are what they are, and nothing is empty that is not', async () => {
		const found = await cells(`
			<row r="1"><c r="A1" t="inlineStr"><is><t>Period</t></is></c><c r="C1" t="b"><v>1</v></c></row>
			<row r="3"><c r="A3" s="1"><v>45017</v></c><c r="B3"><f>1+1</f><v>2</v></c>
				<c r="C3"><f>A1+1</f></c><c r="D3" t="e"><f>NA()</f><v>#N/A</v></c>
				<c r="E3" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>`);
		expect(found).toEqual(
			[['Period', null, true, null, null], [], [new Date('2023-04-01'), 2, '=', '#N/A', 'ab']].map(
				(row) => [...row, ...Array.from({ length: 5 - row.length }, () => null)]
			)
		);
	});

	test('[I9] a number that its cell shows as a share is the share that is shown', async () => {
		const found = await cells(`
			<row r="1"><c r="A1" s="2"><v>0.147</v></c><c r="B1" s="3"><f>A1*2</f><v>0.294</v></c>
				<c r="C1" s="4"><v>0.147</v></c><c r="D1" s="2" t="inlineStr"><is><t>0,5</t></is></c>
				<c r="E1" s="2"/><c r="F1" s="0"><v>0.147</v></c></row>`);
		expect(found).toEqual([['14.7 %', '29.4 %', 0.147, '0,5', null, 0.147]]);
	});

	test('[I9] tags with a prefix are read like those without', async () => {
		const plain = '<row r="1"><c r="A1"><v>14.7</v></c><c r="B1"><v>2022</v></c></row>';
		const parts = must(unpack(workbook(plain), () => true));
		const prefixed = [...parts].map(([name, part]): [string, Buffer] => [
			name,
			Buffer.from(part.toString().replace(/<(\/?)(\w)/g, '<$1x:$2'))
		]);
		expect(must(await readXlsx(pack(new Map(prefixed))))).toEqual([[14.7, 2022]]);
	});

	test('[I9] 1E309 is no number, and an error is told at its row', async () => {
		const table = must(
			readValues(
				await cells(`
				<row r="1"><c r="A1" t="inlineStr"><is><t>Nyckeltal</t></is></c>
					<c r="B1" t="inlineStr"><is><t>Period</t></is></c>
					<c r="C1" t="inlineStr"><is><t>Värde</t></is></c></row>
				<row r="2"><c r="A2" t="inlineStr"><is><t>U31803</t></is></c><c r="B2"><v>2022</v></c>
					<c r="C2"><v>1E309</v></c></row>
				<row r="3"><c r="A3" t="inlineStr"><is><t>U31803</t></is></c><c r="B3"><v>2023</v></c>
					<c r="C3" t="e"><v>#DIV/0!</v></c></row>`),
				known,
				{ source: 'Kolada' }
			)
		);
		expect(
			table.problems.map(({ row, head, problem, found }) => [row, head, problem, found])
		).toEqual([
			[2, 'Värde', 'notANumber', 'Infinity'],
			[3, 'Värde', 'notANumber', '#DIV/0!']
		]);
	});

	test.each([
		['row ten million', '<row r="9999999"><c r="A9999999"><v>1</v></c></row>', 'tooManyRows'],
		['a cell there', '<row><c r="A9999999"><v>1</v></c></row>', 'tooManyRows'],
		['a far column', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'tooManyColumns'],
		['a column that is none', '<row r="1"><c r="AAAAAAAA1"><v>1</v></c></row>', 'notExcel'],
		['a row written otherwise', '<row r="&#57;999999"><c r="A1"/></row>', 'notExcel'],
		['a row behind a bracket', '<row x=">" r="9999999"></row>', 'tooManyRows'],
		[
			'a cell within a cell',
			'<row r="1"><c r="A1"><c r="ZZZ1"><v>1</v></c></c></row>',
			'tooManyColumns'
		],
		['half a tag', '<row r="1"><c r="A1', 'notExcel'],
		['a cell without a place', '<row r="1"><c><v>1</v></c></row>', 'notExcel']
	])('[I9] %s is refused before a reader makes room for it', async (_, rows, problem) => {
		expect(await problemOf(workbook(rows))).toBe(`file: ${problem}`);
	});
});

describe('an archive from a stranger', () => {
	test('[I9] cut off anywhere it is refused, and never a bug', async () => {
		const whole = await writeXlsx(ROWS, 'sv');
		for (let length = 0; length < whole.length; length += 37)
			expect(await problemOf(whole.subarray(0, length)), String(length)).toBe('file: damaged');
	});

	test('[I9] with a byte turned over it is refused or read as it was, and never a bug', async () => {
		const whole = await writeXlsx(ROWS, 'sv');
		for (let at = 0; at < whole.length; at += 11) {
			const broken = Uint8Array.from(whole);
			broken[at] = (broken[at] ?? 0) ^ 0xff;
			const read = await readXlsx(broken);
			if (read.ok) expect(read.value, String(at)).toEqual(ROWS);
			else expect(read.refusal.code).toBe('invalid');
		}
	});

	test('[I9] of something else it is no Excel file', async () => {
		expect(await problemOf(pack(new Map([['word/document.xml', Buffer.from('<w/>')]])))).toBe(
			'file: notExcel'
		);
		expect(await problemOf(pack(new Map()))).toBe('file: notExcel');
		const odd = new Map([
			['xl/workbook.xml', Buffer.from('no xml <<<')],
			['xl/_rels/workbook.xml.rels', Buffer.from('')]
		]);
		expect(await problemOf(pack(odd))).toBe('file: notExcel');
	});

	const name = 'xl/worksheets/sheet1.xml';
	const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
	/** Where things stand in an entry of the directory. */
	const AT = { flags: 8, method: 10, crc: 16, packed: 20, size: 24, place: 42 };

	/** An archive of one packed part whose directory may say something else of it than is true. */
	function bomb(size: number, declared: number): Buffer {
		const plain = Buffer.alloc(size, ' ');
		const packed = deflateRawSync(plain, { level: 9 });
		const file = pack(new Map([[name, packed]]));
		const directory = file.lastIndexOf(ENTRY);
		file.writeUInt16LE(8, 8);
		file.writeUInt16LE(8, directory + 10);
		file.writeUInt32LE(crc32(plain), directory + AT.crc);
		file.writeUInt32LE(declared, 22);
		file.writeUInt32LE(declared, directory + 24);
		return file;
	}
	const TWICE = 2 * ZIP_LIMITS.unpacked;

	test('[I9] that would become too large is refused before it is unpacked, and while it is', async () => {
		const honest = bomb(TWICE, TWICE);
		expect(honest.length).toBeLessThan(100_000);
		const before = process.memoryUsage().rss;
		expect(await problemOf(honest)).toBe('file: unpacksTooLarge');
		// It says that it is small.
		expect(await problemOf(bomb(TWICE, 1000))).toBe('file: unpacksTooLarge');
		// It says that it is just small enough.
		expect(await problemOf(bomb(TWICE, ZIP_LIMITS.unpacked))).toBe('file: unpacksTooLarge');
		// It says more than is true, below the limit.
		expect(await problemOf(bomb(1000, 1_000_000))).toBe('file: damaged');
		expect(process.memoryUsage().rss - before).toBeLessThan(6 * ZIP_LIMITS.unpacked);
	});

	test('[I9] of very many parts is refused', async () => {
		const parts = Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i): [string, Buffer] => [
			`xl/worksheets/sheet${i}.xml`,
			Buffer.alloc(1)
		]);
		expect(await problemOf(pack(new Map(parts)))).toBe('file: unpacksTooLarge');
	});

	/** The same archive whose directory has its last entry as often as `times` says. */
	function repeated(file: Buffer, times: number): Buffer {
		const at = file.lastIndexOf(ENTRY);
		const entry = file.subarray(at, -22);
		const end = Buffer.from(file.subarray(-22));
		end.writeUInt16LE(times, 8);
		end.writeUInt16LE(times, 10);
		return Buffer.concat([
			file.subarray(0, at),
			...Array.from({ length: times }, () => entry),
			end
		]);
	}

	test('[I9] whose parts lie over one another, or are called the same, is refused', async () => {
		const large = 20 * 1024 * 1024;
		expect(await problemOf(repeated(bomb(large, large), 3))).toBe('file: unpacksTooLarge');
		expect(await problemOf(repeated(bomb(1000, 1000), 2))).toBe('file: damaged');
	});

	test('[I9] whose directory says of a part what is not true is refused', async () => {
		const stored = pack(new Map([[name, Buffer.from('<worksheet/>')]]));
		const packed = bomb(1000, 1000);
		for (const [file, length] of [
			[stored, 12],
			[packed, 1000]
		] as const)
			expect(must(unpack(file, () => true)).get(name)).toHaveLength(length);
		const said = async (file: Buffer, at: number, bytes: number, value: number) => {
			const lying = Buffer.from(file);
			lying.writeUIntLE(value, lying.lastIndexOf(ENTRY) + at, bytes);
			return (await problemOf(lying)).replace('file: ', '');
		};
		const ALL_ONES = 0xffffffff;
		for (const file of [stored, packed]) {
			expect(await said(file, AT.flags, 2, 1)).toBe('oldExcel');
			expect(await said(file, AT.method, 2, 99)).toBe('notExcel');
			expect(await said(file, AT.crc, 4, 5)).toBe('damaged');
			// As where the true number stands elsewhere, in a file of more than 4 GB.
			expect(await said(file, AT.size, 4, ALL_ONES)).toBe('unpacksTooLarge');
			expect(await said(file, AT.packed, 4, ALL_ONES)).toBe('damaged');
			expect(await said(file, AT.place, 4, ALL_ONES)).toBe('damaged');
			expect(await said(file, AT.packed, 4, 5)).toBe('damaged');
			expect(await said(file, AT.place, 4, 7)).toBe('damaged');
		}
		expect(await said(stored, AT.size, 4, 1_000_000)).toBe('damaged');
		expect(await said(stored, AT.size, 4, 5)).toBe('damaged');
		expect(await said(packed, AT.size, 4, 999)).toBe('unpacksTooLarge');
		expect(await said(packed, AT.size, 4, 0)).toBe('unpacksTooLarge');
	});

	test('[I9] whose directory is cut off, or says that it is longer, is refused', async () => {
		const file = pack(
			new Map([
				['xl/workbook.xml', Buffer.from('<workbook/>')],
				[name, Buffer.from('<worksheet/>')]
			])
		);
		const start = file.indexOf(ENTRY);
		for (let length = start; length < file.length - 22; length += 1)
			expect(
				await problemOf(Buffer.concat([file.subarray(0, length), file.subarray(-22)])),
				String(length)
			).toBe('file: damaged');
		for (const count of [3, 1000]) {
			const longer = Buffer.from(file);
			longer.writeUInt16LE(count, file.length - 12);
			expect(await problemOf(longer)).toBe('file: damaged');
		}
	});

	test('[I9] may call its parts as every object calls its own', () => {
		const file = pack(new Map(['__proro__', 'constructor'].map((n) => [n, Buffer.from('x')])));
		const renamed = Buffer.from(
			file.toString('latin1').replaceAll('__proro__', '__proto__'),
			'latin1'
		);
		const parts = must(unpack(renamed, () => true));
		expect([...parts.keys()]).toEqual(['__proto__', 'constructor']);
	});
});
