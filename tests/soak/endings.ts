import { endAgainAndAgain } from '../faults/endings.ts';
import { seedOfRun, told } from './told.ts';

/** How many endings are told of together. */
const STEP = 100;

/** D2, D6: kill -9 at random moments, and nothing promised may be gone. */
export const soakKill = (times: number): Promise<boolean> => endings('SIGKILL', times);

/** O5: SIGTERM under load. */
export const soakStop = (times: number): Promise<boolean> => endings('SIGTERM', times);

async function endings(signal: 'SIGKILL' | 'SIGTERM', times: number): Promise<boolean> {
	const seed = seedOfRun();
	let good = true;
	for (let done = 0; done < times; done += STEP) {
		const step = Math.min(STEP, times - done);
		good =
			told(await endAgainAndAgain({ signal, times: step, seed: seed + done, lanes: 2 })) && good;
	}
	return good;
}
