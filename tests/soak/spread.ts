import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A piece of a part: its first round, and how many. */
export type Piece = { first: number; rounds: number };

/**
 * Does the rounds of a part in pieces, each in a process of its own, as many at once as there are
 * processors.
 * @param script beside this file; it is given the piece as two arguments and sends its result
 * @param heed told what a piece showed; null when its process ended before it was done
 */
export async function spread(
	{ script, rounds, step }: { script: string; rounds: number; step: number },
	heed: (piece: Piece, result: unknown) => void
): Promise<void> {
	let begun = 0;
	const work = async (): Promise<void> => {
		while (begun < rounds) {
			const piece = { first: begun, rounds: Math.min(step, rounds - begun) };
			begun += piece.rounds;
			heed(piece, await elsewhere(script, piece));
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
}

function elsewhere(script: string, { first, rounds }: Piece): Promise<unknown> {
	return new Promise((done) => {
		const path = fileURLToPath(new URL(script, import.meta.url));
		const child = fork(path, [String(first), String(rounds)]);
		let result: unknown = null;
		child.on('message', (message) => (result = message));
		child.on('exit', () => done(result));
	});
}
