import { powerCuts } from '../faults/power.ts';
import { seedOfRun, told } from './told.ts';

/**
 * D1: power cuts lose nothing with `synchronous=FULL`. The same cuts with NORMAL must lose something,
 * or the simulation would prove nothing.
 */
export async function soakPower(cuts: number): Promise<boolean> {
	const seed = seedOfRun();
	const full = await powerCuts({ cuts, seed, synchronous: 'FULL' });
	const normal = await powerCuts({ cuts, seed, synchronous: 'NORMAL' });
	const problems: string[] = [];
	if (full.lost + full.corrupt + full.torn > 0) problems.push(...full.examples);
	if (normal.lost === 0) problems.push('NORMAL lost nothing: the simulation finds nothing');
	return told({ full, normal, problems });
}
