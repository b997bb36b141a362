import { walk } from '../commands/state-model/walk.ts';
import { seedOfRun } from './told.ts';

/** How many steps are walked in one database. */
const PIECE = 20_000;

/** S1-S10: random acts of every role against the reference model; false at the first difference. */
export async function soakModel(steps: number): Promise<boolean> {
	const seed = seedOfRun();
	for (let done = 0; done < steps; done += PIECE)
		try {
			const walked = await walk(seed + done, Math.min(PIECE, steps - done));
			console.log(`  ${done + walked.steps} steps`);
		} catch (error) {
			console.log(`  seed ${seed + done}: ${String(error)}`);
			if (error instanceof Error && error.cause instanceof Error)
				console.log(`  ${error.cause.message}`);
			return false;
		}
	return true;
}
