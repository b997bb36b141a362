import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { koladaServer } from '../support/kolada-server.ts';
import { desk, launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';
import { PATIENCE } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test('[O6] [C5] [O9] a fetch is watched and stopped among the long work; the statement is filled in and read again and again', async () => {
	const kolada = await koladaServer();
	const { child, base } = await startProcess({
		DATA_DIR: testFolder(),
		PORT: '0',
		KOLADA_URL: kolada.base
	});
	onTestFinished(async () => {
		await end(child, 'SIGKILL');
	});
	kolada.fail('/data', { kind: 'slow', ms: 60_000 });
	// The clock of the browser is another's: times are Stockholm's all the same.
	const { page, complaints } = await sit(browser, base, 'coordinator', {
		timezoneId: 'America/Los_Angeles'
	});
	await page.goto('/indicators/kolada');
	await page.getByRole('textbox', { name: 'Kommunkod' }).fill('2182');
	await page.getByRole('button', { name: 'Hämta värden' }).click();
	await page.getByRole('progressbar', { name: 'Hämtning' }).waitFor();

	await page.goto('/settings');
	await page.getByRole('link', { name: 'Pågående arbete' }).click();
	const item = page.getByRole('listitem').filter({ hasText: 'Hämtning av värden från Kolada' });
	await item.getByText(/^Startat av Sara Ekdal i dag \d\d\.\d\d$/).waitFor();
	const shown = await item.locator('time').first().innerText();
	const at = await item.locator('time').first().getAttribute('datetime');
	const clock = new Intl.DateTimeFormat('sv-SE', {
		timeZone: 'Europe/Stockholm',
		hour: '2-digit',
		minute: '2-digit'
	});
	expect(shown).toBe(`i dag ${clock.format(new Date(at ?? '')).replace(':', '.')}`);
	await expect
		.poll(() => item.getByRole('progressbar').getAttribute('aria-valuetext'), PATIENCE)
		.toMatch(/^Hämtar värden: 0 av \d+$/);
	await item.getByRole('button', { name: 'Avbryt: Hämtning av värden från Kolada' }).click();
	await page.getByText('Arbetet är avbrutet. Inget av det har sparats.').waitFor();
	await item.getByText('Avbrutet', { exact: true }).waitFor();

	await page.goto('/settings/accessibility');
	await page
		.getByRole('textbox', { name: 'Ansvarig aktör' })
		.fill('Kommunstyrelsen i Exempelkommun');
	await page.getByRole('combobox').selectOption('partly');
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.getByText('Redogörelsen är sparad och syns för läsarna.').waitFor();
	expect(complaints).toEqual([]);

	const reader = await desk(browser, base, null);
	// The second time the browser has it already, and asks only whether it has changed.
	for (let time = 0; time < 2; time += 1) {
		await reader.page.goto('/tillganglighet');
		await reader.page.getByText('Kommunstyrelsen i Exempelkommun').waitFor();
		await reader.page.getByText('Webbplatsen är delvis förenlig med lagkraven.').waitFor();
	}
	expect(await reader.page.getByText('Inte ifyllt av kommunen.').count()).toBe(5);
	expect(reader.complaints).toEqual([]);
}, 120_000);
