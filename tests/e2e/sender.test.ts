import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { deflateSync, crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { desk, launch } from './browser.ts';

/** Who publishes, and the parts of an edition, as browsers show them. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGE = '/settings/sender';
const EDITION = '/r/barnbokslut-2022/v/1';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

async function faults(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
const sidewaysScroll = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** A picture of one colour: 40 by 20 pixels. */
function picture(): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const frame = Buffer.alloc(body.length + 8);
		frame.writeUInt32BE(data.length);
		body.copy(frame, 4);
		frame.writeUInt32BE(crc32(body), body.length + 4);
		return frame;
	};
	const head = Buffer.from([0, 0, 0, 40, 0, 0, 0, 20, 8, 2, 0, 0, 0]);
	const rows = Buffer.alloc(20 * (1 + 40 * 3), 0x60);
	for (let row = 0; row < 20; row++) rows[row * 121] = 0;
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0))
	]);
}

describe('the page of the sender', () => {
	it.each([
		[390, 'dark'],
		[1280, 'light']
	] as const)('[C5] has no fault that axe finds at %i px, %s', async (width, colorScheme) => {
		const { page, context } = await desk(browser, inject('base'), 'admin@demo.example', {
			viewport: { width, height: 900 },
			colorScheme,
			bypassCSP: true
		});
		await page.goto(PAGE);
		await page.getByLabel('Kommunens färg').fill('#777777');
		expect(await faults(page)).toEqual([]);
		expect(await sidewaysScroll(page)).toBe(0);
		await context.close();
	});

	it('[O2] says what is wrong at its field, keeps what was typed, and shows what was saved', async () => {
		const { page, context, complaints } = await desk(
			browser,
			inject('base'),
			'samordnare@demo.example'
		);
		await page.goto(PAGE);
		const field = (label: string) => page.getByLabel(label, { exact: false });
		const press = () => page.getByRole('button', { name: 'Spara' }).click();
		await field('Kommunens färg').fill('#777777');
		await page.getByText('Kontrasten mot vitt är 4,4 till 1. Det behövs minst 4,5.').waitFor();
		await field('Webbadress').fill('exempel.se');
		await field('Enhet').fill('Barnrättsstrategen');
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: 'vapen.png', mimeType: 'image/png', buffer: picture() });
		await press();
		await page.getByText('Välj en mörkare färg. Kontrasten mot vitt ska vara').waitFor();
		expect(await page.locator('[aria-invalid="true"]').count()).toBe(3);
		expect(await page.locator(':focus').getAttribute('name')).toBe('logoAlt');
		expect(await field('Enhet').inputValue()).toBe('Barnrättsstrategen');

		await field('Vad logotypen säger').fill('Exempelkommun');
		await field('Kommunens färg').fill('#1f6b3a');
		await field('Webbadress').fill('https://exempel.se/barn');
		await press();
		await page.getByText('Nästa utgåva visar det här.').waitFor();
		const logo = page.getByRole('img', { name: 'Exempelkommun' });
		// The picture is on its way when its place is there: decode() waits for it, and fails if it never comes.
		expect(
			await logo.evaluate(async (img: HTMLImageElement) => {
				await img.decode();
				return img.naturalWidth;
			})
		).toBe(40);
		await page.reload();
		expect(await field('Kommunens färg').inputValue()).toBe('#1f6b3a');

		// The other tests' editions are to be as they were.
		await field('Ta bort logotypen').check();
		for (const label of ['Kommunens färg', 'Webbadress', 'Enhet']) await field(label).fill('');
		await press();
		await page.getByText('Nästa utgåva visar det här.').waitFor();
		await page.getByLabel('Ta bort logotypen').waitFor({ state: 'detached' });
		expect(complaints).toEqual([]);
		await context.close();
	});

	it('[A2] is not there for writers, and nobody leads them to it', async () => {
		const { page, context } = await desk(browser, inject('base'), 'skola@demo.example');
		expect((await page.goto(PAGE))?.status()).toBe(403);
		await page.goto('/reports');
		expect(await page.locator(`a[href="${PAGE}"]`).count()).toBe(0);
		await context.close();
	});
});

describe('the parts of an edition', () => {
	it.each([
		[390, 'dark', '/artikel/12'],
		[1280, 'light', '/forvaltning/kultur-och-fritid'],
		[390, 'light', '/sammanfattning'],
		[390, 'light', '/lattlast']
	] as const)(
		'[P5] at %i px, %s, %s has no fault that axe finds',
		async (width, colorScheme, path) => {
			const { page, context } = await desk(browser, inject('base'), null, {
				viewport: { width, height: 900 },
				colorScheme,
				bypassCSP: true
			});
			await page.goto(EDITION + path);
			expect(await page.locator('script').count()).toBe(0);
			expect(await faults(page)).toEqual([]);
			expect(await sidewaysScroll(page)).toBe(0);
			await context.close();
		}
	);

	it('[P5] the keyboard goes from the edition to the easy-read text, in large letters, and back', async () => {
		const { page, context } = await desk(browser, inject('base'), null, {
			javaScriptEnabled: false
		});
		await page.goto('/r/barnbokslut-2022');
		await page.getByRole('link', { name: 'Lättläst', exact: true }).press('Enter');
		await page.waitForURL(`**${EDITION}/lattlast`);
		const title = await page.locator('h1').innerText();
		expect(title.replaceAll('\u00ad', '')).toBe('Lättläst sammanfattning');
		expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
			`${inject('base')}/r/barnbokslut-2022`
		);
		const size = await page
			.locator('.text p')
			.first()
			.evaluate((p) => getComputedStyle(p).fontSize);
		expect(size).toBe('21px');
		await page.getByRole('link', { name: 'Läs hela rapporten' }).press('Enter');
		await page.waitForURL(`**${EDITION}`);
		await context.close();
	});

	it('[P5] the summary is one printed page', async () => {
		const { page, context } = await desk(browser, inject('base'), null);
		await page.goto(`${EDITION}/sammanfattning`);
		const pdf = await page.pdf({ preferCSSPageSize: true });
		expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
		await context.close();
	});

	it('[P2] an address without a number leads to the newest edition, and to nothing else', async () => {
		const get = (path: string) => fetch(inject('base') + path, { redirect: 'manual' });
		const newest = await get('/r/barnbokslut-2022/artikel/12');
		expect(newest.status).toBe(307);
		expect(newest.headers.get('location')).toMatch(/^\/r\/barnbokslut-2022\/v\/\d+\/artikel\/12$/);
		for (const path of ['/artikel/54', '/forvaltning/finns-inte', '/artikel/x', '/barn/1'])
			expect((await get(EDITION + path)).status, path).toBe(404);
		expect((await get('/r/finns-inte/barn')).status).toBe(404);
	});
});
