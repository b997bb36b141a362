import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { PATIENCE, proseOf, sectionOf, synced, writeParagraph } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const TITLE = 'Barnbokslut, nästa år';

/** The way to last year's text that this width of page shows. */
const wayIn = (page: Page, key: string) =>
	sectionOf(page, key)
		.getByRole('button', { name: /^Förra årets text/ })
		.filter({ visible: true });

const hasFocus = (page: Page, words: RegExp) =>
	expect
		.poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''), PATIENCE)
		.toMatch(words);

test('[Y1] [Y2] a coordinator makes next year’s report: twelve areas to follow up, last year’s text beside', async () => {
	const { page } = await sit(browser, inject('base'), 'coordinator');
	await page.goto('/reports');
	await page.getByRole('link', { name: 'Gör nästa års rapport' }).click();
	const from = page.getByRole('heading', { name: 'Ur Barnbokslut 2022, utgåva 1' });
	// Other tests publish reports of their own.
	await page.getByRole('heading', { name: /^Ur / }).waitFor();
	if (!(await from.isVisible())) {
		const chosen = page.getByLabel('Förra rapporten');
		// What is chosen before the page's scripts are at work, they set back.
		await expect
			.poll(async () => {
				await chosen.selectOption({ label: 'Barnbokslut 2022, Kommunstyrelsen, utgåva 1' });
				await page.getByRole('button', { name: 'Visa' }).click();
				return from.isVisible();
			}, PATIENCE)
			.toBe(true);
	}
	await from.waitFor();
	await page.getByText(/^12 utvecklingsområden med \d+ åtgärder att följa upp/).waitFor();
	await page.getByText('Ingen mening kopieras', { exact: false }).waitFor();
	await page.getByLabel('Verksamhetsår').fill('2022');
	await page.getByRole('button', { name: 'Skapa rapporten' }).click();
	await page.getByText('Skriv ett år efter den förra rapportens.').first().waitFor();
	await page.getByLabel('Verksamhetsår').fill('2031');
	await page.getByLabel('Titel').fill(TITLE);
	await page.getByRole('button', { name: 'Skapa rapporten' }).click();
	await page.waitForURL(/\/reports\/[^/]+\/board$/);
	const room = new URL(page.url()).pathname.replace(/\/board$/, '');

	await page.goto(`${room}#section-followUp`);
	await synced(page, 'followUp');
	const areas = proseOf(page, 'followUp').locator('[data-block="area"]');
	await expect.poll(() => areas.count(), PATIENCE).toBe(12);

	// By keyboard: open, read, go on writing with it there, close, and be where one was.
	await wayIn(page, 'followUp').focus();
	await page.keyboard.press('Enter');
	const panel = page.getByRole('complementary', { name: /^Förra årets text ?: 4 / });
	await panel.getByText('Det här lovades').waitFor();
	await hasFocus(page, /^Förra årets text/);
	await panel.getByRole('button', { name: 'Till texten' }).click();
	await expect
		.poll(
			() => proseOf(page, 'followUp').evaluate((text) => text.contains(document.activeElement)),
			PATIENCE
		)
		.toBe(true);
	expect(await panel.isVisible()).toBe(true);

	await page.goto(`${room}#section-conclusions`);
	await synced(page, 'conclusions');
	await wayIn(page, 'conclusions').click();
	const beside = page.getByRole('complementary', { name: /^Förra årets text ?: .*Slutsatser/ });
	await beside.locator('.prose p').first().waitFor();
	const said = (await beside.locator('.prose p').first().innerText()).replaceAll('\u00ad', '');
	expect(said.length).toBeGreaterThan(20);
	await writeParagraph(page, 'conclusions', 'Det här är nytt i år.');
	expect(await proseOf(page, 'conclusions').innerText()).not.toContain(said.slice(0, 20));
	await beside.getByRole('button', { name: 'Stäng' }).focus();
	await page.keyboard.press('Escape');
	await beside.waitFor({ state: 'detached' });
	await hasFocus(page, /^Förra årets text: .*Slutsatser/);
});

test('[Y1] on a phone last year’s text comes from below and goes by Escape', async () => {
	const { page } = await sit(browser, inject('base'), 'coordinator', {
		viewport: { width: 390, height: 844 }
	});
	await page.goto('/reports');
	await page.getByRole('link', { name: 'Barnbokslut 2023', exact: true }).click();
	await page.waitForURL(/\/reports\/[^/]+$/);
	await synced(page, 'followUp');
	await wayIn(page, 'followUp').click();
	const sheet = page.getByRole('dialog', { name: 'Förra årets text' });
	await sheet.getByText('Det här lovades').waitFor();
	await sheet.getByText('Skola som arena/Lights on').first().waitFor();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBe(390);
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden' });
	await hasFocus(page, /^Förra årets text: 4 /);
});
