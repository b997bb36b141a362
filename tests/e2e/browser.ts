import packed from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** A browser: CHROMIUM_PATH, an installed Chromium, or the one that npm packed. */
export async function launch(): Promise<Browser> {
	const own = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path));
	if (own !== undefined) return chromium.launch({ executablePath: own, args: ARGS });
	// The packed one runs in a single process, which ends with its last page.
	const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote');
	return chromium.launch({
		executablePath: await packed.executablePath(),
		args: [...args, '--no-zygote', '--disable-background-networking']
	});
}

export type Desk = { context: BrowserContext; page: Page };

/** A person's own browser context, signed in; `null` for somebody who is not. */
export async function desk(
	browser: Browser,
	base: string,
	email: string | null,
	options: Parameters<Browser['newContext']>[0] = {}
): Promise<Desk> {
	const context = await browser.newContext({
		baseURL: base,
		locale: 'sv-SE',
		timezoneId: 'Europe/Stockholm',
		viewport: { width: 1280, height: 900 },
		...options
	});
	if (email !== null) {
		const answer = await context.request.post('/login', {
			form: { email, password: 'barnbokslut' },
			headers: { origin: base },
			maxRedirects: 0
		});
		if (answer.status() !== 303) throw new Error(`${email} cannot sign in: ${answer.status()}`);
	}
	return { context, page: await context.newPage() };
}
