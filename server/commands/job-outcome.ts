import type { JobProgress } from '#core/job.ts';
import { ok, refuse, type Refusal } from '#core/result.ts';
import { changeJob, getJob, type Job } from '#server/store/jobs.ts';
import type { Tx } from '#server/store/store.ts';
import type { Command } from './context.ts';

/** One beginning of one job: what an earlier one still says is not listened to. */
export type JobAttempt = { jobId: string; attempt: number };

/** The job while this attempt at it is under way; undefined when it was stopped, or begun anew. */
export async function jobAt(tx: Tx, { jobId, attempt }: JobAttempt): Promise<Job | undefined> {
	const job = await getJob(tx, jobId);
	return job?.state === 'running' && job.attempts === attempt ? job : undefined;
}

/** Notes how far a job is. */
export const jobProgress: Command<JobAttempt & { progress: JobProgress }, null> = async (
	tx,
	{ progress, ...at }
) => {
	const job = await jobAt(tx, at);
	if (!job) return refuse({ code: 'notFound' });
	await changeJob(tx, job.id, { progress });
	return ok(null);
};

/** Notes that a job is done, and what came of it. */
export const jobDone: Command<
	JobAttempt & { result: Record<string, unknown>; progress: JobProgress },
	null
> = async (tx, { result, progress, ...at }, { now }) => {
	const job = await jobAt(tx, at);
	if (!job) return refuse({ code: 'notFound' });
	await changeJob(tx, job.id, { state: 'done', result, progress, endedAt: now });
	return ok(null);
};

/** Notes why nothing came of a job. */
export const jobFailed: Command<
	JobAttempt & { refusal: Refusal; progress: JobProgress },
	null
> = async (tx, { refusal, progress, ...at }, { now }) => {
	const job = await jobAt(tx, at);
	if (!job) return refuse({ code: 'notFound' });
	await changeJob(tx, job.id, { state: 'failed', refusal, progress, endedAt: now });
	return ok(null);
};
