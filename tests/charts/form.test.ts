import { chartWords } from '#charts/words.ts';
import {
	donutHinder,
	pictureSvg,
	pictureTable,
	pictureText,
	type AnySpec,
	type DonutSpec,
	type MultiplesSpec,
	type TableSpec
} from '#charts/form.ts';
import type { ChartSize, ChartValue } from '#charts/spec.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inkBoxes, overlap, parse, textBoxes } from './support.ts';

const SIZES: ChartSize[] = ['wide', 'narrow'];
const WIDTH = { wide: 640, narrow: 350 };
const common = {
	id: 'b1',
	title: 'Trygga elever',
	lang: 'sv' as const,
	unit: '%',
	decimals: 1 as const
};

const table = (
	type: TableSpec['type'],
	categories: string[],
	series: [string, ChartValue[]][],
	over: Partial<TableSpec> = {}
): TableSpec => ({
	...common,
	type,
	corner: 'Skola',
	categories,
	series: series.map(([name, values]) => ({ name, values })),
	...over
});
const donut = (parts: [string, ChartValue][], over: Partial<DonutSpec> = {}): DonutSpec => ({
	...common,
	type: 'donut',
	corner: 'Del',
	parts: parts.map(([name, value]) => ({ name, value })),
	...over
});

const words = (svg: string): string[] =>
	[...parse(svg).querySelectorAll('text')].map((text) =>
		text.textContent.replaceAll('\u00a0', ' ')
	);
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('columns', () => {
	const years = table(
		'column',
		['2020', '2021', '2022'],
		[['Andel', [12, 'missing', 'suppressed']]]
	);

	test('[P5] each with its number above and its category below; what is missing has a sign and a note', () => {
		expect(words(pictureSvg(years, 'wide'))).toEqual([
			'Procent',
			'12,0',
			'2020',
			'–',
			'2021',
			'..',
			'2022',
			'Uppgift saknas: 2021.',
			'Skyddad uppgift: 2022.'
		]);
		expect(parse(pictureSvg(years, 'wide')).querySelectorAll('rect')).toHaveLength(1);
	});

	test('[P5] they lie down where names or numbers have no room, and say in place what is missing', () => {
		const long = table(
			'column',
			[
				'Grundsärskolans träningsklass',
				'Fritidshemsverksamheten',
				'Kulturskolan',
				'Öppna förskolan'
			],
			[['Antal', [1234567, 2, 'missing', 4]]],
			{ unit: 'antal', decimals: 0 }
		);
		const said = words(pictureSvg(long, 'narrow'));
		expect(said).toContain('Grundsärskolans träningsklass');
		expect(said.filter((one) => one.includes('saknas'))).toEqual(['uppgift saknas']);
		expect(plain(pictureText(long))).toContain('Uppgift saknas: Kulturskolan.');
	});

	test('[P5] they begin at zero and go down for what is less', () => {
		const svg = parse(pictureSvg(table('column', ['A', 'B', 'C'], [['x', [-10, 20, 0]]]), 'wide'));
		const [down, up, nothing] = [...svg.querySelectorAll('rect')].map((rect) => ({
			top: Number(rect.getAttribute('y')),
			height: Number(rect.getAttribute('height'))
		}));
		expect((up?.height ?? 0) / (down?.height ?? 1)).toBeCloseTo(2, 1);
		expect(down?.top).toBeCloseTo((up?.top ?? 0) + (up?.height ?? 0), 0);
		expect(nothing?.height).toBe(0);
	});
});

describe('groups and stacks', () => {
	const two: [string, ChartValue[]][] = [
		['Flickor', [87, 82.1]],
		['Pojkar', [51, 62.3]]
	];

	test.each(SIZES)(
		'[P5] %s: colour is not the only difference: every series has its pattern',
		(size) => {
			const five = table(
				'grouped',
				['A'],
				Array.from({ length: 5 }, (_, i) => [`S${i}`, [i + 10]])
			);
			const svg = parse(pictureSvg(five, size));
			const fills = [...svg.querySelectorAll('rect')].map((rect) => rect.getAttribute('fill'));
			expect(new Set(fills).size).toBe(5);
			// Of the swatches in the key: nothing, or strokes that no other has.
			const looks = [...svg.querySelectorAll('rect')].slice(0, 5).map((rect) => {
				const next = rect.nextElementSibling;
				return next?.getAttribute('stroke')?.startsWith('var(--paper')
					? `${next.getAttribute('stroke-dasharray')} ${next.getAttribute('stroke-linecap')}`
					: 'plain';
			});
			expect(new Set(looks).size).toBe(5);
		}
	);

	test('[P5] a stack shows the sheet between its parts, and every number in or under it', () => {
		const stack = table(
			'stacked',
			['Skola A'],
			[
				['Mycket trygg', [58]],
				['Ganska trygg', [40]],
				['Otrygg', [2]]
			]
		);
		const svg = parse(pictureSvg(stack, 'wide'));
		const bars = [...svg.querySelectorAll('rect[height="28"]')]
			.filter(
				(rect) =>
					!rect.previousElementSibling?.matches('rect, path') ||
					Number(rect.getAttribute('width')) > 60 ||
					Number(rect.getAttribute('width')) < 20
			)
			.map((rect) => ({
				from: Number(rect.getAttribute('x')),
				to: Number(rect.getAttribute('x')) + Number(rect.getAttribute('width'))
			}));
		for (const [i, one] of bars.entries())
			if (i > 0) expect(one.from - (bars[i - 1]?.to ?? 0)).toBeGreaterThanOrEqual(1.5);
		expect(bars).toHaveLength(3);
		const said = words(pictureSvg(stack, 'wide'));
		expect(said).toEqual(expect.arrayContaining(['58,0 %', '40,0 %', 'Otrygg 2,0 %']));
	});

	test('[P5] something negative is no part of a stack: bars beside each other', () => {
		const spec = table(
			'stacked',
			['A'],
			[
				['Över', [5]],
				['Under', [-3]]
			]
		);
		expect(pictureText(spec)).toMatch(/^Grupperat stapeldiagram/);
	});

	test('[I3] the text alternative says all of it, and the table too', () => {
		const spec = table('grouped', ['Årskurs 6', 'Årskurs 9'], two);
		expect(plain(pictureText(spec))).toBe(
			'Grupperat stapeldiagram: Trygga elever. Årskurs 6: Flickor 87,0 %, Pojkar 51,0 %. ' +
				'Årskurs 9: Flickor 82,1 %, Pojkar 62,3 %.'
		);
		expect(pictureTable(spec)).toEqual({
			caption: 'Trygga elever (%)',
			head: ['Skola', 'Flickor', 'Pojkar'],
			rows: [
				['Årskurs 6', '87,0', '51,0'],
				['Årskurs 9', '82,1', '62,3']
			]
		});
	});

	test('[I3] of very many numbers it says the lowest and the highest', () => {
		const many = Array.from({ length: 30 }, (_, i) => i);
		const spec = table(
			'rows',
			many.map((i) => `Skola ${i}`),
			[['Andel', many.map((i) => (i * 7) % 30)]]
		);
		expect(plain(pictureText(spec))).toContain(
			'Andel: lägst 0,0 % (Skola 0), högst 29,0 % (Skola 17).'
		);
		expect(pictureTable(spec).rows).toHaveLength(30);
	});

	test('[I3] in English too', () => {
		const spec = table(
			'stacked',
			['A'],
			[
				['Yes', [60]],
				['No', ['missing']]
			],
			{ lang: 'en' }
		);
		expect(plain(pictureText(spec))).toBe(
			'Stacked bar chart: Trygga elever. A: Yes 60.0%. No figure: No (A).'
		);
	});
});

describe('rings', () => {
	const good: [string, ChartValue][] = [
		['Cannabis', 82.3],
		['Alkohol', 9.4],
		['Övrigt', 7]
	];

	test('[P5] numbers as given, never made to fit', () => {
		// 98.7 together: told as it is, as bars, and not as a ring of 100.
		expect(donutHinder(donut(good).parts, '%')).toBe('noWhole');
		expect(words(pictureSvg(donut(good), 'wide'))).toEqual([
			'Cannabis',
			'82,3 %',
			'Alkohol',
			'9,4 %',
			'Övrigt',
			'7,0 %',
			'Delarna är tillsammans 98,7 %.'
		]);
		const rounded: [string, ChartValue][] = [
			['A', 33.3],
			['B', 33.3],
			['C', 33.3]
		];
		expect(words(pictureSvg(donut(rounded), 'wide')).filter((one) => one.includes('%'))).toEqual([
			'33,3 %',
			'33,3 %',
			'33,3 %'
		]);
	});

	test.each([
		[
			'six parts',
			donut(
				Array.from({ length: 6 }, (_, i) => [`P${i}`, 1]),
				{ unit: 'antal' }
			)
		],
		[
			'something negative',
			donut(
				[
					['A', 5],
					['B', -1]
				],
				{ unit: 'antal' }
			)
		],
		[
			'something missing',
			donut(
				[
					['A', 5],
					['B', 'suppressed']
				],
				{ unit: 'antal' }
			)
		],
		[
			'nothing at all',
			donut(
				[
					['A', 0],
					['B', 0]
				],
				{ unit: 'antal' }
			)
		]
	])('[P5] %s is no ring: lying bars', (_, spec) => {
		expect(pictureText(spec)).toMatch(/^Liggande stapeldiagram/);
		expect(parse(pictureSvg(spec, 'wide')).querySelectorAll('path[d*="A"]')).toHaveLength(0);
	});

	test('[P5] the arcs are as long as their numbers, with the sheet between them', () => {
		const svg = parse(
			pictureSvg(
				donut([
					['A', 75],
					['B', 25]
				]),
				'wide'
			)
		);
		const arcs = [...svg.querySelectorAll('path[stroke-width="40"]')].filter((path) =>
			path.getAttribute('stroke')?.startsWith('var(--chart')
		);
		const angles = arcs.map((path) => {
			const at = [
				...(path.getAttribute('d') ?? '').matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[A]|$)/g)
			].map(([, x, y]) => [Number(x), Number(y)] as const);
			const [from, half] = at;
			if (!from || !half) throw new Error('no arc');
			return 2 * Math.asin(Math.hypot(half[0] - from[0], half[1] - from[1]) / 2 / 92) * 2;
		});
		expect(angles).toHaveLength(2);
		expect((angles[0] ?? 0) / (angles[1] ?? 1)).toBeGreaterThan(2.9);
		expect((angles[0] ?? 0) / (angles[1] ?? 1)).toBeLessThan(3.2);
	});

	test('[P5] one part alone is a whole ring', () => {
		const svg = parse(pictureSvg(donut([['Alla', 100]]), 'narrow'));
		expect(svg.outerHTML).not.toMatch(/NaN/);
		expect(svg.querySelectorAll('path[d*="A"]')).toHaveLength(1);
	});
});

describe('small multiples', () => {
	const spec: MultiplesSpec = {
		...common,
		type: 'multiples',
		periods: ['2020', '2021', '2022'],
		panels: ['Förskola', 'Grundskola', 'Gymnasieskola', 'Fritidshem'].map((name, i) => ({
			name,
			series: [{ role: 'own', name: 'Andel', values: [60 + i, i === 1 ? 'missing' : 65, 70 - i] }]
		}))
	};

	test.each(SIZES)(
		'[P5] %s: each field has its name, its last number, and the same scale',
		(size) => {
			const said = words(pictureSvg(spec, size));
			for (const one of [
				'Förskola',
				'Grundskola',
				'Gymnasieskola',
				'Fritidshem',
				'70,0 %',
				'67,0 %'
			])
				expect(said).toContain(one);
			expect(said).toContain('Uppgift saknas: Grundskola 2021.');
		}
	);

	test('[I3] words and table of the same numbers', () => {
		expect(plain(pictureText(spec))).toContain(
			'Flera små linjediagram, 2020–2022: Trygga elever. Förskola: från 60,0 % år 2020 till 70,0 % år 2022.'
		);
		expect(pictureTable(spec).head).toEqual([
			'År',
			'Förskola',
			'Grundskola',
			'Gymnasieskola',
			'Fritidshem'
		]);
		expect(pictureTable(spec).rows[1]).toEqual(['2021', '65,0', 'uppgift saknas', '65,0', '65,0']);
	});
});

describe('whatever the figures are', () => {
	const absent = fc.constantFrom<ChartValue>('missing', 'suppressed', 'notApplicable', null);
	const number = fc.oneof(
		{ weight: 6, arbitrary: fc.integer({ min: -5000, max: 20000 }).map((v) => v / 10) },
		{ weight: 2, arbitrary: fc.constantFrom(0, 1, 100, 0.004, -0.004, 1e-9) },
		{ weight: 1, arbitrary: fc.constantFrom(123456789012.34, -998877665544, 999999999999999) },
		{ weight: 1, arbitrary: fc.constantFrom(1e308, -1e308, 1e15) }
	);
	const positive = number.map(Math.abs);
	const value = fc.oneof({ weight: 5, arbitrary: number }, absent);
	const name = fc.oneof(
		fc.stringMatching(/^[A-ZÅÄÖa-zåäö]{1,14}( [a-zåäö]{1,14}){0,4}$/),
		fc.constantFrom(
			'Grundsärskolans träningsklass och fritidshemsverksamhet',
			'Personalkontinuitetsuppföljningsverksamhetssamordning',
			'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
			'Kultur-/musikskolan',
			'<script>alert(1)</script>',
			'& "x"'
		)
	);
	const base = fc.record({
		id: fc.constant('x'),
		title: name,
		lang: fc.constantFrom('sv' as const, 'en' as const),
		unit: fc.constantFrom('%', '', 'antal', 'elever', 'kronor per barn och vårdnadshavare'),
		decimals: fc.constantFrom(0 as const, 1 as const, 2 as const)
	});
	const tables = fc
		.tuple(
			base,
			fc.constantFrom('column' as const, 'rows' as const, 'grouped' as const, 'stacked' as const),
			fc.array(name, { minLength: 1, maxLength: 7 }),
			fc.integer({ min: 1, max: 5 })
		)
		.chain(([shared, type, categories, count]) =>
			fc
				.array(
					fc.tuple(
						name,
						fc.array(type === 'stacked' ? fc.oneof(positive, absent) : value, {
							minLength: categories.length,
							maxLength: categories.length
						})
					),
					{ minLength: count, maxLength: count }
				)
				.map((series): AnySpec => ({
					...shared,
					type,
					corner: 'Skola',
					categories,
					series: series.map(([n, values]) => ({ name: n, values }))
				}))
		);
	const rings = fc
		.tuple(base, fc.array(fc.tuple(name, positive), { minLength: 1, maxLength: 5 }))
		.map(([shared, parts]): AnySpec => ({
			...shared,
			unit: 'antal',
			type: 'donut',
			corner: 'Del',
			parts: parts.map(([n, v]) => ({ name: n, value: v }))
		}));
	const lines = fc
		.tuple(
			base,
			fc.constantFrom<string[]>(
				['2022'],
				['2019', '2020', '2021', '2022'],
				['2020-vt', '2020-ht', '2021-vt']
			),
			fc.array(fc.tuple(name, fc.array(value, { minLength: 4, maxLength: 4 })), {
				minLength: 1,
				maxLength: 5
			}),
			fc.boolean()
		)
		.map(([shared, periods, all, small]): AnySpec => {
			const roles = ['own', 'group', 'nation', 'mean', 'other'] as const;
			const series = all.map(([n, values], i) => ({
				role: roles[i] ?? 'own',
				name: n,
				values: values.slice(0, periods.length)
			}));
			return small
				? {
						...shared,
						type: 'multiples',
						periods,
						panels: series.map((one) => ({ name: one.name, series: [{ ...one, role: 'own' }] }))
					}
				: { ...shared, type: 'line', periods, series };
		});
	const bars = fc
		.tuple(base, fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 6 }))
		.filter(([, all]) => all.some(([, v]) => typeof v === 'number'))
		.map(([shared, all]): AnySpec => ({
			...shared,
			type: 'bar',
			period: '2022',
			bars: all.map(([n, v]) => ({ role: 'own', name: n, value: v }))
		}));
	const anything = fc.oneof(tables, rings, lines, bars);
	const runs = { numRuns: 100, seed: 20221122 };

	test('[P5] nothing leaves the picture, and no words cover others', () => {
		fc.assert(
			fc.property(anything, fc.constantFrom(...SIZES), (spec, size) => {
				const svg = parse(pictureSvg(spec, size));
				expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
				const height = Number(svg.getAttribute('height'));
				const boxes = textBoxes(svg);
				for (const box of [...boxes, ...inkBoxes(svg)]) {
					const what = `${box.text} in ${size} ${spec.type}`;
					expect(box.left, what).toBeGreaterThanOrEqual(-0.6);
					expect(box.right, what).toBeLessThanOrEqual(WIDTH[size] + 0.6);
					expect(box.top, what).toBeGreaterThanOrEqual(-0.6);
					expect(box.bottom, what).toBeLessThanOrEqual(height + 0.1);
				}
				for (const [i, a] of boxes.entries())
					for (const b of boxes.slice(i + 1))
						expect(overlap(a, b), `${spec.type} ${size}: ${a.text} and ${b.text}`).toBe(false);
			}),
			runs
		);
	});

	test('[P4] every number of the table stands in the picture, a line by its place', () => {
		fc.assert(
			fc.property(fc.oneof(tables, rings, bars), fc.constantFrom(...SIZES), (spec, size) => {
				const text = words(pictureSvg(spec, size)).join(' ');
				for (const row of pictureTable(spec).rows)
					for (const cell of row.slice(1))
						if (/\d/.test(cell)) expect(text).toContain(cell.replaceAll('\u00a0', ' '));
						else {
							const { absent: words, noRow } = chartWords(spec.lang);
							expect([...Object.values(words), noRow]).toContain(cell);
						}
			}),
			runs
		);
	});

	test('[P4] the text alternative names everything in full, and is one text', () => {
		fc.assert(
			fc.property(anything, (spec) => {
				const text = pictureText(spec);
				expect(text).toMatch(/\.$/);
				expect(text).not.toMatch(/NaN|undefined|Infinity|…/);
				const svg = parse(pictureSvg(spec, 'narrow'));
				expect(svg.querySelector('desc')?.textContent).toBe(text);
				const { head, rows } = pictureTable(spec);
				for (const row of rows) expect(row).toHaveLength(head.length);
			}),
			runs
		);
	});

	test('[P4] the same spec gives the same bytes', () => {
		fc.assert(
			fc.property(anything, fc.constantFrom(...SIZES), (spec, size) => {
				expect(pictureSvg(spec, size)).toBe(pictureSvg(structuredClone(spec), size));
				expect(pictureSvg(spec, size, 'print')).not.toMatch(/var\(|currentColor/);
			}),
			{ ...runs, numRuns: 30 }
		);
	});
});
