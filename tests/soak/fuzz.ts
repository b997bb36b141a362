import type { FuzzSummary } from '../fuzz/fuzz.ts';
import { spread } from './spread.ts';

/** W5: `frames` frames at the real connections; says what was met, and false at a fault. */
export async function soakFuzz(frames: number): Promise<boolean> {
	let isGood = true;
	let done = 0;
	// An app for each piece, so that its database in memory does not grow for ever.
	await spread({ script: './fuzz-part.ts', rounds: frames, step: 100_000 }, (_, result) => {
		const summary = result as FuzzSummary | null;
		if (summary === null) {
			console.log('the process ended before its frames');
			isGood = false;
			return;
		}
		const { faults, verdicts, ...rest } = summary;
		for (const fault of faults) console.log(fault);
		isGood &&= faults.length === 0 && rest.honest === rest.honestTaken;
		done += rest.frames;
		console.log(`${done} frames ${JSON.stringify({ ...rest, ...verdicts })}`);
	});
	return isGood;
}
