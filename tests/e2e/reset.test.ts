import { AxeBuilder } from '@axe-core/playwright';
import { people } from '#server/demo/people.ts';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startPostOffice } from '../mail/post-office.ts';
import { desk, launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';

/** Who has forgotten their password gets in again by a mail, on a phone and without scripts. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PATIENCE = { timeout: 30_000 };
const PHONE = { viewport: { width: 390, height: 844 }, bypassCSP: true };
const FRESH = 'sju sjösjuka sjömän';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Nothing that axe finds, and nothing beside the screen. */
async function isSound(page: Page): Promise<void> {
	const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
	expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
}

/** A port that nobody listens on: the public address has to name it before the process starts. */
async function freePort(): Promise<string> {
	const server = createServer();
	await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return String(port);
}

test('[U2] [U3] a mail leads back in, once, and ends the session elsewhere; without scripts too', async () => {
	const office = await startPostOffice();
	const port = await freePort();
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
	const { email } = people.education;
	const elsewhere = await desk(browser, base, email);
	const { page, context, complaints } = await desk(browser, base, null, PHONE);

	await page.goto('/login');
	await page.getByRole('link', { name: 'Glömt lösenordet?' }).click();
	await page.getByRole('heading', { name: 'Glömt lösenordet' }).waitFor();
	await page.getByLabel('E-postadress').fill(email);
	await page.getByRole('button', { name: 'Skicka länken' }).click();
	await page.getByText('Om det finns ett konto med den adressen').waitFor();
	await isSound(page);
	// By day what the demo has to tell may go out beside it.
	const links = () => office.letters.flatMap(({ text }) => /\S+\/reset\/\S+/.exec(text) ?? []);
	await expect.poll(links, PATIENCE).toHaveLength(1);
	const [link = ''] = links();
	expect(link).toMatch(new RegExp(`^${base}/reset/[\\w-]{43}$`));

	const answer = await page.goto(link);
	const headers = answer?.headers() ?? {};
	expect([headers['referrer-policy'], headers['cache-control']]).toEqual([
		'strict-origin',
		'no-store'
	]);
	await page.getByLabel('Nytt lösenord').fill('jonas hedvall');
	await page.getByRole('button', { name: 'Spara och logga in' }).click();
	await page.getByText('Välj något annat än ditt namn').first().waitFor();
	await isSound(page);

	// The link is none the less for having been opened and refused, and a form without scripts uses it.
	const plain = await desk(browser, base, null, { ...PHONE, javaScriptEnabled: false });
	await plain.page.goto(link);
	await plain.page.getByLabel('Nytt lösenord').fill(FRESH);
	await plain.page.getByRole('button', { name: 'Spara och logga in' }).click();
	await plain.page.getByRole('link', { name: 'Rapporter' }).waitFor();

	// Everywhere else it is over: the other session, and the link.
	await elsewhere.page.goto('/account');
	await expect.poll(() => new URL(elsewhere.page.url()).pathname, PATIENCE).toBe('/login');
	await page.goto(link);
	await page.getByRole('heading', { name: 'Länken går inte att använda' }).waitFor();
	await isSound(page);

	// In with the new one; the account shows both places.
	await page.goto('/login');
	await page.getByLabel('E-postadress').fill(email);
	await page.getByLabel('Lösenord').fill(FRESH);
	await page.getByRole('button', { name: 'Logga in' }).click();
	await page.getByRole('link', { name: 'Rapporter' }).waitFor();
	await page.goto('/account');
	await page.getByText('Inloggad med en länk').waitFor();
	await isSound(page);
	await page.getByRole('button', { name: /^Logga ut .*Chrome/ }).click();
	await page.getByText('Utloggad där.').waitFor();
	await plain.page.goto('/account');
	expect(new URL(plain.page.url()).pathname).toBe('/login');
	await page.goto('/account/data');
	await page.getByRole('link', { name: 'Ladda ner som fil' }).waitFor();
	await isSound(page);
	expect(complaints).toEqual([]);
	for (const one of [elsewhere, plain, { context }]) await one.context.close();
});
