import { openLog } from '#server/log/log.ts';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from './actors.ts';
import { methodOf } from './ask.ts';
import { lines } from './doors/index.ts';
import { knock, type Answer } from './kit.ts';
import type { Line } from './line.ts';
import { addressOf, nameOf, said, statusOf } from './walk.ts';
import { startWorld, type World } from './world.ts';

/** Every door while the disk takes nothing: what only reads is read, and what would be stored is refused. */

let world: World;
let sqlite: Database;
beforeAll(async () => {
	// Each refusal is a line of the log.
	world = await startWorld({ log: openLog({ write: () => undefined }, 'info') });
	sqlite = await world.app.read(async (tx) => (tx.db as unknown as { $client: Database }).$client);
});
afterAll(() => world.close());

const WHO: Who[] = ['anonymous', 'administrator', 'coordinator', 'writer', 'councilMember'];
/** It says just this. */
const HEALTH = 'GET /healthz';
let nth = 0;

async function answerOf(line: Line, who: Who): Promise<Answer> {
	const facts = await world.facts();
	nth += 1;
	const ask = line.ask?.(world.ids, facts, nth) ?? {};
	return knock(world.app, line.door, {
		...ask,
		cookie: world.cookies[who],
		address: addressOf(nth)
	});
}

test('[D5] while the disk takes nothing every page is read as before, and no act is a fault of the program', async () => {
	const faults: string[] = [];
	let [read, refused] = [0, 0];
	for (const line of lines) {
		const isReading = methodOf(line.door) === 'GET';
		for (const who of WHO) {
			// What is read changes nothing, so that it can be asked before.
			const before = isReading ? (await world.tried(() => answerOf(line, who))).status : null;
			sqlite.pragma('query_only = 1');
			const answer = await answerOf(line, who).finally(() => sqlite.pragma('query_only = 0'));
			const at = `${nameOf(line)}, ${who}: ${answer.status} ${answer.bug ?? said(answer)}`;
			if (answer.bug !== null || answer.status === 500) faults.push(at);
			else if (before !== null && statusOf(answer) !== before && line.door !== HEALTH)
				faults.push(`${at}, not ${before}`);
			if (isReading) read += 1;
			else if (answer.status === 503) refused += 1;
		}
	}
	expect(faults).toEqual([]);
	expect([read > 300, refused > 100]).toEqual([true, true]);
}, 300_000);
