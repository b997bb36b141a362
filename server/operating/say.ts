/**
 * How the commands of an operator end: 0 done and nothing found, 1 something is wrong with what was looked at, 2 it
 * could not be done at all.
 */
export const EXIT = { done: 0, wrong: 1, could: 2 } as const;

/** A command that cannot go on, in one line that says why and what to do. */
export class GiveUp extends Error {
	override name = 'GiveUp';
	readonly exit: 1 | 2;

	constructor(message: string, exit: 1 | 2 = EXIT.could) {
		super(message);
		this.exit = exit;
	}
}

/** Runs a command's work; its answer, or what it gave up with, is the exit code. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
	try {
		process.exitCode = await work();
	} catch (error) {
		if (!(error instanceof GiveUp)) throw error;
		console.error(error.message);
		process.exitCode = error.exit;
	}
}
