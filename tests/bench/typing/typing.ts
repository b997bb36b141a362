import type { DocNode } from '#core/publication.ts';
import { plainText } from '#schema/text.ts';
import { people } from '#server/demo/people.ts';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../e2e/browser.ts';
import { loadNow } from '../machine.ts';
import { median, quantile, short, spread } from '../numbers.ts';
import { getJson, serveOurs, signIn, thisYear } from '../processes.ts';
import { serveRival } from '../rival/rival.ts';
import { printTable, type Row } from '../table.ts';
import { colleague } from './colleague.ts';
import { probe, type Measured } from './probe.ts';

const REPETITIONS = 3;
const SLOWED = 4;
const KEYS = 60;
const PAUSE = 100;
/** No key slower than this, at the 95th percentile. */
const BUDGET = 50;
/** Where both write: in the middle of the report, behind the same words. */
const SECTION = 'current.preconditions';

/** What is measured: ours, a bare editor, or the browser alone. */
type Side = {
	url: string;
	cookie: string | null;
	/** Matches once the first text takes letters. */
	writable: string;
	/** Opens the place where is written. */
	reach(page: Page): Promise<void>;
	/** Null where nobody else can write. */
	colleague: Parameters<typeof colleague>[0] | null;
};

type Runs = { ours: Run[]; rival: Run[]; alone: Run[] };
type Run = { largestPaint: number; writable: number; alone: number[]; together: number[] };

const measuredIn = (page: Page): Promise<Measured> =>
	page.evaluate(() => (window as unknown as { measured: Measured }).measured);

async function typeKeys(page: Page): Promise<number[]> {
	const before = (await measuredIn(page)).keys.length;
	for (let i = 0; i < KEYS; i += 1) {
		await page.keyboard.press(i % 6 === 5 ? 'Space' : 'e');
		await page.waitForTimeout(PAUSE);
	}
	return (await measuredIn(page)).keys.slice(before);
}

async function run(browser: Browser, side: Side, words: string): Promise<Run> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 },
		locale: 'sv-SE'
	});
	if (side.cookie !== null) {
		const [name = '', value = ''] = side.cookie.split('=');
		await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
	}
	const page = await context.newPage();
	// Both pages may change their document: nobody asks on leaving.
	page.on('dialog', (dialog) => void dialog.accept());
	const devtools = await context.newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
	await page.addInitScript(probe, side.writable);
	await page.goto(side.url);
	await page.waitForSelector(side.writable);
	await page.waitForTimeout(1000);
	const { largestPaint, writable } = await measuredIn(page);
	await side.reach(page);
	await page.locator('.ProseMirror p', { hasText: words }).first().click();
	await page.keyboard.press('End');
	await page.waitForTimeout(1000);
	const alone = await typeKeys(page);
	const other = side.colleague && (await colleague(side.colleague));
	const together = other ? await typeKeys(page) : [];
	other?.stop();
	await context.close();
	if (alone.length < KEYS * 0.95) throw new Error(`only ${alone.length} of ${KEYS} keys were seen`);
	return { largestPaint: largestPaint ?? NaN, writable: writable ?? NaN, alone, together };
}

/** The same words in the browser's own editing, without a script: the least that a key can take. */
const browserAlone = (texts: DocNode[]): Side => {
	const paragraphs = texts
		.flatMap((text) => plainText(text).split('\n'))
		.map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
	const html = `<!doctype html><main class="ProseMirror" contenteditable style="max-width: 44rem; margin: auto; font: 1rem/1.6 sans-serif">${paragraphs.join('')}</main>`;
	return {
		url: `data:text/html;charset=utf-8,${encodeURIComponent(html)}`,
		cookie: null,
		writable: '.ProseMirror p',
		reach: async () => undefined,
		colleague: null
	};
};

/**
 * Opening a report of 32 sections and writing in it, in a browser whose processor is slowed four
 * times, beside a bare editor that holds the same text.
 * @returns false when a key takes longer than the budget at the 95th percentile
 */
export async function benchTyping(): Promise<boolean> {
	const ours = await serveOurs();
	const cookie = await signIn(ours.base, people.coordinator.email);
	const report = await thisYear(ours.base, cookie);
	const texts: { id: string; key: string; title: string; content: DocNode }[] = [];
	for (const { id } of report.sections)
		texts.push((await getJson(ours.base, cookie, `sections/${id}`)) as (typeof texts)[number]);
	const rival = await serveRival(texts);
	const browser = await launch();
	try {
		const section = texts.find(({ key }) => key === SECTION);
		const words = plainText(section?.content ?? { type: 'doc' }).slice(0, 60);
		const sides: { ours: Side; rival: Side } = {
			ours: {
				url: `${ours.base}/reports/${report.id}`,
				cookie,
				writable: '[data-synced="true"] .ProseMirror[contenteditable="true"]',
				reach: async (page) => {
					await page.locator(`[data-section-key="${SECTION}"]`).scrollIntoViewIfNeeded();
					await page.waitForSelector(`[data-section-key="${SECTION}"][data-synced="true"]`);
				},
				colleague: {
					ws: `${ours.ws}/collab`,
					room: section?.id ?? '',
					headers: { cookie, origin: ours.base }
				}
			},
			rival: {
				url: rival.page,
				cookie: null,
				// It takes letters at once, but shows the text only when it has come.
				writable: '.ProseMirror[contenteditable="true"] > :nth-child(3)',
				reach: async () => undefined,
				colleague: { ws: rival.ws, room: 'rival', headers: {} }
			}
		};
		console.log(
			`\nWriting: ${report.sections.length} sections, processor slowed ${SLOWED} times, ${KEYS} keys, one each ${PAUSE} ms; ` +
				`${REPETITIONS} runs each, in turns.\n${loadNow()}`
		);
		const alone = browserAlone(texts.map(({ content }) => content));
		const runs: Runs = { ours: [], rival: [], alone: [] };
		for (let i = 0; i < REPETITIONS; i += 1) {
			runs.alone.push(await run(browser, alone, words));
			runs.rival.push(await run(browser, sides.rival, words));
			runs.ours.push(await run(browser, sides.ours, words));
		}
		return print(runs);
	} finally {
		await browser.close();
		await Promise.all([rival.stop(), ours.stop()]);
	}
}

function print({ ours, rival, alone }: Runs): boolean {
	const row = (label: string, of: (r: Run) => number): Row => ({
		label,
		ours: ours.map(of),
		other: rival.map(of)
	});
	const keyRows = (label: string, of: (r: Run) => number[]): Row[] => [
		row(`${label}, median, ms`, (r) => median(of(r))),
		row(`${label}, p95, ms`, (r) => quantile(of(r), 0.95)),
		row(`${label}, slowest, ms`, (r) => Math.max(...of(r)))
	];
	printTable(`Writing (${loadNow()})`, { ours: 'ours', other: 'bare editor' }, [
		row('largest text drawn, ms', (r) => r.largestPaint),
		row('first text takes letters, ms', (r) => r.writable),
		...keyRows('a key', (r) => r.alone),
		...keyRows('a key while a colleague writes', (r) => r.together)
	]);
	const floor = (q: number) => spread(alone.map((r) => quantile(r.alone, q)));
	console.log(
		`The browser alone, without a script: median ${floor(0.5)}, p95 ${floor(0.95)} ms a key.`
	);
	const slow = [...ours.map((r) => r.alone), ...ours.map((r) => r.together)];
	const p95 = Math.max(
		median(slow.slice(0, ours.length).map((keys) => quantile(keys, 0.95))),
		median(slow.slice(ours.length).map((keys) => quantile(keys, 0.95)))
	);
	const good = p95 <= BUDGET;
	console.log(
		`${good ? 'Within' : 'Over'} the budget of ${BUDGET} ms at the 95th percentile: ${short(p95)} ms.`
	);
	return good;
}
