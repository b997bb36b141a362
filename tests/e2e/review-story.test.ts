import { doc, p } from '#server/demo/write.ts';
import { people } from '#server/demo/people.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { commentOn, mark, panelOf, threadsOf } from './panel.ts';
import { newReport, roomAt, sectionIn, write } from './report.ts';
import {
	caretAtEnd,
	inState,
	PATIENCE,
	proseOf,
	reads,
	saved,
	sectionOf,
	synced,
	textOf
} from './room.ts';
import { sit } from './sit.ts';
import { wireOf } from './wire.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const KEY = 'units.culture';
const NAME = 'Kultur och fritid';

/** The coordinator shares the section by the board's form. */
async function share(page: Page, reportId: string, department: string): Promise<void> {
	await page.goto(`/reports/${reportId}/board`);
	await page.getByRole('link', { name: `Ändra 6.3 ${NAME}` }).click();
	const shared = page.getByRole('group', { name: 'Delas med' });
	await shared.getByRole('checkbox', { name: department }).check();
	await page.getByRole('button', { name: 'Spara' }).click();
	await page.getByText('Avsnittet är ändrat.').waitFor();
}

/** Submits by the button below the text, when everything is saved. */
async function submitHere(page: Page): Promise<void> {
	await saved(page, KEY);
	await sectionOf(page, KEY).locator('[data-act=submit]').click();
	await inState(page, KEY, 'submitted');
}

test('[R1] [R2] [R3] [R5] [S4] [S5] [S6] [A7] [L3] [L4] [N1] a section goes from draft through comment, suggestion, return, blackline and late contribution to approval, by five people', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Granskningens barnbokslut');
	const { id } = sectionIn(report, KEY);
	await write(base, id, 'culture', doc(p('Fritidsgårdarna hade öppet.'), p('Barnen mår bra.')));
	const { page: coordinator } = await sit(browser, base, 'coordinator');
	await share(coordinator, report.id, 'Socialtjänsten');
	const { page: deputy } = await sit(browser, base, 'deputy');
	const { page: owner } = await sit(browser, base, 'culture');
	const { page: helping } = await sit(browser, base, 'social');
	const { page: reviewer } = await sit(browser, base, 'education');
	const wire = await wireOf(helping);
	for (const page of [owner, helping, reviewer, coordinator]) {
		await page.goto(roomAt(report, KEY));
		await synced(page, KEY);
	}

	// A draft: a colleague of another department, who may only read, asks and proposes.
	expect(await proseOf(reviewer, KEY).getAttribute('contenteditable')).toBe('false');
	await commentOn(reviewer, KEY, 'hade öppet');
	await reviewer.keyboard.type('Alla dagar?');
	await reviewer.keyboard.press('Control+Enter');
	await expect.poll(() => threadsOf(reviewer, KEY).count(), PATIENCE).toBe(1);
	await mark(reviewer, KEY, 'bra');
	await reviewer.locator('[data-tip="Föreslå ändring"]').click();
	await panelOf(reviewer, KEY).getByLabel('Föreslagen text').fill('bättre');
	await panelOf(reviewer, KEY)
		.getByRole('button', { name: /^Skicka förslaget/ })
		.click();
	await expect.poll(() => threadsOf(reviewer, KEY).count(), PATIENCE).toBe(2);
	expect(await textOf(reviewer, KEY)).toContain('Barnen mår bra.');

	// The coordinator asks for what must be met; the owner reads it live and takes the proposal in.
	await commentOn(coordinator, KEY, 'Barnen mår');
	await coordinator.keyboard.type('Skriv vilket år.');
	await panelOf(coordinator, KEY).getByLabel('Måste åtgärdas före godkännande').check();
	await panelOf(coordinator, KEY).getByLabel('Din kommentar').press('Control+Enter');
	const button = sectionOf(owner, KEY).getByRole('button', { name: /^Kommentarer \(3\)/ });
	await button.click();
	await panelOf(owner, KEY)
		.getByRole('button', { name: /^Ta in i texten/ })
		.click();
	await reads(owner, KEY, 'Barnen mår bättre.');
	await reads(helping, KEY, 'Barnen mår bättre.');

	// The owner submits; a colleague whose page does not know it yet goes on writing.
	await caretAtEnd(helping, KEY);
	wire.hold(id);
	await submitHere(owner);
	await helping.keyboard.type(' Ungdomarna fick välja.');
	await reads(helping, KEY, 'Ungdomarna fick välja.');
	wire.release(id);
	await inState(helping, KEY, 'submitted');
	const kept = sectionOf(helping, KEY).locator('.kept');
	await expect.poll(() => kept.innerText(), PATIENCE).toContain('Ungdomarna fick välja.');
	await expect.poll(() => textOf(helping, KEY), PATIENCE).not.toContain('Ungdomarna');

	// The desk: what hinders is named, and the section goes back with a reason.
	const desk = `/reports/${report.id}/sections/${id}`;
	await deputy.goto(desk);
	await deputy.getByText('En kommentar måste åtgärdas före godkännandet.').waitFor();
	expect(await deputy.locator('[data-act=approve]').count()).toBe(0);
	expect(await deputy.locator('main').innerText()).toContain('Ungdomarna fick välja.');
	await deputy.keyboard.press('r');
	await deputy.getByLabel('Vad behöver ändras?').fill('Året saknas, och ett bidrag kom för sent.');
	await deputy.getByRole('dialog').getByRole('button', { name: 'Återlämna' }).click();
	await inState(owner, KEY, 'draft');

	// What came late is taken in on its page, in its author's name.
	await coordinator.goto(`/reports/${report.id}/late`);
	const late = coordinator.getByRole('article', {
		name: `Sent bidrag av ${people.social.name}`
	});
	await expect.poll(() => late.locator('ins').allInnerTexts(), PATIENCE).not.toEqual([]);
	await late.getByRole('button', { name: /^Ta in/ }).click();
	await coordinator.getByText('Bidraget är intaget i texten').waitFor();
	await reads(owner, KEY, 'Ungdomarna fick välja.');

	// The owner is told why it came back, meets the comment, and submits again.
	await owner.goto('/notices');
	await owner.getByText(`${people.deputy.name} återlämnade`).first().waitFor();
	await owner.goto(roomAt(report, KEY));
	await synced(owner, KEY);
	await mark(owner, KEY, 'mår bättre');
	await owner.keyboard.type('mådde bättre 2029');
	await reads(owner, KEY, 'Barnen mådde bättre 2029.');
	await sectionOf(owner, KEY)
		.getByRole('button', { name: /^Kommentarer/ })
		.click();
	await threadsOf(owner, KEY)
		.filter({ hasText: 'Skriv vilket år.' })
		.getByRole('button', { name: /^Markera som löst/ })
		.click();
	await expect.poll(() => threadsOf(owner, KEY).count(), PATIENCE).toBe(1);
	await submitHere(owner);

	// The approver sees what has changed since the last submission, and approves by key.
	await deputy.goto(desk);
	await deputy.getByRole('link', { name: 'Ändringar sedan förra inskicket' }).click();
	const changed = async (tag: string) =>
		(await deputy.locator(`main ${tag}`).allInnerTexts()).join(' ');
	await expect.poll(() => changed('ins'), PATIENCE).toContain('mådde');
	expect(await changed('ins')).toContain('2029');
	expect(await changed('ins')).toContain('Ungdomarna fick välja.');
	expect(await changed('del')).toContain('mår');
	await deputy.keyboard.press('a');
	const sure = deputy.getByRole('dialog').getByRole('button', { name: /^Godkänn/ });
	await sure.waitFor();
	await deputy.keyboard.press('Enter');
	await inState(owner, KEY, 'approved');

	// What was approved is what everybody wrote; the comment that stayed open changed nothing of it.
	const api = await apiOf(base, 'coordinator');
	const { state, content } = await api.section(id);
	expect(state).toBe('approved');
	const approved = JSON.stringify(content);
	for (const words of ['Barnen mådde bättre 2029.', 'Ungdomarna fick välja.'])
		expect(approved).toContain(words);
	expect(approved).not.toContain('Alla dagar?');
	await reviewer.goto(`${desk}/history`);
	const told = () => reviewer.locator('main').innerText();
	for (const { name } of [people.culture, people.social, people.deputy])
		await expect.poll(told, PATIENCE).toContain(name);
});
