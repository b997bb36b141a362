import { printComparison, printHeading } from './comparison.ts';
import { keeps, type Contender } from './contenders.ts';
import { timesOf, type SyncOptions } from './field.ts';
import type { Measured, MemoryMeasured } from './load/order.ts';
import { load, type Outcome } from './loading.ts';
import { makeRooms } from './rooms.ts';
import { fillRooms, oneAtATime, withText } from './series.ts';
import { BUSY } from './turns.ts';

const ROOMS = 200;
const WARM_ROOMS = 20;
const CLIENTS_TYPING = 3;
const SOCKETS_A_ROOM = 10;
const TEXT_BYTES = 5000;

type Rooms = Measured & MemoryMeasured;

/** Three people in each of 200 rooms, who write a little; and what a room and a socket take in memory. */
export async function benchRooms(options: SyncOptions): Promise<boolean> {
	const count = options.quick ? 60 : ROOMS;
	return withText(TEXT_BYTES, async (seed) => {
		printHeading(
			`Many rooms: ${count} with a text of ${TEXT_BYTES} bytes, ${CLIENTS_TYPING} clients in each, one letter a second and client`
		);
		const series = await oneAtATime(options.only, timesOf(options, 3), (contender) =>
			measure(contender, { count, seed, seconds: options.quick ? 4 : 10 })
		);
		const aSocket = (m: Rooms) => (m.withSockets - m.withRooms) / (count * (SOCKETS_A_ROOM - 1));
		printComparison(
			`${count} x ${CLIENTS_TYPING}`,
			[
				{ label: 'seen p50, ms', of: (m) => m.seen?.p50 ?? NaN },
				{ label: 'p99', of: (m) => m.seen?.p99 ?? NaN },
				...BUSY,
				{ label: 'KiB a connection', of: aSocket },
				{ label: 'KiB an idle room', of: (m) => (m.withRooms - m.warm) / count - aSocket(m) },
				{ label: 'MiB at first', of: (m) => m.warm / 1024 },
				{ label: 'MiB while typing', of: (m) => m.resident / 1024 }
			],
			series.runs
		);
		return series.good;
	});
}

/** Memory and typing, each in a process of its own: a forced collection also throws away fast code. */
async function measure(
	contender: Contender,
	{ count, seed, seconds }: { count: number; seed: string; seconds: number }
): Promise<Outcome<Rooms>> {
	const rooms = await makeRooms(contender, count + WARM_ROOMS);
	await fillRooms(contender, rooms, seed);
	const target = () => contender.target(keeps(contender.name) ? null : seed);
	await contender.restart('stop', { inspected: true });
	const memory = await load<MemoryMeasured>({
		scene: 'memory',
		target: target(),
		rooms,
		warmRooms: WARM_ROOMS,
		socketsARoom: SOCKETS_A_ROOM
	});
	if ('failed' in memory) return memory;
	await contender.restart('stop');
	const typing = await load<Measured>({
		scene: 'paced',
		target: target(),
		rooms: rooms.slice(WARM_ROOMS),
		clientsARoom: CLIENTS_TYPING,
		lettersASecond: 1,
		warmSeconds: 2,
		seconds
	});
	if ('failed' in typing) return typing;
	return { result: { ...typing.result, ...memory.result } };
}
