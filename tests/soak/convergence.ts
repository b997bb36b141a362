import type { Summary } from '../editor/support/many-runs.ts';
import { spread } from './spread.ts';

/**
 * W12: `rounds` runs of 2 to 8 people at the real server; says what was met, and false at a fault. The
 * seeds go on from the variable `SEED`.
 */
export async function soakConvergence(rounds = 10_000): Promise<boolean> {
	let isGood = true;
	// A process begins with a second of loading.
	await spread({ script: './convergence-part.ts', rounds, step: 200 }, (piece, result) => {
		const summary = result as Summary | null;
		const { faults, ...rest } = summary ?? { faults: ['the process ended before its runs'] };
		for (const fault of faults) console.log(fault);
		isGood &&= faults.length === 0;
		console.log(
			`runs ${piece.first} to ${piece.first + piece.rounds - 1}: ${JSON.stringify(rest)}`
		);
	});
	return isGood;
}
