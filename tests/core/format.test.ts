import {
	clockTime,
	formatDifference,
	formatNumber,
	formatValue,
	formatWhen,
	isoDate,
	longDate,
	roundTo
} from '#core/format.ts';
import { parseNumber } from '#core/read-number.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const at = (iso: string): number => Date.parse(iso);

describe('numbers in print', () => {
	test.each([
		[14.7, 1, '14,7', '14.7'],
		[6, 1, '6,0', '6.0'],
		[0, 1, '0,0', '0.0'],
		[-0.04, 1, '0,0', '0.0'],
		[-3, 0, '\u22123', '\u22123'],
		[2327, 0, '2\u202f327', '2,327'],
		[1234567.891, 2, '1\u202f234\u202f567,89', '1,234,567.89'],
		[-1234.5, 1, '\u22121\u202f234,5', '\u22121,234.5'],
		[999, 0, '999', '999'],
		// Half rounds away from zero as a person would do it on paper, not as binary fractions do.
		[1.005, 2, '1,01', '1.01'],
		[14.65, 1, '14,7', '14.7'],
		[-14.65, 1, '\u221214,7', '\u221214.7']
	])('[I3] %d with %d decimals is %s, in English %s', (value, decimals, sv, en) => {
		expect(formatNumber(value, decimals, 'sv')).toBe(sv);
		expect(formatNumber(value, decimals, 'en')).toBe(en);
	});

	test.each([
		[14.7, '%', 1, '14,7\u00a0%', '14.7%'],
		[5.2, 'barn per pedagog', 1, '5,2\u00a0barn per pedagog', '5.2\u00a0barn per pedagog'],
		[259, 'antal', 0, '259', '259'],
		[259, '', 0, '259', '259'],
		[26, 'elever', 0, '26\u00a0elever', '26\u00a0elever'],
		[1, 'elever', 0, '1\u00a0elev', '1\u00a0elev'],
		[1, 'elever i åk 9', 0, '1\u00a0elev i åk 9', '1\u00a0elev i åk 9'],
		[1, 'elever', 1, '1,0\u00a0elever', '1.0\u00a0elever'],
		[-120, 'elever', 0, '\u2212120\u00a0elever', '\u2212120\u00a0elever']
	])('[I3] %d %s', (value, unit, decimals, sv, en) => {
		expect(formatValue(value, unit, decimals, 'sv')).toBe(sv);
		expect(formatValue(value, unit, decimals, 'en')).toBe(en);
	});

	test('[I3] procentenheter only for differences of shares', () => {
		expect(formatDifference(-0.4, '%', 1, 'sv')).toBe('0,4\u00a0procentenheter');
		expect(formatDifference(1, '%', 0, 'sv')).toBe('1\u00a0procentenhet');
		expect(formatDifference(1, '%', 1, 'sv')).toBe('1,0\u00a0procentenheter');
		expect(formatDifference(1, '%', 0, 'en')).toBe('1\u00a0percentage point');
		expect(formatDifference(0.4, 'procent', 1, 'sv')).toBe('0,4\u00a0procentenheter');
		expect(formatDifference(-0.1, 'barn per pedagog', 1, 'sv')).toBe('0,1');
		expect(formatDifference(3, '', 0, 'sv')).toBe('3');
	});

	test.each([
		[1, 'elever', '1\u00a0elev'],
		[-1, 'elever', '1\u00a0elev'],
		[2, 'elever', '2\u00a0elever'],
		[1, 'barn', '1\u00a0barn'],
		[2, 'barn', '2\u00a0barn'],
		[1, 'platser', '1\u00a0plats'],
		[1, 'tjänster', '1\u00a0tjänst'],
		[1, 'kronor', '1\u00a0krona'],
		[1200, 'kronor', '1\u202f200\u00a0kronor'],
		[2, 'antal', '2'],
		[2, 'lån per barn', '2']
	])('[I3] a difference of counts is counted: %d %s', (size, unit, expected) => {
		expect(formatDifference(size, unit, 0, 'sv')).toBe(expected);
	});
});

describe('numbers as typed', () => {
	test.each([
		['14.7', 14.7],
		['14,7', 14.7],
		[' 14,7 ', 14.7],
		['1 234,5', 1234.5],
		['1\u00a0234,5', 1234.5],
		['1\u202f234', 1234],
		['12 345 678', 12345678],
		['\u22123', -3],
		['-3', -3],
		['–3', -3],
		['0', 0],
		['-0', 0],
		['0,0', 0],
		['007', 7],
		['100', 100]
	])('[I1] %j is %d', (text, value) => {
		expect(parseNumber(text)).toEqual({ ok: true, value });
		expect(Object.is(parseNumber(text).ok && value, -0)).toBe(false);
	});

	test.each([
		'abc',
		'1,2,3',
		'1.234,5',
		'NaN',
		'Infinity',
		'1e9',
		'0x1f',
		'1 2',
		'1 2345',
		',5',
		'5,',
		'--3',
		'+3',
		'14,7 %',
		'½',
		'1234567890123456'
	])('[I1] %j is no number, and is refused at its field', (text) => {
		expect(parseNumber(text)).toEqual({
			ok: false,
			refusal: { code: 'invalid', problems: [{ field: 'value', problem: 'notANumber' }] }
		});
	});

	test.each(['', '   ', '\u00a0'])('[I1] nothing (%j) is not zero', (text) => {
		expect(parseNumber(text)).toEqual({
			ok: false,
			refusal: { code: 'invalid', problems: [{ field: 'value', problem: 'empty' }] }
		});
	});

	test("[I1] the indicator's own unit may follow the number, another may not", () => {
		expect(parseNumber('14,7 %', '%')).toEqual({ ok: true, value: 14.7 });
		expect(parseNumber('14,7%', '%')).toEqual({ ok: true, value: 14.7 });
		expect(parseNumber('5,2 barn per pedagog', 'barn per pedagog')).toEqual({
			ok: true,
			value: 5.2
		});
		expect(parseNumber('14,7 %', 'barn per pedagog').ok).toBe(false);
		expect(parseNumber('%', '%').ok).toBe(false);
	});

	test('[I1] what is printed in Swedish reads back as the printed number', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -1e9, max: 1e9, noNaN: true }),
				fc.constantFrom(0, 1, 2),
				(value, decimals) => {
					const rounded = roundTo(value, decimals);
					expect(parseNumber(formatNumber(value, decimals, 'sv'))).toEqual({
						ok: true,
						value: rounded === 0 ? 0 : rounded
					});
				}
			)
		);
	});
});

describe('dates by the clock of Stockholm', () => {
	test('[I8] a moment late in the evening of UTC belongs to the next Swedish day', () => {
		expect(isoDate(at('2025-03-02T23:30:00Z'))).toBe('2025-03-03');
		expect(isoDate(at('2025-03-02T22:30:00Z'))).toBe('2025-03-02');
		// Summer time: two hours before UTC.
		expect(isoDate(at('2025-07-02T22:30:00Z'))).toBe('2025-07-03');
		expect(isoDate('2025-03-03')).toBe('2025-03-03');
	});

	test('[I3] in running text', () => {
		expect(longDate(at('2025-03-03T12:00:00Z'), 'sv')).toBe('3\u00a0mars 2025');
		expect(longDate('2023-06-19', 'sv')).toBe('19\u00a0juni 2023');
		expect(longDate('2023-06-19', 'en')).toBe('19\u00a0June 2023');
	});

	test('[I3] seen from now', () => {
		const now = at('2025-11-14T13:30:00Z');
		expect(formatWhen(at('2025-11-14T13:02:00Z'), now, 'sv')).toBe('i dag 14.02');
		expect(formatWhen(at('2025-11-13T23:05:00Z'), now, 'sv')).toBe('i dag 00.05');
		expect(formatWhen(at('2025-11-13T08:30:00Z'), now, 'sv')).toBe('i går 09.30');
		expect(formatWhen(at('2025-11-12T08:30:00Z'), now, 'sv')).toBe('12\u00a0nov.');
		expect(formatWhen(at('2024-11-12T08:30:00Z'), now, 'sv')).toBe('12\u00a0nov. 2024');
		expect(formatWhen(at('2025-03-12T08:30:00Z'), now, 'sv')).toBe('12\u00a0mars');
		expect(formatWhen(at('2025-04-12T08:30:00Z'), now, 'sv')).toBe('12\u00a0april');
		expect(formatWhen(at('2025-09-12T08:30:00Z'), now, 'sv')).toBe('12\u00a0sept.');
		expect(formatWhen(at('2025-11-14T13:02:00Z'), now, 'en')).toBe('today 14:02');
		expect(formatWhen(at('2025-11-12T08:30:00Z'), now, 'en')).toBe('12\u00a0Nov');
		// Yesterday across the change to winter time, when the day has 25 hours.
		expect(formatWhen(at('2025-10-25T22:30:00Z'), at('2025-10-27T05:00:00Z'), 'sv')).toBe(
			'i går 00.30'
		);
	});

	test('[I3] the time of day', () => {
		expect(clockTime(at('2025-01-01T23:00:00Z'), 'sv')).toBe('00.00');
	});
});
