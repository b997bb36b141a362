import { fuzz } from '../fuzz/fuzz.ts';

/** Frames for each app, so that its database in memory does not grow for ever. */
const STEP = 100_000;
/** Seeds of one step: one for each section that is attacked at once. */
const SEEDS = 100;

/** W5: `frames` frames at the real connections; says what was met, and false at a fault. */
export async function soakFuzz(frames: number): Promise<boolean> {
	let isGood = true;
	for (let done = 0; done < frames; done += STEP) {
		const seed = 1_000_000 + (done / STEP) * SEEDS;
		const { faults, verdicts, ...rest } = await fuzz(seed, Math.min(STEP, frames - done));
		for (const fault of faults) console.log(fault);
		isGood &&= faults.length === 0 && rest.honest === rest.honestTaken;
		console.log(`${done + rest.frames} frames ${JSON.stringify({ ...rest, ...verdicts })}`);
	}
	return isGood;
}
