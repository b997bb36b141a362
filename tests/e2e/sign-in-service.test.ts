import { AxeBuilder } from '@axe-core/playwright';
import { people } from '#server/demo/people.ts';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startSignInServer } from '../support/sign-in-service.ts';
import { desk, launch } from './browser.ts';
import { end, startProcess, testFolder } from './processes.ts';

/** Signing in at the municipality's own service, in a real browser, with the real process. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A port that nobody listens on: the service has to know the address before the process starts. */
async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

test('[U7] one signs in at the service, comes to the page that was asked for, and signs out in both places', async () => {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const service = await startSignInServer({
		redirectUri: `${origin}/login/sso/callback`,
		signedOutUri: `${origin}/`
	});
	const { child, base } = await startProcess({
		DATA_DIR: testFolder(),
		HOST: '127.0.0.1',
		PORT: String(port),
		ORIGIN: origin,
		OIDC_ISSUER: service.issuer,
		OIDC_CLIENT_ID: service.client.id,
		OIDC_CLIENT_SECRET: service.client.secret,
		OIDC_ROLES_CLAIM: 'groups',
		OIDC_LOGOUT: 'on',
		PASSWORD_SIGN_IN: 'off'
	});
	const browser = await launch();
	onTestFinished(async () => {
		await browser.close();
		await end(child, 'SIGTERM');
		await service.close();
	});
	const { name, email } = people.administrator;
	service.people.set('adm', { email, email_verified: true, name });
	const { page, complaints } = await desk(browser, base, null, { bypassCSP: false });

	await page.goto('/settings/sign-in');
	await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor();
	expect(await page.getByLabel('Lösenord').count()).toBe(0);
	await page.getByRole('link', { name: 'Logga in med kommunkonto' }).click();
	await page.getByRole('heading', { name: 'Kommunens inloggning' }).waitFor();
	await page.getByLabel('Konto').fill('adm');
	await page.getByRole('button', { name: 'Fortsätt' }).click();

	await page.getByRole('heading', { level: 1, name: 'Inloggning' }).waitFor();
	expect(new URL(page.url()).pathname).toBe('/settings/sign-in');
	await page.getByText('Tjänsten svarar').waitFor();
	expect(
		await page
			.getByLabel(/redirect URI/)
			.first()
			.inputValue()
	).toBe(`${origin}/login/sso/callback`);
	await page.getByLabel('Värde').fill('bok-läsare');
	await page.getByLabel('Roll', { exact: true }).selectOption({ label: 'Ledamot' });
	await page.getByRole('button', { name: 'Lägg till' }).click();
	await page.getByText('Raden är tillagd.').waitFor();
	await page.getByRole('rowheader', { name: 'bok-läsare' }).waitFor();
	const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
	expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);

	await page.getByRole('button', { name: /^Jag/ }).click();
	await page.getByRole('button', { name: 'Logga ut' }).click();
	await page.getByText('Du är utloggad här.').waitFor();
	await page.getByRole('link', { name: 'Logga ut hos kommunen också' }).click();
	await page.getByRole('button', { name: /sign me out/i }).click();
	await page.waitForURL(`${origin}/`);
	await page.goto('/settings/sign-in');
	expect(new URL(page.url()).pathname).toBe('/login');
	expect(complaints).toEqual([]);
});
