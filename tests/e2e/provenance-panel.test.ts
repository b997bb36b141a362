import type { DocNode } from '#core/publication.ts';
import { doc, p } from '#server/demo/write.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn, submit, write } from './report.ts';
import { PATIENCE, sectionOf, synced } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const KEY = 'units.culture';
const SUPPORT = 'ind-ekonomiskt-bistand';
const TITLE = 'Barn i familjer med ekonomiskt bistånd';
const BUTTON = { name: new RegExp(`^Om siffran ?: ${TITLE}`) };
const block = (type: 'indicator' | 'figure'): DocNode => ({ type, attrs: { indicator: SUPPORT } });
const cardOf = (page: Page) =>
	page.getByRole('dialog', { name: 'Om siffran och var den kommer ifrån' });

test('[I8] [I1] every number in the editor has its card, which comes when it is asked for', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Siffror med kort');
	const { id } = sectionIn(report, KEY);
	await write(
		base,
		id,
		'culture',
		doc(p('Före.'), block('indicator'), block('figure'), p('Efter.'))
	);
	const { page } = await sit(browser, base, 'culture');
	await page.goto(roomAt(report, KEY));
	await synced(page, KEY);
	const buttons = sectionOf(page, KEY).getByRole('button', BUTTON);
	expect(await buttons.count()).toBe(2);
	for (const button of await buttons.all()) {
		await button.focus();
		await page.keyboard.press('Enter');
		const card = cardOf(page);
		await card.getByText('Källa', { exact: true }).waitFor();
		const told = await card.innerText();
		expect(told).toContain(TITLE);
		expect(told).toMatch(/Kolada \(U31803\), inlagd \d{4}-\d\d-\d\d/);
		expect(told).toContain('Kommuner: ');
		expect(told).toContain('Siffror med kort');
		await page.keyboard.press('Escape');
		await expect.poll(() => card.count(), PATIENCE).toBe(0);
		// The focus is where it was, and the text as it was.
		expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
	}
	expect(await sectionOf(page, KEY).locator('[data-block]').count()).toBe(2);

	await page.route('**/api/v1/sections/*/figures/*', (route) => route.abort());
	await buttons.first().click();
	await cardOf(page).getByText('Det gick inte att läsa om siffran.').waitFor();
	await page.unroute('**/api/v1/sections/*/figures/*');
	await cardOf(page).getByRole('button', { name: 'Försök igen' }).click();
	// A way out of the card leaves no card behind.
	await cardOf(page).getByRole('link', { name: 'Alla värden' }).click();
	await page.waitForURL(`**/indicators/${SUPPORT}`);
	await expect.poll(() => cardOf(page).count(), PATIENCE).toBe(0);
});

test('[I5] [S7] the card of a locked section tells of the figures as they were submitted', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Låsta siffror');
	const { id } = sectionIn(report, KEY);
	await write(base, id, 'culture', doc(p('Före.'), block('indicator')));
	await submit(base, id, 'culture');
	const { page } = await sit(browser, base, 'coordinator', {
		viewport: { width: 390, height: 844 }
	});
	await page.goto(roomAt(report, KEY));
	await synced(page, KEY);
	await sectionOf(page, KEY).getByRole('button', BUTTON).click();
	await cardOf(page).getByText('Avsnittet är låst.').waitFor();
	// S7: what cannot be done there is not offered either.
	await page.keyboard.press('Escape');
	expect(await sectionOf(page, KEY).locator('.frame .acts').count()).toBe(0);
});
