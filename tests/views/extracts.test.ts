import {
	articlesIn,
	departmentsIn,
	extractPath,
	readExtract,
	sectionsOfExtract,
	shownInExtract,
	type Extract
} from '#core/extracts.ts';
import type { EditionModel } from '#core/publication.ts';
import type { App } from '#server/app.ts';
import { extractHtml } from '#server/export/extract.ts';
import { renderEdition } from '#server/export/index.ts';
import { findEdition, insertEdition } from '#server/store/editions.ts';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { demoEdition, edition, section } from '../export/support/edition.ts';
import { doc, p } from '../export/support/page.ts';
import { by, must, refusalOf } from '../support/act.ts';
import { demoApp } from '../support/app.ts';

const SLUG = 'barnbokslut-2022';
const model = demoEdition();
const whole = new JSDOM(renderEdition(model)).window.document;

function read(extract: Extract, of: EditionModel = model) {
	const made = extractHtml(of, extract);
	if (!made) throw new Error(`the edition has no ${extractPath(extract)}`);
	return { ...made, document: new JSDOM(made.html).window.document };
}
const words = (element: Element | null): string =>
	(element?.textContent ?? '').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

describe('which parts an edition has', () => {
	test('[P4] every section stands in the extract of each of its articles, and of its department', () => {
		expect(articlesIn(model)).toContain(12);
		for (const { content } of model.sections) {
			for (const article of content.articles)
				expect(
					sectionsOfExtract(model, { kind: 'article', article }).map((s) => s.content)
				).toContain(content);
			if (content.department === null) continue;
			const own = departmentsIn(model).find(({ name }) => name === content.department);
			const found = sectionsOfExtract(model, { kind: 'department', slug: own?.slug ?? '' });
			expect(found.map((s) => s.content)).toContain(content);
			expect(new Set(found.map((s) => s.content.department))).toEqual(
				new Set([content.department])
			);
		}
	});

	test('[P2] an address is made of the name alone, is read back, and no two are the same', () => {
		const named = (department: string, key: string) =>
			section({ key, department, doc: doc(p('Text.')) }, []);
		const twins = edition([
			named('Vård & omsorg', 'a'),
			named('Vård, omsorg', 'b'),
			named('Kultur och fritid i Örebro', 'c'),
			named('部门', 'd'),
			named('Vård & omsorg', 'e')
		]);
		expect(departmentsIn(twins)).toEqual([
			{ name: 'Vård & omsorg', slug: 'vard-omsorg' },
			{ name: 'Vård, omsorg', slug: 'vard-omsorg-2' },
			{ name: 'Kultur och fritid i Örebro', slug: 'kultur-och-fritid-i-orebro' },
			{ name: '部门', slug: 'utan-namn' }
		]);
		const all: Extract[] = [
			...departmentsIn(twins).map(({ slug }): Extract => ({ kind: 'department', slug })),
			{ kind: 'article', article: 3 },
			{ kind: 'summary' },
			{ kind: 'plain' },
			{ kind: 'child' }
		];
		for (const one of all) expect(readExtract(extractPath(one))).toEqual(one);
		for (const bad of [
			'',
			'artikel',
			'artikel/0',
			'artikel/012',
			'artikel/1/2',
			'forvaltning/',
			'barn/1'
		])
			expect(readExtract(bad), bad).toBeNull();
	});
});

const ONLY_AREAS = 'Här visas bara de områden i avsnittets tabell som rör artikeln.';

describe('what a part holds', () => {
	const parts: Extract[] = [
		...articlesIn(model).map((article): Extract => ({ kind: 'article', article })),
		...departmentsIn(model).map(({ slug }): Extract => ({ kind: 'department', slug })),
		{ kind: 'plain' },
		{ kind: 'child' }
	];

	test.each(parts.map((part) => [extractPath(part), part] as const))(
		'[P1] %s: the approved text of its sections, to the word, under the ids of the whole',
		(_path, part) => {
			const { document } = read(part);
			const texts = [...document.querySelectorAll('[data-section]')];
			const keys = texts.map((text) => text.getAttribute('data-section'));
			expect(keys).toEqual(sectionsOfExtract(model, part).map(({ content }) => content.key));
			for (const text of texts) {
				const key = text.getAttribute('data-section') ?? '';
				const same = whole.querySelector(`[data-section="${key}"]`);
				const content = model.sections.find((one) => one.content.key === key)?.content;
				if (!content) throw new Error(`no section ${key}`);
				const { isWhole } = shownInExtract(content, part);
				expect(words(text.parentElement?.querySelector('.partial') ?? null)).toBe(
					isWhole ? '' : ONLY_AREAS
				);
				if (!isWhole) {
					const rows = (root: Element | null) =>
						[...(root?.querySelectorAll('.area-table tbody') ?? [])].map(words);
					expect(rows(text).length).toBeGreaterThan(0);
					expect(rows(same)).toEqual(expect.arrayContaining(rows(text)));
					expect(rows(text).length).toBeLessThan(rows(same).length);
					continue;
				}
				expect(words(text)).toBe(words(same));
				const ids = (root: Element | null) =>
					[...(root?.querySelectorAll('[id]') ?? [])].map((e) => e.id);
				expect(ids(text)).toEqual(ids(same));
			}
		}
	);

	test.each(parts.map((part) => [extractPath(part), part] as const))(
		'[P4] %s: says edition, date and decision, and every link leads somewhere',
		(_path, part) => {
			const { document } = read(part);
			expect(words(document.querySelector('.of'))).toMatch(
				/Barnbokslut 2022\. Utgåva 1, publicerad .*2023\. Beslut: Kommunfullmäktige, 19 juni 2023, §.87\. Diarienummer KS 2023\/0123/
			);
			const address = `/r/${SLUG}/v/1`;
			for (const link of document.querySelectorAll('a')) {
				const href = link.getAttribute('href') ?? '';
				if (/^https?:|^mailto:/.test(href)) continue;
				const [path, id] = href.split('#');
				expect(['', address, `${address}/${extractPath(part)}`]).toContain(path);
				if (id !== undefined)
					expect((path === '' ? document : whole).getElementById(id), href).not.toBeNull();
			}
		}
	);

	test('[P5] headings begin at one and leave no level out', () => {
		for (const part of [...parts, { kind: 'summary' } as const]) {
			const levels = [...read(part).document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) =>
				Number(h.tagName[1])
			);
			expect(levels[0]).toBe(1);
			levels.forEach((level, i) =>
				expect(level - (levels[i - 1] ?? 0), extractPath(part)).toBeLessThanOrEqual(1)
			);
		}
	});

	test('[I4] the one page names every indicator that is counted once, the unknown ones too', () => {
		const { document } = read({ kind: 'summary' });
		const named = [...document.querySelectorAll('.ways li a')].map(words);
		const inAnswer = [
			...(whole.querySelector('.answer .passage')?.querySelectorAll('li a') ?? [])
		].map(words);
		expect(named.length).toBe(18);
		expect(named).toEqual(inAnswer);
		expect(words(document.querySelector('.count'))).toBe(
			words(whole.querySelector('.answer .count'))
		);
		for (const line of document.querySelectorAll('.ways li .detail'))
			expect(words(line)).toMatch(/\d|Uppgift saknas|Se delarna|Skyddad/);
		for (const link of document.querySelectorAll('.ways a')) {
			const [path, id = ''] = (link.getAttribute('href') ?? '').split('#');
			expect(path).toBe(`/r/${SLUG}/v/1`);
			expect(whole.getElementById(id)).not.toBeNull();
		}
	});

	test('[P4] an edition from before the easy-read summary has none, and the rest is as it was', () => {
		const sections = model.sections.filter(({ content }) => content.key !== 'summary.plain');
		const older = { ...model, sections };
		expect(extractHtml(older, { kind: 'plain' })).toBeNull();
		expect(read({ kind: 'child' }, older).title).toBe('För barn och unga');
		expect(read({ kind: 'summary' }, older).html).toBe(read({ kind: 'summary' }).html);
		const empty = edition([section({ key: 'a', doc: doc(p('Text.')) }, [])]);
		expect(words(read({ kind: 'summary' }, empty).document.querySelector('.counts'))).toContain(
			'Rapporten redovisar inga nyckeltal'
		);
	});
});

describe('who is shown them', () => {
	const ask = (app: App, extract: Extract, number: number | null = 1, slug = SLUG) =>
		app.views.extract(null, { slug, number, extract });

	test('[P3] anyone, of the edition that was published', async () => {
		const app = await demoApp();
		const links = must(await app.views.extracts(null, { slug: SLUG, number: null }));
		expect(links.base).toBe(`/r/${SLUG}/v/1`);
		expect([links.plain?.title, links.child?.title]).toEqual([
			'Lättläst sammanfattning',
			'För barn och unga'
		]);
		const { plain, child, summary, articles, departments } = links;
		const all = [plain, child, summary, ...articles, ...departments].flatMap((link) => link ?? []);
		expect(all.length).toBeGreaterThan(8);
		for (const { path } of all) {
			const extract = readExtract(path);
			const page = must(await ask(app, extract ?? { kind: 'summary' }));
			expect(page.path).toBe(path);
			expect(page.edition).toMatchObject({ number: 1, newest: 1, slug: SLUG });
		}
	});

	test('[A8] what is not there is not found', async () => {
		const app = await demoApp();
		for (const extract of [
			{ kind: 'article', article: 99 },
			{ kind: 'department', slug: 'finns-inte' },
			{ kind: 'department', slug: '__proto__' }
		] as Extract[])
			expect(refusalOf(await ask(app, extract))).toEqual({ code: 'notFound' });
		expect(refusalOf(await ask(app, { kind: 'summary' }, 2))).toEqual({ code: 'notFound' });
		expect(refusalOf(await ask(app, { kind: 'summary' }, null, 'annan'))).toEqual({
			code: 'notFound'
		});
	});

	test('[P2] nobody, when the web edition is withdrawn: its words are not shown in parts', async () => {
		const app = await demoApp();
		const found = await app.read((tx) => findEdition(tx, SLUG, 1));
		must(
			await app.commands.withdrawForms({
				by: by('coordinator'),
				editionId: found?.id ?? '',
				forms: ['html'],
				reason: 'En uppgift om ett barn.'
			})
		);
		const gone = { code: 'withdrawn', reason: 'En uppgift om ett barn.' };
		for (const extract of [
			{ kind: 'summary' },
			{ kind: 'plain' },
			{ kind: 'article', article: 12 }
		])
			expect(refusalOf(await ask(app, extract as Extract))).toMatchObject(gone);
		const links = await app.views.extracts(null, { slug: SLUG, number: null });
		expect(refusalOf(links)).toMatchObject(gone);
	});

	test('[P2] a model that is not what was published is not shown', async () => {
		const app = await demoApp();
		await app.read(async (tx) => {
			const found = await findEdition(tx, SLUG, 1);
			if (!found) throw new Error('the demo has no edition');
			const changed = found.model.replace('Kommunfullmäktige', 'Kommunstyrelsen');
			await insertEdition(tx, { ...found, id: 'other', slug: 'bytt', model: changed });
		});
		await expect(ask(app, { kind: 'summary' }, 1, 'bytt')).rejects.toThrow(
			'is not what was published'
		);
	});
});
