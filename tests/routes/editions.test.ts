import { hashOf } from '#schema/content.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asObject, asText } from './json-schema.ts';
import { startWorld, type World } from './world.ts';

const DECISION = {
	body: 'Kommunfullmäktige',
	date: '2024-06-17',
	paragraph: '§ 71',
	registryNumber: 'KS 2024/112'
};
let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const publish = async (year: number, json: unknown) =>
	world.as('coordinator', 'POST', `/reports/${await world.reportId(year)}/publish`, { json });

test('[P1] a report with open sections is not published, and each hinder is named', async () => {
	const refused = await publish(2023, { decision: { ...DECISION, date: '2024-02-30' } });
	expect([refused.status, refused.error['code']]).toEqual([422, 'notReady']);
	const hinders = refused.error['hinders'] as { what: string; field?: string; key?: string }[];
	expect(hinders).toContainEqual(expect.objectContaining({ key: 'figures.education' }));
	expect(hinders.filter((h) => h.what === 'decisionMissing').map((h) => h.field)).toEqual(['date']);
});

test('[P2] [P4] a correction is the next edition with a reason, found where Location says', async () => {
	const [first] = (await world.as(null, 'GET', '/editions')).body?.['items'] as { id: string }[];
	const before = await world.as(null, 'GET', `/editions/${first?.id ?? ''}`);
	const silent = await publish(2022, { decision: DECISION });
	expect([silent.status, silent.error['code']]).toEqual([422, 'reasonNeeded']);

	const made = await publish(2022, { decision: DECISION, note: 'Rättad tabell.' });
	expect(made.status).toBe(201);
	expect(made.body).toMatchObject({ number: 2, slug: before.body?.['slug'] });
	const location = made.headers.get('location') ?? '';
	expect(location).toBe(`/api/v1/editions/${asText(made.body?.['id'])}`);
	const second = await world.as(null, 'GET', location.replace('/api/v1', ''));
	expect(second.body).toMatchObject(asObject(made.body));
	expect(second.body?.['hash']).toBe(hashOf(second.body?.['model']));

	const after = await world.as(null, 'GET', `/editions/${first?.id ?? ''}`);
	expect(after.body).toEqual(before.body);
	const numbers = (await world.as(null, 'GET', '/editions')).body?.['items'] as unknown[];
	expect(numbers).toHaveLength(2);
});

test('[P3] an edition may be kept by anybody and asked for anew at the price of a 304', async () => {
	const list = await world.as(null, 'GET', '/editions');
	expect(list.headers.get('cache-control')).toBe('public, no-cache');
	const [first] = list.body?.['items'] as { id: string }[];
	const path = `/editions/${first?.id ?? ''}`;
	const etag = (await world.as(null, 'GET', path)).headers.get('etag') ?? '';
	for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
		const again = await world.as(null, 'GET', path, { headers: { 'if-none-match': known } });
		expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, null, etag]);
	}
	const other = await world.as(null, 'GET', path, { headers: { 'if-none-match': '"other"' } });
	expect(other.status).toBe(200);
	const head = await world.as(null, 'HEAD', path);
	expect(head.status).toBe(200);
});

test('[A8] an edition tells nothing of the report that it was made from', async () => {
	const { body } = await world.as(null, 'GET', '/editions');
	expect(JSON.stringify(body)).not.toContain(await world.reportId(2022));
});

test('[U1] an answer that renews a cookie is kept by nobody on the way', async () => {
	let now = Date.now();
	const aged = await startWorld(() => now);
	await aged.as('education', 'GET', '/editions');
	// lucia renews a session in the second half of its time; its own clock is the real one.
	const { setSessionExpiry, listSessions } = await import('#server/store/sessions.ts');
	const { people } = await import('#server/demo/people.ts');
	await aged.app.read(async (tx) => {
		for (const { idHash } of await listSessions(tx, people.education.id))
			await setSessionExpiry(tx, idHash, Date.now() + 60_000);
	});
	now += 1;
	const renewed = await aged.as('education', 'GET', '/editions');
	await aged.close();
	expect(renewed.headers.get('set-cookie')).toContain('session=');
	expect(renewed.headers.get('cache-control')).toBe('private, no-cache');
});

test('[A8] what one person may see is kept by nobody', async () => {
	for (const path of ['/reports', '/indicators', `/reports/${await world.reportId(2023)}`])
		for (const who of ['education', null] as const) {
			const { headers } = await world.as(who, 'GET', path);
			expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
			expect(headers.get('etag')).toBeNull();
		}
});
