import { page, pageQuery, type SortKey } from '#api/paging.ts';
import { parse } from '#api/problems.ts';
import { ok } from '#core/result.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

type Item = { id: string };

async function walk(path: string, limit: number): Promise<Item[]> {
	const all: Item[] = [];
	let next: string | null = '';
	while (next !== null) {
		const after = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
		const { status, body } = await world.as('education', 'GET', `${path}?limit=${limit}${after}`);
		expect(status).toBe(200);
		const items = body?.['items'] as Item[];
		expect(items.length).toBeLessThanOrEqual(limit);
		all.push(...items);
		if (all.length > 1000) throw new Error(`${path} does not end`);
		next = body?.['next'] as string | null;
	}
	return all;
}

test('[O1] page by page a list is what it is at once', async () => {
	for (const path of ['/indicators', '/reports', '/editions']) {
		const { body } = await world.as('education', 'GET', path);
		expect(body?.['next']).toBeNull();
		const items = body?.['items'] as Item[];
		expect(items.length).toBeGreaterThan(0);
		for (const limit of [1, 5, items.length, 200]) expect(await walk(path, limit)).toEqual(items);
	}
});

test('[O2] a limit or a cursor that is none is refused at its name', async () => {
	for (const [query, field] of [
		['limit=0', 'limit'],
		['limit=201', 'limit'],
		['limit=-1', 'limit'],
		['limit=many', 'limit'],
		['limit=1.5', 'limit'],
		['limit=', 'limit'],
		['after=nonsense', 'after'],
		['after=bnVsbA', 'after'],
		[`after=${btoa('{"a":1}')}`, 'after'],
		['after=%F0%9F%92%A9', 'after']
	] as const) {
		const answer = await world.as('education', 'GET', `/reports?${query}`);
		const [problem] = answer.error['problems'] as { field: string }[];
		expect([query, answer.status, problem?.field]).toEqual([query, 422, field]);
	}
});

test('[O1] nothing is shown twice or left out when a list changes between two pages', () => {
	const query = (limit: number, after: string | null) => {
		const read = parse(pageQuery, { limit: String(limit), ...(after ? { after } : {}) });
		if (!read.ok) throw new Error('no query');
		return read.value;
	};
	const key = (item: { title: string; id: number }): SortKey => [item.title, item.id];
	const item = fc.record({ title: fc.string({ maxLength: 3 }), id: fc.nat(200) });
	const items = fc.uniqueArray(item, { selector: (i) => i.id, maxLength: 30 });
	fc.assert(
		fc.property(items, items, fc.integer({ min: 1, max: 5 }), (staying, coming, limit) => {
			const newer = coming.filter((c) => !staying.some((s) => s.id === c.id));
			const seen: number[] = [];
			let list = staying;
			let after: string | null = null;
			do {
				const one: ReturnType<typeof page<(typeof staying)[number]>> = page(
					ok(list),
					query(limit, after),
					key
				);
				if (!one.ok) throw new Error('no page');
				seen.push(...one.value.items.map((i) => i.id));
				if (seen.length > 100) throw new Error('the pages do not end');
				after = one.value.next;
				// All that is new comes after the first page.
				list = [...newer, ...staying];
			} while (after !== null);
			expect(new Set(seen).size).toBe(seen.length);
			for (const { id } of staying) expect(seen).toContain(id);
		})
	);
});
