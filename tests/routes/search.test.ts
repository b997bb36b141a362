import { afterAll, beforeAll, expect, test } from 'vitest';
import { asText } from './json-schema.ts';
import { startWorld, type World } from './world.ts';

/** `GET /search`: the view has the rest. */

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const search = (query: Record<string, string>) =>
	world.as(null, 'GET', `/search?${new URLSearchParams(query).toString()}`);
type Item = { address: string; passage: { text: string; hit: boolean }[] };

test('[O1] [P3] anybody searches, and every page of the answer comes once', async () => {
	const whole = await search({ q: 'skola', limit: '200' });
	const all = whole.body?.['items'] as Item[];
	expect(whole.status).toBe(200);
	expect(all.length).toBeGreaterThan(10);
	expect(whole.body).toMatchObject({ total: all.length, next: null, outcome: 'found', left: [] });
	const paged: Item[] = [];
	let after = '';
	for (let n = 0; n < 10; n++) {
		const { body } = await search({ q: 'skola', limit: '5', after });
		paged.push(...(body?.['items'] as Item[]));
		if (body?.['next'] === null) break;
		after = asText(body?.['next']);
	}
	expect(paged).toEqual(all);
	for (const { address } of all) expect(address).toMatch(/^\/r\/barnbokslut-2022#[\w-]+$/);
});

test('[O1] an answer can be asked for again at the price of a 304', async () => {
	const { headers } = await search({ q: 'trygg' });
	const path = '/search?q=trygg';
	const known = { 'if-none-match': headers.get('etag') ?? '' };
	expect((await world.as(null, 'GET', path, { headers: known })).status).toBe(304);
});

test('[O2] what cannot be a search is refused at its field', async () => {
	for (const [field, value] of [
		['q', 'skola '.repeat(1700)],
		['year', 'tjugo'],
		['article', '0'],
		['all', 'kanske'],
		['limit', '0'],
		['after', 'WzFd'],
		['after', '"']
	] as const) {
		const refused = await search({ q: 'skola', [field]: value });
		expect([field, refused.status, refused.error['code']]).toEqual([field, 422, 'invalid']);
		const problems = refused.error['problems'] as { field: string }[];
		expect(problems.map((p) => p.field)).toContain(field);
	}
});

test('[O1] a search without words, or with words that stand everywhere, finds nothing and says so', async () => {
	for (const [q, outcome] of [
		['', 'empty'],
		['?! *', 'empty'],
		['och att', 'tooCommon'],
		['xyzzy', 'nothing']
	] as const)
		expect((await search({ q })).body).toMatchObject({ outcome, items: [], total: 0 });
	const byArticle = await search({ article: '28' });
	expect(byArticle.body).toMatchObject({ outcome: 'found' });
});
