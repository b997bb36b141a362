import { operationList } from '#api/operations.ts';
import { TABLE } from '#server/limits/table.ts';
import { people } from '#server/demo/people.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

/** The API's limits, as its clients meet them. */

let world: World;
beforeEach(async () => {
	world = await startWorld();
});
afterEach(() => world.close());

const spend = async (name: 'apiPerson' | 'apiAddress' | 'searchAddress', who: string) => {
	for (let n = 0; n < TABLE[name].points; n += 1) await world.app.limits.take(name, who);
};

test('[O8] a person who asks too often is told how long to wait, and a colleague at the same address is not', async () => {
	await spend('apiPerson', people.education.id);
	const told = await world.as('education', 'GET', '/reports', {
		headers: { 'accept-language': 'sv' }
	});
	expect([told.status, told.error['code']]).toEqual([429, 'tooFast']);
	const after = Number(told.headers.get('retry-after'));
	expect(after).toBeGreaterThan(0);
	expect(after).toBeLessThanOrEqual(TABLE.apiPerson.seconds);
	expect(told.error['after']).toBe(after);
	expect(told.error['message']).toContain(`Vänta ${after} sekunder`);
	expect((await world.as('coordinator', 'GET', '/reports')).status).toBe(200);
	expect((await world.as(null, 'GET', '/editions')).status).toBe(200);
});

test('[O8] who is not signed in is counted by address, and search by itself', async () => {
	await spend('searchAddress', '192.0.2.1');
	expect((await world.as(null, 'GET', '/search?q=skola')).status).toBe(429);
	expect((await world.as(null, 'GET', '/editions')).status).toBe(200);
	await spend('apiAddress', '192.0.2.1');
	expect((await world.as(null, 'GET', '/editions')).status).toBe(429);
	expect((await world.as('education', 'GET', '/reports')).status).toBe(200);
});

test('[O8] files as values are counted by person', async () => {
	const json = { csv: 'x', source: 'x' };
	for (let n = 0; n < TABLE.filePerson.points; n += 1)
		await world.app.limits.take('filePerson', people.education.id);
	const told = await world.as('education', 'POST', '/values/preview', { json });
	expect([told.status, told.error['code']]).toEqual([429, 'tooFast']);
	const other = await world.as('coordinator', 'POST', '/values/preview', { json });
	expect(other.status).not.toBe(429);
	const limited = operationList.filter(([, o]) => o.limit !== undefined).map(([id]) => id);
	expect(limited.sort()).toEqual(['importValues', 'previewImport', 'search']);
});
