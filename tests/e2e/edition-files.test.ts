import { FILE_FORMS, FILES, formAddress } from '#core/forms.ts';
import { AxeBuilder } from '@axe-core/playwright';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { testFolder } from './processes.ts';

/** The files of the demo's edition as they are fetched, and the page that needs no connection. */

const SLUG = 'barnbokslut-2022';
const get = (path: string, init: RequestInit = {}) =>
	fetch(inject('base') + path, { redirect: 'manual', ...init });

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

describe('the files of an edition', () => {
	it('[P4] have addresses beside the page’s, and neither hides the other', async () => {
		for (const form of FILES) {
			const answer = await get(formAddress(SLUG, 1, form));
			const bytes = await answer.arrayBuffer();
			expect([form, answer.status]).toEqual([form, 200]);
			expect(answer.headers.get('content-type')).toBe(FILE_FORMS[form].type);
			expect(bytes.byteLength).toBe(Number(answer.headers.get('content-length')));
			const newest = await get(`/r/${SLUG}${FILE_FORMS[form].suffix}`);
			expect([newest.status, newest.headers.get('location')]).toEqual([
				307,
				formAddress(SLUG, 1, form)
			]);
		}
		for (const page of [`/r/${SLUG}`, `/r/${SLUG}/v/1`]) {
			const answer = await get(page);
			expect([page, answer.status]).toEqual([page, 200]);
			expect(await answer.text()).toContain('<article class="edition"');
		}
		for (const nothing of ['v/1.exe', 'v/2.pdf', 'v/01.pdf', 'v/1.pdf/images/x', 'v/1pdf'])
			expect([nothing, (await get(`/r/${SLUG}/${nothing}`)).status]).toEqual([nothing, 404]);
		expect((await get('/r/finns-inte.pdf')).status).toBe(404);
	});

	it('[P2] answer HEAD without a body, and 304 to who has the same bytes', async () => {
		const path = formAddress(SLUG, 1, 'zip');
		const head = await get(path, { method: 'HEAD' });
		expect([head.status, await head.text()]).toEqual([200, '']);
		expect(Number(head.headers.get('content-length'))).toBeGreaterThan(10_000);
		const etag = head.headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
		expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
	});

	it('[P4] the schema that the JSON names is there', async () => {
		const file = (await (await get(formAddress(SLUG, 1, 'json'))).json()) as { $schema: string };
		const answer = await get(new URL(file.$schema, inject('base')).pathname);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('application/schema+json');
		expect(await answer.json()).toMatchObject({ title: 'Edition', type: 'object' });
	});

	it('[P5] a page for a file that there is not is in Swedish and has no fault', async () => {
		const context = await browser.newContext({ bypassCSP: true, locale: 'en-GB' });
		const page = await context.newPage();
		await page.goto(`${inject('base')}/r/${SLUG}/v/9.pdf`);
		expect(await page.locator('h1').innerText()).toBe('Sidan finns inte');
		expect(await violations(page)).toEqual([]);
		await context.close();
	});
});

async function violations(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page })
		.setLegacyMode(true)
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** The saved page, opened from a disk by a browser without a connection. */
async function openOffline(options: Parameters<Browser['newContext']>[0]) {
	const answer = await get(formAddress(SLUG, 1, 'offline'));
	const file = join(testFolder(), 'utgava.html');
	writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
	const context = await browser.newContext(options);
	await context.setOffline(true);
	const page = await context.newPage();
	const asked: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	page.on('console', (message) => complaints.push(message.text()));
	page.on('pageerror', (error) => complaints.push(String(error)));
	const url = pathToFileURL(file).href;
	await page.goto(url, { waitUntil: 'load' });
	return {
		context,
		page,
		complaints,
		others: () => asked.filter((one) => one !== url && !one.startsWith('data:'))
	};
}

describe('the page that needs no connection', () => {
	it('[P5] asks for nothing, has no script, and shows its letters and pictures', async () => {
		const { context, page, complaints, others } = await openOffline({});
		expect(await page.locator('h1').innerText()).toBe('Barnbokslut 2022');
		await page.evaluate(() => document.fonts.ready.then(() => undefined));
		const letters = await page.evaluate(() =>
			[...document.fonts].map((f) => `${f.family.replaceAll('"', '')} ${f.status}`)
		);
		expect(letters).toContain('Source Sans 3 loaded');
		expect(await page.locator('script, link, iframe, object, [style]').count()).toBe(0);
		for (const image of await page.locator('img').all())
			expect(await image.evaluate((e: HTMLImageElement) => e.naturalWidth)).toBeGreaterThan(0);
		expect(await page.locator('a[href^="/"]').count()).toBe(0);
		expect(others()).toEqual([]);
		expect(complaints).toEqual([]);
		await context.close();
	});

	it.each([
		[390, 'dark'],
		[1280, 'light']
	] as const)(
		'[P5] has no fault that axe finds and no sideways scroll at %i px, %s',
		async (width, colorScheme) => {
			const viewport = { width, height: 900 };
			const { context, page } = await openOffline({ viewport, colorScheme, bypassCSP: true });
			expect(await violations(page)).toEqual([]);
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
			).toBe(0);
			await context.close();
		}
	);

	it('[P5] prints as the reader’s page does: what is folded stands open', async () => {
		const { context, page } = await openOffline({});
		await page.emulateMedia({ media: 'print' });
		for (const inside of ['.numbers table', '.about dd', '.hashes dd'])
			expect(await page.locator(inside).first().isVisible(), inside).toBe(true);
		for (const part of await page.locator('.permalink').all())
			expect(await part.isVisible()).toBe(false);
		await context.close();
	});
});
