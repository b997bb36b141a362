import { areaTableNode, type NewArea } from '#core/area-nodes.ts';
import type { MeasureStatus } from '#core/areas.ts';
import { doc } from '#server/demo/write.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { newReport, sectionIn, write } from './report.ts';
import { PATIENCE } from './room.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const area = (id: string, title: string, text: string, status?: MeasureStatus): NewArea => ({
	id,
	title,
	measures: [{ id: `${id}-1`, text, status: status ?? null }]
});

test('[Y3] a coordinator confirms, changes and takes back where areas went, with scripts and without; a writer reads', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Löftenas väg');
	const followUp = areaTableNode('followUp', '', [
		area('a', 'Trygga skolvägar', 'Bygg om korsningen.', 'started'),
		area('b', 'Kultur & fritid', 'Fler platser i kulturskolan.', 'started'),
		area('c', 'Föräldrastöd', 'Starta en cirkel.', 'started')
	]);
	const plan = areaTableNode('plan', '', [
		area('d', 'Fritid och kultur', 'Sänk avgiften.'),
		area('e', 'Familjecentral', 'Öppna på Storgatan.')
	]);
	await write(base, sectionIn(report, 'followUp').id, 'coordinator', doc(followUp));
	await write(base, sectionIn(report, 'plan').id, 'coordinator', doc(plan));
	const path = `/reports/${report.id}/lineage`;

	const { page } = await sit(browser, base, 'coordinator');
	await page.goto(`/reports/${report.id}/board`);
	await page.getByRole('link', { name: 'Löftenas väg' }).click(PATIENCE);
	await page.getByText('3 följs upp, 2 i planen, 4 vägar är obekräftade.').waitFor(PATIENCE);
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: 'Bekräfta det' }).click(PATIENCE);
	await page.getByText('3 vägar är obekräftade').waitFor(PATIENCE);

	// Another kind by the keyboard: what is ticked leads to the kinds that fit.
	await page.getByRole('link', { name: /^Ändra ?: Föräldrastöd/ }).press('Enter', PATIENCE);
	const form = page.locator('form', { has: page.getByRole('heading', { name: 'Ändra vägen' }) });
	await form.getByRole('heading', { name: 'Ändra vägen' }).waitFor(PATIENCE);
	await form.getByLabel('Familjecentral').press('Space', PATIENCE);
	const kind = form.getByLabel('Vad händer?');
	await expect.poll(() => kind.inputValue(), PATIENCE).toBe('kept');
	await kind.selectOption('reshaped');
	await form.getByRole('button', { name: 'Bekräfta' }).press('Enter', PATIENCE);
	await page.getByText('1 väg är obekräftad').waitFor(PATIENCE);
	await expect.poll(() => page.evaluate(() => document.activeElement?.id), PATIENCE).toBe('way-c');
	const way = page.locator('#way-c');
	await way.getByText('Görs om').waitFor(PATIENCE);
	await way.getByText('Bekräftat av Sara Ekdal').waitFor(PATIENCE);

	const { page: plain } = await sit(browser, base, 'coordinator', { javaScriptEnabled: false });
	await plain.goto(path);
	await plain.getByRole('button', { name: /^Bekräfta ?: Trygga skolvägar/ }).click(PATIENCE);
	await plain.getByText('Alla vägar är bekräftade.').waitFor(PATIENCE);
	await plain.getByRole('button', { name: /^Ångra ?: Kultur & fritid/ }).click(PATIENCE);
	await plain.getByText('1 väg är obekräftad').waitFor(PATIENCE);

	const { page: writer } = await sit(browser, base, 'education');
	await writer.goto(path);
	await writer.getByText('Samordnaren bekräftar vägarna.').waitFor(PATIENCE);
	expect(await writer.locator('main').getByRole('button').count()).toBe(0);
	await writer.goto(`/reports/${report.id}/checks`);
	await writer.getByText('Området är påbörjat men finns inte med i planen.').waitFor(PATIENCE);
});
