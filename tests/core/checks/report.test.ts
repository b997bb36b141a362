import { describe, expect, it } from 'vitest';
import { checkSections, type Finding } from '#core/checks.ts';
import { checkDigitAgrees } from '#core/checks/personal-number.ts';
import type { IndicatorFigures } from '#core/indicator.ts';
import { figures as demoFigures } from '#server/demo/figures.ts';
import { lastYear } from '#server/demo/last-year.ts';
import { thisYear } from '#server/demo/this-year.ts';
import { indicator as indicatorOf, KOLADA, nation } from '../../support/figures.ts';
import { check, codes, h, indicator, p, quote, section, table } from './make.ts';

/** Whole sections and reports: figures, sections against each other, the demo, keys, and size. */

const value = (over: Partial<IndicatorFigures['values'][number]>) => ({
	series: 'own',
	breakdown: '',
	period: '2022',
	status: 'value' as const,
	value: 0,
	source: KOLADA,
	...over
});
const figures = (
	over: Parameters<typeof indicatorOf>[0],
	...values: Parameters<typeof value>[0][]
): IndicatorFigures => ({
	indicator: indicatorOf(over),
	values: values.map(value),
	stated: [],
	groups: [nation]
});
const shown = (f: IndicatorFigures, ...texts: string[]): Finding[] =>
	checkSections([section([indicator(f.indicator.id), ...texts], [f])]);

describe('figures', () => {
	it('[C2] counts of 1-4, sensitive ones under 30, and few between two thresholds are found', () => {
		const absent = { title: 'Elever med hög frånvaro', unit: 'elever', decimals: 0 as const };
		expect(codes(shown(figures(absent, { value: 3 })))).toEqual(['smallCount']);
		expect(codes(shown(figures(absent, { breakdown: 'helt borta', value: 26 })))).toEqual([
			'fewAndSensitive'
		]);
		expect(codes(shown(figures(absent, { value: 259 })))).toEqual([]);
		const gap = figures(
			absent,
			{ breakdown: 'borta mer än 25 %', value: 57 },
			{ breakdown: 'borta mer än 50 %', value: 55 }
		);
		expect(codes(shown(gap))).toEqual(['smallRest']);
	});

	it('[C2] few who follow from the whole and its parts are found, withheld or not', () => {
		const pupils = { title: 'Elever i simskola', unit: 'elever', decimals: 0 as const };
		const all = { value: 40 };
		const girls = (n: number) => ({ breakdown: 'flickor', value: n });
		const hidden = (breakdown: string) => ({
			breakdown,
			status: 'suppressed' as const,
			value: null
		});
		const at = (breakdown: string, n: number) => ({ breakdown, value: n });
		const found = (...values: Parameters<typeof value>[0][]) =>
			shown(figures(pupils, ...values)).map((f) => [f.code, f.params['rest'] ?? f.params['count']]);
		// The boys are nowhere, withheld, or told: in each case they are found, and once.
		expect(found(all, girls(37))).toEqual([['smallRest', '3']]);
		expect(found(all, girls(37), hidden('pojkar'))).toEqual([['hiddenFollows', '3']]);
		expect(found(all, girls(37), at('pojkar', 3))).toEqual([['smallCount', '3']]);
		// Girls and boys are all there are: what is withheld of one of them follows, small or not.
		expect(found(all, girls(18), hidden('pojkar'))).toEqual([['hiddenFollows', '22']]);
		expect(found(all, at('Åsens skola', 18), hidden('Kulanskolan'))).toEqual([]);
		expect(found(all, at('Åsens skola', 36), hidden('Kulanskolan'))).toEqual([
			['hiddenFollows', '4']
		]);
		expect(found(all, at('Åsens skola', 20), at('Kulanskolan', 18))).toEqual([['smallRest', '2']]);
		// Two that are withheld protect each other; another year, and what is missing, tell nothing.
		expect(found(all, at('Åsens skola', 20), hidden('B-skolan'), hidden('Kulanskolan'))).toEqual(
			[]
		);
		expect(found(all, { ...girls(37), period: '2021' })).toEqual([]);
		expect(found(all, girls(18), { ...hidden('pojkar'), status: 'missing' })).toEqual([]);
		expect(found(all, girls(18), at('pojkar', 22))).toEqual([]);
		expect(found(all, at('finska', 40))).toEqual([]);
	});

	it('[C2] the whole of a named school is found, that of an unnamed one is not', () => {
		const share = { title: 'Behörighet', decimals: 0 as const, wishedDirection: 'none' as const };
		const named = figures(share, { breakdown: 'Åsens skola', value: 100 });
		expect(codes(shown(named))).toEqual(['wholeGroup']);
		const best = figures(share, { breakdown: 'högst bland skolorna', value: 100 });
		expect(codes(shown(best))).toEqual([]);
	});

	it('[C4] a wish against the unit is found: many children to a teacher are not good', () => {
		const density = { title: 'Förskollärartäthet', subject: 'Förskollärartätheten' };
		const wish = (unit: string, wished: 'high' | 'low', n: number) =>
			codes(shown(figures({ ...density, unit, wishedDirection: wished }, { value: n })));
		expect(wish('', 'high', 11.8)).toEqual(['directionContradicts']);
		expect(wish('barn per förskollärare', 'high', 11.8)).toEqual(['directionContradicts']);
		expect(wish('barn per förskollärare', 'low', 11.8)).toEqual([]);
		expect(wish('%', 'high', 41)).toEqual([]);
	});

	it('[C4] an indicator of 2022 beside a nation of 2019 is found, one of 2022 is not', () => {
		const of = (period: string) =>
			shown(figures({}, { value: 14.7 }, { series: nation.id, period, value: 9 }));
		const [finding] = of('2019');
		expect(finding?.code).toBe('otherYear');
		expect(finding?.params).toMatchObject({ own: '2022', other: '2019' });
		expect(of('2022')).toEqual([]);
	});

	it('[C4] percentage points in the commentary of a ratio are found, of a share they are not', () => {
		const text = 'Det är en förbättring med 0,1 procentenheter.';
		const density = figures({ title: 'Personal', unit: 'barn per pedagog' }, { value: 5.2 });
		expect(codes(shown(density, text))).toEqual(['pointsOfRatio']);
		expect(codes(shown(figures({}, { value: 14.7 }), text))).toEqual([]);
		const other = 'Andelen med legitimation ökade med 2 procentenheter, till 41 procent.';
		expect(codes(shown(density, other))).toEqual([]);
	});
});

describe('cells hidden in vain', () => {
	it('[C2] what one line tells is used in the next, until nothing more follows', () => {
		const found = check([
			table(
				'Elever efter kön',
				'Skola | Flickor | Pojkar | Totalt',
				'A | .. | 9 | okänt',
				'B | .. | 30 | 50',
				'Totalt | 23 | okänt | okänt'
			)
		]);
		// The row of B tells its girls, and only then the column tells those of A.
		expect(found.map((f) => [f.code, f.place.row, f.place.column, f.params['count']])).toEqual([
			['hiddenFollows', 1, 1, '3'],
			['hiddenFollows', 2, 1, '20']
		]);
	});

	it('[C2] cells that span rows and columns are counted in the places that they cover', () => {
		const grid = table(
			'Placerade barn',
			'Form | Flickor | Pojkar',
			'Jourhem | 12 | 13',
			'3 | 14',
			'Familjehem | 20'
		);
		const cell = (r: number, c: number) => grid.content?.[r]?.content?.[c]?.attrs ?? {};
		// "Jourhem" stands for two rows, and the twenty of the last row for both columns.
		cell(1, 0)['rowspan'] = 2;
		cell(3, 1)['colspan'] = 2;
		const found = check([grid]);
		expect(found.map((f) => [f.code, f.place.row, f.place.column, f.excerpt])).toEqual([
			['smallCount', 2, 1, 'Jourhem, Flickor']
		]);
	});

	it('[C2] two hidden cells of a line hide each other, whatever else is told', () => {
		const found = check([
			table(
				'Elever efter kön',
				'Skola | Flickor | Pojkar | Totalt',
				'A | .. | .. | 12',
				'B | .. | .. | 50',
				'Totalt | 23 | 39 | 62'
			)
		]);
		expect(found).toEqual([]);
	});
});

describe('sections against each other', () => {
	it('[C3] one figure with two values is found across sections, in text and in what was fixed', () => {
		const known = figures({}, { value: 14.7 });
		const other = figures({}, { value: 14.1 });
		const says = (n: string) => `Andelen barn i familjer med ekonomiskt bistånd var ${n} % 2022.`;
		const two = (a: Parameters<typeof section>, b: Parameters<typeof section>) =>
			checkSections([section(a[0], a[1], 'a'), section(b[0], b[1], 'b')]).filter(
				(f) => f.code === 'twoValues'
			);
		const block = indicator('bistand');
		expect(two([[block], [known]], [[says('14,7')]])).toEqual([]);
		expect(two([[block], [known]], [[says('15')]])).toEqual([]);
		const part = 'Bland flickor var andelen barn i familjer med ekonomiskt bistånd 16,1 % 2022.';
		expect(two([[block], [known]], [[part]])).toEqual([]);
		const [text] = two([[block], [known]], [[says('17,4')]]);
		expect(text).toMatchObject({ place: { sectionId: 'b' }, params: { other: '14,7' } });
		const [fixed] = two([[block], [known]], [[block], [other]]);
		expect(fixed).toMatchObject({ place: { sectionId: 'b' }, params: { other: '14,7' } });
	});

	it('[C3] a table that repeats another with another number is found', () => {
		const of = (n: string) => table('Placerade barn', 'Vad | 2021 | 2022', `Dygnsvård | 40 | ${n}`);
		expect(codes(check([of('51'), of('51')]))).toEqual([]);
		expect(codes(check([of('51'), of('15')]))).toEqual(['twoValues']);
	});

	it('[C4] what another section explains is explained, in its spelling', () => {
		const sections = [
			section(['Stödet till BoU ökar, och KAA växer.'], [], 'a'),
			section([table('', 'Förkortning | Avdelning', 'BOU | Barn och unga')], [], 'b')
		];
		const found = checkSections(sections);
		expect(found.map((f) => [f.code, f.params['written']])).toEqual([
			['spelledTwoWays', 'BoU'],
			['unexplained', 'KAA']
		]);
		expect(codes(checkSections(sections, { glossary: ['KAA'] }))).toEqual(['spelledTwoWays']);
	});
});

describe('the demo', () => {
	const all = Object.fromEntries(
		demoFigures.map((f) => [f.indicator.id, { figures: f, sentence: '' }])
	);
	const of = (report: typeof lastYear) =>
		checkSections(report.sections.map((s) => ({ sectionId: s.key, doc: s.doc, figures: all }))).map(
			(f) => [f.code, f.place.sectionId, f.params['written'] ?? f.excerpt]
		);

	/** Those of the source that the demo keeps on purpose and says so in its notes. */
	const kept = [
		['otherYear', 'figures.education', 'Personaltäthet i förskolan, riket'],
		['directionContradicts', 'figures.education', 'Förskollärartäthet'],
		['fewAndSensitive', 'figures.safety', 'Elever med hög frånvaro, helt frånvarande, vt 2022']
	];

	it('[C1] both reports are silent but for what the source got wrong', () => {
		const sorted = (found: string[][]) => found.map((f) => f.join(' ')).sort();
		expect(sorted(of(lastYear))).toEqual(sorted([...kept, ['spelledTwoWays', 'plan', 'HBTQi']]));
		expect(sorted(of(thisYear))).toEqual(
			sorted([...kept, ['spelledTwoWays', 'followUp', 'HBTQi']])
		);
	});
});

describe('what a finding says', () => {
	it('[C1] it has its rule, its place in the text and the words it is about', () => {
		const [finding] = check([h('Rubrik'), 'På en skola når 58% av eleverna målen.']);
		expect(finding).toMatchObject({
			rule: 'C4',
			severity: 'advice',
			place: { sectionId: 's1', path: [1], from: 16, to: 19 },
			params: { written: '58%' }
		});
		expect(finding?.excerpt).toContain('58%');
	});

	it('[C1] in a table it has row and column', () => {
		const [finding] = check([table('Placerade barn', 'Form | 2021 | 2022', 'Jourhem | 12 | 3')]);
		expect(finding?.place).toMatchObject({ path: [0], row: 1, column: 2, from: null });
		expect(finding?.excerpt).toBe('Jourhem, 2022');
	});

	it('[C1] its key follows the content and not the place', () => {
		const grid = (n: number) =>
			table('Placerade barn', 'Form | Antal', 'Jourhem | 3', `Annat | ${n}`);
		const key = (content: Parameters<typeof check>[0]) => check(content)[0]?.key;
		expect(key([grid(20)])).toBe(key(['Ett nytt stycke.', grid(20)]));
		expect(key([grid(20)])).not.toBe(key([grid(21)]));
		const text = '3 elever var placerade i familjehem.';
		expect(key([text])).toBe(key([h('Ny rubrik'), text]));
		expect(key([text])).not.toBe(key([`${text} En till.`]));
	});

	it('[C1] two findings of one section never share a key', () => {
		const text = '58% och 58% av 3 elever var placerade.';
		const found = check([text, `${text} Mer.`, table('Barn', 'A | Antal | B', 'X | 3 | 3')]);
		expect(new Set(found.map((f) => f.key)).size).toBe(found.length);
		expect(found.length).toBeGreaterThan(6);
	});

	it('[C1] those that hinder come first, and quotations keep their style', () => {
		const found = check([
			'Det är 58% av alla.',
			'3 elever var placerade.',
			quote('Ja, 58% av oss.')
		]);
		expect(found.map((f) => f.code)).toEqual(['smallCount', 'percentTight']);
	});

	it('[C6] the check digit is Luhn’s', () => {
		expect(checkDigitAgrees('8112189876')).toBe(true);
		for (const other of '012345789'.split(''))
			expect(checkDigitAgrees(`811218987${other}`)).toBe(false);
	});
});

describe('size', () => {
	/** A megabyte of one paragraph, of what each check looks for. */
	const BITS = [
		'3 elever ',
		'1-',
		'1,2,',
		'HBTQi HBTQI KAA ',
		'811218-9876 ',
		'070-1 ',
		'0 0 0 ',
		'(((',
		'jämfört med 2020 i riket 2019 5,2 % ',
		'barn per '
	];

	it('[C1] a paragraph of a megabyte is read to its end, whatever it repeats', () => {
		for (const bit of BITS) {
			const text = bit.repeat(Math.ceil(1_000_000 / bit.length));
			expect(Array.isArray(check([p(text)])), bit).toBe(true);
		}
	}, 120_000);
});

it('[C6] a person named as the source of a table is found like one in the text', () => {
	const sourced = table('Svar', 'Skola|Svar', 'Ekskolan|41');
	Object.assign(sourced.attrs ?? {}, { source: 'Uppgift från 811218-9876' });
	expect(codes(check([sourced]))).toContain('personalNumber');
});
