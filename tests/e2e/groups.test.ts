import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { koladaServer } from '../support/kolada-server.ts';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';
import { PATIENCE } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** The demo beside a Kolada of its own, with a group of the municipality's own making. */
async function start() {
	const kolada = await koladaServer();
	const { base, child } = await startProcess({
		DATA_DIR: testFolder(),
		PORT: '0',
		KOLADA_URL: kolada.base
	});
	onTestFinished(async () => {
		await end(child, 'SIGKILL');
	});
	const api = await apiOf(base, 'coordinator');
	const group = {
		kind: 'own',
		name: 'grannarna',
		year: 2022,
		members: [
			{ id: '2183', title: 'Bollnäs' },
			{ id: '1962', title: 'Norberg' }
		]
	};
	const { groupId } = (await api.send('POST', 'groups', group)) as { groupId: string };
	return { kolada, base, api, group, groupId };
}

const PAGE = '/indicators/kolada/groups';
const groupOn = (page: Page) =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Grannarna' }) });
const members = (page: Page) => groupOn(page).getByRole('textbox', { name: 'Kommuner' });
const save = (page: Page) => groupOn(page).getByRole('button', { name: 'Spara medlemmarna' });

test('[I7] [C5] the members of a chosen group are changed by hand, by keyboard, with their year', async () => {
	const { kolada, base } = await start();
	const { page } = await sit(browser, base, 'coordinator', {
		viewport: { width: 390, height: 844 }
	});
	await page.goto(PAGE);
	// Groups of the source's keep the source's members.
	expect(await page.getByRole('link', { name: /^Ändra medlemmarna/ }).count()).toBe(1);
	await page.getByRole('link', { name: 'Ändra medlemmarna: grannarna' }).focus();
	await page.keyboard.press('Enter');
	expect(await members(page).inputValue()).toBe('Bollnäs\nNorberg');
	expect(await groupOn(page).innerText()).toContain('Värden som redan finns gäller de gamla');

	await members(page).fill('Norberg\nkiruna, Ankeborg');
	await save(page).focus();
	await page.keyboard.press('Enter');
	await page.getByText('Finns inte i Kolada: Ankeborg.').waitFor();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	expect(await members(page).inputValue()).toBe('Norberg\nkiruna, Ankeborg');
	await expect
		.poll(() => members(page).evaluate((field) => field === document.activeElement), PATIENCE)
		.toBe(true);

	await members(page).fill('Norberg\nkiruna');
	await groupOn(page).getByRole('textbox', { name: 'Indelningens år' }).fill('2025');
	await save(page).click();
	await page.getByText('Grannarna har fått nya medlemmar.').waitFor();
	await page.getByText('Värdena gäller de gamla tills du hämtar på nytt.').waitFor();
	const told = await groupOn(page).innerText();
	expect(told).toContain('indelning 2025');
	expect(told).toContain('Norberg, Kiruna');

	// Who is a member already is known: one is taken away while the source does not answer.
	kolada.fail('/municipality', { kind: 'status', status: 500 });
	await page.getByRole('link', { name: 'Ändra medlemmarna: grannarna' }).click();
	await members(page).fill('Kiruna');
	await save(page).click();
	await page.getByText('Grannarna har fått nya medlemmar.').waitFor();
	await expect.poll(() => groupOn(page).innerText(), PATIENCE).not.toContain('Norberg');
});

test.for([true, false])(
	'[S10] a form that was opened before somebody else changed the group says so (scripts: %s)',
	async (javaScriptEnabled) => {
		const { base, api, group, groupId } = await start();
		const { page } = await sit(browser, base, 'coordinator', { javaScriptEnabled });
		await page.goto(`${PAGE}?change=${groupId}#change`);
		await members(page).fill('Norberg');
		await api.send('PUT', `groups/${groupId}`, {
			...group,
			version: 1,
			members: [{ id: '2183', title: 'Bollnäs' }]
		});
		await save(page).click();
		await groupOn(page).getByRole('alert').getByText('hann ändra här före dig').waitFor();
		// What was typed stays, beside what the other one saved.
		expect(await members(page).inputValue()).toBe('Norberg');
		expect(await groupOn(page).locator('p').nth(1).innerText()).toBe('Bollnäs');
		await save(page).click();
		// The source is asked for the name, and may be busy with another test's fetch.
		await page.getByText('Grannarna har fått nya medlemmar.').waitFor({ timeout: 45_000 });
		expect(await groupOn(page).locator('p').nth(1).innerText()).toBe('Norberg');
	}
);
