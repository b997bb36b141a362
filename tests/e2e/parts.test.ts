import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const PAGE = '/indicators/ind-barnbokslan';
const VALUES = { name: 'Alla värden' };

/** Enters a value by the form; an empty number stands for one that was withheld. */
async function enter(page: Page, part: string, number: string): Promise<void> {
	await page.getByLabel('Period').fill('2025');
	await page.getByLabel('Del av barnen').fill(part);
	if (number === '') await page.getByLabel('Finns värdet?').selectOption('suppressed');
	await page.getByLabel('Värde', { exact: true }).fill(number);
	await page.getByRole('textbox', { name: 'Källa' }).fill('Egen räkning');
	await page.getByRole('button', { name: 'Spara värdet' }).click();
	await page.getByText('Värdet är sparat.').waitFor();
	await page.goto(PAGE);
}

test.for([true, false])(
	'[I1] parts of the children are entered and read under their own headings, withheld ones in words (scripts: %s)',
	async (javaScriptEnabled) => {
		const { page } = await sit(browser, inject('base'), 'culture', { javaScriptEnabled });
		const school = javaScriptEnabled ? 'Kulanskolan' : 'Åsens skola';
		await page.goto(PAGE);
		const proposed = page.locator('datalist option');
		expect(await proposed.first().getAttribute('value')).toBe('flickor');
		expect(await page.locator('datalist option[value="finska"]').count()).toBe(1);
		await enter(page, 'Flickor', '61');
		await enter(page, school, '');
		// Another spelling is the same part: there is one heading, with the newer value.
		await enter(page, 'FLICKOR', '63');
		const table = page.getByRole('group', VALUES);
		const part = (name: string) =>
			table.locator('tbody').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
		const girls = part('Flickor').getByRole('row').filter({ hasText: '2025' });
		expect(await girls.count()).toBe(1);
		expect(await girls.innerText()).toContain('63');
		const withheld = part(school).getByRole('row').filter({ hasText: '2025' });
		expect(await withheld.innerText()).toContain('Sekretess');
		expect(await withheld.innerText()).not.toMatch(/(?<!\d)0(?!\d)/);
		// What is used once is proposed from then on.
		expect(await page.locator(`datalist option[value="${school}"]`).count()).toBe(1);
	}
);
