import { networkSchedules } from '../faults/network.ts';
import { seedOfRun, told } from './told.ts';

/** D2, D4: networks that fail in every way while people write. A server sees a hundred schedules. */
export async function soakNetwork(schedules: number): Promise<boolean> {
	const seed = seedOfRun();
	let good = true;
	for (let done = 0; done < schedules; done += 100)
		good =
			told(
				await networkSchedules({
					schedules: Math.min(100, schedules - done),
					seed: seed + done,
					beside: 4
				})
			) && good;
	return good;
}
