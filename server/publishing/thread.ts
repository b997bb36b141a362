import type { MadeForm } from '#core/forms.ts';
import type { EditionInput } from '#server/export/input.ts';
import type { FormsMade } from '#server/export/forms.ts';
import { Worker } from 'node:worker_threads';

/** Typesetting a report of 300 pages takes some seconds on a slow machine; this ends a runaway. */
const MS = 120_000;
const HEAP_MB = 1024;

/** Thrown when the program ends before the forms are made. */
export class Ended extends Error {
	override name = 'Ended';
}

/** What a thread is asked for; `kept` are forms that are there already. */
export type FormsAsked = { input: EditionInput; kept: MadeForm[] };

export type Answer = { made: FormsMade } | { bug: string };

/**
 * Makes the forms of an edition in a thread that lives for it alone: the event loop is needed for those
 * who write, and what the libraries take of memory goes with the thread.
 * @throws Ended when `signal` says so
 * @throws Error when the thread fails, which is a bug and not a property of the text
 */
export function formsInThread(asked: FormsAsked, signal: AbortSignal): Promise<FormsMade> {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		workerData: asked,
		resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }
	});
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => {
			reject(new Error('making the forms of an edition took too long'));
			void worker.terminate();
		}, MS);
		const end = () => {
			reject(new Ended('the program ends'));
			void worker.terminate();
		};
		if (signal.aborted) end();
		signal.addEventListener('abort', end, { once: true });
		worker.once('message', (answer: Answer) => {
			if ('bug' in answer) reject(new Error(answer.bug));
			else resolve(answer.made);
			void worker.terminate();
		});
		worker.once('error', reject);
		worker.once('exit', () => {
			clearTimeout(late);
			signal.removeEventListener('abort', end);
			reject(new Error('the thread that makes forms has ended without an answer'));
		});
	});
}
