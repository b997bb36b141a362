import type { Result } from '#core/result.ts';
import type { WordProposal } from '#core/word-in/proposal.ts';
import { Worker } from 'node:worker_threads';
import type { WordAsk, WordStep } from './work.ts';

/** Thrown when a file took more time or memory than it may. */
export class TooMuchWord extends Error {
	override name = 'TooMuchWord';
}

/** Thrown when the person does not want the file any more. */
export class WordCancelled extends Error {
	override name = 'WordCancelled';
}

/** What one file may take: a thread that goes beyond it ends alone, and nobody who writes waits for it. */
export const WORD_THREAD = { ms: 30_000, heapMb: 512, stackMb: 4 };

export type FromThread = { step: WordStep } | { answer: Result<WordProposal> };

/**
 * Reads a file in a thread that lives for it alone.
 * @throws TooMuchWord
 * @throws WordCancelled
 */
export function readInThread(
	ask: WordAsk,
	onStep: (step: WordStep) => void,
	signal: AbortSignal,
	ms = WORD_THREAD.ms
): Promise<Result<WordProposal>> {
	if (signal.aborted) return Promise.reject(new WordCancelled());
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		workerData: ask,
		resourceLimits: {
			maxOldGenerationSizeMb: WORD_THREAD.heapMb,
			stackSizeMb: WORD_THREAD.stackMb
		}
	});
	return new Promise((resolve, reject) => {
		const end = (error: Error) => {
			reject(error);
			void worker.terminate();
		};
		const late = setTimeout(() => end(new TooMuchWord('time')), ms);
		const cancel = () => end(new WordCancelled());
		signal.addEventListener('abort', cancel, { once: true });
		worker.on('message', (message: FromThread) => {
			if ('step' in message) return onStep(message.step);
			resolve(message.answer);
			void worker.terminate();
		});
		worker.once('error', (error: NodeJS.ErrnoException) =>
			reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuchWord('memory') : error)
		);
		worker.once('exit', () => {
			clearTimeout(late);
			signal.removeEventListener('abort', cancel);
			reject(new Error('the thread that reads Word files has ended without an answer'));
		});
	});
}
