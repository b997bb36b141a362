import { AxeBuilder } from '@axe-core/playwright';
import { doc, p } from '#server/demo/write.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { newReport, sectionIn, submit, write } from './report.ts';
import { PATIENCE } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** What has the focus, and whether the bar at the bottom hides any of it. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement;
		const bar = document.querySelector('.bar');
		if (!at || !bar || bar.contains(at) || at === document.body)
			return { hidden: false, text: at?.textContent.trim() ?? '' };
		const [one, other] = [at.getBoundingClientRect(), bar.getBoundingClientRect()];
		return { hidden: one.bottom > other.top, text: at.textContent.trim() };
	});

test('[C5] [S4] a coordinator gives one section back and approves the next by keyboard alone', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Skrivbordet');
	const [first, second] = [sectionIn(report, 'voices'), sectionIn(report, 'conclusions')];
	for (const { id } of [first, second]) {
		await write(
			base,
			id,
			'coordinator',
			doc(...Array.from({ length: 25 }, (_, n) => p(`Mening ${n} om barnens år.`)))
		);
		await submit(base, id, 'coordinator');
	}
	const { page } = await sit(browser, base, 'deputy');
	const at = (id: string) => `/reports/${report.id}/sections/${id}`;
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto(at(first.id));
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${width} ${id} ${nodes[0]?.html}`)).toEqual([]);
		const sideways = await page.evaluate(
			() => document.documentElement.scrollWidth - window.innerWidth
		);
		expect(sideways).toBeLessThanOrEqual(0);
	}

	// Past the house, and past the text, to the decision.
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect((await focused(page)).text).toBe('Till beslutet');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.locator('[data-act="approve"]:focus').waitFor();
	// Back through the page: nothing that takes the focus is below the bar.
	for (let n = 0; n < 12; n++) {
		await page.keyboard.press('Shift+Tab');
		expect(await focused(page)).toMatchObject({ hidden: false });
	}

	// The keys can be switched off.
	const choice = page.getByLabel('Använd tangenterna a och r');
	await choice.press('Space');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('a');
	expect(await page.locator('dialog[open]').count()).toBe(0);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('r');
	await page.getByRole('dialog', { name: 'Återlämna avsnittet' }).waitFor();
	await page.getByLabel('Vad behöver ändras?').press('a');
	await page.keyboard.type(' Skriv mer om skolan.');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');

	// On to what waits next, which says what became of the one before.
	await page.waitForURL(`**${at(second.id)}?done=${first.id}`);
	await page.getByText('är ett utkast igen').waitFor();
	await page.keyboard.press('a');
	await page.getByRole('dialog', { name: `Godkänn` }).waitFor();
	await page.locator('[data-act="confirm"]:focus').waitFor();
	await page.keyboard.press('Enter');
	await page.getByText('är godkänt.', { exact: false }).waitFor();
	await expect.poll(() => page.locator('h1 + ul').innerText(), PATIENCE).toContain('Godkänt av');

	// Without a script it is a form like any other.
	const plain = await sit(browser, base, 'deputy', { javaScriptEnabled: false });
	await plain.page.goto(at(second.id));
	await plain.page.getByRole('link', { name: 'Öppna igen' }).click();
	await plain.page.getByLabel('Varför öppnas avsnittet?').fill('Nya siffror.');
	await plain.page.getByRole('button', { name: 'Öppna igen' }).click();
	await plain.page.getByText('Skälet: Nya siffror.').waitFor();
});
