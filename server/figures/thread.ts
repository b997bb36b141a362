import { Worker } from 'node:worker_threads';
import type { Work } from './work.ts';

/** Thrown when a job was ended because it took more time or memory than it may. */
export class TooMuchWork extends Error {
	override name = 'TooMuchWork';
}

/** What one file may take: a worker that goes beyond it ends alone, and nobody who writes waits for it. */
const LIMITS = { ms: 20_000, heapMb: 256 };

/**
 * Does one job in a thread that lives for it alone: 20,000 rows take a second, and the event loop is
 * needed for those who write.
 * @throws TooMuchWork
 */
export function inThread<N extends keyof Work>(
	name: N,
	ask: Work[N]['ask'],
	ms = LIMITS.ms
): Promise<Work[N]['answer']> {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		workerData: { name, ask },
		resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMb }
	});
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => {
			reject(new TooMuchWork('time'));
			void worker.terminate();
		}, ms);
		worker.once('message', (answer: Work[N]['answer']) => {
			resolve(answer);
			void worker.terminate();
		});
		worker.once('error', (error: NodeJS.ErrnoException) =>
			reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuchWork('memory') : error)
		);
		worker.once('exit', () => {
			clearTimeout(late);
			reject(new Error('the thread that reads files has ended without an answer'));
		});
	});
}
