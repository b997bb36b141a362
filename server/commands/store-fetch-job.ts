import type { JobProgress } from '#core/job.ts';
import type { SourceWhy } from '#core/result.ts';
import { ok, refuse } from '#core/result.ts';
import { changeJob } from '#server/store/jobs.ts';
import type { Command } from './context.ts';
import { jobAt, type JobAttempt } from './job-outcome.ts';
import { storeFetched, type Fetched, type StoredFetch } from './store-fetched.ts';

/** What came of a fetch: what was stored, and what could not be had although the rest was. */
export type FetchResult = {
	stored: StoredFetch;
	failed: { series: string; kpiIds: string[]; why: SourceWhy }[];
};

/**
 * O6: stores what a job has fetched and marks the job as done in one transaction, so that a crash between
 * the two stores nothing twice. What was stopped meanwhile is not stored.
 */
export const storeFetchJob: Command<
	JobAttempt & { fetched: Fetched; failed: FetchResult['failed']; progress: JobProgress },
	StoredFetch
> = async (tx, { fetched, failed, progress, ...at }, context) => {
	const job = await jobAt(tx, at);
	if (!job || job.createdBy === null) return refuse({ code: 'source', why: 'cancelled' });
	const stored = await storeFetched(tx, { by: job.createdBy, fetched }, context);
	if (!stored.ok) return stored;
	await changeJob(tx, job.id, {
		state: 'done',
		endedAt: context.now,
		progress,
		result: { stored: stored.value, failed } satisfies FetchResult
	});
	return ok(stored.value);
};
