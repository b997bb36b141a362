import { password } from '#server/demo/people.ts';
import { doc, p } from '#server/demo/write.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { emailOf } from './api.ts';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn, submit, write } from './report.ts';
import { inState, PATIENCE, proseOf, saved, sectionOf, synced } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const focused = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const element = document.activeElement;
		return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`
			.replace(/\s+/g, ' ')
			.trim();
	});

/** Presses Tab until something with these words has the focus. */
async function tabTo(page: Page, words: RegExp, most = 60): Promise<void> {
	for (let i = 0; i < most; i++) {
		await page.keyboard.press('Tab');
		if (words.test(await focused(page))) return;
	}
	throw new Error(`${String(words)} is not reached by Tab; the focus is on ${await focused(page)}`);
}

test('[C5] one signs in, finds a section, writes, formats, makes a list, and hands it in by keyboard alone', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Utan mus', 'board');
	const { page } = await sit(browser, base, null);
	await page.goto('/reports');
	await page.keyboard.press('Tab');
	expect(await focused(page)).toBe('Hoppa till innehållet');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.type(emailOf('culture'));
	await page.keyboard.press('Tab');
	await page.keyboard.type(password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/reports(#main)?$/);
	await tabTo(page, /^Utan mus$/);
	await page.keyboard.press('Enter');
	await page.waitForURL(`**/reports/${report.id}`);

	const key = 'current.strengths.12';
	await page.waitForSelector(`[data-section-key="${key}"]`);
	await tabTo(page, /Styrkor: artikel 12/);
	await page.keyboard.press('Enter');
	await synced(page, key);
	// From the link in the contents to the text; the toolbar is one stop on the way.
	await expect.poll(() => page.evaluate(() => location.hash), PATIENCE).toBe(`#section-${key}`);
	await tabTo(page, /^Text i avsnittet .*Styrkor: artikel 12/);
	await page.keyboard.press('Control+End');
	await page.keyboard.type('Barnen fick ');
	await page.keyboard.press('Control+b');
	await page.keyboard.type('svar');
	await page.keyboard.press('Control+b');
	await page.keyboard.type(' inom en vecka.');
	await page.keyboard.press('Enter');
	await page.keyboard.type('/punkt');
	await page.getByRole('option', { name: 'Punktlista' }).waitFor();
	const text = proseOf(page, key);
	expect(await text.getAttribute('aria-activedescendant')).toContain('bulletList');
	await page.keyboard.press('Enter');
	await page.keyboard.type('En gång i månaden');
	await expect.poll(() => text.locator('strong').innerText(), PATIENCE).toBe('svar');
	expect(await text.locator('ul li').innerText()).toBe('En gång i månaden');
	// To the toolbar and back: the caret stays where it was.
	await page.keyboard.press('Alt+F10');
	expect(
		await page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null)
	).toBe(true);
	await page.keyboard.press('Escape');
	await expect.poll(() => focused(page), PATIENCE).toContain('Text i avsnittet');
	await page.keyboard.type(' möts vi.');
	expect(await text.locator('ul li').innerText()).toBe('En gång i månaden möts vi.');
	await saved(page, key);
	await tabTo(page, /^Skicka in för godkännande$/, 10);
	await page.keyboard.press('Enter');
	await inState(page, key, 'submitted');
	await expect.poll(() => text.getAttribute('contenteditable'), PATIENCE).toBe('false');
});

test('[C5] who approves another section than the address names stays there, page and focus', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Stannar kvar');
	const [named, approved] = ['units.culture', 'units.education'];
	const { id } = sectionIn(report, approved);
	await write(base, id, 'education', doc(p('Klart för beslut.')));
	await submit(base, id, 'education');
	const { page } = await sit(browser, base, 'coordinator');
	await page.goto(roomAt(report, named));
	await synced(page, named);
	await synced(page, approved);
	const button = sectionOf(page, approved).locator('[data-act=approve]');
	await button.scrollIntoViewIfNeeded();
	await button.focus();
	const answered = page.waitForResponse((r) => r.request().method() === 'POST');
	await page.keyboard.press('Enter');
	await answered;
	await inState(page, approved, 'approved');
	const here = () =>
		page.evaluate(() => {
			const section = document.activeElement?.closest<HTMLElement>('[data-section-key]');
			const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
			const isSeen = bottom > 0 && top < innerHeight;
			return `${section?.dataset['sectionKey'] ?? 'nowhere'}, ${isSeen ? 'seen' : 'out of sight'}`;
		});
	await expect.poll(here, PATIENCE).toBe(`${approved}, seen`);
	await page.keyboard.press('Tab');
	expect(await here()).toBe(`${approved}, seen`);
	expect(await focused(page)).toBe('Öppna igen');
});
