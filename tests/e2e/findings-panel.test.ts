import { doc, p } from '#server/demo/write.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn, submit, write } from './report.ts';
import { inState, PATIENCE, sectionOf, synced } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const KEY = 'units.culture';
const panelOf = (page: Page) =>
	sectionOf(page, KEY)
		.locator('details')
		.filter({ has: page.locator('summary', { hasText: 'Granskning' }) });
const says = (page: Page) => panelOf(page).getByRole('status');
const selected = (page: Page): Promise<string> =>
	page.evaluate(() => getSelection()?.toString() ?? '');
const focusIsIn = (page: Page, selector: string): Promise<boolean> =>
	page.evaluate((at) => (document.activeElement?.closest(at) ?? null) !== null, selector);

/** A person in the section of a new report that holds two slips. */
async function start(title: string, person: 'culture' | 'coordinator' = 'culture') {
	const base = inject('base');
	const report = await newReport(base, title);
	const { id } = sectionIn(report, KEY);
	const text = doc(
		p('Kommunens barn.'),
		p('3 elever var placerade i familjehem.'),
		p('På en skola når 58% av eleverna målen.')
	);
	await write(base, id, 'culture', text);
	const { page } = await sit(browser, base, person);
	return { base, report, id, page };
}

test('[C1] the findings of a section are one press away, lead to their places, and follow what is saved', async () => {
	const { report, page } = await start('Granskas medan man skriver');
	const scripts: string[] = [];
	page.on('response', (r) => {
		if (r.request().resourceType() === 'script') scripts.push(r.url());
	});
	await page.goto(roomAt(report, KEY));
	await synced(page, KEY);
	const before = scripts.length;
	// By keyboard alone.
	await panelOf(page).locator('summary').focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => says(page).innerText(), PATIENCE).toBe('1 hinder, 1 att se över');
	expect(scripts.length).toBeGreaterThan(before);
	const [first, second] = [0, 1].map((n) => panelOf(page).getByRole('listitem').nth(n));
	expect(await first?.innerText()).toMatch(/^Hindrar\. 3 elever är så få/);
	expect(await second?.innerText()).toMatch(/^Se över\. 58% saknar mellanslag/);

	await second?.getByRole('button', { name: /^Visa i texten/ }).focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => selected(page), PATIENCE).toBe('58%');
	expect(await focusIsIn(page, '.ProseMirror')).toBe(true);
	await page.keyboard.type('58 %');
	// The list follows by itself when the letters are saved.
	await expect.poll(() => says(page).innerText(), PATIENCE).toBe('1 hinder');
	expect(await panelOf(page).getByRole('listitem').count()).toBe(1);

	await panelOf(page)
		.getByRole('button', { name: /^Visa i texten/ })
		.click();
	await expect.poll(() => selected(page), PATIENCE).toContain('3 elever');
	await page.keyboard.type('Färre än fem elever');
	await expect.poll(() => says(page).innerText(), PATIENCE).toBe('Inget att anmärka.');
	await panelOf(page).getByRole('button', { name: 'Granska igen' }).click();
	await expect.poll(() => says(page).innerText(), PATIENCE).toBe('Inget att anmärka.');
});

test('[C1] a reading that fails says so and is tried again; the page of checks is there all the same', async () => {
	const { report, page } = await start('Granskning utan svar');
	await page.goto(roomAt(report, KEY));
	await synced(page, KEY);
	await page.route('**/api/v1/sections/*/findings*', (route) => route.abort());
	await panelOf(page).locator('summary').click();
	const alert = panelOf(page).getByRole('alert');
	await alert.getByText('Det gick inte att läsa granskningen.').waitFor();
	expect(await says(page).innerText()).toBe('');
	const link = panelOf(page).getByRole('link', { name: 'Granskning: Granskning utan svar' });
	expect(await link.getAttribute('href')).toBe(`/reports/${report.id}/checks#section-${KEY}`);
	await page.unroute('**/api/v1/sections/*/findings*');
	await alert.getByRole('button', { name: 'Försök igen' }).click();
	await expect.poll(() => says(page).innerText(), PATIENCE).toBe('1 hinder, 1 att se över');
	expect(await alert.count()).toBe(0);
});

test('[C1] [S6] who approves sees the findings of the locked text, and goes to them in it', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Granskas innan den godkänns');
	const { id } = sectionIn(report, KEY);
	await write(base, id, 'culture', doc(p('Kommunens barn.'), p('I år når 58% av eleverna målen.')));
	await submit(base, id, 'culture');
	const { page } = await sit(browser, base, 'coordinator');
	await page.goto(roomAt(report, KEY));
	await synced(page, KEY);
	await inState(page, KEY, 'submitted');
	await panelOf(page).locator('summary').click();
	await expect.poll(() => says(page).innerText(), PATIENCE).toBe('1 att se över');
	await panelOf(page)
		.getByRole('button', { name: /^Visa i texten/ })
		.click();
	await expect.poll(() => selected(page), PATIENCE).toBe('58%');
	expect(await focusIsIn(page, '.prose')).toBe(true);
	await page.keyboard.type('x');
	expect(await sectionOf(page, KEY).locator('.prose').innerText()).toContain('når 58% av');
});

test('[C1] two passages that are alike are told one by one, in the panel and on the page of checks', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Två gånger samma');
	const { id } = sectionIn(report, KEY);
	const slip = p('På en skola når 58% av eleverna målen.');
	await write(base, id, 'culture', doc(slip, p('Kommunens barn.'), slip));
	const { page } = await sit(browser, base, 'culture');
	await page.goto(roomAt(report, KEY));
	await synced(page, KEY);
	await panelOf(page).locator('summary').click();
	await expect.poll(() => says(page).innerText(), PATIENCE).toBe('2 att se över');
	for (const n of [0, 1]) {
		await panelOf(page)
			.getByRole('button', { name: /^Visa i texten/ })
			.nth(n)
			.click();
		// Which paragraph of the text the selection is in.
		const at = () =>
			page.evaluate(() => {
				const paragraph = getSelection()?.anchorNode?.parentElement?.closest('p');
				return [...(paragraph?.parentElement?.children ?? [])].findIndex((p) => p === paragraph);
			});
		await expect.poll(at, PATIENCE).toBe(n * 2);
		expect(await selected(page)).toBe('58%');
	}
	await panelOf(page).getByRole('link', { name: 'Granskning: Två gånger samma' }).click();
	await page.getByText('2 att se över').waitFor();
	expect(await page.locator('main').getByText('58% saknar mellanslag').count()).toBe(2);
});

test('[C1] before the section is connected the place is shown in the text that came with the page', async () => {
	const { report, page } = await start('Granskning utan anslutning');
	// Nothing answers: the text stays the one that came with the page.
	await page.routeWebSocket(/\/collab\//, () => undefined);
	await page.goto(roomAt(report, KEY));
	await panelOf(page).locator('summary').click();
	await expect.poll(() => says(page).innerText(), PATIENCE).toBe('1 hinder, 1 att se över');
	await panelOf(page)
		.getByRole('button', { name: /^Visa i texten/ })
		.nth(1)
		.click();
	await expect.poll(() => selected(page), PATIENCE).toBe('På en skola når 58% av eleverna målen.');
	expect(await focusIsIn(page, '.prose')).toBe(true);
});
