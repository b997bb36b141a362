import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { koladaServer, madeUp } from '../support/kolada-server.ts';
import { launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** The demo beside a Kolada of its own. */
async function start() {
	const kolada = await koladaServer();
	const running = await startProcess({
		DATA_DIR: testFolder(),
		PORT: '0',
		KOLADA_URL: kolada.base
	});
	onTestFinished(async () => {
		await end(running.child, 'SIGKILL');
	});
	return { kolada, base: running.base };
}

test('[I9] a coordinator fetches, sees how far it is, stops it, fetches again, and settles a difference', async () => {
	const { kolada, base } = await start();
	const { page } = await sit(browser, base, 'coordinator', {
		viewport: { width: 390, height: 844 }
	});
	await page.goto('/indicators');
	await page.getByRole('link', { name: 'Hämta från Kolada' }).click();
	// Without the municipality's code nothing begins, and its field has the focus.
	await page.getByRole('button', { name: 'Hämta värden' }).click();
	await page.getByText('Skriv kommunens kod').waitFor();
	const code = page.getByRole('textbox', { name: 'Kommunkod' });
	await expect.poll(() => code.evaluate((field) => field === document.activeElement)).toBe(true);

	kolada.fail('/data', { kind: 'slow', ms: 4000 });
	await page.keyboard.type('2182');
	await page.keyboard.press('Enter');
	const bar = page.getByRole('progressbar', { name: 'Hämtning' });
	await bar.waitFor();
	await page.getByText('Hämtar för Exempelkommun: 0 av 36').waitFor();
	expect(await page.getByRole('button', { name: 'Hämta värden' }).isDisabled()).toBe(true);
	await page.getByRole('button', { name: 'Avbryt hämtningen' }).click();
	await page.getByText('Hämtningen avbröts.').waitFor();
	expect(await bar.count()).toBe(0);

	kolada.heal();
	kolada.fail('/data', { kind: 'slow', ms: 700 });
	await page.getByRole('button', { name: 'Hämta värden' }).click();
	await bar.waitFor();
	// It is over without a press of anything.
	await page.getByText(/^Klart\. \d+ värden är nya/).waitFor({ timeout: 30_000 });
	await page.getByText('9 inskrivna värden skiljer sig från källan och står kvar.').waitFor();

	const difference = page.getByRole('listitem').filter({ hasText: 'ekonomiskt bistånd, Exempel' });
	const theirs = `${String(madeUp('U31803', '2182', '2021')).replace('.', ',')}\u00a0%`;
	await difference.getByText(`Sara Ekdal skrev in 14,7\u00a0%. Källan anger ${theirs}.`).waitFor();
	await difference.getByRole('button', { name: /^Behåll det inskrivna/ }).click();
	await difference.waitFor({ state: 'detached' });
	await page.goto('/indicators/ind-ekonomiskt-bistand');
	expect(await page.getByRole('row').filter({ hasText: '2021' }).first().innerText()).toContain(
		'14,7'
	);
	const card = page.getByRole('region', { name: 'Om siffran och var den kommer ifrån' });
	const told = await card.innerText();
	expect(told).toMatch(
		/Kolada \(U31803\), inlagd \d{4}-\d\d-\d\d av Sara Ekdal: Exempelkommun 2021/
	);
	expect(told).toContain('Kommuner: ');
	expect(await card.getByRole('link').first().getAttribute('href')).toMatch(/#section-figures/);
});

test('[I2] [I7] a measure is looked up and confirmed, a group is added with its members and year', async () => {
	const { base } = await start();
	const { page } = await sit(browser, base, 'coordinator');
	await page.goto('/indicators/kolada/search');
	await page.getByRole('heading', { name: 'Vanliga i ett barnbokslut' }).waitFor();
	await page.getByRole('textbox', { name: 'Sök i Kolada' }).fill('lägeskommun');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: '4 träffar' }).waitFor();
	await page.getByRole('link', { name: /^Lägg till .*\(N15424\)$/ }).click();
	// What the title proposes stands in the form, and is nobody's until it is saved.
	await page.getByText('Kolada anger varken enhet eller önskad riktning.').waitFor();
	expect(await page.getByRole('textbox', { name: 'Koladas id' }).inputValue()).toBe('N15424');
	expect(await page.getByRole('combobox', { name: 'Önskad riktning' }).inputValue()).toBe('high');
	await page
		.getByRole('textbox', { name: 'Rubrik' })
		.fill('Behöriga till yrkesprogram, alla skolor');
	await page.getByRole('button', { name: 'Skapa nyckeltalet' }).click();
	await page.getByRole('heading', { name: 'Behöriga till yrkesprogram, alla skolor' }).waitFor();

	await page.goto('/indicators/kolada/groups');
	await page.getByRole('textbox', { name: 'Sök i Kolada' }).fill('grundskola');
	await page.keyboard.press('Enter');
	await page
		.getByRole('button', { name: /^Lägg till gruppen: Liknande kommuner grundskola/ })
		.click();
	await page.getByText('Gruppen är tillagd.').waitFor();
	const group = page.getByRole('listitem').filter({ hasText: 'indelning 2024' });
	expect(await group.innerText()).toContain('Kiruna');
	// A name that nobody has is told, and what was typed stays.
	const form = page.locator('form[action="?/make"]');
	await form.getByRole('textbox', { name: 'Namn i en mening' }).fill('grannarna');
	await form.getByRole('textbox', { name: 'Kommuner' }).fill('Bollnäs, Ankeborg');
	await form.getByRole('button', { name: 'Gör gruppen' }).click();
	await page.getByText('Finns inte i Kolada: Ankeborg.').waitFor();
	await form.getByRole('textbox', { name: 'Kommuner' }).fill('bollnäs\nNorberg');
	await form.getByRole('button', { name: 'Gör gruppen' }).click();
	await page.getByText('Bollnäs, Norberg').waitFor();
});
