import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { end, startProcess } from './processes.ts';
import { approve, roomAt, sectionIn, submit } from './report.ts';
import { caretAtEnd, PATIENCE, proseOf, saved, sectionOf, synced, textOf } from './room.ts';
import { sit } from './sit.ts';

/** A demo of its own: what is published here would be the newest edition for everybody's tests. */
let browser: Browser;
let base: string;
let stop: () => Promise<void>;
beforeAll(async () => {
	browser = await launch();
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-parts-'));
	const { child, base: address } = await startProcess({ DATA_DIR: folder, PORT: '0' });
	base = address;
	stop = async () => {
		await end(child, 'SIGTERM');
		rmSync(folder, { recursive: true, force: true });
	};
});
afterAll(async () => {
	await browser.close();
	await stop();
});

const key = 'units.culture';

const hasFocus = (place: Locator) =>
	expect.poll(() => place.evaluate((element) => element.matches(':focus')), PATIENCE).toBe(true);

test('[P5] [C5] a footnote is written and changed by keyboard alone, a signature is filled in, and readers of the edition meet both', async () => {
	const coordinator = await apiOf(base, 'coordinator');
	const { items } = (await coordinator.get('reports')) as {
		items: { id: string; reportYear: number }[];
	};
	const report = await coordinator.report(items.find((r) => r.reportYear === 2022)?.id ?? '');
	const { id } = sectionIn(report, key);
	await coordinator.send('POST', `sections/${id}/reopen`, { reason: 'En not saknas.' });

	const { page } = await sit(browser, base, 'culture');
	await page.goto(roomAt(report, key));
	await synced(page, key);
	await caretAtEnd(page, key);
	const press = (one: string) => page.keyboard.press(one);
	const dialog = page.getByRole('dialog');
	const mark = proseOf(page, key).locator('sup.footnote');

	// The menu, the words, Enter; the note stands at the word, and the space that was typed after it.
	await press('Control+Enter');
	await page.keyboard.type('Kören växer varje år /fotnot');
	await page.getByRole('option', { name: 'Fotnot' }).waitFor();
	await press('Enter');
	await dialog.getByRole('heading', { name: 'Ny fotnot' }).waitFor();
	await hasFocus(dialog.getByLabel('Fotnotens text'));
	await page.keyboard.type('Räknat i november.');
	await press('Enter');
	await dialog.waitFor({ state: 'detached' });
	await mark.waitFor();
	await hasFocus(proseOf(page, key));
	const line = proseOf(page, key).locator('p', { has: page.locator('sup.footnote') });
	await press('Backspace');
	await expect.poll(() => line.innerHTML(), PATIENCE).toMatch(/^Kören växer varje år<sup.*<\/sup>/);
	expect(await line.innerHTML()).not.toMatch(/<\/sup> /);

	// Back to it with an arrow, and its words are changed.
	await press('ArrowLeft');
	await expect.poll(() => mark.getAttribute('class'), PATIENCE).toContain('selectednode');
	await press('Enter');
	await dialog.getByRole('heading', { name: 'Fotnot', exact: true }).waitFor();
	const words = dialog.getByLabel('Fotnotens text');
	await expect.poll(() => words.inputValue(), PATIENCE).toBe('Räknat i november.');
	await hasFocus(words);
	await press('End');
	await page.keyboard.type(' Se https://www.exempel.se/kor.');
	await press('Enter');
	await dialog.waitFor({ state: 'detached' });
	await expect.poll(() => mark.getAttribute('data-note'), PATIENCE).toContain('www.exempel.se');

	await hasFocus(proseOf(page, key));
	await page.keyboard.type('.');
	await expect.poll(() => textOf(page, key), PATIENCE).toContain('Kören växer varje år.');

	// The first field of a new signature has the focus.
	await press('Control+Enter');
	await page.keyboard.type('/underskrift');
	await page.getByRole('option', { name: 'Underskrift' }).waitFor();
	await press('Enter');
	const field = (name: string) => sectionOf(page, key).getByLabel(name, { exact: true });
	await hasFocus(field('Ort'));
	await page.keyboard.type('Skogsby');
	for (const said of ['2023-02-16', 'Elias Forsgård', 'Kulturchef']) {
		await press('Tab');
		await page.keyboard.type(said);
	}
	await press('Tab');
	await sectionOf(page, key).getByText('Skogsby den 16 februari 2023').waitFor();
	await saved(page, key);

	await submit(base, id, 'culture');
	await approve(base, id, 'coordinator');
	await coordinator.send('POST', `reports/${report.id}/publish`, {
		decision: {
			body: 'Kommunfullmäktige',
			date: '2023-09-25',
			paragraph: '§ 112',
			registryNumber: 'KS 2023/0123'
		},
		note: 'En not är tillagd.'
	});

	const reader = (await sit(browser, base, null)).page;
	await reader.goto('/r/barnbokslut-2022');
	const reference = reader.locator('a[role="doc-noteref"]');
	expect(await reference.getAttribute('aria-label')).toBe('Not 1');
	await reference.press('Enter');
	const target = reader.locator('[role="doc-endnotes"] li:target');
	await target.getByText('Räknat i november.').waitFor();
	const address = target.getByRole('link', { name: 'https://www.exempel.se/kor', exact: true });
	expect(await address.getAttribute('href')).toBe('https://www.exempel.se/kor');
	await target.locator('[role="doc-backlink"]').press('Enter');
	await expect.poll(() => reference.evaluate((e) => e.matches(':target')), PATIENCE).toBe(true);
	await reader.getByText('Skogsby den 16 februari 2023').waitFor();
	await reader.getByText('Kulturchef').waitFor();
}, 180_000);
