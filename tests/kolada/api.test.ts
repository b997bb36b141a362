import { expect, test } from 'vitest';
import { onTestFinished } from 'vitest';
import { startWorld, type World } from '../routes/world.ts';

type Items<T> = { items: T[] };

async function world(): Promise<World> {
	const started = await startWorld();
	onTestFinished(() => started.close());
	return started;
}

const ASK = {
	indicatorIds: ['ind-ekonomiskt-bistand'],
	series: ['own', 'demo-riket'],
	years: ['2021', '2022'],
	code: '2182'
};

/** Asks until the fetch has ended, as a page does. */
async function ended(w: World) {
	for (let n = 0; n < 200; n += 1) {
		const { body } = await w.as('coordinator', 'GET', '/kolada/fetch');
		if (body?.['state'] !== 'running') return body;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error('the fetch did not end');
}

test('[I9] [O1] by the API: look up, fetch, watch, settle', async () => {
	const w = await world();
	const found = await w.as('coordinator', 'GET', '/kolada/kpis?title=u31803');
	const [hit] = (found.body as unknown as Items<{ id: string; indicatorId: string }>).items;
	expect(hit).toMatchObject({
		id: 'U31803',
		indicatorId: 'ind-ekonomiskt-bistand',
		proposal: { unit: '%', wishedDirection: 'low' }
	});
	const none = await w.as('coordinator', 'GET', '/kolada/fetch');
	expect(none.body).toMatchObject({ state: 'none', id: null });
	w.kolada.fail('/data', { kind: 'slow', ms: 400 }, 1);
	// Signed in before, which takes its time.
	await w.as('deputy', 'GET', '/kolada/fetch');
	const started = await w.as('coordinator', 'POST', '/kolada/fetch', { json: ASK });
	expect(started.body).toMatchObject({ state: 'running', progress: { total: 2 } });
	const second = await w.as('deputy', 'POST', '/kolada/fetch', { json: ASK });
	expect([second.status, second.error['happened'], second.error['by']]).toEqual([
		409,
		'fetching',
		'Sara Ekdal'
	]);
	expect(await ended(w)).toMatchObject({ state: 'done', stored: { typedDiffer: 1, notices: 1 } });
	const notices = await w.as('coordinator', 'GET', '/kolada/notices');
	const [notice] = (notices.body as unknown as Items<{ id: string }>).items;
	expect(notice).toMatchObject({ detail: { what: 'typed', typed: { value: 14.7 } } });
	const path = `/kolada/notices/${notice?.id ?? ''}`;
	const settled = await w.as('coordinator', 'POST', path, { json: { take: true } });
	expect(settled.body).toMatchObject({ state: 'taken' });
	expect((await w.as('coordinator', 'POST', path, { json: { take: true } })).status).toBe(409);
	const again = await w.as('coordinator', 'GET', '/kolada/notices');
	expect((again.body as unknown as Items<unknown>).items).toEqual([]);
});

test('[O2] what is not understood is refused at its field, in the asker’s language', async () => {
	const w = await world();
	const refused = await w.as('coordinator', 'POST', '/kolada/fetch', {
		json: { ...ASK, years: ['22'], series: [] },
		headers: { 'accept-language': 'en' }
	});
	expect(refused.status).toBe(422);
	expect(refused.error['problems']).toEqual([
		{ field: 'series', problem: 'missing', message: 'Fill in this field.' },
		{ field: 'years', problem: 'year', message: 'Write a year, such as 2024.' }
	]);
	const short = await w.as('coordinator', 'GET', '/kolada/kpis?title=a');
	expect([short.status, short.error['problems']]).toEqual([
		422,
		[{ field: 'title', problem: 'search', message: 'Skriv minst två tecken att söka efter.' }]
	]);
	const more = await w.as('coordinator', 'POST', '/kolada/notices/x', { json: { take: 'ja' } });
	expect(more.status).toBe(422);
});

test('[I9] a source that does not do its part is a 502 that says so', async () => {
	const w = await world();
	w.kolada.fail('/kpi', { kind: 'html' });
	const refused = await w.as('coordinator', 'GET', '/kolada/kpis?title=barn');
	expect([refused.status, refused.error]).toEqual([
		502,
		{
			code: 'source',
			why: 'notUnderstood',
			message:
				'Källans svar gick inte att förstå. Det som fanns står kvar. Säg till den som sköter driften om det händer igen.'
		}
	]);
});

test('[O3] another site’s page starts no fetch', async () => {
	const w = await world();
	const foreign = await w.as('coordinator', 'POST', '/kolada/fetch', {
		json: ASK,
		headers: { origin: 'https://evil.example' }
	});
	expect([foreign.status, foreign.error['code']]).toEqual([403, 'foreignOrigin']);
	expect(w.kolada.asked).toEqual([]);
});

test('[I9] nothing is asked of the source before a person does', async () => {
	const w = await world();
	for (const path of ['/indicators', '/groups', '/kolada/fetch', '/kolada/notices'])
		expect((await w.as('coordinator', 'GET', path)).status).toBe(200);
	expect(w.kolada.asked).toEqual([]);
});
