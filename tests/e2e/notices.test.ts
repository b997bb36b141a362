import { AxeBuilder } from '@axe-core/playwright';
import { dayInStockholm } from '#core/deadline.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { newReport, sectionIn, submit, write } from './report.ts';
import { PATIENCE } from './room.ts';
import { sit } from './sit.ts';

/** Days on the board, and what people are told, as browsers show them. */

const DAY = 24 * 60 * 60 * 1000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const TITLE = 'Dagar och meddelanden';
const KEY = 'units.culture';
const WORDS = [{ type: 'text', text: 'Biblioteket har öppet längre.' }];

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

it('[R6] [N1] a day is set beside the board, lateness is shown, and a notice leads to what it tells of', async () => {
	const base = inject('base');
	const report = await newReport(base, TITLE);
	const { id, title } = sectionIn(report, KEY);
	const { page } = await sit(browser, base, 'coordinator', {
		viewport: { width: 390, height: 900 },
		colorScheme: 'dark',
		bypassCSP: true
	});
	const board = `/reports/${report.id}/board`;
	await page.goto(board);
	await page.getByRole('link', { name: 'Ändra sista dagar' }).click();
	await page.waitForURL(/deadlines$/);
	const past = dayInStockholm(Date.now() - 10 * DAY);
	await page.getByLabel('För hela rapporten').fill(dayInStockholm(Date.now() + 30 * DAY));
	const own = page.locator(`[name="${id}"]`);
	expect(await own.getAttribute('type')).toBe('date');
	await own.fill(past);
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.waitForURL(/board\?days$/);
	await page.getByText('Dagarna är sparade.').waitFor();
	await page.getByRole('link', { name: '1 avsnitt är försenat' }).click();
	await page.waitForURL(/state=late/);
	const rows = page.getByRole('row').filter({ hasText: /\d+ dagar för sent/ });
	await expect.poll(() => rows.allTextContents(), PATIENCE).toHaveLength(1);
	expect(await rows.textContent()).toContain(title);
	const faults = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
	expect(faults.violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)).toEqual([]);

	await write(base, id, 'culture', {
		type: 'doc',
		content: [{ type: 'paragraph', content: WORDS }]
	});
	await submit(base, id, 'culture');
	await page.goto('/');
	await page.getByRole('link', { name: /^Meddelanden \(\d+\+?\)$/ }).click();
	await page.waitForURL('**/notices');
	const line = page.getByRole('listitem').filter({ hasText: TITLE });
	await line.waitFor();
	expect(await line.textContent()).toMatch(/Oläst.*skickade in för godkännande/s);
	await line.getByRole('link').click();
	await page.waitForURL(`**/reports/${report.id}/sections/${id}`);
	await page.goto('/notices');
	await line.waitFor();
	expect(await line.textContent()).not.toContain('Oläst');
	// It is not late any more.
	await page.goto(board);
	await page.getByText(title).first().waitFor();
	expect(await page.getByText('försenat').count()).toBe(0);
});

it('[N2] how one hears of a kind is chosen without a script, and stays', async () => {
	const { page } = await sit(browser, inject('base'), 'culture', { javaScriptEnabled: false });
	await page.goto('/notices/settings');
	const choice = page.getByRole('radio', { name: 'Bara här Ditt avsnitts sista dag är nära' });
	expect(await choice.isChecked()).toBe(false);
	await choice.check();
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.getByText('Ditt val är sparat.').waitFor();
	await page.goto('/notices/settings');
	expect(await choice.isChecked()).toBe(true);
});
