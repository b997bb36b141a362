import { AxeBuilder } from '@axe-core/playwright';
import { people } from '#server/demo/people.ts';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { startPostOffice } from '../mail/post-office.ts';
import { apiOf } from './api.ts';
import { desk, launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';
import { newReport } from './report.ts';

/** Mails as administrators see them, and where the link in a mail leads. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PATIENCE = { timeout: 30_000 };

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

async function faults(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** A port that nobody listens on: the public address has to name it before the process starts. */
async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

describe('the page of mails', () => {
	it('[N3] says that mails are kept where no server is configured, to administrators alone', async () => {
		const { page, context } = await desk(browser, inject('base'), people.administrator.email, {
			viewport: { width: 390, height: 844 },
			bypassCSP: true
		});
		await page.goto('/reports');
		await page.getByRole('link', { name: 'Mejl som har skickats' }).click();
		await page.getByText('Ingen mejlserver är angiven').waitFor();
		expect(await faults(page)).toEqual([]);
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
		).toBe(0);
		await context.close();
		const other = await desk(browser, inject('base'), people.coordinator.email);
		expect((await other.page.goto('/settings/mail'))?.status()).toBe(403);
		await other.context.close();
	});

	it('[N3] sends a test through the server that is configured, and says what became of it', async () => {
		const office = await startPostOffice();
		const port = String(await freePort());
		const { child, base } = await startProcess({
			DATA_DIR: testFolder(),
			PORT: port,
			ORIGIN: `http://localhost:${port}`,
			SMTP_URL: `smtp://127.0.0.1:${office.settings.port}`,
			MAIL_FROM: 'Barnbokslut <bok@example.se>'
		});
		onTestFinished(async () => {
			await end(child, 'SIGTERM');
		});
		const { page, context, complaints } = await desk(browser, base, people.administrator.email, {
			bypassCSP: true
		});
		await page.goto('/settings/mail');
		await page.getByRole('button', { name: 'Skicka ett provmejl till mig' }).click();
		await page
			.getByText(`Mejlservern har tagit emot provmejlet till ${people.administrator.email}.`)
			.waitFor();
		// By day what the demo has to tell goes out beside it.
		const tests = () =>
			office.letters.filter(({ text }) => text.includes(`Sidan om mejl: ${base}/settings/mail`));
		await expect.poll(() => tests().length, PATIENCE).toBe(1);
		const mail = page.getByRole('listitem').filter({ hasText: 'Barnbokslut: provmejl' });
		await mail.getByText('Läs mejlet').click();
		await page.getByText('det här är ett provmejl').waitFor();
		expect(await faults(page)).toEqual([]);
		expect(complaints).toEqual([]);
		await context.close();
	});
});

describe('the link in a mail', () => {
	it('[N3] [U5] leads to its place through signing in', async () => {
		const base = inject('base');
		const writer = await apiOf(base, 'social');
		const report = await newReport(base, 'Länken i ett mejl', 'board');
		const [section] = report.sections;
		const said = await fetch(`${base}/reports/${report.id}/sections/${section?.id}/threads`, {
			method: 'POST',
			headers: { cookie: writer.cookie, origin: base, 'content-type': 'application/json' },
			body: JSON.stringify({
				act: 'start',
				epoch: 1,
				anchor: null,
				mustMeet: false,
				text: 'Titta här',
				mentions: [people.deputy.id]
			})
		});
		expect(said.status, await said.text()).toBe(200);
		const reader = await desk(browser, base, people.deputy.email);
		await reader.page.goto('/notices');
		const link = reader.page.locator('a[href^="/notices/"]', { hasText: 'nämnde dig' });
		const href = (await link.first().getAttribute('href')) ?? '';
		await reader.context.close();

		const { page, context } = await desk(browser, base, null);
		await page.goto(href);
		await page.getByLabel('E-post').fill(people.deputy.email);
		await page.getByLabel('Lösenord').fill('barnbokslut');
		await page.getByRole('button', { name: 'Logga in', exact: true }).click();
		await page.waitForURL(
			(url) =>
				url.pathname === `/reports/${report.id}` &&
				url.hash === `#section-${section?.key}` &&
				url.searchParams.has('thread')
		);
		await context.close();
		// To anybody else it does not exist.
		const other = await desk(browser, base, people.culture.email);
		expect((await other.page.goto(href))?.status()).toBe(404);
		await other.context.close();
	});
});
