import {
	chartOf,
	chartSvg,
	chartTable,
	chartText,
	type ChartSeries,
	type ChartSize,
	type ChartSpec
} from '#charts/chart.ts';
import { textWidth } from '#charts/labels.ts';
import { readIndicator } from '#core/indicator.ts';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { figures, nation, similar, value } from '../support/figures.ts';

const SIZES: ChartSize[] = ['wide', 'narrow'];
const WIDTH = { wide: 640, narrow: 350 };

/** Parsed as XML: a picture that is not well formed throws. */
function parse(svg: string): Element {
	return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.documentElement;
}

const spec = (series: ChartSeries[], over: Partial<ChartSpec> = {}): ChartSpec =>
	({
		type: 'line',
		id: 'i1',
		title: 'Barn i familjer med ekonomiskt bistånd',
		lang: 'sv',
		unit: '%',
		decimals: 1,
		periods: ['2019', '2020', '2021', '2022'],
		series,
		...over
	}) as ChartSpec;

const three = spec([
	{ role: 'own', name: 'Exempelby', values: [17.2, 16.1, 15.1, 14.9] },
	{ role: 'group', name: 'Liknande kommuner', values: [13.1, 12.1, 10.4, 9.8] },
	{ role: 'nation', name: 'Riket', values: [7.5, 6.6, 6, 5.2] }
]);

/** The points of a series' line, by its colour, as [x, y]; a new run at each gap. */
function runs(svg: Element, role: string): [number, number][][] {
	const path = [...svg.querySelectorAll('path')].find(
		(one) =>
			one.getAttribute('stroke')?.startsWith(`var(--chart-${role},`) &&
			one.hasAttribute('stroke-width')
	);
	return (path?.getAttribute('d') ?? '')
		.split('M')
		.filter((run) => run !== '')
		.map((run) => run.split('L').map((at) => at.split(' ').map(Number) as [number, number]));
}

/** Number at a height, read off the axis as a reader would do it. */
function scaleOf(svg: Element): (y: number) => number {
	const ticks = [...svg.querySelectorAll('text[text-anchor="end"]')].map((text) => ({
		y: Number(text.getAttribute('y')),
		value: Number(
			text.textContent
				.replace(/[\u00a0\u202f]/g, '')
				.replace('\u2212', '-')
				.replace(',', '.')
		)
	}));
	const [low, high] = [ticks[0], ticks.at(-1)];
	if (!low || !high) throw new Error('no axis');
	const font = Number(svg.getAttribute('font-size'));
	// The text of a tick stands a little under its line.
	const shift = font * 0.35;
	return (y) => low.value + ((y + shift - low.y) / (high.y - low.y)) * (high.value - low.value);
}

describe('the picture', () => {
	test.each(SIZES)('[P5] %s: an image with title and description, ids of its own', (size) => {
		const svg = parse(chartSvg(three, size));
		expect(svg.getAttribute('role')).toBe('img');
		expect(svg.getAttribute('lang')).toBe('sv');
		const [title, desc] = (svg.getAttribute('aria-labelledby') ?? '')
			.split(' ')
			.map((id) => svg.querySelector(`[id="${id}"]`));
		expect(title?.tagName).toBe('title');
		expect(title?.textContent).toBe('Barn i familjer med ekonomiskt bistånd');
		expect(desc?.tagName).toBe('desc');
		expect(desc?.textContent).toBe(chartText(three));
		expect(desc?.textContent.length).toBeGreaterThanOrEqual(40);
		expect(title?.id).toBe(`i1-${size}-t`);
	});

	test('[P5] text is large enough: 14 of 640, 15 of 350, and nothing sets another size', () => {
		for (const [size, font] of [
			['wide', '14'],
			['narrow', '15']
		] as const) {
			const svg = parse(chartSvg(three, size));
			expect(svg.getAttribute('font-size')).toBe(font);
			expect(svg.getAttribute('width')).toBe(String(WIDTH[size]));
			expect(svg.getAttribute('viewBox')).toMatch(new RegExp(`^0 0 ${WIDTH[size]} \\d`));
			expect(svg.querySelectorAll('[font-size]')).toHaveLength(0);
		}
	});

	test('[P5] series differ by colour, dash, marker and name', () => {
		const five = spec(
			(['own', 'group', 'nation', 'mean', 'other'] as const).map((role, i) => ({
				role,
				name: `Serie ${i}`,
				values: [i, i + 1, i + 2, i + 3]
			}))
		);
		const svg = parse(chartSvg(five, 'wide'));
		const lines = [...svg.querySelectorAll('path[stroke-width]')];
		const dashes = lines.map((line) => line.getAttribute('stroke-dasharray'));
		expect(new Set(dashes).size).toBe(5);
		expect(new Set(lines.map((line) => line.getAttribute('stroke'))).size).toBe(5);
		const shapes = [...svg.querySelectorAll('path[fill^="var"]')].map((marker) =>
			// The strokes of one marker, without where it stands.
			(marker.getAttribute('d') ?? '').split('z')[0]?.replace(/^M[\d.]+ [\d.]+/, '')
		);
		expect(new Set(shapes).size).toBe(5);
		for (let i = 0; i < 5; i++) expect(svg.textContent).toContain(`Serie ${i}`);
	});

	test('[I3] decimal comma, minus, no-break spaces', () => {
		const low = spec([{ role: 'own', name: 'A', values: [-0.4, 0.1, 0.25, -0.3] }], { unit: 'kr' });
		const texts = [...parse(chartSvg(low, 'wide')).querySelectorAll('text')].map(
			(t) => t.textContent
		);
		expect(texts).toContain('\u22120,4');
		expect(texts.join(' ')).not.toMatch(/\d\.\d|-\d/);
	});

	test('[P5] a cut axis says where it begins, one from zero does not', () => {
		const cut = spec([{ role: 'own', name: 'A', values: [70, 68, 66.2, 66.3] }]);
		expect(chartSvg(cut, 'wide')).toContain('Procent (axeln börjar på 66)');
		expect(chartSvg(three, 'wide')).toContain('>Procent<');
	});

	test('[I1] a missing or suppressed value breaks the line and is named below', () => {
		const gap = spec([
			{ role: 'own', name: 'Exempelby', values: [17, 'suppressed', 15, 14] },
			{ role: 'group', name: 'Liknande kommuner', values: [12, 11, null, 10] }
		]);
		const svg = parse(chartSvg(gap, 'wide'));
		expect(runs(svg, 'own').map((run) => run.length)).toEqual([1, 2]);
		expect(runs(svg, 'group').map((run) => run.length)).toEqual([2, 1]);
		expect(svg.textContent).toContain('Skyddad uppgift: Exempelby 2020.');
		expect(svg.textContent).toContain('Ej redovisat: Liknande kommuner 2021.');
	});

	test('[I3] a year that nobody measured takes its room and breaks nothing', () => {
		const uneven = spec([{ role: 'own', name: 'A', values: [1, 2, 3] }], {
			periods: ['2016', '2017', '2022']
		});
		const [run = []] = runs(parse(chartSvg(uneven, 'wide')), 'own');
		const [a = 0, b = 0, c = 0] = run.map(([x]) => x);
		expect(run).toHaveLength(3);
		expect((c - b) / (b - a)).toBeCloseTo(5, 1);
	});

	test.each(SIZES)(
		'[I3] %s: of many years as many are printed as fit, the newest always',
		(size) => {
			const years = Array.from({ length: 25 }, (_, i) => String(1998 + i));
			const many = spec([{ role: 'own', name: 'A', values: years.map((_, i) => i) }], {
				periods: years
			});
			const svg = parse(chartSvg(many, size));
			const printed = [...svg.querySelectorAll('text[text-anchor="middle"]')].map((text) => ({
				x: Number(text.getAttribute('x')),
				year: text.textContent
			}));
			expect(printed.length).toBeGreaterThanOrEqual(4);
			expect(printed[0]?.year).toBe('2022');
			const font = Number(svg.getAttribute('font-size'));
			for (const [i, { x }] of printed.entries())
				expect((printed[i - 1]?.x ?? Infinity) - x).toBeGreaterThan(textWidth('2022', font));
		}
	);

	test('[I3] a series of one number is a marker; a line that ended earlier says when', () => {
		const single = spec([
			{ role: 'own', name: 'Exempelby', values: [17, 16, 15, 14] },
			{ role: 'nation', name: 'Riket', values: [null, 5.2, null, null] }
		]);
		const svg = parse(chartSvg(single, 'wide'));
		expect(runs(svg, 'nation')).toEqual([[[expect.any(Number), expect.any(Number)]]]);
		expect(svg.querySelector('path[fill^="var(--chart-nation"]')?.getAttribute('d')).toMatch(/^M/);
		expect(svg.textContent).toContain('5,2\u00a0% (2020)');
	});

	test('[P5] bars begin at zero, are as long as their numbers, and carry both name and number', () => {
		const bars: ChartSpec = {
			type: 'bar',
			id: 'b',
			title: 'T',
			lang: 'sv',
			unit: '%',
			decimals: 1,
			period: '2022',
			bars: [
				{ role: 'own', name: 'Exempelby', value: 20 },
				{ role: 'group', name: 'Liknande kommuner', value: 10 },
				{ role: 'mean', name: 'Alla', value: 0 },
				{ role: 'nation', name: 'Riket', value: 'missing' }
			]
		};
		const svg = parse(chartSvg(bars, 'wide'));
		const [own = 0, group = 0, zero] = [...svg.querySelectorAll('rect')].map((rect) =>
			Number(rect.getAttribute('width'))
		);
		expect(own / group).toBeCloseTo(2, 2);
		expect(zero).toBe(0);
		expect(svg.querySelectorAll('rect')).toHaveLength(3);
		const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent);
		expect(texts).toEqual([
			'Exempelby',
			'20,0\u00a0%',
			'Liknande kommuner',
			'10,0\u00a0%',
			'Alla',
			'0,0\u00a0%',
			'Riket',
			'uppgift saknas'
		]);
	});

	test('[P5] negative bars go the other way', () => {
		const bars = {
			type: 'bar' as const,
			id: 'b',
			title: 'T',
			lang: 'sv' as const,
			unit: '',
			decimals: 0 as const,
			period: '2022'
		};
		const svg = parse(
			chartSvg(
				{
					...bars,
					bars: [
						{ role: 'own', name: 'A', value: -10 },
						{ role: 'group', name: 'B', value: 10 }
					]
				},
				'narrow'
			)
		);
		const [a, b] = [...svg.querySelectorAll('rect')].map((rect) => ({
			x: Number(rect.getAttribute('x')),
			end: Number(rect.getAttribute('x')) + Number(rect.getAttribute('width'))
		}));
		expect(Math.abs((a?.end ?? NaN) - (b?.x ?? NaN))).toBeLessThan(0.2);
	});

	test('[P4] for files: literal colours only', () => {
		expect(chartSvg(three, 'wide', 'print')).not.toMatch(/var\(|currentColor/);
		expect(chartSvg(three, 'wide')).toContain('currentColor');
	});

	test('[P4] the same spec gives the same picture, and a small one', () => {
		expect(chartSvg(three, 'wide')).toBe(chartSvg(three, 'wide'));
		expect(chartSvg(three, 'wide').length).toBeLessThan(4096);
		expect(chartSvg(three, 'narrow').length).toBeLessThan(4096);
	});

	test('[I3] a spec without any number is a picture of its notes', () => {
		const empty = spec([{ role: 'own', name: 'A', values: ['missing', 'missing', null, null] }]);
		expect(parse(chartSvg(empty, 'wide')).textContent).toContain('Uppgift saknas: A 2019, 2020.');
	});
});

describe('whatever the figures are', () => {
	const absent = fc.constantFrom(
		'missing' as const,
		'suppressed' as const,
		'notApplicable' as const,
		null
	);
	const number = fc.integer({ min: -5000, max: 20000 }).map((v) => v / 10);
	const values = fc.array(fc.oneof({ weight: 4, arbitrary: number }, absent), {
		minLength: 4,
		maxLength: 4
	});
	const name = fc.stringMatching(/^[A-ZÅÄÖa-zåäö]{1,14}( [a-zåäö]{1,14}){0,6}$/);
	const anyLines = fc
		.array(fc.tuple(name, values), { minLength: 1, maxLength: 5 })
		.filter((all) => all.some(([, v]) => v.some((one) => typeof one === 'number')))
		.map((all) =>
			spec(
				all.map(([n, v], i) => ({
					role: (['own', 'group', 'nation', 'mean', 'other'] as const)[i] ?? 'own',
					name: n,
					values: v
				}))
			)
		);

	test("[P4] the numbers of the picture are the table's, read off the axis", () => {
		fc.assert(
			fc.property(anyLines, (given) => {
				if (given.type !== 'line') throw new Error('lines');
				const svg = parse(chartSvg(given, 'wide'));
				const read = scaleOf(svg);
				const table = chartTable(given);
				const all = given.series.flatMap((s) => s.values.filter((v) => typeof v === 'number'));
				// A tenth of a pixel on a plot of 210.
				const close = Math.max(1, (Math.max(...all, 0) - Math.min(...all, 0)) / 500);
				for (const [i, series] of given.series.entries()) {
					const drawn = runs(svg, series.role)
						.flat()
						.map(([, y]) => read(y));
					const printed = table.rows
						.map((cells) => cells[i + 1] ?? '')
						.filter((cell) => /\d/.test(cell))
						.map((cell) =>
							Number(
								cell
									.replace(/[\u00a0\u202f]/g, '')
									.replace('\u2212', '-')
									.replace(',', '.')
							)
						);
					expect(drawn).toHaveLength(printed.length);
					for (const [k, value] of drawn.entries())
						expect(Math.abs(value - (printed[k] ?? Number.NaN))).toBeLessThanOrEqual(close);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('[P5] no text leaves the picture, and no label covers another', () => {
		fc.assert(
			fc.property(anyLines, fc.constantFrom(...SIZES), (given, size) => {
				const svg = parse(chartSvg(given, size));
				const font = Number(svg.getAttribute('font-size'));
				const boxes = [...svg.querySelectorAll('text')].map((text) => {
					const width = textWidth(text.textContent, font);
					const x = Number(text.getAttribute('x'));
					const anchor = text.getAttribute('text-anchor');
					const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
					const y = Number(text.getAttribute('y'));
					return {
						left,
						right: left + width,
						top: y - font * 0.72,
						bottom: y,
						text: text.textContent
					};
				});
				const height = Number(svg.getAttribute('height'));
				for (const [i, a] of boxes.entries()) {
					expect(a.left).toBeGreaterThanOrEqual(-0.5);
					expect(a.right).toBeLessThanOrEqual(WIDTH[size] + 0.5);
					expect(a.top).toBeGreaterThanOrEqual(0);
					expect(a.bottom).toBeLessThanOrEqual(height);
					for (const b of boxes.slice(i + 1)) {
						const apart =
							a.right <= b.left + 0.2 ||
							b.right <= a.left + 0.2 ||
							a.bottom <= b.top + 0.2 ||
							b.bottom <= a.top + 0.2;
						expect(apart, `${a.text} and ${b.text}`).toBe(true);
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('[P5] names and titles are text, never markup', () => {
		const nasty = fc.oneof(
			fc.string(),
			fc.constantFrom(
				'<script>alert(1)</script>',
				`"' onload='x`,
				']]>',
				'&amp;',
				'\u0000\u0008\ud800x'
			)
		);
		fc.assert(
			fc.property(nasty, nasty, fc.constantFrom(...SIZES), (title, id, size) => {
				const text = chartSvg(
					spec([{ role: 'own', name: title, values: [1, 2, 'missing', 3] }], {
						title,
						id,
						unit: title
					}),
					size
				);
				const svg = parse(text);
				const tags = new Set([...svg.querySelectorAll('*')].map((one) => one.tagName));
				expect([...tags].every((tag) => ['title', 'desc', 'text', 'path'].includes(tag))).toBe(
					true
				);
				const attributes = [...svg.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
				expect(attributes.some((one) => one.startsWith('on'))).toBe(false);
				expect(svg.querySelector('title')?.id).toMatch(/^[\w-]*-(wide|narrow)-t$/);
			})
		);
	});

	test('[I3] from figures to picture without a hole', () => {
		const status = fc.oneof(number, fc.constantFrom('missing' as const, 'suppressed' as const));
		const period = fc.constantFrom('2019', '2020', '2021', '2022', '2020/21', '2021-ht', 'unknown');
		const who = fc.constantFrom('own', similar.id, nation.id);
		fc.assert(
			fc.property(
				fc.array(fc.tuple(period, status, who, fc.constantFrom('', 'del')), { maxLength: 12 }),
				(all) => {
					const unique = new Map(all.map((one) => [`${one[0]} ${one[2]} ${one[3]}`, one]));
					const given = figures(
						[...unique.values()].map((one) => value(...one)),
						{ groups: [similar, nation] }
					);
					const made = chartOf(given, readIndicator(given), {
						lang: 'sv',
						municipality: 'Exempelby'
					});
					if (!made) return;
					const table = chartTable(made);
					for (const cells of table.rows) expect(cells).toHaveLength(table.head.length);
					const svg = parse(chartSvg(made, 'narrow'));
					expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
					expect(table.rows.flat().filter((cell) => /\d/.test(cell)).length).toBeGreaterThanOrEqual(
						2
					);
				}
			)
		);
	});
});
