import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { people } from '#server/demo/people.ts';
import { apiOf, cookieOf } from './api.ts';
import { launch } from './browser.ts';
import { newReport, roomAt, sectionIn, submit } from './report.ts';
import { PATIENCE, proseOf, saved, sectionOf, synced, writeParagraph } from './room.ts';
import { sit } from './sit.ts';
import { wireOf } from './wire.ts';

/** Every page of the demo, as whoever uses it most sees it. */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const EDITION = '/r/barnbokslut-2022';

let browser: Browser;
let room: string;
let desk: string;
let invitation: string;
let section: string;
beforeAll(async () => {
	browser = await launch();
	const api = await apiOf(inject('base'), 'coordinator');
	const { items } = (await api.get('reports')) as { items: { id: string; title: string }[] };
	const id = items.find(({ title }) => title === 'Barnbokslut 2023')?.id ?? '';
	room = `/reports/${id}`;
	section = `${room}/sections/${sectionIn(await api.report(id), 'units.culture').id}`;
	desk = `${room}/sections/${sectionIn(await api.report(id), 'figures.economy').id}`;
	invitation = await invite(inject('base'));
});
afterAll(() => browser.close());

/** The address of the page on which somebody who is invited chooses a password. */
async function invite(base: string): Promise<string> {
	const answer = await fetch(`${base}/settings/people/new`, {
		method: 'POST',
		headers: { cookie: await cookieOf(base, 'administrator'), origin: base },
		body: new URLSearchParams({ name: 'Vera Väntad', email: 'vera@demo.example', invite: 'link' })
	});
	const [path] = /\/invitation\/[\w-]{40,}/.exec(await answer.text()) ?? [];
	if (path === undefined) throw new Error(`no invitation: ${answer.status}`);
	return path;
}

/** Who opens the pages; `null` is somebody who is not signed in. */
const PEOPLE = [null, 'coordinator', 'administrator'] as const;
type Who = (typeof PEOPLE)[number];

const pages = (): [path: string, person: Who][] => [
	['/', null],
	['/login', null],
	['/forgot', null],
	[invitation, null],
	['/tillganglighet', null],
	['/', 'coordinator'],
	['/reports', 'coordinator'],
	['/reports/new', 'coordinator'],
	['/reports/new/from-last-year', 'coordinator'],
	['/reports/new?template=interpellationssvar', 'coordinator'],
	['/templates', 'coordinator'],
	[room, 'coordinator'],
	[`${room}/board`, 'coordinator'],
	[`${room}/board?change=plan`, 'coordinator'],
	[`${section}/history`, 'coordinator'],
	[`${section}/history/authors`, 'coordinator'],
	[`${room}/board/deadlines`, 'coordinator'],
	[desk, 'coordinator'],
	[`${room}/late?state=all`, 'coordinator'],
	['/notices', 'coordinator'],
	['/notices/settings', 'coordinator'],
	[`${room}/lineage?change=demo-omrade-komma-in-tidigt%20`, 'coordinator'],
	[`${room}/checks`, 'coordinator'],
	[`${room}/audit`, 'coordinator'],
	[`${room}/about`, 'coordinator'],
	[`${room}/publish`, 'coordinator'],
	['/indicators', 'coordinator'],
	['/indicators/ind-hog-franvaro', 'coordinator'],
	['/indicators/new', 'coordinator'],
	['/indicators/import', 'coordinator'],
	['/indicators/kolada', 'coordinator'],
	['/indicators/kolada/search', 'coordinator'],
	['/indicators/kolada/groups', 'coordinator'],
	['/settings/sender', 'coordinator'],
	['/finns-inte', 'coordinator'],
	['/help?all', 'administrator'],
	['/account', 'administrator'],
	['/account/tokens', 'administrator'],
	['/account/data', 'administrator'],
	['/settings', 'administrator'],
	['/settings/people', 'administrator'],
	['/settings/people/new', 'administrator'],
	['/settings/people/import', 'administrator'],
	[`/settings/people/${people.culture.id}`, 'administrator'],
	[`/settings/people/${people.culture.id}/data`, 'administrator'],
	['/settings/organisation', 'administrator'],
	['/settings/sign-in', 'administrator'],
	['/settings/trail', 'administrator'],
	['/settings/jobs', 'administrator'],
	['/settings/accessibility', 'administrator']
];

/** Opens a page and waits until its scripts are at work. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	if (path === room) await page.waitForSelector('[data-synced="true"]', PATIENCE);
	else await page.waitForLoadState('load');
}

/** What axe finds; of the dark look its colours, as all else is the same in both. */
async function faults(page: Page, scheme: 'light' | 'dark' = 'light'): Promise<string[]> {
	// What is scrolled half under the header counts as too small to press.
	await page.evaluate(() => scrollTo(0, 0));
	const axe = new AxeBuilder({ page });
	if (scheme === 'light') axe.withTags(RULES);
	else axe.withRules(['color-contrast']);
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.slice(0, 3).map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`)
	);
}

const sidewaysScroll = (page: Page): Promise<number> =>
	page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each([
	[390, 'light'],
	[390, 'dark'],
	[1280, 'light'],
	[1280, 'dark']
] as const)('every page at %i px, %s', (width, colorScheme) => {
	it('[C5] has no fault that axe finds, no sideways scroll, and complains of nothing', async () => {
		const options = { viewport: { width, height: 900 }, colorScheme };
		const found: string[] = [];
		// Axe takes its time: of the administrator's pages, the narrow and the dark once each are enough.
		const once = (width === 390) === (colorScheme === 'light');
		for (const person of PEOPLE) {
			if (person === 'administrator' && !once) continue;
			const { page } = await sit(browser, inject('base'), person, options);
			for (const [path] of pages().filter(([, who]) => who === person)) {
				await open(page, path);
				for (const fault of await faults(page, colorScheme)) found.push(`${path} ${fault}`);
				if ((await sidewaysScroll(page)) > 0) found.push(`${path} scrolls sideways`);
			}
		}
		expect(found).toEqual([]);
	});
});

it('[C5] what opens in the writing room has no fault that axe finds: menus, dialogs, the panel of kept text', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Det som öppnas');
	const key = 'units.culture';
	const { id } = sectionIn(report, key);
	const { page } = await sit(browser, base, 'culture');
	const wire = await wireOf(page);
	await page.goto(roomAt(report, key));
	await synced(page, key);
	const found: string[] = [];
	const look = async (what: string) => {
		for (const fault of await faults(page)) found.push(`${what}: ${fault}`);
	};
	// Before the block: what is wrapped, what is a table, and the list of what there is.
	for (const block of ['citat', 'ruta', 'tabell', '58% av oss', ''])
		await writeParagraph(page, key, `Ord ${block}`);
	for (const block of ['citat', 'ruta', 'tabell']) {
		await proseOf(page, key).getByText(`Ord ${block}`).click();
		await page.keyboard.press('End');
		await page.keyboard.type(` /${block}`);
		await page.getByRole('option').first().waitFor();
		await page.keyboard.press('Enter');
		await look(block);
	}
	await proseOf(page, key).getByText('Ord', { exact: true }).click();
	await page.keyboard.press('End');
	await page.keyboard.type(' /');
	await page.getByRole('option', { name: 'Punktlista' }).waitFor();
	await look('slash menu');
	await page.keyboard.type('nyckel');
	await page.keyboard.press('Enter');
	await page.getByRole('dialog').waitFor();
	await look('indicators to choose');
	await page.getByLabel('Sök nyckeltal').fill('frånvaro');
	await page.keyboard.press('Enter');
	await proseOf(page, key).locator('svg').first().waitFor();
	await look('indicator');
	await sectionOf(page, key)
		.getByRole('button', { name: /^Om siffran/ })
		.click();
	await page.getByRole('dialog').getByText('Källa', { exact: true }).waitFor();
	await look('card of a number');
	await page.keyboard.press('Escape');
	await sectionOf(page, key).locator('summary', { hasText: 'Granskning' }).click();
	await sectionOf(page, key)
		.getByRole('button', { name: /^Visa i texten/ })
		.first()
		.waitFor();
	await look('findings');
	await page.getByRole('button', { name: 'Infoga' }).click();
	await page.getByRole('menu').waitFor();
	await look('insert menu');
	await page.keyboard.press('Escape');
	await proseOf(page, key).getByText('Ord citat').click();
	await page.getByRole('button', { name: 'Länk', disabled: false }).click();
	await page.getByRole('dialog').waitFor();
	await look('link');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: /^Jag/ }).click();
	await look('me');
	await page.keyboard.press('Escape');
	await saved(page, key);
	wire.hold(id);
	await submit(base, id, 'culture');
	await proseOf(page, key).getByText('Ord ruta').click();
	await page.keyboard.type('sent');
	wire.release(id);
	await sectionOf(page, key).locator('.kept').waitFor();
	await look('kept text');
	expect(found).toEqual([]);
});

/** Words that stand in every interface, and in no Swedish sentence. */
const ENGLISH =
	/(?<!\p{L})(the|of|save|saved|saving|submit|submitted|approve|approved|return|reopen|draft|publish|published|report|reports|section|sections|indicator|indicators|value|values|loading|error|edit|delete|remove|cancel|close|search|settings|password|user|sign|log|out|you|your|with|please|choose|undefined|null|NaN|true|false|object)(?!\p{L})/iu;

/** All that is shown or read out: texts, and the attributes that hold words. */
const wordsOf = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const said = [document.title, ...document.body.innerText.split('\n')];
		for (const name of [
			'aria-label',
			'title',
			'placeholder',
			'alt',
			'data-tip',
			'aria-description'
		])
			for (const element of document.querySelectorAll(`[${name}]`))
				said.push(element.getAttribute(name) ?? '');
		return said.map((line) => line.trim()).filter((line) => line !== '');
	});

it('[M3] no page that is in Swedish holds an English word', async () => {
	const found: string[] = [];
	for (const person of PEOPLE) {
		const { page } = await sit(browser, inject('base'), person);
		const paths = pages().filter(([, who]) => who === person);
		for (const [path] of [...paths, ...(person === null ? [[EDITION]] : [])]) {
			await open(page, path);
			expect(await page.locator('html').getAttribute('lang'), path).toBe('sv');
			for (const line of await wordsOf(page))
				// What is told in the other language is marked as such, and its name is its own.
				if (line !== 'English' && ENGLISH.test(line)) found.push(`${path}: ${line}`);
		}
	}
	expect(found).toEqual([]);
});

it('[M3] the language switch gives English, on every page, and Swedish again', async () => {
	const { page } = await sit(browser, inject('base'), 'coordinator');
	await page.goto('/indicators');
	await page.getByRole('button', { name: /^Jag/ }).click();
	await page.getByRole('button', { name: 'English' }).click();
	await page.getByRole('heading', { level: 1, name: 'Indicators' }).waitFor();
	expect(new URL(page.url()).pathname).toBe('/indicators');
	const swedish =
		/(?<!\p{L})(Rapporten|Översikt|Händelser|Publicering|Spara|Sparat|Skicka|Godkänn|Återlämna|Öppna|Utkast|Inskickat|Godkänt|Avsnittet|Skriv|Lägg|Ändra|Visa|Saknas|Läge|Ägare|Samordnaren)(?!\p{L})/u;
	const administrator = await sit(browser, inject('base'), 'administrator');
	await administrator.context.addCookies([{ name: 'lang', value: 'en', url: inject('base') }]);
	for (const [path, who] of pages()) {
		if (who === null) continue;
		const here = who === 'coordinator' ? page : administrator.page;
		await open(here, path);
		expect(await here.locator('html').getAttribute('lang'), path).toBe('en');
		// The names of things are the municipality's; what the program says of them is English.
		const own = await here
			.locator('header, h1, label, legend, button, thead, [role=toolbar], .facts, .act')
			.allInnerTexts();
		const left = own.flatMap((text) => text.split('\n')).filter((line) => swedish.test(line));
		expect(left, path).toEqual([]);
	}
	await page.getByRole('button', { name: /^Me/ }).click();
	await page.getByRole('button', { name: 'Svenska' }).click();
	await page.locator('html[lang=sv]').waitFor({ state: 'attached' });
});

it('[M4] all that the writing page loads is at most 250 kB of JavaScript, packed', async () => {
	const base = inject('base');
	const report = await newReport(base, 'Vikten');
	const { page, context } = await sit(browser, base, 'culture');
	const scripts = new Map<string, Promise<number>>();
	context.on('response', (response) => {
		if (response.request().resourceType() !== 'script') return;
		scripts.set(
			response.url(),
			response.body().then((body) => gzipSync(body).byteLength)
		);
	});
	const key = 'units.culture';
	await page.goto(roomAt(report, key));
	await synced(page, key);
	// Also what comes with the first letters. What a question brings has a budget of its own (tools/size.ts).
	await writeParagraph(page, key, '/nyckel');
	await page.getByRole('option').first().waitFor();
	const total = (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0);
	expect(total).toBeGreaterThan(100_000);
	expect(total).toBeLessThanOrEqual(250_000);
});

it('[P5] a reader’s page prints: a PDF of several pages, without a script', async () => {
	const { page } = await sit(browser, inject('base'), null, { javaScriptEnabled: false });
	await page.goto(EDITION);
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(5);
});
