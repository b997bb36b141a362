import { listPage } from '#server/views/list-page.ts';
import { expect, test } from 'vitest';
import { by, must, submitNow } from '../support/act.ts';
import { demoApp } from '../support/app.ts';
import { actorOf, reportId } from '../support/look.ts';
import { sectionId } from '../support/server.ts';

test.each([
	[1, 0, { page: 1, pages: 1, offset: 0 }],
	[1, 50, { page: 1, pages: 1, offset: 0 }],
	[2, 51, { page: 2, pages: 2, offset: 50 }],
	[3, 51, { page: 2, pages: 2, offset: 50 }],
	[1.9, 120, { page: 1, pages: 3, offset: 0 }],
	[0, 120, { page: 1, pages: 3, offset: 0 }],
	[-1, 120, { page: 1, pages: 3, offset: 0 }],
	[NaN, 120, { page: 1, pages: 3, offset: 0 }],
	[Infinity, 120, { page: 3, pages: 3, offset: 100 }]
])('[S9] page %d of a list of %d is one that there is', (asked, total, expected) => {
	expect(listPage(asked, total)).toEqual({ limit: 50, ...expected });
});

test('[S9] the pages of the trail hold every line once, the newest first', async () => {
	const app = await demoApp();
	const id = await reportId(app, 2023);
	const key = 'units.culture';
	const section = await sectionId(app, key);
	for (let round = 0; round < 30; round += 1) {
		must(await submitNow(app, 'culture', section));
		const returned = { by: by('coordinator'), sectionId: section, reason: `Varv ${round}` };
		must(await app.commands.returnSection(returned));
	}
	const actor = await actorOf(app, 'coordinator');
	const page = async (n: number, sectionKey: string | null) =>
		must(await app.views.audit(actor, { reportId: id, sectionKey, page: n }));
	const { pages } = await page(1, key);
	expect(pages).toBeGreaterThan(1);
	const seen: number[] = [];
	const reasons: (string | null)[] = [];
	for (let n = 1; n <= pages; n += 1)
		for (const line of (await page(n, key)).lines) {
			seen.push(line.seq);
			if (line.act === 'section.return') reasons.push(line.reason);
		}
	expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
	expect(reasons.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, i) => `Varv ${29 - i}`));
	const whole = await page(1, null);
	expect(whole.lines).toHaveLength(50);
	expect(whole.pages).toBeGreaterThanOrEqual(pages);
});
