import { people } from '#server/demo/people.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.ts';
import { launch } from './browser.ts';
import { sit } from './sit.ts';

/** What a person fills in while a page's scripts are on their way: on a slow line that takes seconds. */

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

/** Fills in everything on the page otherwise than it came, all texts alike, and says what it holds then. */
async function fill(page: Page): Promise<Record<string, string | boolean>> {
	await page.evaluate(() => {
		for (const control of document.querySelectorAll('input, select, textarea')) {
			if (
				!control.checkVisibility() ||
				control.matches(
					':disabled, :read-only:not(select, [type=checkbox], [type=radio]), [type=file]'
				)
			)
				continue;
			if (control instanceof HTMLSelectElement)
				control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
			else if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type))
				control.click();
			else
				(control as HTMLInputElement).value = control.matches('[type=date]')
					? '2023-12-31'
					: 'Lika';
		}
	});
	return held(page);
}

/** What every control of the page holds, by its place and name. */
const held = (page: Page): Promise<Record<string, string | boolean>> =>
	page.evaluate(() =>
		Object.fromEntries(
			[...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].map(
				({ name, type, value, checked }, i) => [
					`${i} ${name}${/checkbox|radio/.test(type) ? ` ${value}` : ''}`,
					/checkbox|radio/.test(type) ? checked : value
				]
			)
		)
	);

async function room(base: string): Promise<string> {
	const api = await apiOf(base, 'coordinator');
	const { items } = (await api.get('reports')) as { items: { id: string; title: string }[] };
	return `/reports/${items.find(({ title }) => title === 'Barnbokslut 2023')?.id ?? ''}`;
}

/** Pages with fields, choices and ticks of every kind, by who fills them in. */
const pages = (report: string) => ({
	coordinator: [
		'/reports/new?template=interpellationssvar',
		'/reports/new/from-last-year',
		'/notices/settings',
		`${report}/board?change=plan`,
		`${report}/board/deadlines`,
		`${report}/lineage?change=demo-omrade-komma-in-tidigt%20`,
		`${report}/audit`,
		`${report}/about`,
		`${report}/publish`,
		`${report}/preview`,
		'/indicators/ind-hog-franvaro',
		'/indicators/new',
		'/indicators/kolada',
		'/indicators/kolada/groups',
		'/settings/sender'
	],
	administrator: [
		'/account',
		'/account/tokens',
		'/settings/people',
		'/settings/people/new',
		`/settings/people/${people.culture.id}`,
		'/settings/organisation',
		'/settings/sign-in',
		'/settings/accessibility'
	]
});

test.each(['coordinator', 'administrator'] as const)(
	'[D4] what a person filled in before the scripts are at work stays: %s',
	async (who) => {
		const base = inject('base');
		const { page, context } = await sit(browser, base, who);
		let scripts = Promise.withResolvers<null>();
		await context.route('**/*.js', async (route) => {
			await scripts.promise;
			await route.continue();
		});
		for (const path of pages(await room(base))[who]) {
			scripts = Promise.withResolvers();
			await page.goto(path, { waitUntil: 'commit' });
			await page.waitForFunction(() => document.readyState !== 'loading');
			const before = await held(page);
			const filled = await fill(page);
			expect(filled, path).not.toEqual(before);
			scripts.resolve(null);
			await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
			expect(await held(page), path).toEqual(filled);
		}
	}
);
