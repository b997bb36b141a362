import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn } from './report.ts';
import { caretAtEnd, PATIENCE, proseOf, saved, sectionOf, synced } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const key = 'units.culture';

/** What the picture in the section says to who does not see it. */
const told = (page: Page): Promise<string | null> =>
	sectionOf(page, key)
		.locator('svg.chart-wide desc')
		.first()
		.textContent({ timeout: PATIENCE.timeout });

test('[I1] [C5] a small table is pasted, drawn, seen by a colleague, corrected in its cell, and drawn anew', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Diagram');
	const { page } = await sit(browser, base, 'culture');
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(roomAt(report, key));
	await synced(page, key);
	await caretAtEnd(page, key);
	const before = asked.length;
	await page.keyboard.type('/diagram');
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('heading', { name: 'Diagram av egna tal' }).waitFor();
	// The forms come when they are asked for, and not with the page.
	expect(asked.slice(before).filter((url) => url.endsWith('.js'))).not.toEqual([]);

	const numbers = dialog.getByLabel('Tabell', { exact: true });
	await numbers.fill('Skola; Svar\nEkskolan; många');
	await dialog.getByText('Rad 2, kolumn 2: ”många” är inget tal.').waitFor();
	await dialog.getByRole('button', { name: 'Infoga' }).click();
	expect(await numbers.getAttribute('aria-invalid')).toBe('true');
	await numbers.fill('Skola\tSvar\nEkskolan\t41\nKulanskolan\t1 000,5\nLiten skola\t..');
	await expect.poll(() => dialog.getByLabel('Liggande staplar').isChecked(), PATIENCE).toBe(true);
	expect(await dialog.getByLabel('Linjer').isDisabled()).toBe(true);
	await dialog.getByRole('textbox', { name: 'Rubrik' }).fill('Svar på enkäten 2023');
	await dialog.getByRole('textbox', { name: 'Enhet' }).fill('elever');
	await dialog.getByRole('textbox', { name: 'Källa' }).fill('Elevenkät våren 2023');
	await dialog.locator('svg.chart-wide, svg.chart-narrow').first().waitFor({ state: 'attached' });
	await dialog.getByRole('button', { name: 'Infoga' }).click();
	await dialog.waitFor({ state: 'detached' });
	await saved(page, key);
	expect(await told(page)).toContain('Ekskolan');
	await proseOf(page, key).getByText('Källa: Elevenkät våren 2023').waitFor();

	const { page: colleague } = await sit(browser, base, 'coordinator');
	await colleague.goto(roomAt(report, key));
	await synced(colleague, key);
	expect(await told(colleague)).toBe(await told(page));

	// Both see the correction in the picture, without a dialog.
	await proseOf(page, key).getByRole('cell', { name: '41' }).dblclick();
	await page.keyboard.type('57');
	for (const one of [page, colleague]) await expect.poll(() => told(one), PATIENCE).toContain('57');

	// Another form, by the table's own button.
	await proseOf(page, key).getByRole('button', { name: 'Rubrik, diagram och källa' }).click();
	await dialog.getByLabel('Bara tabellen').check();
	await dialog.getByRole('button', { name: 'Spara' }).click();
	await expect.poll(() => sectionOf(page, key).locator('svg.chart-wide').count(), PATIENCE).toBe(0);
	await page.keyboard.press('Control+z');
	expect(await told(page)).toContain('Ekskolan');
	await saved(page, key);

	const api = await apiOf(base, 'coordinator');
	const { content } = await api.section(sectionIn(report, key).id);
	const table = content.content?.find((node) => node.type === 'table');
	expect(table?.attrs).toEqual({
		purpose: 'table',
		caption: 'Svar på enkäten 2023',
		chart: 'rows',
		unit: 'elever',
		source: 'Elevenkät våren 2023'
	});

	// What comes with the page is the same picture, before any editor is there.
	const { page: still } = await sit(browser, base, 'coordinator', { javaScriptEnabled: false });
	await still.goto(roomAt(report, key));
	expect(await told(still)).toBe(await told(page));
});
