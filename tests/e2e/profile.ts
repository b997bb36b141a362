import type { DemoPersonKey } from '#server/demo/people.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { emailOf } from './api.ts';
import { launchProfile, seatIn, waitForScripts } from './browser.ts';

/** One run of a browser whose profile stays on the disk of the computer. */
export type Run = { context: BrowserContext; page: Page };

/** Starts the browser of a computer and signs a person in, as after its last closing. */
export async function startBrowser(
	folder: string,
	base: string,
	person: DemoPersonKey
): Promise<Run> {
	const context = await launchProfile(folder, base);
	await context.clearCookies();
	const { complaints } = await seatIn(context, base, emailOf(person));
	onTestFinished(async () => {
		await context.close();
		expect(complaints).toEqual([]);
	});
	const page = context.pages()[0] ?? (await context.newPage());
	waitForScripts(page);
	return { context, page };
}

/** Ends the browser as a crash does: nothing of it is asked. */
export async function crash({ context }: Run): Promise<void> {
	const session = await context.browser()?.newBrowserCDPSession();
	const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
	const main = processInfo.find(({ type }) => type === 'browser');
	if (main === undefined) throw new Error('the browser tells no process');
	const closed = new Promise((done) => context.once('close', done));
	process.kill(main.id, 'SIGKILL');
	await closed;
}

/** How many changes that no server has acknowledged lie in this browser, whoever made them. */
export const unsentIn = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			new Promise<number>((done, fail) => {
				const opened = indexedDB.open('barnbokslut-unsent', 1);
				opened.onerror = () => fail(new Error('no store'));
				opened.onsuccess = () => {
					const rows = opened.result.transaction('updates').objectStore('updates').count();
					rows.onsuccess = () => {
						opened.result.close();
						done(rows.result);
					};
				};
			})
	);
