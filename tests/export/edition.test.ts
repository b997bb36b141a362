// @vitest-environment jsdom
import { areasAsTables } from '#core/area-as-table.ts';
import { areaTablesOf } from '#core/areas.ts';
import { canonicalJson, hashOf } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { renderEdition } from '#server/export/index.ts';
import { describe, expect, it } from 'vitest';
import { figures, value } from '../support/figures.ts';
import { demoEdition, edition, section } from './support/edition.ts';
import { all, block, doc, h, p, page, sectionText, words } from './support/page.ts';

const demo = demoEdition();

describe('what was approved is what is published', () => {
	it('[P1] the words of every section are the approved ones', () => {
		const root = page(demo);
		expect(demo.sections.length).toBeGreaterThan(20);
		for (const { content } of demo.sections)
			expect(sectionText(root, content.key), content.key).toBe(
				plainText(areasAsTables(content.doc, content.departments ?? []))
			);
	});

	it('[P1] not a word of an area is left out, and its tags stand beside them', () => {
		const root = page(demo);
		for (const key of ['followUp', 'plan']) {
			const content = demo.sections.find((one) => one.content.key === key)?.content;
			const [table] = areaTablesOf(content?.doc ?? doc());
			const said = sectionText(root, key);
			expect(table?.areas.length).toBeGreaterThan(3);
			for (const { title, measures, results } of table?.areas ?? [])
				for (const words of [
					title,
					...measures.flatMap(({ text, comments }) => [text, ...comments]),
					...results.map(({ text }) => text)
				])
					expect(said, key).toContain(words);
			expect(words(root.querySelector(`[data-section="${key}"] caption`))).toBe(table?.caption);
		}
		const plan = root.querySelector('[data-section="plan"]');
		expect(plan?.querySelector('abbr[title="Kultur och fritid"]')?.textContent).toBe('KF');
		expect(words(root.querySelector('.abbreviations dl'))).toBe(
			'BU Barn och utbildning KF Kultur och fritid SOC Socialtjänsten'
		);
		expect(words(root.querySelector('nav.contents'))).toContain('Förkortningar');
	});

	it('[P5] nothing is said of abbreviations where areas name none', () => {
		const root = page(edition([section({ key: 'a', doc: doc(p('x')) }, [])]));
		expect(root.querySelector('.abbreviations')).toBeNull();
		expect(words(root.querySelector('nav.contents'))).not.toContain('Förkortningar');
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
		// The files are listed on the page around the article.
		ids.push('format');
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
