import { TABLE } from '#server/limits/table.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId, type Who } from './actors.ts';
import { lines } from './doors/index.ts';
import { knock } from './kit.ts';
import { addressOf } from './walk.ts';
import { startWorld, type World } from './world.ts';

/** What is sent as a file is read at the machine's expense: each door that takes one counts whose it is. */

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const SENDERS: Who[] = ['administrator', 'coordinator', 'writer'];

async function spendAll(who: Who): Promise<void> {
	for (const name of ['filePerson', 'imagePerson'] as const)
		for (let n = 0; n < TABLE[name].points; n += 1)
			await world.app.limits.take(name, personId(who));
}

test('[O8] every form that takes a file is closed to a person who has sent too many', async () => {
	for (const who of SENDERS) await spendAll(who);
	const facts = await world.facts();
	const takers: string[] = [];
	const faults: string[] = [];
	for (const [nth, line] of lines.entries()) {
		const ask = line.ask?.(world.ids, facts, nth) ?? {};
		if (!Object.values(ask.form ?? {}).some((value) => value instanceof File)) continue;
		takers.push(line.door);
		const statuses: number[] = [];
		for (const who of SENDERS) {
			const cookie = world.cookies[who];
			const answer = await knock(world.app, line.door, { ...ask, cookie, address: addressOf(nth) });
			statuses.push(answer.status);
			if (answer.status < 400) faults.push(`${line.door} took a file of ${who}: ${answer.status}`);
		}
		if (!statuses.includes(429)) faults.push(`${line.door}: ${statuses.join(', ')}, and no 429`);
	}
	expect(faults).toEqual([]);
	expect(takers.length).toBeGreaterThanOrEqual(4);
}, 120_000);
