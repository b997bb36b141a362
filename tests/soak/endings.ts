import { endAgainAndAgain } from '../faults/endings.ts';
import { seedOfRun, told } from './told.ts';

/** D2, D6: kill -9 at random moments, and nothing promised may be gone. */
export const soakKill = async (times: number): Promise<boolean> =>
	told(await endAgainAndAgain({ signal: 'SIGKILL', times, seed: seedOfRun(), lanes: 2 }));

/** O5: SIGTERM under load. */
export const soakStop = async (times: number): Promise<boolean> =>
	told(await endAgainAndAgain({ signal: 'SIGTERM', times, seed: seedOfRun(), lanes: 2 }));
