import type { App } from '#server/app.ts';
import { createApp } from '#server/create-app.ts';
import * as fc from 'fast-check';
import { resolve } from 'node:path';
import { steps, type Step } from './acts.ts';
import { ask } from './asked.ts';
import { check } from './check.ts';
import { does, look, type Outcome, type World } from './model.ts';
import { newPlace, newWorld } from './world.ts';

/** How many steps are walked in one database, and how many a run has on the average. */
const PIECE = 2_000;
const STEPS_A_RUN = 75;

/** What was met, so that a test can tell that nothing was left out. */
export type Walked = { steps: number; outcomes: Record<string, number> };

/**
 * S1-S10, A3, A4, A7, A8: people of every role try random acts on the real commands and store, and
 * after each of them the store is held against the reference model.
 * @param atLeast how many steps are walked
 * @throws Error with the seed and the shortest way to the failure, as fast-check found it
 */
export async function walk(seed: number, atLeast: number): Promise<Walked> {
	const walked: Walked = { steps: 0, outcomes: {} };
	for (let piece = 0; walked.steps < atLeast; piece++)
		await walkPiece(seed + piece, Math.min(PIECE, atLeast - walked.steps), walked);
	return walked;
}

/** A database of its own, for one that grows makes every step slower. */
async function walkPiece(seed: number, wanted: number, walked: Walked): Promise<void> {
	let clock = 0;
	const app = await createApp({
		file: ':memory:',
		migrations: resolve('drizzle'),
		origin: 'http://localhost:3000',
		clock: () => clock
	});
	const tick = (world: World) => (clock = world.now);
	try {
		await fc.assert(
			fc.asyncProperty(steps, (way) => oneWay(app, way, walked, tick)),
			{ seed, numRuns: Math.max(1, Math.ceil(wanted / STEPS_A_RUN)) }
		);
	} finally {
		await app.close();
	}
}

async function oneWay(
	app: App,
	way: Step[],
	walked: Walked,
	tick: (world: World) => void
): Promise<void> {
	const world = newWorld();
	const place = await newPlace(app, world);
	for (const [i, step] of way.entries()) {
		tick(world);
		// Both are asked for before either is answered; the one that was asked for first is first.
		const seen = step.map((act) => look(world, act));
		const asked = step.map((act) => ask(place, act));
		const expected: Outcome[] = step.map((act, n) => does(world, act, seen[n] ?? null));
		const answers = await Promise.all(asked);
		for (const [n, act] of step.entries()) {
			const [program, model] = [answers[n], expected[n]];
			if (program !== model)
				throw new Error(
					`step ${i}, ${JSON.stringify(act)}: the program says ${program}, the model ${model}`
				);
			const met = `${act.do} ${model}`;
			walked.outcomes[met] = (walked.outcomes[met] ?? 0) + 1;
			walked.steps += 1;
		}
		const touched = step.flatMap((act) => ('section' in act ? [act.section] : []));
		await check(place, new Set(touched)).catch((error: unknown) => {
			throw new Error(`step ${i}, ${JSON.stringify(step)}: ${String(error)}`);
		});
	}
	// What no step touched is as it was.
	await check(place, [0, 1]);
}
