import { liveASection } from '../commands/section-life.ts';
import { seedOfRun, told } from './told.ts';

/** D8, D9: `rounds` lives of a section, 100 days each; ends at the first that lost something. */
export async function soakStorage(rounds: number): Promise<boolean> {
	const first = seedOfRun();
	const sum: Record<string, number> = {};
	const problems: string[] = [];
	for (let round = 0; round < rounds && problems.length === 0; round++) {
		try {
			const life = await liveASection(first + round, 100);
			for (const [what, n] of Object.entries(life)) sum[what] = (sum[what] ?? 0) + n;
		} catch (error) {
			problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
		}
	}
	return told({ problems, ...sum });
}
