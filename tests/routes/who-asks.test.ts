import { people } from '#server/demo/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

/** Whose request it is: a session's cookie from our own pages, or from no page. */

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const coordinated = { title: 'x', reportYear: 2024, variant: 'board' };
const create = (headers: Record<string, string>) =>
	world.as('coordinator', 'POST', '/reports', { json: coordinated, headers });

test('[O3] a token that is not known is no sign-in, whatever cookie comes with it', async () => {
	for (const authorization of ['Bearer abc', 'bearer', 'BEARER x y']) {
		const read = await world.as('coordinator', 'GET', '/reports', { headers: { authorization } });
		expect([read.status, read.error['code']]).toEqual([401, 'notSignedIn']);
		expect(read.headers.get('www-authenticate')).toBe('Bearer');
		expect((await create({ authorization })).status).toBe(401);
		const open = await world.as(null, 'GET', '/editions', { headers: { authorization } });
		expect(open.status).toBe(401);
	}
});

test('[O3] a page of another site does not act with a person’s cookie', async () => {
	const before = await world.as('coordinator', 'GET', '/reports');
	for (const origin of ['https://evil.example', 'null', 'http://barnbokslut.example']) {
		const answer = await create({ origin });
		expect([answer.status, answer.error['code']]).toEqual([403, 'foreignOrigin']);
	}
	expect((await world.as('coordinator', 'GET', '/reports')).body).toEqual(before.body);
	expect((await create({ origin: 'https://barnbokslut.example' })).status).toBe(201);
});

test('[U1] a session that was ended opens nothing', async () => {
	const other = await startWorld();
	expect((await other.as('education', 'GET', '/reports')).status).toBe(200);
	await other.app.commands.endSessionsOf({ personId: people.education.id });
	expect((await other.as('education', 'GET', '/reports')).status).toBe(401);
	await other.close();
});
