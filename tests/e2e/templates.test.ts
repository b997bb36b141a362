import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { desk, launch } from './browser.ts';

/** A template of the municipality's own, from its copying to a report that keeps it. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

async function faults(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** The lines of sections, as they stand in the first chapter. */
const firstChapter = (page: Page) =>
	page
		.getByRole('group', { name: /^Kapitel 1/ })
		.locator('summary')
		.allInnerTexts();
const titles = async (page: Page) => (await firstChapter(page)).map((text) => text.split('\n')[1]);

it('[Y5] is copied, renamed, reordered by keyboard and added to; a report that was made of it stays as it was', async () => {
	const { page, context, complaints } = await desk(
		browser,
		inject('base'),
		'samordnare@demo.example',
		{ viewport: { width: 390, height: 900 }, bypassCSP: true }
	);
	await page.goto('/templates?from=template:interpellationssvar#new');
	await page.getByLabel('Mallens namn').fill('Svar i nämnden');
	await button(page, 'Gör mallen').click();
	await page.getByRole('heading', { level: 1, name: 'Svar i nämnden' }).waitFor();
	const address = new URL(page.url()).pathname;

	await page.getByLabel('Kapitlets titel').first().fill('Ledamotens frågor');
	await button(page, 'Lägg till avsnitt i Ledamotens frågor').click();
	const title = page.getByLabel('Avsnittets titel');
	await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
	await title.fill('Bakgrund');
	await button(page, 'Lägg till avsnitt i Ledamotens frågor').click();
	await page.getByLabel('Avsnittets titel').last().fill('Tidigare svar');

	const up = button(page, 'Flytta upp Tidigare svar');
	await up.focus();
	await page.keyboard.press('Enter');
	await page.getByText('Tidigare svar är nu 1.1.').waitFor();
	// The keyboard stays where it was, on what has moved.
	await expect.poll(() => up.evaluate((one) => one === document.activeElement)).toBe(true);
	expect(await titles(page)).toEqual(['Kapitlets egen text', 'Tidigare svar', 'Bakgrund']);
	expect(await faults(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(
		0
	);

	await page.getByLabel('Mallens namn').fill('Nämndens svar');
	// Enter in a field saves, and does not press the first arrow.
	await page.keyboard.press('Enter');
	await page.getByText('Version 2 är sparad.').waitFor();
	expect(await titles(page)).toEqual(['Kapitlets egen text', 'Tidigare svar', 'Bakgrund']);

	await page.goto(`/reports/new?template=${address.split('/').at(-1) ?? ''}`);
	for (const [label, value] of [
		['Interpellationens nummer', '2026:4'],
		['Ledamot som frågar', 'Jan Jönsson'],
		['Parti', 'L'],
		['Ämne', 'barn som far illa']
	] as const)
		await page.getByLabel(label, { exact: true }).fill(value);
	await button(page, 'Skapa rapporten').click();
	await page.waitForURL(/\/board$/);
	const board = new URL(page.url()).pathname;
	const sections = async () => {
		await page.goto(board);
		const text = await page.getByRole('main').innerText();
		return ['Ledamotens frågor', 'Tidigare svar', 'Bakgrund', 'Svar', 'Underskrift'].map((one) =>
			text.includes(one)
		);
	};
	expect(await sections()).toEqual([true, true, true, true, true]);

	await page.goto(address);
	await button(page, 'Ta bort Tidigare svar').click();
	await button(page, 'Spara som ny version').click();
	await page.getByText('Version 3 är sparad.').waitFor();
	expect(await titles(page)).toEqual(['Kapitlets egen text', 'Bakgrund']);
	await page.getByRole('link', { name: /barn som far illa \(version 2\)$/ }).waitFor();
	expect(await sections()).toEqual([true, true, true, true, true]);
	expect(complaints).toEqual([]);
	await context.close();
});

it('[M4] is changed and saved without a script', async () => {
	const { page, context } = await desk(browser, inject('base'), 'samordnare@demo.example', {
		javaScriptEnabled: false
	});
	await page.goto('/templates?from=template:barnbokslut:board#new');
	await page.getByLabel('Mallens namn').fill('Utan skript');
	await button(page, 'Gör mallen').click();
	await page.getByRole('heading', { level: 1, name: 'Utan skript' }).waitFor();
	await page.getByLabel('Mallens namn').fill('Med annat namn');
	await button(page, 'Flytta upp Viktiga begrepp').click();
	await expect
		.poll(() => titles(page))
		.toEqual([
			'Kapitlets egen text',
			'Viktiga begrepp',
			'Upplägg och underlag',
			'Fyra grundläggande artiklar'
		]);
	await button(page, 'Spara som ny version').last().click();
	await page.getByText('Version 2 är sparad.').waitFor();
	await page.getByRole('heading', { level: 1, name: 'Med annat namn' }).waitFor();
	expect((await titles(page))[1]).toBe('Viktiga begrepp');
	await context.close();
});
