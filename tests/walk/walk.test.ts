import { afterAll, beforeAll, expect, test } from 'vitest';
import { WHO } from './actors.ts';
import { lines } from './doors/index.ts';
import { doors } from './kit.ts';
import { isOfReport, STATES, walk } from './walk.ts';
import { startWorld, type World } from './world.ts';

/** Every door of the product, asked by everybody in every state, answers as `core/access.ts` says. */

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

test('[A2] every door has a line in the table, and every line a door', () => {
	const known = new Set(lines.map(({ door }) => door));
	expect(doors.filter((door) => !known.has(door))).toEqual([]);
	expect([...known].filter((door) => !doors.includes(door))).toEqual([]);
});

for (const state of STATES)
	test(`[A2] [A8] everybody at every door is answered as the table says, with the section in ${state}`, async () => {
		await world.bring(state);
		const facts = await world.facts();
		// What has nothing to do with the section is walked once.
		const walked =
			state === 'draft' ? lines : lines.filter((line) => isOfReport(world, line, facts));
		const { cases, faults } = await walk(world, walked);
		expect(faults).toEqual([]);
		expect(cases).toBeGreaterThan(walked.length * (WHO.length - 1));
	}, 300_000);
