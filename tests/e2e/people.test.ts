import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn } from './report.ts';
import { PATIENCE, saved, synced, writeParagraph } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const KEY = 'units.culture';

test('[U6] [A6] a writer who is invited writes, and is put out when the account is closed', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Den inbjudna', 'full');
	const email = `inbjuden.${report.id.slice(0, 8)}@demo.example`;

	const { page: admin } = await sit(browser, base, 'administrator');
	await admin.goto('/');
	await admin.getByRole('button', { name: /^Jag/ }).click();
	await admin.getByRole('link', { name: 'Inställningar' }).click();
	await admin.getByRole('link', { name: 'Personer' }).click();
	await admin.getByRole('link', { name: 'Lägg till en person' }).click();
	await admin.getByLabel('Namn').fill('Ina Bjuden');
	await admin.getByLabel('E-postadress').fill(email);
	await admin.getByLabel('Kultur och fritid').check();
	await admin.getByLabel('Visa en länk som jag lämnar över').check();
	await admin.getByRole('button', { name: 'Lägg till' }).click();
	const link = await admin.getByLabel('Länk', { exact: true }).inputValue();
	expect(new URL(link).pathname).toMatch(/^\/invitation\/[\w-]{40,}$/);

	const { page: writer } = await sit(browser, base, null);
	await writer.goto(new URL(link).pathname);
	await writer.getByLabel('Lösenord').fill('en mening som jag minns');
	await writer.getByRole('button', { name: 'Spara och logga in' }).click();
	await writer.getByRole('button', { name: /^Jag/ }).waitFor();
	await writer.goto(roomAt(report, KEY));
	await synced(writer, KEY);
	await writeParagraph(writer, KEY, 'Skrivet av den inbjudna.');
	await saved(writer, KEY);

	await admin.getByRole('link', { name: 'Ina Bjuden' }).click();
	await admin.getByText('Är inloggad på 1 ställe.').waitFor();
	await admin.locator('summary', { hasText: 'Stäng kontot' }).click();
	await admin.getByRole('button', { name: 'Stäng kontot' }).click();
	await admin.getByText('Stängt konto').waitFor();
	// Without a key pressed: their line is closed, and the page leads to where one signs in.
	await expect.poll(() => new URL(writer.url()).pathname, PATIENCE).toBe('/login');
	// What they wrote stays, and they do not come in again.
	const coordinator = await apiOf(base, 'coordinator');
	const { content } = await coordinator.section(sectionIn(report, KEY).id);
	expect(JSON.stringify(content)).toContain('Skrivet av den inbjudna.');
	await writer.getByLabel('E-postadress').fill(email);
	await writer.getByLabel('Lösenord').fill('en mening som jag minns');
	await writer.getByRole('button', { name: 'Logga in', exact: true }).click();
	await expect
		.poll(() => writer.getByRole('alert').innerText(), PATIENCE)
		.toContain('hör inte ihop');
});
