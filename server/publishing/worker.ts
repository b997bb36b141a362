import { makeForms } from '#server/export/forms.ts';
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, FormsAsked } from './thread.ts';

async function answer(): Promise<Answer> {
	const asked = workerData as FormsAsked;
	try {
		return { made: await makeForms(asked.input, asked.kept) };
	} catch (error) {
		return { bug: error instanceof Error ? (error.stack ?? error.message) : 'unknown' };
	}
}

const done = await answer();
// Before the answer: whoever gets it ends the thread.
flushCompileCache();
parentPort?.postMessage(done);
