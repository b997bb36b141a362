import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Summary } from '../editor/support/many-runs.ts';

/** Runs of one process: it begins with a second of loading. */
const STEP = 200;
const PART = fileURLToPath(new URL('./convergence-part.ts', import.meta.url));

/**
 * W12: `rounds` runs of 2 to 8 people at the real server, in as many processes as there are
 * processors; says what was met, and false at a fault. The seeds go on from the variable `SEED`.
 */
export async function soakConvergence(rounds = 10_000): Promise<boolean> {
	const first = Number(process.env['SEED'] ?? 1);
	let begun = 0;
	let isGood = true;
	const work = async (): Promise<void> => {
		while (begun < rounds) {
			const from = first + begun;
			const runs = Math.min(STEP, rounds - begun);
			begun += runs;
			const summary = await manyElsewhere(from, runs);
			const { faults, ...rest } = summary ?? { faults: ['the process ended before its runs'] };
			for (const fault of faults) console.log(fault);
			isGood &&= faults.length === 0;
			console.log(`seeds ${from} to ${from + runs - 1}: ${JSON.stringify(rest)}`);
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
	return isGood;
}

/** Lets another process do some runs; null when it ended without having done them. */
function manyElsewhere(first: number, runs: number): Promise<Summary | null> {
	return new Promise((done) => {
		const child = fork(PART, [String(first), String(runs)]);
		let summary: Summary | null = null;
		child.on('message', (message) => (summary = message as Summary));
		child.on('exit', () => done(summary));
	});
}
