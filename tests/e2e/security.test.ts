import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { apiOf, cookieOf } from './api.ts';
import { desk, launch } from './browser.ts';
import { commentOn, panelOf } from './panel.ts';
import { newReport, roomAt, sectionIn } from './report.ts';
import { caretAtEnd, PATIENCE, saved, synced, writeParagraph } from './room.ts';
import { sit } from './sit.ts';

/** What keeps a page of ours ours, on the built process. */

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const EVERY = {
	'x-content-type-options': 'nosniff',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

test('[O9] every answer of every kind bears the headers that keep a page of ours ours', async () => {
	const base = inject('base');
	const cookie = await cookieOf(base, 'coordinator');
	const api = await apiOf(base, 'coordinator');
	const { items } = (await api.get('reports')) as { items: { id: string; title: string }[] };
	const report = `/reports/${items.find((r) => r.title === 'Barnbokslut 2023')?.id ?? ''}`;
	const ask = (path: string, init: RequestInit = {}) =>
		fetch(base + path, { redirect: 'manual', ...init });
	const own = { headers: { cookie, accept: 'text/html' } };
	const html = await (await ask(report, own)).text();
	const script = /\/_app\/immutable\/[\w/.-]+\.js/.exec(html)?.[0] ?? '';
	const style = /\/_app\/immutable\/[\w/.-]+\.css/.exec(html)?.[0] ?? '';
	const edition = await (await ask('/r/barnbokslut-2022/v/1')).text();
	const image = /\/r\/[\w/.-]+\/images\/[\w-]+/.exec(edition)?.[0];
	const answers: [kind: string, status: number, answer: Promise<Response>][] = [
		['start', 200, ask('/')],
		['login', 200, ask('/login')],
		['redirect to login', 303, ask('/reports')],
		['page of work', 200, ask(report, own)],
		['page of work not there', 404, ask('/reports/none', own)],
		['edition', 200, ask('/r/barnbokslut-2022')],
		['edition not there', 404, ask('/r/none')],
		['comparison', 200, ask('/r/barnbokslut-2022/jamfor')],
		['search', 200, ask('/sok?q=skola')],
		['PDF', 200, ask('/r/barnbokslut-2022/v/1.pdf')],
		['saved page', 200, ask('/r/barnbokslut-2022/v/1.html')],
		['CSV', 200, ask('/r/barnbokslut-2022/v/1.csv')],
		['file not there', 404, ask('/r/barnbokslut-2022/v/9.pdf')],
		['feed', 200, ask('/rss.xml')],
		['sitemap', 200, ask('/sitemap.xml')],
		['robots', 200, ask('/robots.txt')],
		['API', 200, ask('/api/v1/reports', own)],
		['API for all', 200, ask('/api/v1/editions')],
		['API refusal', 401, ask('/api/v1/reports')],
		['API not there', 404, ask('/api/v1/none')],
		['API method', 405, ask('/api/v1/reports', { method: 'DELETE' })],
		['healthz', 200, ask('/healthz')],
		['metrics', 200, ask('/metrics')],
		['not there', 404, ask('/none')],
		['two slashes', 400, ask('//evil.example/')],
		['static', 200, ask('/favicon.svg')],
		['script', 200, ask(script)],
		['style', 200, ask(style)],
		['static not there', 404, ask('/_app/immutable/none.js')],
		[
			'foreign form',
			403,
			ask('/login', {
				method: 'POST',
				headers: {
					origin: 'https://evil.example',
					'content-type': 'application/x-www-form-urlencoded'
				},
				body: 'email=x'
			})
		],
		['foreign act', 403, ask('/logout', { method: 'POST', headers: { origin: 'null' } })],
		['data of a page', 200, ask(`${report}/__data.json`, own)],
		...(image === undefined
			? []
			: [['picture', 200, ask(image)] as [string, number, Promise<Response>]])
	];
	for (const [kind, status, asked] of answers) {
		const answer = await asked;
		await answer.body?.cancel();
		const header = (name: string) => answer.headers.get(name) ?? '';
		expect([kind, answer.status]).toEqual([kind, status]);
		for (const [name, value] of Object.entries(EVERY))
			expect([kind, name, header(name)]).toEqual([kind, name, value]);
		const policy = header('content-security-policy');
		for (const part of [
			"default-src '",
			"base-uri 'none'",
			"form-action '",
			"frame-ancestors 'none'"
		])
			expect([kind, policy], kind).toEqual([kind, expect.stringContaining(part)]);
		// The browser's own frame around a PDF has a style.
		if (kind !== 'PDF')
			expect([kind, policy]).toEqual([kind, expect.not.stringMatching(/unsafe-(?:inline|eval)/)]);
		expect([kind, policy]).toEqual([kind, expect.not.stringMatching(/\*|https?:/)]);
		expect([kind, header('permissions-policy')]).toEqual([
			kind,
			expect.stringContaining('camera=()')
		]);
		expect([kind, header('referrer-policy')]).toEqual([kind, 'same-origin']);
		for (const name of ['server', 'x-powered-by'])
			expect([kind, name, header(name)]).toEqual([kind, name, '']);
		if (/work|data/.test(kind)) expect(header('cache-control')).toContain('no-store');
	}
	// All readers are sent the same bytes.
	const reads = async () => {
		const answer = await ask('/r/barnbokslut-2022/v/1');
		return [answer.headers.get('content-security-policy'), await answer.text()];
	};
	expect(await reads()).toEqual(await reads());
});

/** Writes down every breach of the policy, also of what is blocked without a word. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
	const breaches: string[] = [];
	await page.exposeFunction('breach', (told: string) => breaches.push(told));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const { breach } = window as unknown as { breach: (told: string) => Promise<void> };
			void breach(
				`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`
			);
		});
	});
	// What was told is there once the page has answered something that it was asked later.
	return async () => {
		await page.evaluate(() => new Promise((done) => setTimeout(done)));
		return breaches;
	};
}

test('[O9] no page breaks the policy that it is sent with: readers, sign-in, board, writing with table, chart, picture and comment', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Säkerhet');
	const key = 'units.culture';
	const { page } = await sit(browser, base, 'coordinator');
	const breaches = await watch(page);
	const api = await apiOf(base, 'coordinator');
	const { items } = (await api.get('reports')) as { items: { id: string; title: string }[] };
	const old = await api.report(items.find((r) => r.title === 'Barnbokslut 2023')?.id ?? '');
	const section = `/reports/${old.id}/sections/${sectionIn(old, key).id}`;
	const paths = [
		'/r/barnbokslut-2022',
		'/r/barnbokslut-2022/v/1.html',
		'/r/barnbokslut-2022/jamfor',
		'/sok?q=skola',
		'/',
		'/reports',
		`/reports/${old.id}`,
		`/reports/${old.id}/board`,
		`/reports/${old.id}/blackline`,
		`${section}/history/authors`,
		'/indicators/new',
		'/settings/sender',
		'/account/tokens'
	];
	for (const path of paths) {
		await page.goto(path);
		expect([path, await breaches()]).toEqual([path, []]);
	}
	await page.goto(roomAt(report, key));
	await synced(page, key);
	await writeParagraph(page, key, 'Barnen har fått säga vad de tycker.');
	await commentOn(page, key, 'Barnen');
	await panelOf(page, key).getByRole('textbox').first().fill('Vilka barn?');
	await caretAtEnd(page, key);
	const dialog = page.getByRole('dialog');
	for (const [asked, heading] of [
		['/diagram', 'Diagram av egna tal'],
		['/bild', /bild/i]
	] as const) {
		await page.keyboard.press('Enter');
		await page.keyboard.type(asked);
		await page.getByRole('option').first().waitFor();
		await page.keyboard.press('Enter');
		await dialog.getByRole('heading', { name: heading }).first().waitFor();
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'detached' });
		await caretAtEnd(page, key);
	}
	await page.keyboard.press('Enter');
	await page.keyboard.type('/tabell');
	await page.getByRole('option').first().waitFor();
	await page.keyboard.press('Enter');
	await page.locator('.prose table').first().waitFor();
	await saved(page, key);
	expect(await breaches()).toEqual([]);
});

test('[O9] a style attribute that comes into a page is neither shown nor unseen', async () => {
	// Not `sit`: this page is meant to complain.
	const { context, page } = await desk(browser, inject('base'), null);
	onTestFinished(() => context.close());
	const breaches = await watch(page);
	await page.goto('/login');
	const colour = await page.evaluate(() => {
		document.body.insertAdjacentHTML(
			'beforeend',
			'<p id="probe" style="color: rgb(1, 2, 3)">x</p>'
		);
		const probe = document.getElementById('probe');
		return probe ? getComputedStyle(probe).color : '';
	});
	expect(colour).not.toBe('rgb(1, 2, 3)');
	await expect.poll(async () => (await breaches()).length, PATIENCE).toBeGreaterThan(0);
});
