import { createApp } from '#server/create-app.ts';
import { ensureDemo } from '#server/demo/ensure.ts';
import { openStore } from '#server/store/store.ts';
import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '../support/act.ts';
import { corrected, keepEdition, modelOf, nextEdition } from '../support/next-edition.ts';
import { desk, launch } from './browser.ts';
import { end, startProcess, type Running } from './processes.ts';

/** Two editions side by side, as a browser shows them to somebody without a session. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const YEARS = '/r/barnbokslut-2023/jamfor';
const CORRECTION = '/r/barnbokslut-2022/jamfor';
const FIRST = '/r/barnbokslut-2022/jamfor?utgava=1';

let browser: Browser;
let server: Running;
const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-compare-'));

/** A demo with a correction and a next year, which other tests must not see. */
beforeAll(async () => {
	const options = { file: join(folder, 'barnbokslut.sqlite'), migrations: resolve('drizzle') };
	const app = await createApp({ ...options, origin: 'http://localhost' });
	await ensureDemo(app);
	await app.close();
	const store = openStore(options);
	must(
		await store.write(async (tx) => {
			const model = await modelOf(tx, 'barnbokslut-2022', 1);
			must(await keepEdition(tx, corrected(model)));
			return keepEdition(tx, nextEdition(model));
		})
	);
	store.close();
	[browser, server] = await Promise.all([launch(), startProcess({ DATA_DIR: folder, PORT: '0' })]);
});
afterAll(async () => {
	await browser.close();
	await end(server.child, 'SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

async function open(
	path: string,
	width = 1280,
	colorScheme: 'light' | 'dark' = 'light'
): Promise<Page> {
	const viewport = { width, height: 900 };
	const { page } = await desk(browser, server.base, null, {
		viewport,
		colorScheme,
		bypassCSP: true
	});
	await page.goto(path);
	return page;
}

const sidewaysScroll = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

it.each([
	[YEARS, 390, 'light'],
	[YEARS, 1280, 'dark'],
	[CORRECTION, 320, 'dark'],
	[FIRST, 1280, 'light']
] as const)(
	'[P5] %s has no fault that axe finds and no sideways scroll at %i px, %s',
	async (path, width, scheme) => {
		const page = await open(path, width, scheme);
		const axe = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
		expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
		expect(await sidewaysScroll(page)).toBe(0);
		await page.context().close();
	}
);

it('[P5] without scripts: figures first, then promises, then the words with what came and went', async () => {
	const { page, context, complaints } = await desk(browser, server.base, null, {
		javaScriptEnabled: false
	});
	await page.goto(YEARS);
	expect(await page.locator('script').count()).toBe(0);
	expect(await page.locator('h1').innerText()).toBe(
		'Barnbokslut 2023 jämfört med Barnbokslut 2022'
	);
	expect(await page.locator('main h2').allInnerTexts()).toEqual([
		'Siffrorna',
		'Löftena och utfallet',
		'Texten'
	]);
	const row = page.getByRole('row').filter({ hasText: 'Barn med en förälder' });
	expect(await row.innerText()).toMatch(/Förbättrat[\s\S]*ned 2,0\u00a0procentenheter från 2021/);
	expect(await page.getByText('Alla 12 områden i planen finns i uppföljningen.').isVisible()).toBe(
		true
	);
	// The marks are words for those who do not see them.
	const added = page.locator('ins').first();
	expect(await added.textContent()).toMatch(/^Tillagt: \S.*Slut på tillagt\. $/s);
	expect(await added.evaluate((ins) => getComputedStyle(ins).textDecorationLine)).toBe('underline');
	expect(await page.locator('del').first().textContent()).toMatch(
		/^Borttaget: \S.*Slut på borttaget\. $/s
	);
	// What has not changed is folded and counted.
	expect(await page.getByText(/^… \d+ stycken oförändrade …$/).count()).toBeGreaterThan(0);
	const same = page.getByText(/^Visa de \d+ oförändrade avsnitten$/);
	expect(await page.locator('.same-sections li').first().isVisible()).toBe(false);
	await same.click();
	expect(await page.locator('.same-sections li').first().isVisible()).toBe(true);
	expect(complaints).toEqual([]);
	await context.close();
});

it('[P2] a correction is told by what it changed alone, with its reason; the first has nothing before it', async () => {
	const page = await open(CORRECTION);
	expect(await page.locator('h1').innerText()).toBe('Barnbokslut 2022: vad utgåva 2 ändrade');
	const text = await page.locator('main').innerText();
	expect(text).toContain('Därför finns utgåva 2: Ett ord och en siffra var fel.');
	expect(text).toContain('17 nyckeltal har samma uppgifter.');
	expect(text).toContain('Reviderat');
	expect(await page.locator('ins').allInnerTexts()).toHaveLength(1);
	await page.goto(FIRST);
	expect(await page.locator('main').innerText()).toContain(
		'Det finns ingen tidigare utgåva att jämföra med än.'
	);
	await page.context().close();
});

it('[P3] is the same for everybody, at addresses with other editions and their numbers', async () => {
	const get = (path: string) => fetch(server.base + path, { redirect: 'manual' });
	const answer = await get(`${YEARS}/barnbokslut-2022?utgava=1&med=1`);
	expect([answer.status, answer.headers.get('cache-control')]).toEqual([
		200,
		'public, max-age=0, must-revalidate'
	]);
	expect(await answer.text()).toContain('Barnbokslut 2022, utgåva 1, publicerad');
	expect((await get(`${CORRECTION}?utgava=2&med=1`)).status).toBe(200);
	for (const path of [
		`${YEARS}/finns-inte`,
		`${YEARS}?med=9`,
		`${YEARS}?utgava=x`,
		'/r/finns-inte/jamfor'
	])
		expect((await get(path)).status, path).toBe(404);
});

it('[P5] in print the marks stay and what leads elsewhere goes', async () => {
	const page = await open(YEARS);
	await page.emulateMedia({ media: 'print' });
	expect(
		await page
			.locator('del')
			.first()
			.evaluate((del) => getComputedStyle(del).textDecorationLine)
	).toBe('line-through');
	for (const part of await page.locator('.compare-contents, .same-sections').all())
		expect(await part.isVisible()).toBe(false);
	expect(await page.locator('.compare-figures details li').first().isVisible()).toBe(true);
	await page.context().close();
});
