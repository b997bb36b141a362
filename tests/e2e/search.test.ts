import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { desk, launch } from './browser.ts';

/** The search page as readers use it: a form, a list, no script. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

async function faults(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
	const scroll = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	return [
		...found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
		...(scroll > 0 ? [`sideways scroll of ${scroll} px`] : [])
	];
}

it.each([
	[390, 'dark'],
	[1280, 'light']
] as const)(
	'[P5] the search page has no fault that axe finds at %i px, %s',
	async (width, theme) => {
		const viewport = { width, height: 900 };
		const { page, context } = await desk(browser, inject('base'), null, {
			viewport,
			colorScheme: theme,
			bypassCSP: true
		});
		for (const path of [
			'/sok',
			'/sok?q=skola&artikel=28&nyckeltal=hog-franvaro',
			'/sok?q=trygg+xyzzy'
		]) {
			await page.goto(path);
			expect(await faults(page), path).toEqual([]);
		}
		await context.close();
	}
);

it('[P5] [P8] a reader finds a section by keyboard alone, without a script', async () => {
	const { page, context } = await desk(browser, inject('base'), null, {
		javaScriptEnabled: false
	});
	await page.goto('/r/barnbokslut-2022');
	await page.locator('.masthead').getByRole('link', { name: 'Sök i barnboksluten' }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('searchbox', { name: 'Vad söker du?' }).focus();
	await page.keyboard.type('trygghet i skolan');
	await page.keyboard.press('Enter');
	const heading = page.getByRole('heading', { level: 2 });
	await heading.waitFor();
	expect(await heading.innerText()).toMatch(/^\d+ avsnitt innehåller ”trygghet” och ”skolan”$/);
	expect(await page.title()).toContain(await heading.innerText());
	expect(await page.locator('script').count()).toBe(0);
	expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
	expect(await page.locator('mark').first().innerText()).toMatch(/trygg|skol/i);
	const first = page.getByRole('listitem').getByRole('heading', { level: 3 }).first();
	const title = (await first.innerText()).trim();
	await first.getByRole('link').focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/r\/barnbokslut-2022#/);
	const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
	expect((await target.getByRole('heading').first().innerText()).trim()).toBe(title);
	await context.close();
});

it('[P8] [P3] a query of any kind has an answer, the same for everybody', async () => {
	const get = async (query: string, headers: Record<string, string> = {}) =>
		fetch(`${inject('base')}/sok?${query}`, { headers });
	const long = new URLSearchParams({ q: 'skola '.repeat(1700) }).toString();
	for (const [query, words] of [
		[long, 'Sökningen är för lång'],
		['q=och+att', 'De orden står i nästan varje avsnitt'],
		['q=%22%28%2A+AND', 'innehåller ”and”'],
		["q='; DROP TABLE passage; --", 'innehåller'],
		['q=skola&ar=x&artikel=-1&sida=0', 'avsnitt innehåller ”skola”'],
		['q=<script>alert(1)</script>', 'innehåller ”script alert 1 script”']
	] as const) {
		const answer = await get(query);
		expect([query, answer.status]).toEqual([query, 200]);
		const page = await answer.text();
		expect([query, page.includes('<script')]).toEqual([query, false]);
		expect(page, query).toContain(words);
	}
	const plain = await get('q=skola');
	const english = await get('q=skola', { 'accept-language': 'en' });
	expect(await english.text()).toBe(await plain.text());
	expect(plain.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
});
