import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from './comparison.ts';
import { keeps, startContender, type Contender } from './contenders.ts';
import { load, rest, type Outcome } from './loading.ts';
import type { Used } from './load/order.ts';
import { pastedText } from './pasted.ts';
import { isCalm } from './turns.ts';

/** The repetitions of every server, by its name. */
export type Series<R> = {
	runs: Map<string, Run<R>[]>;
	/** Whether ours did all of it. */ good: boolean;
};

/**
 * Measures servers one at a time, each in a process of its own and in turns: for what is read of a
 * process that nothing else was asked of.
 * @param once measures a server that has just been started
 */
export async function oneAtATime<R extends Used>(
	names: readonly Contender['name'][],
	repetitions: number,
	once: (contender: Contender, repetition: number) => Promise<Outcome<R>>
): Promise<Series<R>> {
	const series: Series<R> = { runs: new Map(names.map((name) => [name, []])), good: true };
	for (let i = 0; i < repetitions; i += 1)
		for (const name of names) {
			const contender = await startContender(name);
			try {
				note(series, name, await once(contender, i));
			} finally {
				await contender.stop();
			}
		}
	return series;
}

/** Adds an outcome to what there is of a server, and says what went wrong. */
export function note<R extends Used>(
	series: Series<R>,
	name: string,
	outcome: Outcome<R>,
	wasCalm: (result: R) => boolean = isCalm
): void {
	if ('result' in outcome) {
		const { result } = outcome;
		const runs = series.runs.get(name) ?? [];
		runs.push({ result, calm: wasCalm(result) });
		series.runs.set(name, runs);
		return;
	}
	console.log(`${name}: ${outcome.failed}`);
	if (name === 'ours') series.good = false;
}

/** A folder for what the load is given, with a text of so many bytes in it; gone after `use`. */
export async function withText<T>(
	bytes: number,
	use: (seed: string, folder: string) => Promise<T>
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'barnbokslut-bench-'));
	const seed = join(folder, 'seed');
	writeFileSync(seed, pastedText(bytes));
	try {
		return await use(seed, folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Longer than Hocuspocus waits before it stores what came. */
const DEBOUNCE = 3000;

/**
 * Brings a text into every room and has it stored, where anything is stored.
 * @throws Error when the server would not
 */
export async function fillRooms(
	contender: Contender,
	rooms: string[],
	seed: string
): Promise<void> {
	if (!keeps(contender.name)) return;
	const outcome = await load({ scene: 'fill', target: contender.target(seed), rooms });
	if ('failed' in outcome) throw new Error(`${contender.name}: ${outcome.failed}`);
	await new Promise((go) => setTimeout(go, DEBOUNCE));
	await rest([contender]);
}
