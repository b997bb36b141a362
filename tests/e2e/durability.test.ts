import { plainText } from '#schema/text.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';
import { newReport, roomAt, sectionIn, submit } from './report.ts';
import {
	caretAtEnd,
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
import { wireOf } from './wire.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const saveState = (page: Page, key: string) => () =>
	sectionOf(page, key).getAttribute('data-save-state');

test('[D2] [D3] nothing that a colleague saw is gone after kill -9 in the middle of typing, and the page goes on by itself', async () => {
	const DATA_DIR = testFolder();
	const first = await startProcess({ DATA_DIR, PORT: '0' });
	onTestFinished(async () => {
		await end(first.child, 'SIGKILL');
	});
	const { base } = first;
	const report = await newReport(base, 'Avbrottet');
	const key = 'units.culture';
	const [{ page: writer }, { page: reader }] = [
		await sit(browser, base, 'culture'),
		await sit(browser, base, 'coordinator')
	];
	await Promise.all([writer.goto(roomAt(report, key)), reader.goto(roomAt(report, key))]);
	await Promise.all([synced(writer, key), synced(reader, key)]);
	await caretAtEnd(writer, key);
	const words = 'Barnen kom tillbaka till biblioteket varje dag hela vintern och stannade kvar. ';
	const typing = writer.keyboard.type(words.repeat(3), { delay: 15 });
	await reads(reader, key, words.trim());
	await end(first.child, 'SIGKILL');
	const seen = (await textOf(reader, key)).trimEnd();
	await typing;
	await expect.poll(saveState(writer, key), PATIENCE).toBe('offline');
	expect(await sectionOf(writer, key).locator('.save').innerText()).not.toContain('Sparat');

	const second = await startProcess({ DATA_DIR, PORT: new URL(base).port });
	onTestFinished(async () => {
		await end(second.child, 'SIGTERM');
	});
	const api = await apiOf(base, 'coordinator');
	// Read before the page has found its way back: from the disk alone.
	expect(plainText((await api.section(sectionIn(report, key).id)).content)).toContain(seen);
	await saved(writer, key);
	await reads(reader, key, words.repeat(3).trim());
	expect(plainText((await api.section(sectionIn(report, key).id)).content)).toBe(
		words.repeat(3).trim()
	);
});

test('[D3] "Sparat" stands for what is acknowledged alone, and leaving before that asks', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Sparat');
	const key = 'units.culture';
	const { page } = await sit(browser, base, 'culture');
	const wire = await wireOf(page);
	await page.goto(roomAt(report, key));
	await synced(page, key);
	await writeParagraph(page, key, 'Först');
	await saved(page, key);
	const mark = sectionOf(page, key).locator('.save');
	expect(await mark.innerText()).toMatch(/^Sparat \d\d[.:]\d\d$/);

	wire.hold(sectionIn(report, key).id);
	await page.keyboard.type(' och sedan');
	await expect.poll(saveState(page, key), PATIENCE).toBe('saving');
	expect(await mark.innerText()).not.toContain('Sparat');
	await page.keyboard.type(' mycket mer än så');
	await expect.poll(saveState(page, key), PATIENCE).toBe('waiting');
	expect(await mark.innerText()).toMatch(/^\d+ osparade ändringar$/);
	const asked = page.waitForEvent('dialog');
	await page.close({ runBeforeUnload: true });
	const question = await asked;
	expect(question.type()).toBe('beforeunload');
	await question.dismiss();
	expect(await textOf(page, key)).toContain('Först och sedan mycket mer än så');

	wire.release(sectionIn(report, key).id);
	await saved(page, key);
	expect(await mark.innerText()).toMatch(/^Sparat \d\d[.:]\d\d$/);
});

test('[D4] [L2] what was typed without connection goes in at return, and what met a lock meanwhile is shown', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Tåget');
	const [open, locked] = ['figures.economy', 'units.social'];
	const { page, context } = await sit(browser, base, 'social');
	const { page: coordinator } = await sit(browser, base, 'coordinator');
	await page.goto(roomAt(report, locked));
	await synced(page, locked);
	await writeParagraph(page, locked, 'Före tunneln.');
	await saved(page, locked);
	await synced(page, open);
	await writeParagraph(page, open, 'Skrivet före.');
	await saved(page, open);

	await context.setOffline(true);
	await writeParagraph(page, open, 'Skrivet på tåget.');
	await expect.poll(saveState(page, open), PATIENCE).toBe('offline');
	expect(await sectionOf(page, open).locator('.save').innerText()).toMatch(
		/^Ingen anslutning sedan \d\d[.:]\d\d\. \d+ osparade ändringar$/
	);
	await sectionOf(page, locked).scrollIntoViewIfNeeded();
	await writeParagraph(page, locked, 'Skrivet i tunneln.');
	await submit(base, sectionIn(report, locked).id, 'social');
	await context.setOffline(false);

	await saved(page, open);
	await inState(page, locked, 'submitted');
	const panel = sectionOf(page, locked).locator('.kept');
	await expect.poll(() => panel.innerText(), PATIENCE).toContain('Skrivet i tunneln.');
	expect(await textOf(page, locked)).not.toContain('tunneln. Skrivet');
	await coordinator.goto(roomAt(report, open));
	await synced(coordinator, open);
	await reads(coordinator, open, 'Skrivet på tåget.');
	const api = await apiOf(base, 'coordinator');
	const { items: late } = (await api.get(`sections/${sectionIn(report, locked).id}/late`)) as {
		items: { text: string }[];
	};
	expect(late.map(({ text }) => text).join('\n')).toContain('Skrivet i tunneln.');
	expect(plainText((await api.section(sectionIn(report, locked).id)).content)).toBe(
		'Före tunneln.'
	);
});
