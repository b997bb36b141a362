import { plainText } from '#schema/text.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { testFolder } from './processes.ts';
import { crash, startBrowser, unsentIn, type Run } from './profile.ts';
import { newReport, roomAt, sectionIn, submit } from './report.ts';
import {
	inState,
	PATIENCE,
	reads,
	saved,
	sectionOf,
	synced,
	textOf,
	writeParagraph
} from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Writes `before` with a connection and `after` without one; all of it is in the browser's store. */
async function writeOffline(run: Run, room: string, key: string, before: string, after: string) {
	const { page, context } = run;
	if (!page.url().endsWith(room)) await page.goto(room);
	await context.setOffline(false);
	await synced(page, key);
	await writeParagraph(page, key, before);
	await saved(page, key);
	await expect.poll(() => unsentIn(page), PATIENCE).toBe(0);
	await context.setOffline(true);
	await expect
		.poll(() => sectionOf(page, key).getAttribute('data-save-state'), PATIENCE)
		.toBe('offline');
	await page.keyboard.type(after);
	await expect.poll(() => unsentIn(page), PATIENCE).toBe(after.length);
	expect(await sectionOf(page, key).locator('.save').innerText()).toMatch(
		/^Ingen anslutning sedan \d\d[.:]\d\d\. \d+ osparade ändringar$/
	);
}

const stored = async (base: string, sectionId: string) =>
	plainText((await (await apiOf(base, 'coordinator')).section(sectionId)).content);

test('[D4] what was typed without connection survives the closing of the browser and is sent at return', async () => {
	const base = inject('base');
	const folder = testFolder();
	const report = await newReport(base, 'Stängd dator');
	const key = 'units.culture';
	const first = await startBrowser(folder, base, 'culture');
	await writeOffline(first, roomAt(report, key), key, 'Före.', ' Utan anslutning.');
	await first.context.close();
	expect(await stored(base, sectionIn(report, key).id)).toBe('Före.');

	const { page: colleague } = await sit(browser, base, 'coordinator');
	await colleague.goto(roomAt(report, key));
	await synced(colleague, key);
	expect(await textOf(colleague, key)).toBe('Före.');
	const again = await startBrowser(folder, base, 'culture');
	// At the top of the report: nobody needs to look at the section.
	await again.page.goto(`/reports/${report.id}`);
	await reads(colleague, key, 'Före. Utan anslutning.');
	await expect.poll(() => unsentIn(again.page), PATIENCE).toBe(0);
	expect(await stored(base, sectionIn(report, key).id)).toBe('Före. Utan anslutning.');
	expect(await again.page.locator('.kept').count()).toBe(0);
});

test('[D4] what the page would read anew does not come: the page stays, and the text in it', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Halv anslutning');
	const [own, other] = ['units.culture', 'units.social'];
	const { page, context } = await startBrowser(testFolder(), base, 'coordinator');
	await page.goto(roomAt(report, other));
	await synced(page, other);
	await writeParagraph(page, other, 'Stödet.');
	await saved(page, other);
	await sectionOf(page, own).scrollIntoViewIfNeeded();
	await synced(page, own);
	await writeParagraph(page, own, 'Före.');
	await saved(page, own);
	let failed = 0;
	const fails = /\/now$|__data\.json/;
	await context.route(fails, (route) => {
		failed += 1;
		return route.abort('internetdisconnected');
	});
	// Somebody locks a section: what the page knows of it is old.
	await submit(base, sectionIn(report, other).id, 'social');
	await expect.poll(() => failed, PATIENCE).toBeGreaterThan(0);
	await page.keyboard.type(' Och efter.');
	await saved(page, own);
	expect(await textOf(page, own)).toBe('Före. Och efter.');
	const come = page.waitForResponse(/\/now$/);
	await context.unroute(fails);
	expect((await come).ok()).toBe(true);
	expect(await stored(base, sectionIn(report, own).id)).toBe('Före. Och efter.');
	await inState(page, other, 'submitted');
});

test('[D4] [L1] [L2] after a day: what was typed for an open section goes in, what met a lock is kept and shown', async () => {
	const base = inject('base');
	const folder = testFolder();
	const report = await newReport(base, 'Dagen efter');
	const [open, locked] = ['figures.economy', 'units.social'];
	const first = await startBrowser(folder, base, 'social');
	await first.page.goto(roomAt(report, open));
	await synced(first.page, open);
	await writeParagraph(first.page, open, 'Pengar.');
	await saved(first.page, open);
	await writeOffline(first, roomAt(report, locked), locked, 'Stödet.', ' För sent.');
	await writeParagraph(first.page, open, 'Mer pengar.');
	await expect.poll(() => unsentIn(first.page), PATIENCE).toBeGreaterThan(' För sent.'.length + 10);
	await first.context.close();
	await submit(base, sectionIn(report, locked).id, 'social');

	const { page } = await startBrowser(folder, base, 'social');
	await page.goto(`/reports/${report.id}`);
	const panel = sectionOf(page, locked).locator('.kept');
	await expect.poll(() => panel.innerText(), PATIENCE).toContain('Stödet. För sent.');
	expect(await panel.innerText()).toContain('sent bidrag');
	await inState(page, locked, 'submitted');
	await expect
		.poll(() => stored(base, sectionIn(report, open).id), PATIENCE)
		.toBe('Pengar.\nMer pengar.');
	expect(await stored(base, sectionIn(report, locked).id)).toBe('Stödet.');
	await expect.poll(() => unsentIn(page), PATIENCE).toBe(0);
	const api = await apiOf(base, 'coordinator');
	const { items } = (await api.get(`sections/${sectionIn(report, locked).id}/late`)) as {
		items: { text: string }[];
	};
	expect(items.map(({ text }) => text).join()).toContain('För sent.');
});

test('[D4] another person at the same computer neither sees it nor sends it, and it waits for its owner', async () => {
	const base = inject('base');
	const folder = testFolder();
	const report = await newReport(base, 'Lånad dator');
	const key = 'units.culture';
	const { id } = sectionIn(report, key);
	const first = await startBrowser(folder, base, 'culture');
	await writeOffline(first, roomAt(report, key), key, 'Före.', ' Bara mitt.');
	await first.context.close();

	// The coordinator may write in every section, this one among them.
	const other = await startBrowser(folder, base, 'coordinator');
	await other.page.goto(roomAt(report, key));
	await synced(other.page, key);
	await writeParagraph(other.page, key, 'Samordnaren.');
	await saved(other.page, key);
	expect(await textOf(other.page, key)).toBe('Före.\nSamordnaren.');
	expect(await other.page.content()).not.toContain('Bara mitt');
	expect(await stored(base, id)).toBe('Före.\nSamordnaren.');
	await other.context.close();

	const back = await startBrowser(folder, base, 'culture');
	await back.page.goto(`/reports/${report.id}`);
	await expect.poll(() => stored(base, id), PATIENCE).toBe('Före. Bara mitt.\nSamordnaren.');
});

test('[D4] who signs out is asked about what is unsent, and it is removed from the computer', async () => {
	const base = inject('base');
	const folder = testFolder();
	const report = await newReport(base, 'Utloggad');
	const key = 'units.culture';
	const { id } = sectionIn(report, key);
	const first = await startBrowser(folder, base, 'culture');
	await writeOffline(first, roomAt(report, key), key, 'Före.', ' Borta.');
	await first.context.close();

	const { page, context } = await startBrowser(folder, base, 'culture');
	await page.goto('/reports');
	const signOut = async (yes: boolean) => {
		const asked = page.waitForEvent('dialog');
		await page
			.getByRole('button', { name: /^Jag: / })
			.first()
			.click();
		await page.getByRole('button', { name: 'Logga ut' }).click();
		const question = await asked;
		expect(question.message()).toMatch(/^Osparade ändringar: 7\./);
		await (yes ? question.accept() : question.dismiss());
	};
	await signOut(false);
	// Who was asked on a page of its own, before the scripts were at work, is led away from it.
	await page.waitForURL((url) => url.pathname !== '/leave');
	expect(await unsentIn(page)).toBe(7);
	expect((await context.cookies()).length).toBeGreaterThan(0);
	await page.reload();
	await signOut(true);
	await page.waitForURL((url) => !url.pathname.startsWith('/reports'));
	expect(await unsentIn(page)).toBe(0);
	await context.close();

	const again = await startBrowser(folder, base, 'culture');
	await again.page.goto(roomAt(report, key));
	await synced(again.page, key);
	expect(await textOf(again.page, key)).toBe('Före.');
	expect(await stored(base, id)).toBe('Före.');
});

test('[D4] who signs out before the scripts of the page are at work is asked all the same', async () => {
	const base = inject('base');
	const folder = testFolder();
	const report = await newReport(base, 'Fort utloggad');
	const key = 'units.culture';
	const first = await startBrowser(folder, base, 'culture');
	await writeOffline(first, roomAt(report, key), key, 'Före.', ' Borta.');
	await first.context.close();

	const { page, context } = await startBrowser(folder, base, 'culture');
	// The scripts of the first page never come: their requests end with it.
	let hold = true;
	await page.route('**/_app/**/*.js', (route) => (hold ? undefined : route.continue()));
	await page.goto('/reports', { waitUntil: 'commit' });
	const asked = page.waitForEvent('dialog');
	await page
		.getByRole('button', { name: /^Jag: / })
		.first()
		.click();
	hold = false;
	await page.getByRole('button', { name: 'Logga ut' }).click();
	const question = await asked;
	expect(question.message()).toMatch(/^Osparade ändringar: 7\./);
	expect((await context.cookies()).length).toBeGreaterThan(0);
	await question.accept();
	await page.waitForURL((url) => url.pathname === '/');
	expect(await unsentIn(page)).toBe(0);
});

test('[D4] a browser that crashes in the middle of typing loses at most what it had not handed to its store', async () => {
	const base = inject('base');
	const folder = testFolder();
	const report = await newReport(base, 'Krasch');
	const key = 'units.culture';
	const { id } = sectionIn(report, key);
	const first = await startBrowser(folder, base, 'culture');
	await writeOffline(first, roomAt(report, key), key, 'Före.', ' Säkert i lagret.');
	const last = ' Mitt i en lång mening som aldrig blev färdig innan allt slocknade.';
	const typing = first.page.keyboard.type(last, { delay: 20 }).catch(() => 'the page is gone');
	await reads(first.page, key, ' Mitt i en');
	const handed = (await unsentIn(first.page)) - ' Säkert i lagret.'.length;
	await crash(first);
	expect(await typing).toBe('the page is gone');

	const { page } = await startBrowser(folder, base, 'culture');
	await page.goto(`/reports/${report.id}`);
	await expect.poll(() => stored(base, id), PATIENCE).toContain('Före. Säkert i lagret.');
	await expect.poll(() => unsentIn(page), PATIENCE).toBe(0);
	const text = await stored(base, id);
	expect(`Före. Säkert i lagret.${last}`.startsWith(text)).toBe(true);
	// The API gives a text without the space at its end.
	const least = `Före. Säkert i lagret.${last}`.slice(0, 'Före. Säkert i lagret.'.length + handed);
	expect(text.length).toBeGreaterThanOrEqual(least.trimEnd().length);
});
