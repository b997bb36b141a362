import type { Result } from '#core/result.ts';
import type { CommandName } from '#server/commands/index.ts';
import { ToldError, type SafeError } from '#server/log/safe-error.ts';
import { StartError } from '#server/store/store.ts';
import { Worker } from 'node:worker_threads';
import type { Writer } from './writer.ts';

export type WriterOptions = { file: string; migrations: string };

/** From the main thread to the writer's. */
export type Ask = { id: number; name: CommandName; input: unknown; now: number } | { close: true };

/** From the writer's thread: once when it is open, then one for each question. */
export type Answer =
	| { ready: true }
	| { failedToStart: string }
	| { id: number; result: Result<unknown> }
	| { id: number; bug: SafeError };

type Waiting = { resolve: (result: Result<unknown>) => void; reject: (error: Error) => void };

/**
 * Opens the database in a thread of its own and answers when it is ready.
 * @throws StartError when the database cannot be opened
 */
export async function writerThread(options: WriterOptions, clock: () => number): Promise<Writer> {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		workerData: options,
		// It makes little garbage at a time: more room would only be kept.
		resourceLimits: { maxYoungGenerationSizeMb: 12 }
	});
	const waiting = new Map<number, Waiting>();
	let nextId = 1;
	let gone: Error | null = null;
	let started = false;
	let closing = false;
	const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
	const fail = (error: Error) => {
		gone = error;
		for (const w of waiting.values()) w.reject(error);
		waiting.clear();
	};
	await new Promise<void>((resolve, reject) => {
		worker.on('message', (answer: Answer) => {
			if ('ready' in answer) {
				started = true;
				resolve();
			} else if ('failedToStart' in answer) reject(new StartError(answer.failedToStart));
			else {
				const w = waiting.get(answer.id);
				waiting.delete(answer.id);
				if ('bug' in answer) w?.reject(new ToldError(answer.bug));
				else w?.resolve(answer.result);
			}
		});
		worker.once('error', (error: Error) => {
			fail(error);
			reject(error);
		});
		worker.once('exit', () => {
			const unasked = !closing;
			fail(new Error('the writer has stopped'));
			// Nothing can be stored any more: the process ends, and whoever watches it starts it again.
			if (unasked && started) throw new Error('the writer has stopped unasked');
		});
	});
	const post = (ask: Ask) => worker.postMessage(ask);
	return {
		run: (name, input) =>
			new Promise((resolve, reject) => {
				if (gone) return reject(gone);
				const id = nextId++;
				waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
				post({ id, name, input, now: clock() });
			}),
		close: async () => {
			closing = true;
			if (!gone) post({ close: true });
			await exited;
		}
	};
}
