import { printHeading } from './comparison.ts';
import { openField, timesOf, type SyncOptions } from './field.ts';
import { BUSY, CPU, takeTurns } from './turns.ts';

const LETTERS_A_SECOND = 5;
const SIZES = [2, 20, 100];

/**
 * How long a letter takes to everybody else in the room, when people type at a person's pace.
 * @returns false when a letter did not arrive
 */
export async function benchFanout(options: SyncOptions): Promise<boolean> {
	const repetitions = timesOf(options, 5);
	const field = await openField(options, SIZES.length * repetitions);
	try {
		printHeading(
			`Fan-out: one room, ${LETTERS_A_SECOND} letters a second and client; ${repetitions} runs each, in turns`
		);
		let whole = true;
		for (const clientsARoom of SIZES)
			whole =
				(await takeTurns(
					field,
					{ name: `${clientsARoom} clients`, rooms: 1, clientsARoom },
					{
						repetitions,
						columns: [
							{ label: 'seen p50, ms', of: (m) => m.seen?.p50 ?? NaN },
							{ label: 'p95', of: (m) => m.seen?.p95 ?? NaN },
							{ label: 'p99', of: (m) => m.seen?.p99 ?? NaN },
							{ label: 'on disk p50, ms', of: (m) => m.stored?.p50 ?? NaN },
							{ label: 'p99', of: (m) => m.stored?.p99 ?? NaN },
							CPU,
							...BUSY
						]
					},
					(common) => ({
						...common,
						scene: 'paced',
						lettersASecond: LETTERS_A_SECOND,
						warmSeconds: options.quick ? 0.5 : 1.5,
						seconds: options.quick ? 2.5 : 7
					})
				)) && whole;
		return whole;
	} finally {
		await field.stop();
	}
}
