import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { PATIENCE } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
/** A section that is approved, so that nobody writes in it meanwhile; last year's edition has it too. */
let address: string;
beforeAll(async () => {
	browser = await launch();
	const api = await apiOf(inject('base'), 'coordinator');
	const { items } = (await api.get('reports')) as { items: { id: string; title: string }[] };
	const id = items.find(({ title }) => title === 'Barnbokslut 2023')?.id ?? '';
	const { sections } = (await api.get(`reports/${id}`)) as {
		sections: { id: string; key: string; state: string }[];
	};
	const found = sections.find(({ key }) => key === 'intro');
	address = `/reports/${id}/sections/${found?.id ?? ''}/blackline`;
});
afterAll(() => browser.close());

test('[R5] [C5] two versions are read as one text, with and without the page’s scripts, and on paper', async () => {
	const { page } = await sit(browser, inject('base'), 'coordinator', { bypassCSP: true });
	await page.goto(address);
	await page.getByRole('combobox', { name: 'Från' }).waitFor();
	const removed = page.locator('del').first();
	await removed.waitFor();
	// In words too, for who does not see the lines.
	expect(await removed.textContent()).toMatch(/^Borttaget: .+ Slut på borttaget\. $/s);
	expect(await page.locator('ins').first().textContent()).toMatch(/^Tillagt: .+/s);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
	// The switch comes with the page's scripts: they are at work.
	await page.getByRole('checkbox', { name: 'Dölj det som är lika' }).waitFor();
	await page.getByRole('link', { name: 'Till första ändringen' }).click();
	const here = () => page.evaluate(() => document.activeElement?.id ?? '');
	await expect
		.poll(async () => {
			await page.keyboard.press('n');
			return here();
		}, PATIENCE)
		.toMatch(/^change-[2-9]$/);
	const at = Number((await here()).slice('change-'.length));
	await page.keyboard.press('p');
	expect(await here()).toBe(`change-${at - 1}`);
	await page.emulateMedia({ media: 'print' });
	await page.getByText('Barnbokslut 2022, utgåva 1', { exact: false }).last().waitFor();
	expect(await page.getByRole('combobox', { name: 'Från' }).isVisible()).toBe(false);
	expect(await removed.evaluate((e) => getComputedStyle(e).textDecorationLine)).toBe(
		'line-through'
	);

	const { page: plain } = await sit(browser, inject('base'), 'coordinator', {
		javaScriptEnabled: false,
		viewport: { width: 390, height: 800 }
	});
	await plain.goto(address);
	await plain.getByRole('combobox', { name: 'Från' }).selectOption('now');
	await plain.getByRole('button', { name: 'Jämför' }).click();
	await plain.getByText('Inga ändringar. Versionerna är lika.').waitFor();
	expect(new URL(plain.url()).search).toBe('?from=now&to=now');
});
