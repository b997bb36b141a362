// @vitest-environment jsdom
import type { DocNode, EditionModel } from '#core/publication.ts';
import { summarise, summaryPassages } from '#core/summary.ts';
import { canonicalJson, hashOf } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { renderEdition } from '#server/export/index.ts';
import { read } from '#server/export/figures.ts';
import { describe, expect, it } from 'vitest';
import { figures, nation, similar, stated, value } from '../support/figures.ts';
import { soderhamn } from '../support/soderhamn.ts';
import { demoEdition, edition, section } from './support/edition.ts';

const p = (...words: (string | DocNode)[]): DocNode => ({
	type: 'paragraph',
	content: words.map((w) => (typeof w === 'string' ? { type: 'text', text: w } : w))
});
const h = (level: number, words: string): DocNode => ({
	type: 'heading',
	attrs: { level },
	content: [{ type: 'text', text: words }]
});
const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content });
const block = (indicator: string, type = 'indicator'): DocNode => ({ type, attrs: { indicator } });

/** The article as a browser reads it. */
function page(model: EditionModel): HTMLElement {
	document.body.innerHTML = `<main>${renderEdition(model)}</main>`;
	return document.body;
}
const words = (element: Element | null | undefined): string =>
	(element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const all = (root: Element, selector: string): Element[] => [...root.querySelectorAll(selector)];

/** The approved words of a section, read from the page: its text without figures and captions. */
function sectionText(root: Element, key: string): string {
	const body = root.querySelector(`[data-section="${key}"]`)?.cloneNode(true) as Element;
	for (const drawn of all(body, '[data-block], figcaption, caption')) drawn.remove();
	for (const br of all(body, 'br')) br.replaceWith(' ');
	return all(body, 'p, h1, h2, h3, h4, h5, h6')
		.map((line) => line.textContent.trim())
		.filter((line) => line !== '')
		.join('\n');
}

const demo = demoEdition();

describe('what was approved is what is published', () => {
	it('[P1] the words of every section are the approved ones', () => {
		const root = page(demo);
		expect(demo.sections.length).toBeGreaterThan(20);
		for (const { content } of demo.sections)
			expect(sectionText(root, content.key), content.key).toBe(plainText(content.doc));
	});

	it('[P2] the same model gives the same bytes, and is not altered', () => {
		const before = canonicalJson(demo);
		const first = renderEdition(demo);
		expect(renderEdition(structuredClone(demo))).toBe(first);
		expect(canonicalJson(demo)).toBe(before);
	});

	it('[I5] the sentence is the one that was fixed, never one made anew', () => {
		const known = figures([value('2022', 14.7)]);
		const model = edition([section({ key: 'a', doc: doc(block('bistand')) }, [known])]);
		const fixed = model.sections[0]?.content.figures['bistand'];
		if (!fixed) throw new Error('nothing was fixed');
		fixed.sentence = 'En mening som ingen funktion skriver.';
		expect(words(page(model).querySelector('.sentence'))).toBe(fixed.sentence);
	});

	it('[P4] number, date, decision and hash are told', () => {
		const root = page({ ...demo, number: 2, note: 'Fel år i tabell 3.' });
		const title = words(root.querySelector('.title'));
		for (const told of [
			'Exempelkommun, Kommunstyrelsen',
			'Barnbokslut 2022',
			'Kommunfullmäktige, 19\u00a0juni 2023, §\u00a087'.replaceAll('\u00a0', ' '),
			'KS 2023/0123',
			'Utgåva 2, publicerad 26 juni 2023',
			'Därför finns utgåva 2 Fel år i tabell 3.'
		])
			expect(title).toContain(told);
		expect(words(root.querySelector('.hashes'))).toContain(
			hashOf({ ...demo, number: 2, note: 'Fel år i tabell 3.' })
		);
	});

	it('[S4] the record tells who approved each section, when, and the hash', () => {
		const root = page(demo);
		const rows = all(root, '.record tbody tr');
		expect(rows).toHaveLength(demo.sections.length);
		demo.sections.forEach((s, i) => {
			const row = words(rows[i]);
			expect(row).toContain(`${s.content.number} ${s.content.title}`);
			expect(row).toContain('Sara Ekdal');
			expect(row).toContain('2023-06-25 09.30');
			expect(row).toContain(s.hash.slice(0, 12));
			expect(words(root.querySelector('.hashes'))).toContain(s.hash);
		});
	});
});

describe('a page that everybody can read', () => {
	const root = page(demo).cloneNode(true) as HTMLElement;

	it('[P5] has one first heading and an outline without gaps', () => {
		const levels = all(root, 'h1, h2, h3, h4, h5, h6').map((e) => Number(e.tagName.slice(1)));
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		expect(levels[0]).toBe(1);
		levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 1) + 1));
	});

	it('[P5] has a scope on every header cell, and a name for whatever takes the focus', () => {
		for (const th of all(root, 'th')) expect(th.getAttribute('scope')).toMatch(/^(col|row)$/);
		for (const region of all(root, '[tabindex]'))
			expect(region.getAttribute('aria-label')).toMatch(/\S/);
		for (const table of all(root, 'table'))
			expect(table.querySelector('caption') ?? table.parentElement?.ariaLabel).toBeTruthy();
		for (const image of all(root, 'svg'))
			expect(
				image.getAttribute('aria-hidden') === 'true' || image.getAttribute('role') === 'img'
			).toBe(true);
	});

	it('[P5] uses every id once, and every link within it leads somewhere', () => {
		const ids = all(root, '[id]').map((e) => e.id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const link of all(root, 'a[href^="#"]'))
			expect(ids).toContain(link.getAttribute('href')?.slice(1));
		for (const named of all(root, '[aria-labelledby]'))
			for (const id of named.getAttribute('aria-labelledby')?.split(' ') ?? [])
				expect(ids).toContain(id);
	});

	it('[P5] has no script, no handler, no style of its own and asks nothing of other hosts', () => {
		expect(all(root, 'script, style, link, iframe, object, [style]')).toEqual([]);
		for (const element of all(root, '*'))
			for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
		for (const loaded of all(root, '[src], [srcset], image, use'))
			expect(loaded.getAttribute('src')).toMatch(/^\/r\//);
	});

	it('[P5] has permalinks that are the stable keys, with a name each', () => {
		expect(words(root.querySelector('#figures-economy h3'))).toBe('3.1 Ekonomisk utsatthet');
		const link = root.querySelector('#figures-economy > .heading .permalink');
		expect(link?.getAttribute('href')).toBe('#figures-economy');
		expect(link?.getAttribute('aria-label')).toBe('Länk till avsnittet 3.1 Ekonomisk utsatthet');
		const labels = all(root, '.permalink').map((e) => e.getAttribute('aria-label'));
		expect(new Set(labels).size).toBe(labels.length);
	});

	it('[P5] has numbered contents that name every chapter and section', () => {
		const contents = words(root.querySelector('nav'));
		for (const { content } of demo.sections)
			expect(contents).toContain(`${content.number} ${content.title}`);
	});

	it('[P5] is in Swedish and says so', () => {
		expect(root.querySelector('article')?.getAttribute('lang')).toBe('sv');
	});
});

describe('have the children got it better', () => {
	const counted = soderhamn.map(({ indicator }) => indicator.id);
	const blocks = counted.map((id) => block(id));
	const model = edition([
		section({ key: 'summary', doc: doc({ type: 'indicatorSummary' }) }, soderhamn, counted),
		section({ key: 'figures', doc: doc(...blocks) }, soderhamn)
	]);

	it('[I4] the counts stand in words with their denominators and years', () => {
		const root = page(model);
		const answer = words(root.querySelector('.answer'));
		const summary = summarise(
			soderhamn.map((f) => ({
				indicator: f.indicator,
				reading: read({ figures: f, sentence: '' })
			}))
		);
		const passages = summaryPassages(summary, 'sv');
		expect(passages.length).toBeGreaterThanOrEqual(3);
		for (const { count, years } of passages) {
			expect(answer).toContain(count);
			expect(answer).toContain(years);
		}
		expect(answer).toContain(
			'Av de 11 nyckeltal som går att jämföra med liknande kommuner är utfallet bättre i 5, sämre i 6.'
		);
	});

	it('[I4] every indicator is named where it was counted, the unknown ones too', () => {
		const [trends, against] = all(page(model), '.answer .passage');
		for (const passage of [trends, against]) {
			const names = all(passage as Element, 'li').map(words);
			expect(names.sort()).toEqual(soderhamn.map((f) => f.indicator.title).sort());
		}
		expect(words(against?.querySelector('summary'))).toBe('7 nyckeltal går inte att jämföra');
	});

	it('[I4] names lead to the block that tells of them', () => {
		const root = page(model);
		for (const link of all(root, '.answer a, .key-figures th a')) {
			const target = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
			expect(words(target?.querySelector('h1, h2, h3, h4, h5, h6'))).toBe(words(link));
		}
	});

	it('[I4] the summary in the text says the same', () => {
		const inText = words(page(model).querySelector('[data-section="summary"]'));
		expect(inText).toContain('utfallet bättre i 5, sämre i 6.');
		expect(inText).toContain('Utvecklingen är okänd för:');
	});

	it('[I4] without a summary all indicators of the report are counted, and it is said', () => {
		const bare = edition([section({ key: 'figures', doc: doc(...blocks) }, soderhamn)]);
		const answer = words(page(bare).querySelector('.answer'));
		expect(answer).toContain('18 nyckeltal');
		expect(answer).toContain('Här räknas alla som finns i den.');
	});

	it('[I4] a report without indicators says that it has none', () => {
		const root = page(edition([section({ key: 'a', doc: doc(p('ord')) }, [])]));
		expect(words(root.querySelector('.answer'))).toContain('redovisar inga nyckeltal');
		expect(root.querySelector('.key-figures')).toBeNull();
		expect(words(root.querySelector('nav'))).not.toContain('Nyckeltal');
	});

	it('[I5] figures that were approved differently are told to differ', () => {
		const before = figures([value('2022', 14.7)]);
		const after = figures([value('2022', 14.9)]);
		const twice = edition([
			section(
				{ key: 'summary', number: '1', doc: doc({ type: 'indicatorSummary' }) },
				[before],
				['bistand']
			),
			section({ key: 'figures', number: '2', doc: doc(block('bistand')) }, [after])
		]);
		expect(words(page(twice).querySelector('.key-figures'))).toContain(
			'Barn i familjer med ekonomiskt bistånd har godkänts med olika uppgifter i avsnitten 1 och 2.'
		);
		expect(words(page(model).querySelector('.key-figures'))).not.toContain('olika uppgifter');
	});
});

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

	it('[I7] the members of a group are named with the year of the grouping', () => {
		expect(words(page(model).querySelector('.about'))).toContain(
			'Med liknande kommuner menas (indelning 2024) Tingsryd och Åmål.'
		);
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

describe('chapters and pictures', () => {
	it('[P5] a chapter’s own text stands under its heading, with the approved title', () => {
		const model = edition(
			[
				section({ key: 'intro', title: 'Godkänd rubrik', doc: doc(h(1, 'Under')) }, []),
				section({ key: 'intro.b', number: '1.1', title: 'B', doc: doc(h(2, 'Djupt')) }, []),
				section({ key: 'alone.x', number: '2', title: 'Ensam', doc: doc(p('ord')) }, [])
			],
			{
				chapters: [
					{ key: 'intro', number: '1', title: 'Annan rubrik' },
					{ key: 'alone', number: '2', title: 'Kapitlet' }
				]
			}
		);
		const headings = all(page(model), '.chapter :is(h2, h3, h4)').map(
			(e) => `${e.tagName} ${words(e)}`
		);
		expect(headings).toEqual([
			'H2 1 Godkänd rubrik',
			'H3 Under',
			'H3 1.1 B',
			'H4 Djupt',
			'H2 2 Kapitlet',
			'H3 2 Ensam'
		]);
	});

	it('[P5] keys that would make the same id, or one of the page’s own, get different ids', () => {
		const model = edition([
			section({ key: 'a.b', chapterKey: 'a.b', doc: doc(p('1')) }, []),
			section({ key: 'a-b', chapterKey: 'a-b', doc: doc(p('2')) }, []),
			section({ key: 'svar', chapterKey: 'svar', doc: doc(p('3')) }, [])
		]);
		const root = page(model);
		expect(words(root.querySelector('#a-b [data-section]'))).toBe('1');
		expect(words(root.querySelector('#a-b-2 [data-section]'))).toBe('2');
		expect(words(root.querySelector('#svar [data-section]'))).toBe('3');
		expect(words(root.querySelector('#svar-2 h2'))).toBe('Har barnen fått det bättre?');
	});

	it('[P3] pictures are those of this edition, with their size and text alternative', () => {
		const model = edition(
			[
				section(
					{
						key: 'a',
						doc: doc({ type: 'picture', attrs: { image: 'b1', alt: 'Barn', caption: '' } })
					},
					[]
				)
			],
			{ number: 3, images: { b1: { type: 'image/png', width: 64, height: 48, sha256: '' } } }
		);
		const img = page(model).querySelector('img');
		expect(img?.getAttribute('src')).toBe('/r/barnbokslut-2022/v/3/images/b1');
		expect([img?.width, img?.height, img?.alt]).toEqual([64, 48, 'Barn']);
	});

	it('[P5] department and articles stand under the heading', () => {
		const root = page(demo);
		expect(words(root.querySelector('#figures-economy .tags'))).toBe(
			'Socialtjänsten · Barnkonventionen, artiklarna 2, 26 och 27'
		);
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
