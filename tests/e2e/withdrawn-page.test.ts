import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { apiOf } from './api.ts';
import { desk, launch } from './browser.ts';
import { end, startProcess } from './processes.ts';

test('[P2] a page that was taken back says when and why, and nothing of what it said', async () => {
	// A demo of its own: everybody else's tests read the edition.
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-withdrawn-'));
	const { child, base } = await startProcess({ DATA_DIR: folder, PORT: '0' });
	const browser = await launch();
	onTestFinished(async () => {
		await browser.close();
		await end(child, 'SIGTERM');
		rmSync(folder, { recursive: true, force: true });
	});
	const get = (path: string) => fetch(base + path);
	const before = await get('/r/barnbokslut-2022');
	const coordinator = await apiOf(base, 'coordinator');
	const { items } = (await coordinator.get('editions')) as { items: { id: string }[] };
	const reason = 'En tabell visade färre än fem barn.';
	await coordinator.send('POST', `editions/${items[0]?.id ?? ''}/withdraw`, {
		forms: ['html'],
		reason
	});

	// Who asks with the tag of the page that was there gets the notice.
	const tag = { 'if-none-match': before.headers.get('etag') ?? '' };
	expect((await fetch(`${base}/r/barnbokslut-2022`, { headers: tag })).status).toBe(200);
	for (const [path, width, colorScheme] of [
		['/r/barnbokslut-2022', 390, 'dark'],
		['/r/barnbokslut-2022/v/1', 1280, 'light']
	] as const) {
		const { page, context } = await desk(browser, base, null, {
			viewport: { width, height: 900 },
			colorScheme,
			bypassCSP: true
		});
		await page.goto(path);
		const words = await page.locator('main').innerText();
		expect(words).toContain('Webbsidan är återtagen');
		expect(words).toContain(`Skäl: ${reason}`);
		expect(words).toContain('Kommunfullmäktige');
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Barnbokslut 2022');
		expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
		const whole = await page.content();
		for (const said of ['Ekonomisk utsatthet', 'Märka frånvaro', 'ld+json', 'data-section'])
			expect(whole, said).not.toContain(said);
		expect(await page.getByRole('link', { name: 'PDF', exact: true }).isVisible()).toBe(true);
		expect(words).toMatch(/Webbsida att spara \(HTML\), återtagen .+: En tabell visade/);
		const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
		expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
		).toBe(0);
		await context.close();
	}
	for (const path of ['/sitemap.xml', '/rss.xml'])
		expect(await (await get(path)).text(), path).not.toContain('barnbokslut-2022');
});
