import type { DemoPersonKey } from '#server/demo/people.ts';
import { connect, until } from '../support/client.ts';
import type { MainProcess } from '../support/main-process.ts';
import type { Prepared, PreparedSection } from '../support/prepared.ts';
import { Typist, Words } from '../support/typist.ts';
import type { Room } from './promised.ts';

type RoomsOptions = {
	prepared: Prepared;
	/** Words already used in these files. */
	register: Words;
	random: () => number;
};

/** `n` different ones of a list. */
export function some<T>(list: readonly T[], n: number, random: () => number): T[] {
	const left = [...list];
	const taken: T[] = [];
	while (taken.length < n && left.length > 0)
		taken.push(...left.splice(Math.floor(random() * left.length), 1));
	return taken;
}

/** Opens rooms with two or three writers and an observer each, and waits until all are in sync. */
export async function openRooms(
	server: Pick<MainProcess, 'ws' | 'base'>,
	sections: PreparedSection[],
	options: RoomsOptions
): Promise<Room[]> {
	const rooms = await Promise.all(sections.map((section) => openRoom(server, section, options)));
	await until(
		() => rooms.every((r) => r.typists.every((t) => t.isReady)),
		'every writer is in sync'
	);
	return rooms;
}

async function openRoom(
	server: Pick<MainProcess, 'ws' | 'base'>,
	section: PreparedSection,
	{ prepared, register, random }: RoomsOptions
): Promise<Room> {
	const typists = some(section.writers, random() < 0.5 ? 2 : 3, random).map((person) =>
		newTypist(server, section, { prepared, register, random, person })
	);
	const observer = await connect(
		{ ws: server.ws, origin: server.base, cookie: async (p) => prepared.cookies[p] },
		section.id,
		section.reader
	);
	const seen: Uint8Array[] = [];
	observer.doc.on('update', (update: Uint8Array) => seen.push(update));
	return { section, typists, observer, seen, register };
}

/** One more writer in a section. */
export const newTypist = (
	server: Pick<MainProcess, 'ws' | 'base'>,
	section: PreparedSection,
	{ prepared, register, random, person }: RoomsOptions & { person: DemoPersonKey }
): Typist =>
	new Typist({
		ws: server.ws,
		origin: server.base,
		cookie: prepared.cookies[person],
		section,
		words: register,
		random
	});

/**
 * Everybody writes at their own pace until the returned function is called.
 * @param pause at most so many milliseconds between two acts of a person in the room
 */
export function write(
	rooms: Room[],
	random: () => number,
	pause: (room: Room) => number = () => 12
): () => void {
	const timers = new Set<NodeJS.Timeout>();
	for (const room of rooms)
		for (const typist of room.typists) {
			const next = () => {
				const timer = setTimeout(
					() => {
						timers.delete(timer);
						if (!typist.refused) typist.act();
						next();
					},
					random() * pause(room)
				);
				timers.add(timer);
			};
			next();
		}
	return () => timers.forEach((timer) => clearTimeout(timer));
}

/** Throws everybody's documents away. */
export function leave(rooms: Room[]): void {
	for (const room of rooms) {
		for (const typist of room.typists) typist.destroy();
		room.observer.destroy();
	}
}
