// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { figures, nation, similar, stated, value } from '../support/figures.ts';
import { edition, section } from './support/edition.ts';
import { all, block, doc, p, page, words } from './support/page.ts';

describe('key figures and blocks', () => {
	const known = figures(
		[
			value('2021', 15.1),
			value('2022', 14.7),
			value('2022', 9.8, 'g-similar'),
			value('2022', 'suppressed', 'g-nation')
		],
		{
			indicator: { definition: 'Barn 0–17 år.', note: 'Läs med försiktighet.' },
			groups: [similar, nation]
		}
	);
	const model = edition([section({ key: 'a', doc: doc(block('bistand')) }, [known])]);

	it('[I2] a row tells value, year, change and comparison in words', () => {
		const row = page(model).querySelector('.key-figures tbody tr');
		expect(all(row as Element, 'th, td').map(words)).toEqual([
			'Barn i familjer med ekonomiskt bistånd',
			'14,7 %',
			'2022',
			'Förbättrat ned 0,4 procentenheter från 2021',
			'Sämre liknande kommuner 9,8 %'
		]);
	});

	it('[I2] what is only stated is told to be the source’s, and what is unknown to be unknown', () => {
		const cells = (f: typeof known) =>
			all(
				page(edition([section({ key: 'a', doc: doc(block('bistand')) }, [f])])),
				'.key-figures td.words'
			).map(words);
		const silent = figures([value('2022', 14.7)], { groups: [similar] });
		expect(cells(silent)).toEqual(['Okänt', 'Ingen jämförelse']);
		const spoken = figures([value('2022', 14.7)], {
			groups: [similar],
			stated: [
				stated('previous', '2022', { level: 'lower' }),
				stated('g-similar', '2022', { judgement: 'worse' })
			]
		});
		expect(cells(spoken)).toEqual(['Förbättrat lägre, enligt källan', 'Sämre enligt källan']);
	});

	it('[I1] a missing value is told as such and is no zero', () => {
		const none = figures([value('2022', 'suppressed')]);
		const root = page(edition([section({ key: 'a', doc: doc(block('bistand')) }, [none])]));
		expect(words(root.querySelector('.indicator .value'))).toBe('Skyddad uppgift år 2022');
		expect(words(root.querySelector('.key-figures td'))).toBe('Skyddad uppgift');
	});

	it('[I3] a block shows figure, sentence, both pictures, the table and the remark', () => {
		const root = page(model).querySelector('.indicator') as Element;
		expect(words(root.querySelector('.value'))).toBe('14,7 % år 2022');
		expect(words(root.querySelector('.sentence'))).toContain('14,7 % år 2022');
		expect(all(root, '.chart-box > svg')).toHaveLength(2);
		expect(words(root.querySelector('.numbers summary'))).toBe('Visa siffrorna i tabell');
		expect(words(root.querySelector('.numbers tbody tr:last-child'))).toContain('14,7');
		expect(words(root.querySelector('.numbers'))).toContain('skyddad uppgift');
		expect(words(root.querySelector('.note'))).toBe('Anmärkning: Läs med försiktighet.');
	});

	it('[I7] [I8] the card tells definition, unit, period, source, group with year and members, and where it is used', () => {
		const card = page(model).querySelector('.indicator details.about') as Element;
		expect(card.hasAttribute('open')).toBe(false);
		expect(words(card.querySelector('summary'))).toBe('Om siffran och var den kommer ifrån');
		expect(
			Object.fromEntries(
				all(card, 'dl > div').map((row) => [
					words(row.querySelector('dt')),
					all(row, 'dd').map(words)
				])
			)
		).toEqual({
			'Vad som mäts': ['Barn 0–17 år.'],
			Enhet: ['Procent. En låg siffra är önskvärd.'],
			Avser: ['2021, 2022'],
			Källa: [
				'Kolada (U31803), hämtad 2025-03-03: Exempelkommun 2021, 2022; Liknande kommuner 2022; Riket 2022'
			],
			Jämförelse: [
				'Liknande kommuner. Indelning 2024. Kommuner: Tingsryd, Åmål.',
				'Riket. Hela landet som en helhet. Det är inte samma sak som medelvärdet av alla kommuner.'
			],
			'Egen beräkning': [
				'Trend och jämförelse har kommunen räknat fram. De är inte källans.',
				'Skillnader under 0,1 procentenheter räknas som lika.'
			],
			'Används i': ['1 a']
		});
		expect(card.querySelector('a')?.getAttribute('href')).toBe('#a');
	});

	it('[I8] a lone figure has its card too, which names every section that shows or counts it', () => {
		const root = page(
			edition([
				section({ key: 'a', doc: doc(block('bistand', 'figure')) }, [known]),
				section({ key: 'b', number: '2', doc: doc(block('bistand')) }, [known]),
				section(
					{ key: 'c', number: '3', doc: doc({ type: 'indicatorSummary' }) },
					[known],
					['bistand']
				),
				section({ key: 'd', number: '4', doc: doc(p('Annat.')) }, [])
			])
		);
		for (const card of all(root, '.about'))
			expect(all(card, 'dl > div:last-child dd').map(words)).toEqual(['1 a', '2 b', '3 c']);
		expect(all(root, '.figure .about')).toHaveLength(1);
	});

	it('[I8] the next publication stands there where it was known when the figures were fixed', () => {
		const shown = section({ key: 'a', doc: doc(block('bistand')) }, [known]);
		const fixed = shown.content.figures['bistand'];
		if (!fixed) throw new Error('no figure');
		fixed.next = { period: '2023', date: '2024-09-16' };
		const lines = all(page(edition([shown])), '.about dd').map(words);
		expect(lines).toContain('Nästa värde gäller år 2023.');
		expect(lines).toContain('Det väntas 2024-09-16.');
		// What was expected before the day of publication is not.
		fixed.next = { period: '2023', date: '2023-06-25' };
		expect(words(page(edition([shown])).querySelector('.about'))).not.toContain('Nästa');
	});

	it('[I8] raw values have their source, and conclusions are our own', () => {
		const source = words(page(model).querySelector('.indicator .source'));
		expect(source).toBe(
			'Källa: Kolada (U31803), hämtad 2025-03-03 Trend och jämförelse: egen beräkning'
		);
		const told = figures([value('2022', 14.7)], {
			stated: [stated('previous', '2022', { judgement: 'better' })]
		});
		const root = page(edition([section({ key: 'a', doc: doc(block('bistand')) }, [told])]));
		expect(words(root.querySelector('.indicator .source'))).not.toContain('egen beräkning');
	});

	it('[I5] a block whose figures are not in the approved content says so', () => {
		const root = page(edition([section({ key: 'a', doc: doc(block('borta')) }, [])]));
		expect(words(root.querySelector('[data-block="indicator"]'))).toContain('finns inte');
	});

	it('[P5] an indicator that is shown twice has two places, and the fuller one the plain name', () => {
		const root = page(
			edition([
				section({ key: 'a', doc: doc(block('bistand', 'figure'), block('bistand')) }, [known]),
				section({ key: 'b', doc: doc(block('bistand')) }, [known])
			])
		);
		expect(all(root, '[data-block]').map((e) => e.id)).toEqual([
			'nyckeltal-bistand-3',
			'nyckeltal-bistand',
			'nyckeltal-bistand-2'
		]);
		const ids = all(root, '[id]').map((e) => e.id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('hostile words', () => {
	it('[P1] stay words wherever they stand', () => {
		const bad = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`;
		const known = figures([value('2022', 14.7), value('2021', 3)], {
			indicator: { title: bad, subject: bad, unit: bad, note: bad, definition: bad, key: bad },
			groups: [{ ...similar, name: bad, members: [bad, bad] }]
		});
		const model = edition(
			[
				section(
					{
						key: `a${bad}`,
						chapterKey: 'a',
						title: bad,
						number: bad,
						department: bad,
						articles: [3],
						doc: doc(p(bad), block('bistand'), block('bistand', 'figure'), {
							type: 'indicatorSummary'
						})
					},
					[known],
					['bistand']
				)
			],
			{
				title: bad,
				municipality: bad,
				authority: bad,
				note: bad,
				decision: { body: bad, date: '2023-06-19', paragraph: bad, registryNumber: bad },
				chapters: [{ key: 'a', number: bad, title: bad }]
			}
		);
		const root = page(model);
		expect(all(root, 'script, img, [onerror]')).toEqual([]);
		expect(words(root.querySelector('h1'))).toBe(bad);
		expect(words(root.querySelector('[data-section] > p'))).toBe(bad);
		expect(words(root.querySelector('.sender'))).toBe(`${bad}, ${bad}`);
	});
});
