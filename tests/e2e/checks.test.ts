import { doc, p } from '#server/demo/write.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { newReport, sectionIn, submit, write } from './report.ts';
import { sit } from './sit.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test('[C1] what hinders stands on the page of checks; a coordinator accepts it there with a reason', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Granskad');
	const { id } = sectionIn(report, 'conclusions');
	const text = doc(
		p('3 elever var placerade i familjehem.'),
		p('På en skola når 58% av eleverna målen.')
	);
	await write(base, id, 'coordinator', text);
	await expect(submit(base, id, 'coordinator')).rejects.toThrow('smallCount');

	const { page: writer } = await sit(browser, base, 'education');
	await writer.goto(`/reports/${report.id}/checks`);
	await writer.getByText('Hindrar.').waitFor();
	await writer.getByText('58% saknar mellanslag före procenttecknet.').waitFor();
	expect(await writer.getByText('Godta ändå').count()).toBe(0);

	const { page } = await sit(browser, base, 'coordinator');
	await page.goto(`/reports/${report.id}`);
	await page.getByRole('link', { name: 'Granskning' }).click();
	await page.getByText('Hindrar.').waitFor();
	// Advice cannot be accepted: it hinders nothing.
	expect(await page.getByText('Godta ändå').count()).toBe(1);
	await page.getByText('Godta ändå').click();
	await page.getByLabel('Skäl').fill('Siffran är redan offentlig.');
	await page.getByRole('button', { name: 'Godta' }).click();
	await page.getByText('Godtaget av').waitFor();
	expect(await page.locator('main').innerText()).toContain('Siffran är redan offentlig.');
	await submit(base, id, 'coordinator');
});
