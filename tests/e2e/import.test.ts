import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** A demo of its own: what is imported here must not be seen by other tests. */
async function start(): Promise<string> {
	const running = await startProcess({ DATA_DIR: testFolder(), PORT: '0' });
	onTestFinished(async () => {
		await end(running.child, 'SIGKILL');
	});
	return running.base;
}

/** As Excel writes it in Swedish: semicolons, and an encoding in which a dash is one byte. */
const windows1252 = (text: string): Buffer =>
	Buffer.from(Array.from(text, (char) => (char === '–' ? 0x96 : char.charCodeAt(0))));
const FILE = windows1252(
	[
		'Nyckeltal;Gäller;Del;Period;Status;Värde;Enhet;Källa',
		'Barn i familjer med ekonomiskt bistånd;Exempelkommun;;2021;;13,9;%;Kolada (U31803)',
		'Barnbokslån;Exempelkommun;;2022;;9,4;lån per barn;Räknat om',
		'U31803;Exempelkommun;Södra – skolan;2021;;1 000,5;%;Egen räkning',
		'U31803;Exempelkommun;;2023;;..;;Kolada (U31803)',
		'U31803;Exempelkommun;;2024;;1e309;;Kolada (U31803)',
		''
	].join('\r\n')
);

async function choose(page: Page, buffer: Buffer, name = 'Nyckeltal från Excel.csv') {
	await page
		.getByLabel('Fil', { exact: true })
		.setInputFiles({ name, mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: 'Läs filen' }).click();
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('[I9] a coordinator imports a CSV of Excel’s, ticks one of two changes, and the typed value that was not ticked is as before', async () => {
	const base = await start();
	const { page } = await sit(browser, base, 'coordinator');
	await page.goto('/indicators');
	await page.getByRole('link', { name: 'Importera värden' }).click();
	await choose(page, FILE);
	await page.getByRole('heading', { name: 'Vad Nyckeltal från Excel.csv skulle ändra' }).waitFor();
	const counts = await page.getByRole('list').filter({ hasText: 'som förut' }).innerText();
	expect(counts.split(/\s*\n\s*/)).toEqual([
		...['2', 'nya', '0', 'som förut', '2', 'skulle ändras', '1', 'rad med fel']
	]);
	expect(await rowOf(page, '1e309').innerText()).toMatch(/6\s+Värde\s+Det är inget tal/);
	const poverty = await rowOf(page, 'ekonomiskt bistånd').filter({ hasText: '13,9' }).innerText();
	expect(poverty).toMatch(/14,7\s%\s[^]*inskrivet av Sara Ekdal[^]*13,9\s%/);
	await rowOf(page, 'Södra – skolan')
		.filter({ hasText: /1\s000,5/ })
		.waitFor();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([]);

	await page.getByRole('checkbox', { name: /^Skriv över Barnbokslån/ }).check();
	await page.getByRole('button', { name: 'Importera 2 nya och de ikryssade' }).click();
	await page.getByText('Klart. 2 värden är nya och 1 värde skrevs över.').waitFor();
	await page.getByText('1 värde lämnades som det var.').waitFor();

	await page.goto('/indicators/ind-ekonomiskt-bistand');
	expect(await rowOf(page, '2021').filter({ hasText: 'Sara Ekdal' }).first().innerText()).toMatch(
		/14,7/
	);
	await page
		.getByRole('cell', { name: /1\s000,5/ })
		.first()
		.waitFor();
	await page.getByText('Södra – skolan').first().waitFor();
	await page.goto('/indicators/ind-barnbokslan');
	await rowOf(page, 'Räknat om').filter({ hasText: '9,4' }).first().waitFor();
});

test('[I9] [S10] without JavaScript: what somebody changed meanwhile is told, the ticks are gone, and a second decision holds', async () => {
	const base = await start();
	const { page } = await sit(browser, base, 'coordinator', {
		javaScriptEnabled: false,
		viewport: { width: 390, height: 844 }
	});
	const { page: other } = await sit(browser, base, 'social');
	await page.goto('/indicators/import');
	await choose(page, FILE);
	const tick = page.getByRole('checkbox', { name: /^Skriv över Barn i familjer/ });
	await tick.check();
	const address = page.url();

	await other.goto('/indicators/ind-ekonomiskt-bistand?series=own&breakdown=&period=2021');
	await other.getByLabel('Värde', { exact: true }).fill('15,5');
	await other.getByRole('button', { name: 'Spara värdet' }).click();
	await other.getByText('Värdet är sparat.').waitFor();

	await page.getByRole('button', { name: 'Importera och skriv över alla 2 ovan' }).click();
	await page.getByText('hann ändra här före dig').waitFor();
	expect(await tick.isChecked()).toBe(false);
	expect(await rowOf(page, '13,9').innerText()).toMatch(/15,5[^]*Mariam Sundberg/);
	await page.getByRole('button', { name: 'Importera och skriv över alla 2 ovan' }).click();
	await page.getByText('Klart. 2 värden är nya och 2 värden skrevs över.').waitFor();
	// The file waits no longer.
	await page.goto(address);
	await page.getByText('Filen finns inte kvar.').waitFor();
});

test('[I9] what is no table is refused in words; what is exported comes back as the same, and a template harms nothing', async () => {
	const base = await start();
	const { page } = await sit(browser, base, 'coordinator');
	await page.goto('/indicators/import');
	for (const [buffer, name, words] of [
		[Buffer.from('PK\u0003\u0004 and no more'), 'halv.xlsx', 'Filen är skadad eller avklippt.'],
		[Buffer.from('hej;på dig\n1;2\n'), 'hej.csv', 'Första raden har inga rubriker'],
		[Buffer.alloc(6 * 1024 * 1024, 'a'), 'stor.csv', 'Filen är större än 5 MB.'],
		[Buffer.alloc(12 * 1024 * 1024, 'a'), 'jätte.csv', 'Filen är större än 5 MB.']
	] as const) {
		await choose(page, buffer, name);
		await page.getByText(words).waitFor();
	}
	for (const [path, link] of [
		['/indicators', 'Hämta som CSV'],
		['/indicators', 'Hämta som Excel'],
		['/indicators/ind-barnbokslan', 'Hämta som Excel'],
		['/indicators/import', 'CSV']
	] as const) {
		await page.goto(path);
		const coming = page.waitForEvent('download');
		await page.getByRole('link', { name: link, exact: true }).click();
		const download = await coming;
		const name = download.suggestedFilename();
		expect(name).toMatch(/^(nyckeltal-[\w-]*\d{4}-\d\d-\d\d|mall-nyckeltal)\.(csv|xlsx)$/);
		await page.goto('/indicators/import');
		await choose(page, readFileSync(await download.path()), name);
		await page.getByText('Värdena i filen står redan här.').waitFor();
	}
});
