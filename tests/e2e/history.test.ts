import { AxeBuilder } from '@axe-core/playwright';
import { people } from '#server/demo/people.ts';
import { doc, p } from '#server/demo/write.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn, submit, write } from './report.ts';
import { PATIENCE, reads, saved, sectionOf, synced, writeParagraph } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const KEY = 'units.culture';

/** What axe finds at both widths, and what makes the page scroll sideways. */
async function faults(page: Page): Promise<string[]> {
	const found: string[] = [];
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		const { violations } = await new AxeBuilder({ page }).analyze();
		for (const { id, nodes } of violations) found.push(`${width} ${id} ${nodes[0]?.html}`);
		if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
			found.push(`${width} sideways`);
	}
	return found;
}

const focused = (page: Page) =>
	page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');

test('[R3] [R4] [C5] a version is named, and brought back unless somebody wrote meanwhile; the words are those of who wrote them', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Historiken');
	const { id } = sectionIn(report, KEY);
	await write(base, id, 'culture', doc(p('Fritidsgårdarna hade öppet.')));
	const { page: writer } = await sit(browser, base, 'culture');
	await writer.goto(roomAt(report, KEY));
	await synced(writer, KEY);
	const at = `/reports/${report.id}/sections/${id}/history`;
	const { page } = await sit(browser, base, 'coordinator');
	await page.goto(roomAt(report, KEY));
	await synced(page, KEY);
	await writeParagraph(page, KEY, 'Kulturskolan växte.');
	await saved(page, KEY);
	await reads(writer, KEY, 'Kulturskolan växte.');

	// A name, by keyboard; a second version cannot have it.
	await page.goto(at);
	const rows = page.getByRole('row');
	const own = rows.filter({ hasText: people.coordinator.name });
	await own.getByRole('link', { name: /^Läs/ }).press('Enter');
	await page.getByLabel('Namn på versionen').fill('Efter samrådet');
	await page.keyboard.press('Enter');
	await page.getByText('Versionen har fått sitt namn.').waitFor();
	await page.getByRole('heading', { level: 1, name: /: Efter samrådet$/ }).waitFor();
	await page.getByLabel('Namn på versionen').fill('efter Samrådet');
	await page.getByRole('button', { name: 'Ge namn' }).click();
	await page.getByText('En annan version av avsnittet heter redan så.').waitFor();
	await expect.poll(() => focused(page), PATIENCE).toBe('name');
	expect(await page.getByLabel('Namn på versionen').inputValue()).toBe('efter Samrådet');

	// Asked, and refused: somebody wrote while the question stood.
	await page.goto(at);
	expect(await own.innerText()).toContain('Namn: Efter samrådet');
	const first = rows.filter({ hasText: 'Avsnittets första innehåll' });
	await first.getByRole('link', { name: /^Ta tillbaka/ }).press('Enter');
	const restore = page.getByRole('button', { name: 'Ta tillbaka versionen' });
	await restore.waitFor();
	expect(await faults(page)).toEqual([]);
	await writeParagraph(writer, KEY, 'Köerna blev kortare.');
	await saved(writer, KEY);
	await restore.press('Enter');
	const refused = page.getByRole('alert').filter({ hasText: 'Någon har skrivit i avsnittet' });
	await refused.waitFor();
	await reads(writer, KEY, 'Köerna blev kortare.');

	// Who wrote what, before it is gone from the text.
	await page.goto(`${at}/authors`);
	const passages = page.getByRole('table').getByRole('row');
	expect(await passages.filter({ hasText: 'Kulturskolan växte.' }).innerText()).toContain(
		people.coordinator.name
	);
	expect(await passages.filter({ hasText: 'Köerna' }).innerText()).toContain(people.culture.name);
	expect(await faults(page)).toEqual([]);

	// Without a script it is a form like any other, and the room follows.
	const plain = await sit(browser, base, 'coordinator', { javaScriptEnabled: false });
	await plain.page.goto(at);
	await plain.page
		.getByRole('row')
		.filter({ hasText: 'Avsnittets första innehåll' })
		.getByRole('link', { name: /^Ta tillbaka/ })
		.click();
	await plain.page.getByRole('button', { name: 'Ta tillbaka versionen' }).click();
	await plain.page.getByText('Versionen är tillbaka.').waitFor();
	await expect
		.poll(() => sectionOf(writer, KEY).locator('.ProseMirror').innerText(), PATIENCE)
		.not.toContain('Kulturskolan');
	await plain.page.getByRole('link', { name: 'Efter samrådet', exact: true }).click();
	await plain.page.getByText('Kulturskolan växte.').waitFor();

	// What is locked is not brought back.
	await writeParagraph(writer, KEY, 'Nytt.');
	await saved(writer, KEY);
	await submit(base, id, 'culture');
	await page.goto(at);
	await page.getByText('Tog tillbaka en tidigare version').waitFor();
	expect(await page.getByRole('link', { name: /^Ta tillbaka/ }).count()).toBe(0);
});
