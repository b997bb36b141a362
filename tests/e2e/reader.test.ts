import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desk, launch } from './browser.ts';

/** The reader's pages as browsers show them: the demo's published edition, without a session. */

const EDITION = '/r/barnbokslut-2022';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** A page of a size and theme; the pages have no scripts, but axe is one. */
async function open(
	path: string,
	width: number,
	colorScheme: 'light' | 'dark' = 'light'
): Promise<Page> {
	const viewport = { width, height: 900 };
	const { page } = await desk(browser, inject('base'), null, {
		viewport,
		colorScheme,
		bypassCSP: true
	});
	await page.goto(path);
	return page;
}

/** Goes to the edition and waits for its letters, the last thing that it asks for. */
async function withFont(page: Page): Promise<void> {
	const font = page.waitForResponse((response) => response.url().endsWith('.woff2'));
	await page.goto(EDITION, { waitUntil: 'load' });
	await font;
}

async function violations(page: Page, without: string[] = []): Promise<string[]> {
	const found = await new AxeBuilder({ page })
		.setLegacyMode(true)
		.withTags(RULES)
		.disableRules(without)
		.analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const sidewaysScroll = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Text smaller than 13 px as it is shown, in pictures too. */
const smallText = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const small = new Set<string>();
		for (const element of document.querySelectorAll('body *')) {
			const hasWords = [...element.childNodes].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
			);
			if (!hasWords || element.getClientRects().length === 0) continue;
			const svg = element.closest('svg');
			const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
			const size = parseFloat(getComputedStyle(element).fontSize) * scale;
			if (size < 13) small.add(`${element.tagName} ${size.toFixed(1)}px`);
		}
		return [...small];
	});

describe('the reader’s page', () => {
	it.each([
		[320, 'light'],
		[390, 'dark'],
		[820, 'light'],
		[1280, 'light'],
		[1280, 'dark']
	] as const)(
		'[P5] has no fault that axe finds, no sideways scroll and no small text at %i px, %s',
		async (width, scheme) => {
			const page = await open(EDITION, width, scheme);
			expect(await violations(page)).toEqual([]);
			expect(await sidewaysScroll(page)).toBe(0);
			expect(await smallText(page)).toEqual([]);
			await page.context().close();
		}
	);

	it('[P5] the statement and a page that is not there have none either', async () => {
		for (const path of ['/tillganglighet', '/r/finns-inte']) {
			const page = await open(path, 320);
			expect(await violations(page), path).toEqual([]);
			await page.context().close();
		}
	});

	it('[P5] needs no script: none is sent, and the words are there without', async () => {
		const { page, context } = await desk(browser, inject('base'), null, {
			javaScriptEnabled: false
		});
		const loaded: string[] = [];
		page.on('request', (request) => loaded.push(request.resourceType()));
		await withFont(page);
		expect(new Set(loaded)).toEqual(new Set(['document', 'stylesheet', 'font']));
		expect(await page.locator('h1').innerText()).toBe('Barnbokslut 2022');
		// What search engines are told is data: no browser runs it.
		expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
		await context.close();
	});

	it('[P5] the contents stand open beside the text, and the keyboard reaches them', async () => {
		const page = await open(EDITION, 1280);
		await page.keyboard.press('Tab');
		expect(await page.locator(':focus').getAttribute('class')).toBe('skip');
		// Past the house around and the ways to parts of the report.
		for (let i = 0; i < 7; i++) await page.keyboard.press('Tab');
		expect(await page.locator(':focus').innerText()).toBe('Har barnen fått det bättre?');
		const narrow = await open(EDITION, 390);
		expect(await narrow.locator('.contents li').first().isVisible()).toBe(false);
		await narrow.locator('.contents summary').click();
		expect(await narrow.locator('.contents li').first().isVisible()).toBe(true);
		await Promise.all([page.context().close(), narrow.context().close()]);
	});

	it('[P5] in print everything that is folded stands open', async () => {
		const page = await open(EDITION, 1280);
		await page.emulateMedia({ media: 'print' });
		for (const inside of ['.numbers table', '.about dd', '.hashes dd', '.passage details li'])
			expect(await page.locator(inside).first().isVisible(), inside).toBe(true);
		expect(await page.locator('.title, .contents').count()).toBe(2);
		for (const part of await page.locator('.edition > :is(.title, .contents)').all())
			expect(await part.isVisible()).toBe(true);
		for (const part of await page.locator('.masthead, .permalink').all())
			expect(await part.isVisible()).toBe(false);
		// Nobody presses what is on paper.
		expect(await violations(page, ['target-size'])).toEqual([]);
		await page.context().close();
	});

	it('[P5] nothing jumps while a telephone loads it', async () => {
		const { page, context } = await desk(browser, inject('base'), null, {
			viewport: { width: 390, height: 844 }
		});
		await withFont(page);
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let sum = 0;
					const add = (list: PerformanceObserverEntryList) => {
						for (const entry of list.getEntries())
							sum += (entry as PerformanceEntry & { value: number }).value;
					};
					new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
					document.fonts.ready.then(
						() => requestAnimationFrame(() => resolve(sum)),
						() => resolve(1)
					);
				})
		);
		expect(shift).toBeLessThan(0.05);
		await context.close();
	});
});

describe('what readers are sent', () => {
	const get = (path: string, headers: Record<string, string> = {}) =>
		fetch(inject('base') + path, { headers, redirect: 'manual' });

	it('[P3] is the same for everybody, whatever they are signed in as or speak', async () => {
		const { context, page } = await desk(browser, inject('base'), 'ledamot@demo.example');
		await page.goto(EDITION);
		const cookie = (await context.cookies())
			.map(({ name, value }) => `${name}=${value}`)
			.join('; ');
		expect(cookie).not.toBe('');
		const plain = await (await get(EDITION)).text();
		const signedIn = await get(EDITION, { cookie, 'accept-language': 'en' });
		expect(await signedIn.text()).toBe(plain);
		expect(signedIn.headers.get('set-cookie')).toBeNull();
		expect(plain).toContain('<html lang="sv">');
		await context.close();
	});

	it('[P2] may be kept by anyone and is asked for again with its ETag', async () => {
		for (const path of [EDITION, `${EDITION}/v/1`]) {
			const first = await get(path);
			expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
			expect(Date.parse(first.headers.get('last-modified') ?? '')).toBeGreaterThan(0);
			const etag = first.headers.get('etag') ?? '';
			expect(etag).toMatch(/^"/);
			expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
		}
	});

	it('[A8] of what is not there is 404', async () => {
		for (const path of [
			'/r/finns-inte',
			`${EDITION}/v/2`,
			`${EDITION}/v/0`,
			`${EDITION}/v/x`,
			`${EDITION}/v/1/images/x`
		])
			expect((await get(path)).status, path).toBe(404);
	});

	it('[P5] is at most 60 kB on the way and three requests, the letters included', async () => {
		const { page, context } = await desk(browser, inject('base'), null);
		const sizes: Promise<number>[] = [];
		page.on('requestfinished', (request) => {
			sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
		});
		await withFont(page);
		await page.waitForLoadState('networkidle');
		const all = await Promise.all(sizes);
		expect(all).toHaveLength(3);
		const total = all.reduce((sum, size) => sum + size, 0);
		expect(total).toBeGreaterThan(40_000);
		expect(total).toBeLessThan(60_000);
		await context.close();
	});

	it('[P4] machines find the edition, its data and where they may not look', async () => {
		const text = async (path: string, type: string) => {
			const answer = await get(path);
			expect(answer.headers.get('content-type'), path).toBe(`${type}; charset=utf-8`);
			expect(answer.headers.get('cache-control')).toContain('public');
			const again = await get(path, { 'if-none-match': answer.headers.get('etag') ?? '' });
			expect(again.status, path).toBe(304);
			return answer.text();
		};
		const address = inject('base') + EDITION;
		expect(await text('/sitemap.xml', 'application/xml')).toContain(`<loc>${address}</loc>`);
		expect(await text('/rss.xml', 'application/rss+xml')).toContain(`<link>${address}/v/1</link>`);
		expect(await text('/robots.txt', 'text/plain')).toContain('Disallow: /reports');
		expect(await text('/dcat.rdf', 'application/rdf+xml')).toContain(`"${address}/v/1.csv"`);
		for (const path of ['/', EDITION])
			expect(await (await get(path)).text(), path).toContain('type="application/rss+xml"');
	});
});
