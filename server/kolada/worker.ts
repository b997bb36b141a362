import type { CommandInput } from '#server/commands/index.ts';
import type { StoredFetch } from '#server/commands/store-fetched.ts';
import type { Result } from '#core/result.ts';
import type { JobWorker } from '#server/jobs/runner.ts';
import type { KoladaClient } from './client.ts';
import { collect } from './collect.ts';
import { planOf } from './jobs.ts';

export type FetchWorkerOptions = {
	client: KoladaClient;
	clock: () => number;
	/** How long one fetch may take in all, in milliseconds. */
	limit: number;
	store: (input: CommandInput<'storeFetchJob'>) => Promise<Result<StoredFetch>>;
};

/** Reads everything that was asked for, and then stores it whole: a fetch that is begun anew reads anew. */
export const fetchWorker =
	({ client, clock, limit, store }: FetchWorkerOptions): JobWorker =>
	async (job, { jobId, attempt, signal, onProgress }) => {
		const late = new AbortController();
		// A timer of our own: one that is forgotten would hold up the end of the program.
		const timer = setTimeout(
			() => late.abort(new DOMException('the fetch took too long', 'TimeoutError')),
			limit
		);
		let read = { done: 0, total: 0 };
		try {
			const collected = await collect(planOf(job), {
				client,
				clock,
				signal: AbortSignal.any([signal, late.signal]),
				onProgress: ({ done, total, step, series }) => {
					read = { done, total };
					onProgress({ done, total, step, of: series });
				}
			});
			if (!collected.ok) return { as: 'failed', refusal: collected.refusal };
			if (signal.aborted) return { as: 'failed', refusal: { code: 'source', why: 'cancelled' } };
			const progress = { ...read, step: 'storing', of: null };
			onProgress(progress);
			const stored = await store({ jobId, attempt, progress, ...collected.value });
			return stored.ok ? { as: 'stored' } : { as: 'failed', refusal: stored.refusal };
		} finally {
			clearTimeout(timer);
		}
	};
