import { printHeading } from './comparison.ts';
import { openField, timesOf, type SyncOptions } from './field.ts';
import { BUSY, CPU, takeTurns, type Scene } from './turns.ts';

const IN_FLIGHT = 16;
const SCENES: Scene[] = [
	{ name: '1 x 2', rooms: 1, clientsARoom: 2 },
	{ name: '1 x 20', rooms: 1, clientsARoom: 20 },
	{ name: '20 x 5', rooms: 20, clientsARoom: 5 }
];

/**
 * How many letters a second reach everybody else, when each writer always has a few under way.
 * @returns false when a letter did not arrive
 */
export async function benchThroughput(options: SyncOptions): Promise<boolean> {
	const repetitions = timesOf(options, 5);
	const rooms = SCENES.reduce((sum, scene) => sum + scene.rooms, 0) * repetitions;
	const field = await openField(options, rooms);
	try {
		printHeading(
			`Throughput: rooms x writers, at most ${IN_FLIGHT} letters of each under way; ${repetitions} runs each, in turns`
		);
		let whole = true;
		for (const scene of SCENES)
			whole =
				(await takeTurns(
					field,
					scene,
					{
						repetitions,
						columns: [
							{ label: 'updates/s at all others', of: (m) => m.updates / m.seconds },
							CPU,
							{ label: 'us CPU / delivery', of: (m) => (m.serverCpu / m.deliveries) * 1e6 },
							...BUSY
						]
					},
					(common) => ({
						...common,
						scene: 'throughput',
						inFlight: IN_FLIGHT,
						warmSeconds: options.quick ? 0.5 : 1,
						seconds: options.quick ? 2 : 4
					})
				)) && whole;
		return whole;
	} finally {
		await field.stop();
	}
}
