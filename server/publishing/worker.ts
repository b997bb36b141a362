import type { EditionInput } from '#server/export/input.ts';
import { makeForms } from '#server/export/forms.ts';
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer } from './thread.ts';

async function answer(): Promise<Answer> {
	try {
		return { made: await makeForms(workerData as EditionInput) };
	} catch (error) {
		return { bug: error instanceof Error ? (error.stack ?? error.message) : 'unknown' };
	}
}

const done = await answer();
// Before the answer: whoever gets it ends the thread.
flushCompileCache();
parentPort?.postMessage(done);
