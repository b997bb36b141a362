import type { SearchFilters } from '#core/search.ts';
import { canonicalJson, sha256Hex } from '#schema/content.ts';
import { plainText } from '#schema/text.ts';
import { ok } from '#core/result.ts';
import type { DocNode, EditionModel } from '#core/publication.ts';
import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import { indexEdition } from '#server/commands/index-edition.ts';
import { findEdition, insertEdition } from '#server/store/editions.ts';
import { listReports } from '#server/store/reports.ts';
import type { SearchAsked } from '#server/views/search.ts';
import fc from 'fast-check';
import { newStemmer } from 'snowball-stemmers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureDemo } from '#server/demo/ensure.ts';
import { resolve } from 'node:path';
import { by, must } from '../support/act.ts';

const NONE: SearchFilters = { year: null, article: null, department: null, indicator: null };

let app: App;
beforeAll(async () => {
	app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'http://localhost:3000'
	});
	await ensureDemo(app);
});
afterAll(() => app.close());

type More = Partial<Omit<SearchAsked, 'q' | 'filters'>> & { filters?: Partial<SearchFilters> };
const search = async (q: string, { filters, ...more }: More = {}) =>
	must(
		await app.views.searchEditions(null, {
			q,
			filters: { ...NONE, ...filters },
			all: false,
			limit: 20,
			from: { page: 1 },
			...more
		})
	);
const numbers = async (q: string, more: More = {}) =>
	(await search(q, { limit: 200, ...more })).hits.map(({ number }) => number);

const demo = async () => {
	const edition = await app.read((tx) => findEdition(tx, 'barnbokslut-2022', null));
	if (!edition) throw new Error('the demo has no edition');
	return { row: edition, model: JSON.parse(edition.model) as EditionModel };
};

/** Adds an edition beside the demo's, of the same sections unless said otherwise. */
async function add(id: string, over: Partial<EditionModel>, ofReport?: string) {
	const { row, model } = await demo();
	const whole: EditionModel = { ...model, ...over };
	const json = canonicalJson(whole);
	await app.read(async (tx) => {
		const { slug, number, title, reportYear } = whole;
		const said = { id, slug, number, title, reportYear, model: json, hash: sha256Hex(json) };
		await insertEdition(tx, { ...row, ...said, reportId: ofReport ?? row.reportId });
		const { municipalityId } = row;
		await indexEdition(tx, { municipalityId, editionId: id, model: whole });
		return ok(null);
	});
}

const paragraph = (text: string): DocNode => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
});

describe('in the demo’s edition', () => {
	test.each(['skolor', 'elev', 'kulturskola', 'trygg', 'skola'])(
		'[P8] "%s" finds at least what stems with beginnings find',
		async (typed) => {
			const stemmer = newStemmer('swedish');
			const stem = stemmer.stem(typed);
			const { model } = await demo();
			const expected = model.sections
				.filter(({ content }) =>
					[content.title, plainText(content.doc)]
						.join(' ')
						.toLowerCase()
						.match(/\p{L}+/gu)
						?.some((word) => stemmer.stem(word).startsWith(stem))
				)
				.map(({ content }) => content.number);
			expect(expected.length).toBeGreaterThan(0);
			expect(await numbers(typed)).toEqual(expect.arrayContaining(expected));
		}
	);

	test('[P8] a hit leads to its section and shows why it was found', async () => {
		const { hits, total, outcome } = await search('trygghet');
		expect(outcome).toBe('found');
		expect(hits).toHaveLength(total);
		const [first] = hits;
		expect(first).toMatchObject({
			number: '3.3',
			address: '/r/barnbokslut-2022#figures-safety',
			report: 'Barnbokslut 2022',
			reportYear: 2022,
			edition: 1,
			replaced: false,
			department: 'Barn och utbildning'
		});
		expect(first?.title).toContainEqual({ text: 'Trygghet', hit: true });
		for (const { passage, title } of hits)
			expect([...passage, ...title].some(({ hit }) => hit)).toBe(true);
		expect(first?.indicators.map(({ key }) => key)).toContain('hog-franvaro');
	});

	test('[P8] all words must be there, phrases as they stand, and nothing that has a minus', async () => {
		const trygg = await numbers('trygg');
		const both = await numbers('trygg skola');
		expect(both.length).toBeGreaterThan(0);
		expect(trygg).toEqual(expect.arrayContaining(both));
		const kultur = await numbers('skola kultur');
		const without = await numbers('skola -kultur');
		expect(kultur.length).toBeGreaterThan(0);
		expect(without.length).toBeGreaterThan(0);
		expect([...kultur, ...without].sort()).toEqual((await numbers('skola')).sort());
		const phrase = await numbers('"barn och unga"');
		expect(phrase.length).toBeGreaterThan(0);
		expect(phrase.length).toBeLessThan((await numbers('barn unga')).length);
		expect(await numbers('"unga och barn"')).toEqual([]);
		expect(await numbers('"barn och unga" skola')).toEqual(
			expect.arrayContaining((await numbers('skola')).filter((n) => phrase.includes(n)))
		);
	});

	test('[P8] filters narrow, and their counts say what another choice would give', async () => {
		const { facets, total } = await search('skola');
		for (const { value, count } of facets.articles) {
			const narrowed = await search('skola', { filters: { article: value } });
			expect([value, narrowed.total]).toEqual([value, count]);
			// The choices of the same filter stay.
			expect(narrowed.facets.articles).toEqual(facets.articles);
		}
		for (const { value, count } of facets.departments)
			expect((await search('skola', { filters: { department: value } })).total).toBe(count);
		expect(facets.years).toEqual([{ value: 2022, count: total }]);
		expect((await search('skola', { filters: { year: 1999 } })).outcome).toBe('nothing');
	});

	test('[P8] an indicator’s key finds the sections that show it, and gives its title', async () => {
		const found = await search('', { filters: { indicator: 'ekonomiskt-bistand' } });
		expect(found.outcome).toBe('found');
		expect(found.indicator).toBe('Barn i familjer med ekonomiskt bistånd');
		expect(found.hits.map(({ number }) => number)).toEqual(['3.1']);
		expect((await search('', { filters: { indicator: 'finns-inte' } })).indicator).toBeNull();
	});

	test('[P8] page by page and key by key the hits are what they are at once', async () => {
		const whole = (await search('barn', { limit: 200 })).hits;
		const byPage = [];
		const { pages } = await search('barn', { limit: 4 });
		for (let page = 1; page <= pages; page++)
			byPage.push(...(await search('barn', { limit: 4, from: { page } })).hits);
		expect(byPage).toEqual(whole);
		const last = await search('barn', { limit: 4, from: { page: 99 } });
		expect([last.page, last.hits]).toEqual([pages, whole.slice((pages - 1) * 4)]);
		const first = await search('barn', { limit: 4, from: { after: null } });
		const second = await search('barn', { limit: 4, from: { after: first.next } });
		expect([...first.hits, ...second.hits]).toEqual(whole.slice(0, 8));
	});
});

describe('what is no search', () => {
	test('[P8] what holds no word, only common ones, or ten thousand letters is answered as such', async () => {
		for (const [typed, outcome] of [
			['', 'empty'],
			['   ', 'empty'],
			['?!*"(-', 'empty'],
			['och att i', 'tooCommon'],
			['skola '.repeat(1700), 'tooLong'],
			['xyzzy', 'nothing']
		] as const) {
			const answer = await search(typed);
			expect(answer).toMatchObject({ outcome, hits: [], total: 0, page: 1, pages: 1 });
			expect(answer.facets.years.length).toBe(outcome === 'nothing' ? 0 : 1);
		}
	});

	test('[P8] nothing found tells what each word finds, and guesses nothing', async () => {
		const { instead } = await search('trygg xyzzy', { filters: { year: 2022 } });
		const trygg = await search('trygg');
		expect(instead).toEqual({
			terms: [
				{ term: { words: ['trygg'], exact: false }, count: trygg.total },
				{ term: { words: ['xyzzy'], exact: false }, count: 0 }
			],
			unfiltered: 0,
			replaced: 0
		});
		const long = await search('trygg skola barn elev kultur xyzzy');
		expect(long.instead?.terms).toEqual([]);
		const narrow = await search('trygg', { filters: { year: 1999 } });
		expect(narrow.instead).toMatchObject({ terms: [], unfiltered: trygg.total });
	});

	test('[P8] no typed string makes an error', async () => {
		const piece = fc.constantFrom(
			...'" ( ) * - + ^ : AND OR NOT NEAR( skola trygg \' ; -- \\ % \0 title: "barn'.split(' '),
			' '
		);
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.string({ maxLength: 300, unit: 'binary' }),
					fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(' '))
				),
				async (typed) => {
					const { hits, total, outcome } = await search(typed);
					expect(hits.length).toBe(Math.min(total, 20));
					expect(outcome === 'found').toBe(total > 0);
				}
			),
			{ numRuns: 300 }
		);
	});
});

describe('in several editions', () => {
	beforeAll(async () => {
		const { model } = await demo();
		const [first] = model.sections;
		if (!first) throw new Error('no sections');
		const one = (key: string, text: string) => ({
			...first,
			content: { ...first.content, key, title: 'Rubrik', articles: [7], doc: paragraph(text) }
		});
		await add('second', {
			number: 2,
			sections: [...model.sections, one('ny', 'Zebrorna är rättade.')]
		});
		const reports = await app.read((tx) => listReports(tx, 'demo-exempelkommun'));
		await add(
			'other',
			{
				slug: 'barnbokslut-2021',
				title: 'Barnbokslut 2021',
				reportYear: 2021,
				number: 1,
				sections: [one('randig', 'Zebrorna är randiga. Namnlappen ska bort.')]
			},
			reports.find(({ slug }) => slug !== 'barnbokslut-2022')?.id
		);
	});

	test('[P8] the newest edition of each report alone is searched, and replaced ones when asked for', async () => {
		const newest = await search('trygghet');
		expect(new Set(newest.hits.map(({ edition }) => edition))).toEqual(new Set([2]));
		const all = await search('trygghet', { all: true });
		expect(all.total).toBe(2 * newest.total);
		const old = all.hits.filter(({ replaced }) => replaced);
		expect(old).toHaveLength(newest.total);
		for (const { address } of old) expect(address).toMatch(/^\/r\/barnbokslut-2022\/v\/1#/);
		for (const { address } of newest.hits) expect(address).toMatch(/^\/r\/barnbokslut-2022#/);
	});

	test('[P8] reports of all years are searched, and of equal hits the newest come first', async () => {
		const { facets, hits } = await search('zebra');
		expect(facets.years).toEqual([
			{ value: 2022, count: 1 },
			{ value: 2021, count: 1 }
		]);
		expect(hits).toHaveLength(2);
		const listed = await search('', { filters: { article: 7 } });
		expect(listed.hits.map(({ reportYear }) => reportYear)).toEqual([2022, 2021]);
	});

	test('[A8] [P2] an edition whose page is withdrawn is in no hit, count, choice or hint', async () => {
		expect((await search('namnlappen', { all: true })).total).toBe(1);
		must(
			await app.commands.withdrawForms({
				by: by('coordinator'),
				editionId: 'other',
				forms: ['html'],
				reason: 'Ett namn hade kommit med.'
			})
		);
		for (const all of [false, true]) {
			const gone = await search('namnlappen', { all });
			expect(gone).toMatchObject({ outcome: 'nothing', total: 0, hits: [] });
			expect(gone.instead).toMatchObject({ unfiltered: 0, replaced: 0 });
			const { facets } = await search('', { all });
			expect(facets.years.map(({ value }) => value)).not.toContain(2021);
			expect(facets.articles.find(({ value }) => value === 7)?.count).toBe(1);
		}
	});

	test('[P2] a form other than the page that is withdrawn takes nothing from search', async () => {
		const before = (await search('zebra')).total;
		must(
			await app.commands.withdrawForms({
				by: by('coordinator'),
				editionId: 'second',
				forms: ['pdf'],
				reason: 'Fel bild.'
			})
		);
		expect((await search('zebra')).total).toBe(before);
	});

	test('[P8] when the newest edition is withdrawn the one before it is still a replaced one', async () => {
		must(
			await app.commands.withdrawForms({
				by: by('coordinator'),
				editionId: 'second',
				forms: ['html'],
				reason: 'Rättas.'
			})
		);
		const found = await search('trygghet');
		expect(found.outcome).toBe('nothing');
		expect(found.instead?.replaced).toBeGreaterThan(0);
		const all = await search('trygghet', { all: true });
		expect(all.hits.every(({ replaced }) => replaced)).toBe(true);
	});
});
