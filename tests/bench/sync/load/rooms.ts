import { residentKiB } from '../../machine.ts';
import { Crowd, wait } from './crowd.ts';
import type { RoomsMeasured, RoomsOrder } from './order.ts';
import { typeAtPace } from './paced.ts';

/** How long the server is left alone before its memory is read, in milliseconds. */
const SETTLES = 3000;

/**
 * Many rooms: what a room costs in which nobody does anything, what a further silent socket costs, and
 * then what it takes when a few people in each write.
 */
export async function manyRooms(order: RoomsOrder): Promise<RoomsMeasured> {
	const { target, rooms, warmRooms, clientsTyping, socketsARoom } = order;
	const crowd = new Crowd(target);
	const memory = async () => {
		await wait(SETTLES);
		return residentKiB(target.pid);
	};
	const measured = rooms.slice(warmRooms);
	await crowd.enterFirst(rooms.slice(0, warmRooms));
	const warm = await memory();
	await crowd.enterFirst(measured);
	const withRooms = await memory();
	await crowd.enter(measured, 1, socketsARoom);
	const withSockets = await memory();
	crowd.end(crowd.members.filter(({ place }) => place.index >= clientsTyping));
	const own = new Set(measured);
	const typing = crowd.members.filter(
		({ place }) => own.has(place.room) && place.index < clientsTyping
	);
	await crowd.introduce(typing);
	const result = await typeAtPace(crowd, typing, target.pid, order);
	const busy = residentKiB(target.pid);
	crowd.end();
	return { ...result, warm, withRooms, withSockets, typing: busy };
}
