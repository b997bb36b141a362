import { password } from '#server/demo/people.ts';
import packed, { inflate } from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Shared libraries that a bare machine lacks; they come with the packed browser. */
const LIBRARIES = resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br');
const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--font-render-hinting=none'
];

/**
 * A browser: CHROMIUM_PATH, an installed Chromium, or the one that npm packed. The arguments that the
 * packed one recommends are not used: they switch the security of the web off, and with it what our
 * own doors ask for (a form's Origin).
 */
export const launch = (): Promise<Browser> => start((options) => chromium.launch(options));

/** The same with a profile of its own, which survives its closing. */
export const launchProfile = (folder: string, base: string): Promise<BrowserContext> =>
	start((options) => chromium.launchPersistentContext(folder, { ...options, ...contextAt(base) }));

type StartOptions = { executablePath: string; args: string[]; env?: Record<string, string> };

async function start<T>(begin: (options: StartOptions) => Promise<T>): Promise<T> {
	const own = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path));
	if (own !== undefined) return begin({ executablePath: own, args: ARGS });
	const executablePath = await packed.executablePath();
	const args = [...ARGS, '--no-zygote'];
	try {
		return await begin({ executablePath, args });
	} catch (error) {
		if (!String(error).includes('shared libraries')) throw error;
		const lib = join(await inflate(LIBRARIES), 'lib');
		return begin({ executablePath, args, env: { ...process.env, LD_LIBRARY_PATH: lib } });
	}
}

const contextAt = (base: string) => ({
	baseURL: base,
	locale: 'sv-SE',
	timezoneId: 'Europe/Stockholm',
	viewport: { width: 1280, height: 900 }
});

/**
 * Answers and sockets that fail are what some tests are about. The third: y-tiptap gives a new view a
 * selection before it looks where that is, and warns when a text begins with a quote or a list.
 */
const EXPECTED =
	/^Failed to load resource|^WebSocket connection to|^TextSelection endpoint not pointing into/;

export type Desk = {
	context: BrowserContext;
	page: Page;
	/**
	 * What the pages of the context complained of: exceptions, errors and warnings in the console,
	 * breaches of the content security policy. Answers that are no success are not among them.
	 */
	complaints: string[];
};

/** A person's own browser context, signed in; `null` for somebody who is not. */
export async function desk(
	browser: Browser,
	base: string,
	email: string | null,
	options: Parameters<Browser['newContext']>[0] = {}
): Promise<Desk> {
	const context = await browser.newContext({ ...contextAt(base), ...options });
	const page = await context.newPage();
	if (options.javaScriptEnabled !== false) waitForScripts(page);
	return { ...(await seatIn(context, base, email)), page };
}

/**
 * Makes a page's `goto` and `reload` end when its scripts are at work, where it has any: a click before
 * is a form's, which leads to the same place by another way. Kit's announcer is the sign; a test that is about the
 * time before asks for `waitUntil: 'commit'`.
 */
export function waitForScripts(page: Page): void {
	const atWork = () =>
		page.waitForFunction(
			() =>
				document.querySelector('script:not([type])') === null ||
				document.getElementById('svelte-announcer') !== null
		);
	const { goto, reload } = { goto: page.goto.bind(page), reload: page.reload.bind(page) };
	page.goto = async (url, options) => {
		const answer = await goto(url, options);
		if (options?.waitUntil !== 'commit') await atWork();
		return answer;
	};
	page.reload = async (options) => {
		const answer = await reload(options);
		if (options?.waitUntil !== 'commit') await atWork();
		return answer;
	};
}

/** Signs a person in to a browser context and listens to what its pages complain of. */
export async function seatIn(
	context: BrowserContext,
	base: string,
	email: string | null
): Promise<Omit<Desk, 'page'>> {
	context.setDefaultTimeout(30_000);
	const complaints: string[] = [];
	context.on('weberror', (error) => complaints.push(String(error.error().stack)));
	context.on('console', (message) => {
		if (/error|warning/.test(message.type()) && !EXPECTED.test(message.text()))
			complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
	});
	if (email !== null) {
		const answer = await context.request.post('/login', {
			form: { email, password },
			headers: { origin: base },
			maxRedirects: 0
		});
		if (answer.status() !== 303) throw new Error(`${email} cannot sign in: ${answer.status()}`);
	}
	return { context, complaints };
}
