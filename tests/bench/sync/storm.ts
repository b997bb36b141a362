import { printComparison, printHeading } from './comparison.ts';
import { keeps } from './contenders.ts';
import { timesOf, type SyncOptions } from './field.ts';
import type { StormMeasured } from './load/order.ts';
import { load } from './loading.ts';
import { makeRooms } from './rooms.ts';
import { fillRooms, oneAtATime, withText } from './series.ts';
import { BUSY } from './turns.ts';

const SCENES = [
	{ name: '1 x 300', rooms: 1, clientsARoom: 300 },
	{ name: '30 x 10', rooms: 30, clientsARoom: 10 }
];
const TEXT_BYTES = 20_000;

type Storm = StormMeasured & { listens: number };

/** Everybody comes back at once, after the server was ended by `kill -9` and started again. */
export async function benchStorm(options: SyncOptions): Promise<boolean> {
	return withText(TEXT_BYTES, async (seed) => {
		printHeading(
			`Everybody back at once after kill -9: rooms x clients, ${TEXT_BYTES} bytes in a room, each with a caret`
		);
		let good = true;
		for (const { name, rooms, clientsARoom } of SCENES) {
			const series = await oneAtATime(options.only, timesOf(options, 5), async (contender) => {
				const own = await makeRooms(contender, rooms);
				await fillRooms(contender, own, seed);
				const listens = await contender.restart('kill');
				const outcome = await load<StormMeasured>({
					scene: 'storm',
					target: contender.target(seed),
					rooms: own,
					clientsARoom
				});
				if ('failed' in outcome) return outcome;
				const result: Storm = { ...outcome.result, listens };
				return { result };
			});
			printComparison(
				name,
				[
					{ label: 'all in sync, ms', of: (m) => m.allAt },
					{ label: 'half', of: (m) => m.halfAt },
					{ label: 'all see all carets, ms', of: (m) => m.caretsAt ?? NaN },
					{ label: 'start until it listens, ms', of: (m) => m.listens },
					...BUSY
				],
				series.runs
			);
			good &&= series.good;
		}
		if (options.only.some((name) => !keeps(name)))
			console.log(
				'The relay has nothing to send: its clients are in sync when they are connected.'
			);
		return good;
	});
}
