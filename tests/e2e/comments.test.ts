import { doc, p } from '#server/demo/write.ts';
import { people } from '#server/demo/people.ts';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { commentOn, mark, panelOf, threadsOf } from './panel.ts';
import { newReport, roomAt, sectionIn, submit, write } from './report.ts';
import { inState, PATIENCE, proseOf, reads, sectionOf, synced, textOf } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const KEY = 'units.culture';
const field = (page: Page, label: string): Locator => panelOf(page, KEY).getByLabel(label);
const press = (page: Page, name: RegExp): Promise<void> =>
	panelOf(page, KEY).getByRole('button', { name }).click();
/** What of the text is marked, and what is proposed in it. */
const marks = (page: Page, what: string): Promise<string[]> =>
	proseOf(page, KEY).locator(what).allTextContents();
const focused = (page: Page): Promise<string> =>
	page.evaluate(() => document.activeElement?.textContent.slice(0, 200) ?? '');

async function start(title: string) {
	const base = inject('base');
	const report = await newReport(base, title);
	const { id } = sectionIn(report, KEY);
	await write(base, id, 'culture', doc(p('Kommunens barn mår bra.'), p('Biblioteket har öppet.')));
	const open = async (person: 'culture' | 'coordinator') => {
		const { page } = await sit(browser, base, person);
		await page.goto(roomAt(report, KEY));
		await synced(page, KEY);
		return page;
	};
	return { base, report, id, open };
}

test('[R1] [R2] two people talk about a draft: comment, mention, resolution, and a suggestion that is taken in', async () => {
	const { open } = await start('Kommenteras');
	const [writer, reviewer] = [await open('culture'), await open('coordinator')];
	await commentOn(reviewer, KEY, 'barn mår');
	await reviewer.keyboard.type('Hur vet vi det?');
	await panelOf(reviewer, KEY).getByLabel('Måste åtgärdas före godkännande').check();
	await field(reviewer, 'Din kommentar').press('Control+Enter');
	await expect.poll(() => threadsOf(reviewer, KEY).count(), PATIENCE).toBe(1);
	// The focus is at what was sent.
	await expect.poll(() => focused(reviewer), PATIENCE).toContain('Hur vet vi det?');
	expect(await marks(reviewer, '.said')).toEqual(['barn mår']);

	// The other sees it without doing anything, and goes on writing.
	const button = sectionOf(writer, KEY).getByRole('button', { name: /^Kommentarer \(1\)/ });
	await button.waitFor();
	await expect.poll(() => marks(writer, '.said'), PATIENCE).toEqual(['barn mår']);
	await proseOf(writer, KEY).locator('p').last().click();
	await writer.keyboard.press('End');
	await writer.keyboard.type(' Alltid.');
	await reads(writer, KEY, 'öppet. Alltid.');
	await button.click();
	await threadsOf(writer, KEY).getByText('Måste åtgärdas').waitFor();
	await press(writer, /^Svara/);
	const { name } = people.coordinator;
	await writer.keyboard.type(`Fråga @${name.slice(0, 3).toLowerCase()}`);
	await panelOf(writer, KEY).getByRole('option', { name }).waitFor();
	await writer.keyboard.press('Enter');
	await expect
		.poll(() => field(writer, 'Ditt svar').inputValue(), PATIENCE)
		.toBe(`Fråga @${name} `);
	await writer.keyboard.press('Control+Enter');
	await expect
		.poll(() => threadsOf(reviewer, KEY).innerText(), PATIENCE)
		.toContain(`Fråga @${name}`);
	const axe = await new AxeBuilder({ page: writer })
		.include(`[data-section-key="${KEY}"]`)
		.setLegacyMode(true)
		.analyze();
	expect(axe.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
	await press(reviewer, /^Markera som löst/);
	await expect.poll(() => threadsOf(writer, KEY).count(), PATIENCE).toBe(0);
	await expect.poll(() => marks(writer, '.said'), PATIENCE).toEqual([]);
	await press(writer, /^Avslutade \(1\)/);
	await threadsOf(writer, KEY).getByText('Löst av').waitFor();

	// A suggestion stands in the text of both, and is none of it until it is taken in.
	await mark(reviewer, KEY, 'bra');
	await reviewer.getByRole('toolbar').getByRole('button', { name: 'Föreslå ändring' }).click();
	await field(reviewer, 'Föreslagen text').fill('olika');
	await press(reviewer, /^Skicka förslaget/);
	for (const page of [writer, reviewer]) {
		await expect.poll(() => marks(page, '.proposed'), PATIENCE).toEqual(['Föreslaget olika']);
		expect(await textOf(page, KEY)).toContain('mår bra.');
	}
	await press(writer, /^Öppna \(1\)/);
	await press(writer, /^Ta in i texten/);
	for (const page of [writer, reviewer]) {
		await reads(page, KEY, 'Kommunens barn mår olika.');
		await expect.poll(() => marks(page, '.proposed'), PATIENCE).toEqual([]);
	}
	await panelOf(writer, KEY).getByRole('button', { name: 'Stäng' }).press('Enter');
	const onButton = () => writer.evaluate(() => document.activeElement?.hasAttribute('data-review'));
	await expect.poll(onButton, PATIENCE).toBe(true);
});

test('[R1] [S6] a locked text is spoken of and stays as it is; what could not be sent stays in its field, and a page that comes again has it', async () => {
	const { base, id, open } = await start('Kommenteras inskickad');
	await submit(base, id, 'culture');
	const page = await open('culture');
	await inState(page, KEY, 'submitted');
	const before = await textOf(page, KEY);
	await page.route('**/threads', (route) =>
		route.request().method() === 'POST' ? route.abort() : route.continue()
	);
	await commentOn(page, KEY, 'Biblioteket');
	await page.keyboard.type('Vilket av dem?');
	await page.keyboard.press('Control+Enter');
	await panelOf(page, KEY).getByRole('alert').getByText('Servern svarade inte').waitFor();
	expect(await field(page, 'Din kommentar').inputValue()).toBe('Vilket av dem?');
	await page.keyboard.press('Escape');
	await expect.poll(() => panelOf(page, KEY).count(), PATIENCE).toBe(0);
	await page.reload();
	await synced(page, KEY);
	await page.unroute('**/threads');
	await sectionOf(page, KEY)
		.getByRole('button', { name: /^Kommentarer/ })
		.click();
	await expect
		.poll(() => field(page, 'Din kommentar').inputValue(), PATIENCE)
		.toBe('Vilket av dem?');
	await press(page, /^Skicka/);
	await expect.poll(() => marks(page, '.said'), PATIENCE).toEqual(['Biblioteket']);
	await press(page, /^Visa i texten/);
	await expect
		.poll(() => page.evaluate(() => getSelection()?.toString()), PATIENCE)
		.toBe('Biblioteket');
	await proseOf(page, KEY).locator('.said').click();
	await expect
		.poll(() => threadsOf(page, KEY).first().getAttribute('class'), PATIENCE)
		.toMatch(/\bon\b/);
	expect(await textOf(page, KEY)).toBe(before);

	// On a phone it comes from below.
	await page.setViewportSize({ width: 390, height: 800 });
	const sheet = page.getByRole('dialog', { name: 'Kommentarer' });
	await sheet.getByText('Vilket av dem?', { exact: true }).waitFor();
	const axe = await new AxeBuilder({ page }).include('dialog[open]').setLegacyMode(true).analyze();
	expect(axe.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
	const isWider = () =>
		page.evaluate(
			() => document.documentElement.scrollWidth > document.documentElement.clientWidth
		);
	expect(await isWider()).toBe(false);
});
