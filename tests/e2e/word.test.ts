import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { paragraph, part, table, wordFile } from '../support/word-file.ts';
import { launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const FILE = wordFile(
	paragraph('Förord', 'Rubrik1') +
		paragraph('Kära läsare.') +
		paragraph('3.2 Pedagogisk omsorg och utbildning', 'Rubrik2') +
		paragraph('Fler barn går i förskolan.') +
		table([
			['År', 'Barn'],
			['2023', '412']
		]),
	{
		'word/comments.xml': part(
			'comments',
			`<w:comment w:id="1">${paragraph('Stämmer det?')}</w:comment>`
		)
	}
);

async function choose(page: Page, buffer: Uint8Array) {
	await page
		.getByLabel('Word-fil')
		.setInputFiles({ name: 'Utkast.docx', mimeType: 'application/x', buffer: Buffer.from(buffer) });
	await page.getByRole('button', { name: 'Läs filen' }).click();
}

/** The page of this year's report where a file is brought in, found as people find it. */
async function openPage(page: Page): Promise<string> {
	await page.goto('/reports');
	await page.getByRole('link', { name: 'Översikt' }).first().click();
	await page.getByRole('link', { name: 'Hämta från Word' }).click();
	await page.getByRole('heading', { level: 1, name: 'Hämta från Word' }).waitFor();
	return page.url();
}

test('[Y7] [C5] a Word file is read, shown, decided by keyboard on a phone, and put in once; who comes second is told', async () => {
	const running = await startProcess({ DATA_DIR: testFolder(), PORT: '0' });
	onTestFinished(async () => {
		await end(running.child, 'SIGKILL');
	});
	const { page } = await sit(browser, running.base, 'coordinator');
	await page.setViewportSize({ width: 390, height: 844 });
	await openPage(page);

	await choose(page, Buffer.from('Hej'));
	const input = page.getByLabel('Word-fil');
	await page.getByText('Filen är ingen Word-fil.').waitFor();
	await expect
		.poll(() => input.evaluate((one) => one === document.activeElement), { timeout: 20_000 })
		.toBe(true);
	expect(await input.getAttribute('aria-invalid')).toBe('true');

	await choose(page, FILE);
	await page.getByRole('heading', { name: 'Det här innehåller Utkast.docx' }).waitFor();
	await page.getByText('1 kommentar är inte med.').waitFor();
	const matched = page.getByRole('article').filter({ hasText: '3.2 Pedagogisk omsorg' });
	expect(await matched.getByRole('radio', { name: /Lägg till efter/ }).isChecked()).toBe(true);
	const where = page.getByLabel('Avsnitt för ”Förord”');
	expect(await where.inputValue()).toBe('');
	await where.focus();
	// The first section that is open.
	await where.press('ArrowDown');
	await expect.poll(() => where.inputValue(), { timeout: 20_000 }).not.toBe('');
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);

	// A colleague with the same file is faster.
	const other = await sit(browser, running.base, 'education');
	await openPage(other.page);
	await choose(other.page, FILE);
	await other.page.getByRole('button', { name: 'Lägg in i rapporten' }).click();
	await other.page.getByText('Klart. Text lades in i 1 avsnitt.').waitFor();

	const accept = page.getByRole('button', { name: 'Lägg in i rapporten' });
	await accept.press('Enter');
	await page.getByText('Det här har ändrats sedan du läste in sidan: 3.2').waitFor();
	expect(await where.inputValue()).not.toBe('');
	await matched.getByRole('radio', { name: 'Lämna utanför' }).check();
	await accept.press('Enter');
	await page.getByText('Klart. Text lades in i 1 avsnitt.').waitFor();
	await page.getByRole('link', { name: '1.1 Upplägg och underlag' }).click();
	await page.getByText('Kära läsare.').waitFor();
	expect(await page.getByText('Fler barn går i förskolan.').count()).toBe(1);
});
