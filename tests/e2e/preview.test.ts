import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { contentsOf } from '../export/support/pdf-content.ts';
import { desk, launch } from './browser.ts';
import { end, startProcess } from './processes.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MARK = 'Utkast för läsning före beslut · inte offentlig · version från ';
const SECOND = 'andra@demo.example';

/** A second council member with the first one's password; the demo has one, and no page for accounts yet. */
const addMember = (db: Database.Database) => {
	db.exec(`create temp table copied as select * from person where email = 'ledamot@demo.example';
		update copied set id = 'andra', name = 'Ulla Berg', email = '${SECOND}';
		insert into person select * from copied;
		create temp table given as select * from role_grant where person_id = 'demo-ledamot';
		update given set id = 'andra', person_id = 'andra';
		insert into role_grant select * from given;`);
};

async function faults(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

const statusFor = async (context: BrowserContext, path: string): Promise<number> =>
	(await context.request.get(path, { maxRedirects: 0 })).status();

test('[A5] [A8] [P5] a coordinator releases a preview; the one it names reads it marked on screen and paper, nobody else, and it is gone when it is taken back', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-preview-'));
	const { child, base } = await startProcess({ DATA_DIR: folder, PORT: '0' });
	const browser = await launch();
	const db = new Database(join(folder, 'barnbokslut.sqlite'));
	onTestFinished(async () => {
		db.close();
		await browser.close();
		await end(child, 'SIGTERM');
		rmSync(folder, { recursive: true, force: true });
	});
	addMember(db);
	const seat = (email: string | null) => desk(browser, base, email, { bypassCSP: true });

	const coordinator = await seat('samordnare@demo.example');
	const report = db.prepare('select id from report where report_year = 2023').get() as {
		id: string;
	};
	const manage = coordinator.page;
	await manage.goto(`/reports/${report.id}/publish`);
	await manage.getByRole('link', { name: 'Förhandsvisning för ledamöter' }).click();
	await manage.waitForURL(/\/preview$/);
	expect(await faults(manage)).toEqual([]);
	await manage.getByLabel('Birgitta Åsell').check();
	await manage.getByLabel('Meddelande till läsarna').fill('Läs kapitel 1.');
	await manage.getByRole('button', { name: 'Släpp förhandsvisningen' }).click();
	await manage.getByText('Förhandsvisningen är släppt till Birgitta Åsell').waitFor();
	expect(await faults(manage)).toEqual([]);

	const member = await seat('ledamot@demo.example');
	const { page } = member;
	await page.goto('/');
	await page.getByRole('link', { name: 'Barnbokslut 2023' }).click();
	await page.waitForURL(/\/previews\//);
	const path = new URL(page.url()).pathname;
	const text = await page.locator('body').innerText();
	for (const said of [MARK, 'Läs kapitel 1.', 'Inget beslut är fattat än', 'Avsnitt som inte är'])
		expect(text, said).toContain(said);
	// Of a section that is not approved there is its name and no word.
	expect(text).not.toContain('Märka frånvaro');
	expect(await page.locator('script').count()).toBe(0);
	expect(await page.locator('meta[name="robots"]').getAttribute('content')).toMatch(/noindex/);
	for (const colorScheme of ['light', 'dark'] as const)
		for (const width of [390, 1280]) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 900 });
			expect(await faults(page), `${colorScheme} ${width}`).toEqual([]);
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
			).toBe(0);
		}
	await page.emulateMedia({ colorScheme: 'light' });
	const { texts } = await contentsOf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
	expect(texts.length).toBeGreaterThan(2);
	for (const [n, one] of texts.entries())
		expect([one.includes(MARK), one.includes('UTKAST')], `page ${n + 1}`).toEqual([true, true]);

	const answer = await member.context.request.get(path);
	expect(answer.headers()).toMatchObject({
		'cache-control': 'private, no-store',
		'x-robots-tag': 'noindex, nofollow'
	});
	for (const [email, status] of [
		[null, 303],
		['admin@demo.example', 404],
		['skola@demo.example', 404],
		['social@demo.example', 404],
		['kultur@demo.example', 404],
		[SECOND, 404],
		['bitradande@demo.example', 200],
		['samordnare@demo.example', 200]
	] as const) {
		const { context } = await seat(email);
		expect(await statusFor(context, path), email ?? 'nobody').toBe(status);
		const image = status === 200 ? 404 : status;
		expect(await statusFor(context, `${path}/images/ingen`), email ?? 'nobody').toBe(image);
		// Neither its data nor a list of it is at any other door.
		expect(await statusFor(context, `${path}.json`)).toBe(email === null ? 303 : 404);
		await context.close();
	}
	const id = path.split('/').at(-1) ?? '';
	for (const open of ['/sitemap.xml', '/rss.xml', '/dcat.rdf', '/sok?q=barnbokslut+2023', '/'])
		expect(await (await fetch(base + open)).text(), open).not.toContain(id);

	await manage.getByRole('button', { name: /^Återkalla/ }).click();
	await manage.getByText('Förhandsvisningen är återkallad').waitFor();
	expect(await statusFor(member.context, path)).toBe(404);
	await page.goto('/');
	expect(await page.getByRole('link', { name: 'Barnbokslut 2023' }).count()).toBe(0);
	expect([...member.complaints, ...coordinator.complaints]).toEqual([]);
}, 120_000);
