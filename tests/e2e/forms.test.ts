import { people } from '#server/demo/people.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn, submit, write } from './report.ts';
import { inState, PATIENCE, sectionOf, synced } from './room.ts';
import { sit } from './sit.ts';
import { doc, p } from '#server/demo/write.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test('[S10] a form that was opened before somebody else acted says who did, and keeps what was typed', async () => {
	const base = inject('base');
	const { page: first } = await sit(browser, base, 'education');
	const { page: second } = await sit(browser, base, 'culture');
	for (const page of [first, second]) {
		await page.goto('/indicators/ind-kulturskolan-och-kulan');
		await page.getByLabel('Period').fill('2021/22');
		await page.getByRole('textbox', { name: 'Källa' }).fill('Egen räkning');
	}
	await first.getByLabel('Värde', { exact: true }).fill('2400');
	await first.getByRole('button', { name: 'Spara värdet' }).click();
	await first.getByText('Värdet är sparat.').waitFor();

	await second.getByLabel('Värde', { exact: true }).fill('2 451');
	const answer = second.waitForResponse((r) => r.request().method() === 'POST');
	await second.getByRole('button', { name: 'Spara värdet' }).click();
	const alert = second.getByRole('alert');
	await alert.waitFor();
	expect(await alert.innerText()).toContain('hann ändra här före dig');
	expect(await second.getByLabel('Värde', { exact: true }).inputValue()).toBe('2 451');
	expect(await second.getByRole('textbox', { name: 'Källa' }).inputValue()).toBe('Egen räkning');
	// Kit answers a script with 200 and the status within.
	expect((await (await answer).json()) as unknown).toMatchObject({ type: 'failure', status: 409 });
	// Now that it is known, the same button saves.
	await second.getByRole('button', { name: 'Spara värdet' }).click();
	await second.getByText('Värdet är sparat.').waitFor();
	await second
		.getByRole('cell', { name: '2 451'.replace(' ', '\u00a0') })
		.first()
		.waitFor();
});

test('[S10] the same without JavaScript: the page itself is answered with 409 and the typed text', async () => {
	const base = inject('base');
	const { page: first } = await sit(browser, base, 'education');
	const { page: second } = await sit(browser, base, 'culture', { javaScriptEnabled: false });
	for (const page of [first, second]) {
		await page.goto('/indicators/ind-kulturskolan-och-kulan');
		await page.getByLabel('Period').fill('2020/21');
		await page.getByLabel('Värde', { exact: true }).fill('200');
		await page.getByRole('textbox', { name: 'Källa' }).fill('Skolornas egen räkning');
	}
	await first.getByRole('button', { name: 'Spara värdet' }).click();
	await first.getByText('Värdet är sparat.').waitFor();
	const answer = second.waitForResponse((r) => r.request().method() === 'POST');
	await second.getByRole('button', { name: 'Spara värdet' }).click();
	expect((await answer).status()).toBe(409);
	await second.getByText('hann ändra här före dig').waitFor();
	expect(await second.getByRole('textbox', { name: 'Källa' }).inputValue()).toBe(
		'Skolornas egen räkning'
	);
});

test('[I1] [O2] a value that is no number and a period that is none are refused at their fields', async () => {
	const { page } = await sit(browser, inject('base'), 'culture');
	await page.goto('/indicators/ind-barnbokslan');
	await page.getByLabel('Period').fill('förra året');
	await page.getByLabel('Värde', { exact: true }).fill('nio komma ett');
	await page.getByRole('textbox', { name: 'Källa' }).fill('Biblioteket');
	await page.getByRole('button', { name: 'Spara värdet' }).click();
	const period = page.getByLabel('Period');
	const value = page.getByLabel('Värde', { exact: true });
	await expect.poll(() => period.getAttribute('aria-invalid'), PATIENCE).toBe('true');
	expect(await value.getAttribute('aria-invalid')).toBe('true');
	const saidOf = async (field: typeof value) => {
		const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
		const texts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
		return texts.join(' ');
	};
	expect(await saidOf(period)).toContain('Skriv ett år, ett läsår, en termin eller en månad');
	expect(await saidOf(value)).toContain('Skriv ett tal, till exempel 14,7.');
	expect(await period.inputValue()).toBe('förra året');
	expect(await value.inputValue()).toBe('nio komma ett');
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')), PATIENCE)
		.toBe('period');
});

test('[C5] [O2] a form that is sent before the scripts are at work is refused at its fields, which take the focus', async () => {
	const { page, context } = await sit(browser, inject('base'), 'culture');
	const scripts = Promise.withResolvers<null>();
	await context.route('**/*.js', async (route) => {
		await scripts.promise;
		await route.continue();
	});
	await page.goto('/indicators/ind-barnbokslan', { waitUntil: 'commit' });
	await page.getByLabel('Period').fill('förra året');
	await page.getByLabel('Värde', { exact: true }).fill('9,1');
	await page.getByRole('textbox', { name: 'Källa' }).fill('Biblioteket');
	await page.getByRole('button', { name: 'Spara värdet' }).click({ noWaitAfter: true });
	const period = page.getByLabel('Period');
	await expect.poll(() => period.getAttribute('aria-invalid'), PATIENCE).toBe('true');
	expect(await period.inputValue()).toBe('förra året');
	scripts.resolve(null);
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')), PATIENCE)
		.toBe('period');
});

test('[S10] what a colleague wrote meanwhile is not handed in unseen', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Samtidigt');
	const key = 'units.culture';
	const { id } = sectionIn(report, key);
	await write(base, id, 'culture', doc(p('Det första.')));
	// A page that never connects: its form knows only what the server drew.
	const { page } = await sit(browser, base, 'culture', { javaScriptEnabled: false });
	await page.goto(roomAt(report, key));
	await write(base, id, 'coordinator', doc(p('Det första.'), p('Det andra.')));
	await sectionOf(page, key).locator('[data-act=submit]').click();
	await page.getByText(`${people.coordinator.name} ändrade texten`).waitFor();
	expect(await sectionOf(page, key).getAttribute('data-state')).toBe('draft');
	await sectionOf(page, key).locator('[data-act=submit]').click();
	await inState(page, key, 'submitted');
});

test('[S10] two coordinators approve and return at once: one wins, the other is told', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Två beslut');
	const key = 'units.culture';
	const { id } = sectionIn(report, key);
	await write(base, id, 'culture', doc(p('Klart.')));
	await submit(base, id, 'culture');
	const { page: one } = await sit(browser, base, 'coordinator', { javaScriptEnabled: false });
	const { page: two } = await sit(browser, base, 'deputy');
	await one.goto(roomAt(report, key));
	await two.goto(roomAt(report, key));
	await synced(two, key);
	await sectionOf(two, key).locator('[data-act=return]').click();
	await two.getByLabel('Vad behöver ändras?').fill('Siffran saknas.');
	await two.getByRole('dialog').getByRole('button', { name: 'Återlämna med skäl' }).click();
	await expect.poll(() => sectionOf(two, key).getAttribute('data-state'), PATIENCE).toBe('draft');
	await sectionOf(one, key).locator('[data-act=approve]').click();
	await one
		.getByRole('alert')
		.getByText(`Avsnittet är ett utkast. ${people.deputy.name} öppnade det`)
		.waitFor();
});

test('[S10] an answer that comes when one has gone to another page is not taken for an answer to that page', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Redan vidare');
	const key = 'units.culture';
	const { id } = sectionIn(report, key);
	await write(base, id, 'culture', doc(p('Klart.')));
	await submit(base, id, 'culture');
	const { page } = await sit(browser, base, 'coordinator');
	await page.goto(roomAt(report, key));
	await synced(page, key);
	const answer = Promise.withResolvers<null>();
	await page.route('**/*approve', async (route) => {
		const answered = await route.fetch();
		await answer.promise;
		await route.fulfill({ response: answered });
	});
	await sectionOf(page, key).locator('[data-act=approve]').click();
	await inState(page, key, 'approved');
	// A page that shows what its own form was refused for. Within the site, so that the scripts go on.
	await page.evaluate(() => {
		const link = document.createElement('a');
		link.href = '/settings/jobs';
		document.querySelector('main')?.append(link);
		link.click();
	});
	const heading = page.getByRole('heading', { level: 1, name: 'Pågående arbete' });
	await heading.waitFor();
	// What follows the answer asks for the page's data once more.
	const again = page.waitForResponse((r) => r.url().includes('/settings/jobs/__data.json'));
	answer.resolve(null);
	await again;
	await heading.waitFor();
	expect(await page.getByRole('alert').count()).toBe(0);
});
