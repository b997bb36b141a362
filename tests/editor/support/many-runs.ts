import { Town } from './town.ts';
import { writeTogether, type Outcome } from './together.ts';

/** What many runs showed together. */
export type Summary = {
	runs: number;
	/** Each with the seed that shows it again. */
	faults: string[];
	letters: number;
	acts: number;
	/** Windows that were shown an undo which could not be put in again. */
	shown: number;
	fates: Outcome['fates'];
	counts: Pick<Outcome['counts'], 'resets' | 'diverged' | 'stale' | 'reordered'>;
	/** Updates that the server refused as malformed. */
	malformed: number;
	/** What clients told the server of differences. */
	told: number;
};

/** Runs after which the server is made anew, so that its database in memory does not grow for ever. */
const RUNS_A_SERVER = 200;

/** Lets people write together once for each seed from `first` on, at servers of their own. */
export async function manyRuns(first: number, runs: number): Promise<Summary> {
	const summary: Summary = {
		runs: 0,
		faults: [],
		letters: 0,
		acts: 0,
		shown: 0,
		fates: { deleted: 0, kept: 0, lost: 0 },
		counts: { resets: 0, diverged: 0, stale: 0, reordered: 0 },
		malformed: 0,
		told: 0
	};
	for (let done = 0; done < runs; done += RUNS_A_SERVER) {
		const town = await Town.open();
		const end = Math.min(runs, done + RUNS_A_SERVER);
		for (let i = done; i < end; i += 1)
			add(summary, first + i, await writeTogether(town, first + i));
		summary.malformed += await town.refused('malformed');
		summary.told += await town.told();
		await town.close();
	}
	return summary;
}

function add(summary: Summary, seed: number, outcome: Outcome): void {
	summary.runs += 1;
	summary.letters += outcome.letters;
	summary.acts += outcome.acts;
	summary.shown += outcome.shown;
	summary.faults.push(...outcome.faults.map((fault) => `seed ${seed}: ${fault}`));
	for (const fate of ['deleted', 'kept', 'lost'] as const)
		summary.fates[fate] += outcome.fates[fate];
	for (const count of ['resets', 'diverged', 'stale', 'reordered'] as const)
		summary.counts[count] += outcome.counts[count];
}
