import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { newReport, roomAt } from './report.ts';
import { PATIENCE, proseOf, reads, synced, textOf, writeParagraph } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test('[W12] a click holds while a colleague types in the paragraph above: the words go where the caret was put', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Klicket');
	const key = 'conclusions';
	const { page: colleague } = await sit(browser, base, 'coordinator');
	const { page } = await sit(browser, base, 'deputy');
	await Promise.all([colleague.goto(roomAt(report, key)), page.goto(roomAt(report, key))]);
	await Promise.all([synced(colleague, key), synced(page, key)]);
	await writeParagraph(colleague, key, 'Ovan:');
	await colleague.keyboard.press('Enter');
	await colleague.keyboard.type('Under:');
	await reads(page, key, 'Under:');
	const [above, below] = [0, 1].map((n) => proseOf(page, key).locator('p').nth(n));
	if (!above || !below) throw new Error('two paragraphs');

	const typist = { isBusy: true };
	const typing = (async () => {
		await proseOf(colleague, key).locator('p').first().click();
		await colleague.keyboard.press('End');
		for (let n = 0; typist.isBusy && n < 400; n += 1) await colleague.keyboard.type('a');
	})();
	for (let n = 0; n < 30; n += 1) {
		await above.click();
		await below.click();
		await page.keyboard.press('End');
		await page.keyboard.type('b');
	}
	typist.isBusy = false;
	await typing;
	await expect.poll(() => textOf(page, key), PATIENCE).toMatch(/\nUnder:b{30}$/);
	expect(await textOf(page, key)).toMatch(/^Ovan:a+\n/);
});
