import type { JobWorker } from '#server/jobs/runner.ts';
import type { Publishing } from './service.ts';

/** Does a job of the kind `completeEdition`: gives an edition what it lacks. */
export const completionWorker =
	({ complete }: Pick<Publishing, 'complete'>): JobWorker =>
	async ({ input }, { signal, onProgress }) => {
		onProgress({ done: 0, total: 1, step: 'making' });
		const completed = await complete(String(input['editionId']), signal);
		if (!completed.ok) return { as: 'failed', refusal: completed.refusal };
		onProgress({ done: 1, total: 1, step: 'making' });
		return { as: 'done', result: {} };
	};
