import AxeBuilder from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './browser.ts';
import { apiOf } from './api.ts';
import { end, startProcess } from './processes.ts';
import { sit } from './sit.ts';

/** A demo of its own: what is published here would be the newest edition for everybody's tests. */
let browser: Browser;
let base: string;
let stop: () => Promise<void>;
beforeAll(async () => {
	browser = await launch();
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-publish-'));
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

const SLUG = 'barnbokslut-2022';

test('[P1] [P2] [P4] a correction is published with every format, and a format is taken back from readers', async () => {
	const coordinator = await apiOf(base, 'coordinator');
	const { items } = (await coordinator.get('reports')) as {
		items: { id: string; reportYear: number }[];
	};
	const id = items.find((r) => r.reportYear === 2022)?.id ?? '';
	const { page, complaints } = await sit(browser, base, 'coordinator');
	await page.goto(`/reports/${id}/publish`);
	await page.getByLabel('Beslutande organ').fill('Kommunfullmäktige');
	await page.getByLabel('Beslutsdatum').fill('2023-09-25');
	await page.getByLabel('Paragraf').fill('§ 112');
	await page.getByLabel('Diarienummer').fill('KS 2023/0123');
	const publish = page.getByRole('button', { name: 'Publicera' });
	await page.getByLabel('Varför en ny utgåva').fill('Ett årtal var fel.');
	await publish.click();
	await page.getByText('Utgåva 2 är publicerad').waitFor({ timeout: 60_000 });

	// Every format is there for anybody, whole.
	const get = (path: string) => fetch(`${base}/r/${SLUG}/v/${path}`);
	for (const [path, begins] of [
		['2.pdf', '%PDF-'],
		['2-storstil.pdf', '%PDF-'],
		['2-sammanfattning.pdf', '%PDF-'],
		['2.docx', 'PK'],
		['2.zip', 'PK'],
		['2.json', '{'],
		['2.html', '<!doctype html>']
	] as const) {
		const answer = await get(path);
		expect(answer.status, path).toBe(200);
		const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
		expect(text.slice(0, begins.length).toLowerCase(), path).toBe(begins.toLowerCase());
	}

	await page.getByRole('link', { name: 'Format och återtagande för utgåva 2' }).click();
	await page.getByRole('heading', { name: 'Utgåva 2' }).waitFor();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
	const act = page.getByRole('button', { name: 'Återta' });
	await page.getByLabel('Skäl').fill('Ett namn syntes.');
	await act.click();
	await page.getByText('Välj minst ett format.').waitFor();
	await page.getByLabel('PDF', { exact: true }).check();
	await act.click();
	await page.getByText('Läsarna ser inte längre: PDF, PDF i stor stil, Arkivpaket').waitFor();
	expect(complaints).toEqual([]);

	for (const [path, status] of [
		['2.pdf', 410],
		['2-storstil.pdf', 410],
		['2.zip', 410],
		['2.docx', 200],
		['1.pdf', 200]
	] as const)
		expect((await get(path)).status, path).toBe(status);
	expect(await (await get('2.pdf')).text()).toContain('Ett namn syntes.');
	const { page: reader } = await sit(browser, base, 'councilMember');
	await reader.goto(`/r/${SLUG}`);
	expect(await reader.locator('main').innerText()).toContain('Ett namn syntes.');
	await reader.goto(`/r/${SLUG}/v/1`);
	expect(await reader.locator('main').innerText()).toContain('Ersatt av utgåva 2');
});
