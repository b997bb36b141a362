import { afterAll, beforeAll, expect, test } from 'vitest';
import { mulberry } from '../support/random.ts';
import { knockAt } from '../walk/kit.ts';
import { startWorld, type World } from '../walk/world.ts';
import { nextAsk } from './asks.ts';

/** A share of `npm run soak -- doors`, without a socket. */

let world: World;
beforeAll(async () => {
	const plenty = { points: 1e9, seconds: 60 };
	world = await startWorld({
		limits: { apiPerson: plenty, apiAddress: plenty, filePerson: plenty }
	});
	await world.bring('approved');
});
afterAll(() => world.close());

test('[O2] [A8] a thousand bodies that are nearly right are answered, and none with an error of the server', async () => {
	const random = mulberry(17);
	const facts = await world.facts();
	const hash = async () => [(await world.facts()).hash, (await world.facts()).version];
	const before = await hash();
	const faults: string[] = [];
	const statuses = new Set<number>();
	for (let nth = 0; nth < 1000; nth += 1) {
		const asked = await nextAsk(world.ids, facts, random, nth);
		// Files are read beside, a second each: the soak sends those.
		if (/word|import|values/.test(asked.door)) continue;
		const answer = await knockAt(world.app, asked, world.cookies[asked.who]);
		statuses.add(answer.status);
		if (answer.bug !== null || answer.status >= 500)
			faults.push(
				`${nth} ${asked.door} ${asked.path} ${asked.who}: ${answer.bug ?? answer.status}`
			);
	}
	expect(faults).toEqual([]);
	expect(await hash()).toEqual(before);
	// Nearly right: some are right.
	expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 303, 400, 403, 404, 409, 422]));
});
