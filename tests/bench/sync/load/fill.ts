import { Crowd, wait } from './crowd.ts';
import type { Member } from './member.ts';
import type { FillOrder } from './order.ts';

/** Brings the seed into every room; who is told when it is on disk waits for that. */
export async function fill({ target, rooms }: FillOrder): Promise<Record<string, never>> {
	const crowd = new Crowd(target);
	const stored = new Set<Member>();
	crowd.onStored = (member, count) => {
		// Its answer to the first sync, and the seed.
		if (count >= 2) stored.add(member);
	};
	await crowd.enterFirst(rooms);
	if (target.acknowledges) await crowd.until(() => stored.size === rooms.length, 'the store');
	else await wait(500);
	crowd.end();
	return {};
}
