import { becomePage } from '../editor/support/page.ts';

const STEP = 200;

/** W12: `rounds` runs of 2 to 8 people at the real server; says what was met, and false at a fault. */
export async function soakConvergence(rounds = 10_000): Promise<boolean> {
	becomePage();
	// Tiptap looks for a page when it is loaded.
	const { withoutLayout } = await import('../editor/support/desk.ts');
	const { manyRuns } = await import('../editor/support/many-runs.ts');
	withoutLayout();
	let isGood = true;
	for (let done = 0; done < rounds; done += STEP) {
		const { faults, ...rest } = await manyRuns(1 + done, Math.min(STEP, rounds - done));
		for (const fault of faults) console.log(fault);
		isGood &&= faults.length === 0;
		console.log(`${done + rest.runs} runs ${JSON.stringify(rest)}`);
	}
	return isGood;
}
