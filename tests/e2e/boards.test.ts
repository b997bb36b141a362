import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { demoFileWithBoard, paragraph } from '../support/boards.ts';
import { launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';
import { caretAtEnd, PATIENCE, saved, sectionOf, synced } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const KEY = 'boards';

test('[Y6] [C5] a coordinator takes in a board’s edition, and the report shows it with its origin', async () => {
	const folder = testFolder();
	const reportId = await demoFileWithBoard(join(folder, 'barnbokslut.sqlite'), [
		paragraph('Här samlas vad nämnderna har lovat.')
	]);
	const { child, base } = await startProcess({ DATA_DIR: folder, PORT: '0' });
	onTestFinished(async () => {
		await end(child, 'SIGKILL');
	});
	const { page } = await sit(browser, base, 'coordinator', { bypassCSP: true });

	// The block, before anything is taken in.
	await page.goto(`/reports/${reportId}#section-${KEY}`);
	await synced(page, KEY);
	await caretAtEnd(page, KEY);
	await page.keyboard.press('Enter');
	await page.keyboard.type('/planer');
	await page.getByRole('option', { name: 'Ur nämndernas rapporter' }).waitFor();
	await page.keyboard.press('Enter');
	const block = sectionOf(page, KEY).getByRole('group', { name: 'Ur nämndernas rapporter' });
	await block.getByText('Inget är taget in än.').waitFor();
	await saved(page, KEY);

	await page.goto(`/reports/${reportId}/boards`);
	await page.getByRole('button', { name: 'Ta in utgåva 1 från Socialnämnden' }).click();
	await page.getByText('Utgåvan tas in.').waitFor();
	await page.getByText('Utgåva 1 tas in').waitFor();
	await page.getByRole('link', { name: '91 Nämndernas löften' }).waitFor();
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);

	await page.goto(`/reports/${reportId}#section-${KEY}`);
	await synced(page, KEY);
	await block.getByRole('heading', { name: 'Socialnämnden' }).waitFor();
	await block.getByText('Alla utredningar frågar om våld.').waitFor();
	const origin = block.getByRole('link', { name: 'Barnbokslut 2023, utgåva 1' });
	expect(await origin.getAttribute('href')).toBe('/r/namnd-social-2023/v/1');
	// Another kind is a change of the text like any other.
	await block.getByRole('combobox', { name: 'Visa' }).selectOption('figures');
	await block.getByText('Nyckeltal ur nämndernas rapporter, med senaste värdet').waitFor();
	await saved(page, KEY);

	// What was submitted stays as it was, whatever is chosen afterwards.
	await sectionOf(page, KEY).getByRole('button', { name: 'Skicka in för godkännande' }).click();
	await expect
		.poll(() => sectionOf(page, KEY).getAttribute('data-state'), PATIENCE)
		.toBe('submitted');
	await page.goto(`/reports/${reportId}/boards`);
	await page.getByRole('button', { name: 'Ta bort Socialnämnden' }).click();
	await page.getByText('Utgåvan tas inte längre in.').waitFor();
	await page.getByText('Fastställt med andra utgåvor än de som är valda nu.').waitFor();
	await page.goto(`/reports/${reportId}#section-${KEY}`);
	await sectionOf(page, KEY).getByText('Barnbokslån').waitFor();

	// Who writes reads the page.
	const writer = await sit(browser, base, 'education');
	await writer.page.goto(`/reports/${reportId}/boards`);
	await writer.page.getByText('Samordnaren väljer vilka utgåvor som tas in.').waitFor();
	expect(await writer.page.getByRole('button', { name: /^Ta in/ }).count()).toBe(0);
});
