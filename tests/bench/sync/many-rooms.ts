import { printComparison, printHeading } from './comparison.ts';
import { keeps } from './contenders.ts';
import type { SyncOptions } from './field.ts';
import type { RoomsMeasured } from './load/order.ts';
import { load } from './loading.ts';
import { makeRooms } from './rooms.ts';
import { fillRooms, oneAtATime, withText } from './series.ts';
import { BUSY } from './turns.ts';

const ROOMS = 200;
const WARM_ROOMS = 20;
const CLIENTS_TYPING = 3;
const SOCKETS_A_ROOM = 10;
const TEXT_BYTES = 5000;

/** Three people in each of 200 rooms, who write a little; and what a room and a socket take in memory. */
export async function benchRooms(options: SyncOptions): Promise<boolean> {
	const rooms = options.quick ? 60 : ROOMS;
	return withText(TEXT_BYTES, async (seed, folder) => {
		printHeading(
			`Many rooms: ${rooms} with a text of ${TEXT_BYTES} bytes, ${CLIENTS_TYPING} clients in each, one letter a second and client`,
			folder
		);
		const series = await oneAtATime(options.only, options.quick ? 1 : 3, async (contender) => {
			const own = await makeRooms(contender, rooms + WARM_ROOMS);
			await fillRooms(contender, own, seed);
			await contender.restart('stop');
			return load<RoomsMeasured>({
				scene: 'rooms',
				target: contender.target(keeps(contender.name) ? null : seed),
				rooms: own,
				warmRooms: WARM_ROOMS,
				clientsTyping: CLIENTS_TYPING,
				socketsARoom: SOCKETS_A_ROOM,
				lettersASecond: 1,
				warmSeconds: 2,
				seconds: options.quick ? 4 : 10
			});
		});
		const aSocket = (m: RoomsMeasured) =>
			(m.withSockets - m.withRooms) / (rooms * (SOCKETS_A_ROOM - 1));
		printComparison(
			`${rooms} x ${CLIENTS_TYPING}`,
			[
				{ label: 'seen p50, ms', of: (m) => m.seen?.p50 ?? NaN },
				{ label: 'p99', of: (m) => m.seen?.p99 ?? NaN },
				...BUSY,
				{ label: 'KiB a connection', of: aSocket },
				{ label: 'KiB an idle room', of: (m) => (m.withRooms - m.warm) / rooms - aSocket(m) },
				{ label: 'MiB at first', of: (m) => m.warm / 1024 },
				{ label: 'MiB while typing', of: (m) => m.typing / 1024 }
			],
			series.runs
		);
		return series.good;
	});
}
