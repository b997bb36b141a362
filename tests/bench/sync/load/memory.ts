import { residentKiB } from '../../machine.ts';
import { Crowd, wait } from './crowd.ts';
import { collectGarbage } from './inspector.ts';
import type { MemoryMeasured, MemoryOrder, Target } from './order.ts';

/** How long the server is left alone before its memory is read, in milliseconds. */
const SETTLES = 3000;
/** Memory has settled when it shrank by less than this from one collection to the next. */
const STEADY_KIB = 256;
const MOST_COLLECTIONS = 12;

/** What the server needs: V8 lets unused code go only after some collections. */
async function settledKiB({ pid, inspector }: Target): Promise<number> {
	await wait(SETTLES);
	let before = Infinity;
	let now = residentKiB(pid);
	for (let i = 0; i < MOST_COLLECTIONS && before - now > STEADY_KIB; i += 1) {
		before = now;
		if (inspector !== null) await collectGarbage(inspector);
		now = Math.min(before, residentKiB(pid));
	}
	return now;
}

/** What a room costs in which nobody does anything, and what a further silent socket costs. */
export async function readMemory(order: MemoryOrder): Promise<MemoryMeasured> {
	const { target, rooms, warmRooms, socketsARoom } = order;
	const crowd = new Crowd(target);
	const measured = rooms.slice(warmRooms);
	await crowd.enterFirst(rooms.slice(0, warmRooms));
	const warm = await settledKiB(target);
	await crowd.enterFirst(measured);
	const withRooms = await settledKiB(target);
	await crowd.enter(measured, 1, socketsARoom);
	const withSockets = await settledKiB(target);
	crowd.check();
	crowd.end();
	return { warm, withRooms, withSockets };
}
