import { printComparison, type Column, type Run } from './comparison.ts';
import type { ContenderName } from './contenders.ts';
import type { Field } from './field.ts';
import { load, rest } from './loading.ts';
import type { LoadOrder, Measured, Target, Used } from './load/order.ts';

/** Cores that others may use during a repetition that still counts as calm. */
const CALM = 0.15;

/** A scene of a comparison: so many rooms with so many clients. */
export type Scene = { name: string; rooms: number; clientsARoom: number };

/**
 * Measures a scene, the servers in turns, and prints the table.
 * @param order what the load does, for its rooms at its server
 * @returns whether every letter arrived
 */
export async function takeTurns(
	field: Field,
	scene: Scene,
	{ repetitions, columns }: { repetitions: number; columns: readonly Column<Measured>[] },
	order: (common: { target: Target; rooms: string[]; clientsARoom: number }) => LoadOrder
): Promise<boolean> {
	const results = new Map<ContenderName, Run<Measured>[]>();
	for (const { name } of field.contenders) results.set(name, []);
	let good = true;
	for (let i = 0; i < repetitions; i += 1) {
		const rooms = field.rooms(scene.rooms);
		for (const contender of field.contenders) {
			await rest(field.contenders);
			const target = contender.target(contender.name === 'ours' ? null : field.seed);
			const outcome = await load<Measured>(
				order({ target, rooms, clientsARoom: scene.clientsARoom })
			);
			const fault = 'failed' in outcome ? outcome.failed : missing(outcome.result);
			if (fault !== null) console.log(`${scene.name}, ${contender.name}: ${fault}`);
			if (contender.name === 'ours') good &&= fault === null;
			if ('failed' in outcome) continue;
			const { result } = outcome;
			results.get(contender.name)?.push({ result, calm: isCalm(result) });
		}
	}
	printComparison(scene.name, columns, results);
	return good;
}

const missing = ({ lost }: Measured): string | null =>
	lost > 0 ? `${lost} deliveries never came.` : null;

/** Whether the machine had nothing else to do meanwhile. */
export const isCalm = ({ otherCpu, seconds }: Used): boolean => otherCpu <= CALM * seconds;

/** Of one core, in percent. */
const share = (of: (m: Used) => number) => (m: Used) => (of(m) / m.seconds) * 100;

/** Who was busy: the process at a hundred percent is what limited the figure. */
export const BUSY: Column<Used>[] = [
	{ label: 'server, % of a core', of: share((m) => m.serverCpu) },
	{ label: 'load, % of a core', of: share((m) => m.loadCpu), isCircumstance: true },
	{ label: 'others, %', of: share((m) => m.otherCpu), isCircumstance: true }
];

export const CPU: Column<Measured> = {
	label: 'server CPU s / 10,000 updates',
	of: (m) => (m.serverCpu / m.updates) * 10_000
};
