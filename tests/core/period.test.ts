import {
	comparePeriods,
	endsBy,
	isPeriod,
	likeWithLike,
	periodLabel,
	periodOrdinal,
	periodText,
	periodWhen,
	sameKind
} from '#core/period.ts';
import { parsePeriod } from '#core/read-period.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const typed: [string, string][] = [
	['2022', '2022'],
	[' 2022 ', '2022'],
	['år 2022', '2022'],
	['lå 20/21', '2020/21'],
	['läsåret 2020/21', '2020/21'],
	['läsåret 2020–21', '2020/21'],
	['Läsår 2020-2021', '2020/21'],
	['la\u0308sa\u030aret 2020/21', '2020/21'],
	['2020/2021', '2020/21'],
	['20/21', '2020/21'],
	['1999/00', '1999/00'],
	['99/00', '1999/00'],
	['ht 2021', '2021-ht'],
	['vt2022', '2022-vt'],
	['HT22', '2022-ht'],
	['höstterminen 2021', '2021-ht'],
	['Vårterminen 2022', '2022-vt'],
	['2021-ht', '2021-ht'],
	['2022 vt', '2022-vt'],
	['spring term 2022', '2022-vt'],
	['autumn term of 2021', '2021-ht'],
	['apr 2023', '2023-04'],
	['April 2023', '2023-04'],
	['sept. 2023', '2023-09'],
	['maj 2023', '2023-05'],
	['May 2023', '2023-05'],
	['2023-04', '2023-04'],
	['2023-4', '2023-04'],
	['apr\u00a02023', '2023-04'],
	['', 'unknown'],
	['   ', 'unknown'],
	['ej angivet', 'unknown'],
	['År ej angivet', 'unknown'],
	['unknown', 'unknown'],
	['–', 'unknown']
];

const refused = [
	'snart',
	'202',
	'20222',
	'1822',
	'2200',
	'2020/22',
	'20/19',
	// A range of calendar years, or a school year? The person is asked, not guessed for.
	'2019-2021',
	'2020-2021',
	'2020-21',
	'2023-13',
	'2023-00',
	'sommaren 2022',
	'ma 2023',
	'xyz 2023',
	'apr 23',
	'ht',
	'2 022',
	'2022,0',
	'vt 2022/23'
];

const year = fc.integer({ min: 1900, max: 2099 });
const canonical = fc.oneof(
	year.map(String),
	year.map((y) => `${y}/${String((y + 1) % 100).padStart(2, '0')}`),
	fc.tuple(year, fc.constantFrom('vt', 'ht')).map(([y, t]) => `${y}-${t}`),
	fc
		.tuple(year, fc.integer({ min: 1, max: 12 }))
		.map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
	fc.constant('unknown')
);

describe('parsePeriod', () => {
	test.each(typed)('[I1] %j is read as %s', (text, period) => {
		expect(parsePeriod(text)).toEqual({ ok: true, value: period });
	});

	test.each(refused)('[I1] %j is refused at its field', (text) => {
		expect(parsePeriod(text)).toEqual({
			ok: false,
			refusal: { code: 'invalid', problems: [{ field: 'period', problem: 'notAPeriod' }] }
		});
	});

	test('[I1] what is printed can be typed again, in both languages and both lengths', () => {
		fc.assert(
			fc.property(canonical, fc.constantFrom('sv' as const, 'en' as const), (period, lang) => {
				expect(isPeriod(period)).toBe(true);
				expect(parsePeriod(period)).toEqual({ ok: true, value: period });
				expect(parsePeriod(periodText(period, lang))).toEqual({ ok: true, value: period });
				expect(parsePeriod(periodLabel(period, lang))).toEqual({ ok: true, value: period });
			})
		);
	});

	test('[I1] whatever is typed gives a canonical period or a refusal', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/ htv–-]{0,9}$/)), (text) => {
				const result = parsePeriod(text);
				expect(!result.ok || isPeriod(result.value)).toBe(true);
			})
		);
	});
});

/** As it is printed: no line ends before a year. */
const unparted = (text: string): string => text.replace(/(?<!^in) (?=\d)/g, '\u00a0');

describe('printing', () => {
	test.each([
		['2022', 'år 2022', 'år 2022', '2022', '2022', 'in 2022'],
		[
			'2020/21',
			'läsåret 2020/21',
			'läsåret 2020/21',
			'2020/21',
			'the school year 2020/21',
			'in the school year 2020/21'
		],
		[
			'2021-ht',
			'höstterminen 2021',
			'höstterminen 2021',
			'ht 2021',
			'the autumn term of 2021',
			'in the autumn term of 2021'
		],
		[
			'2022-vt',
			'vårterminen 2022',
			'vårterminen 2022',
			'vt 2022',
			'the spring term of 2022',
			'in the spring term of 2022'
		],
		['2023-04', 'april 2023', 'i april 2023', 'apr 2023', 'April 2023', 'in April 2023'],
		[
			'unknown',
			'år ej angivet',
			'år ej angivet',
			'ej angivet',
			'year not stated',
			'year not stated'
		]
	])('[I3] %s: %s, %s, %s; %s, %s', (period, sv, svWhen, svShort, en, enWhen) => {
		expect([
			periodText(period, 'sv'),
			periodWhen(period, 'sv'),
			periodLabel(period, 'sv'),
			periodText(period, 'en'),
			periodWhen(period, 'en')
		]).toEqual([unparted(sv), unparted(svWhen), svShort, unparted(en), unparted(enWhen)]);
	});

	test('[I3] years are never grouped', () => {
		expect(periodText('2022', 'sv')).not.toMatch(/2\s022/);
		expect(periodLabel('2020/21', 'en')).toBe('2020/21');
	});
});

describe('order', () => {
	test('[I2] periods are ordered by their end; an unknown one is never the newest', () => {
		const shuffled = [
			'2022',
			'2023-04',
			'unknown',
			'2021-ht',
			'2020/21',
			'2022-vt',
			'2021',
			'2021-12'
		];
		expect([...shuffled].sort(comparePeriods)).toEqual([
			'unknown',
			'2020/21',
			'2021',
			'2021-ht',
			'2021-12',
			'2022-vt',
			'2022',
			'2023-04'
		]);
	});

	test('[I2] the order is total: antisymmetric, and equal only for the same period', () => {
		fc.assert(
			fc.property(canonical, canonical, (a, b) => {
				expect(Math.sign(comparePeriods(a, b))).toBe(0 - Math.sign(comparePeriods(b, a)));
				expect(comparePeriods(a, b) === 0).toBe(a === b);
			})
		);
	});

	test('[I2] like is compared with like', () => {
		expect(likeWithLike('2021', '2022')).toBe(true);
		expect(likeWithLike('2020/21', '2021/22')).toBe(true);
		expect(likeWithLike('2021-ht', '2022-ht')).toBe(true);
		expect(likeWithLike('2023-04', '2022-04')).toBe(true);
		expect(likeWithLike('2021-ht', '2022-vt')).toBe(false);
		expect(likeWithLike('2023-04', '2023-05')).toBe(false);
		expect(likeWithLike('2021', '2020/21')).toBe(false);
		expect(likeWithLike('unknown', 'unknown')).toBe(false);
		expect(likeWithLike('nonsense', '2021')).toBe(false);
		expect(sameKind('2021-ht', '2022-vt')).toBe(true);
		expect(sameKind('unknown', 'unknown')).toBe(false);
	});

	test('[I2] endsBy keeps what had ended, and what has no known time', () => {
		expect(endsBy('2022', '2022')).toBe(true);
		expect(endsBy('2021/22', '2022')).toBe(true);
		expect(endsBy('2022/23', '2022')).toBe(false);
		expect(endsBy('2023-04', '2022')).toBe(false);
		expect(endsBy('unknown', '2022')).toBe(true);
	});

	test('[I3] places on an axis: terms half a step apart, unknown nowhere', () => {
		expect(['2021', '2020/21', '2021-vt', '2021-ht', 'unknown'].map(periodOrdinal)).toEqual([
			2021,
			2020,
			2021,
			2021.5,
			null
		]);
	});
});
