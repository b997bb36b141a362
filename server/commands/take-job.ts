import { JOB_ATTEMPTS, JOB_DAYS, type JobKind } from '#core/job.ts';
import { ok } from '#core/result.ts';
import {
	changeJob,
	deleteJobsBefore,
	listRunningJobs,
	nextJob,
	type Job
} from '#server/store/jobs.ts';
import type { Command } from './context.ts';

/** Hands out the next job of the kind, null for none. The attempt is written down before it begins. */
export const takeJob: Command<{ kind: JobKind }, Job | null> = async (tx, { kind }, { now }) => {
	const job = await nextJob(tx, kind, now);
	if (!job) return ok(null);
	const change = { state: 'running' as const, startedAt: now, attempts: job.attempts + 1 };
	await changeJob(tx, job.id, change);
	return ok({ ...job, ...change });
};

/**
 * At the program's start, before anything is taken: what was under way when it ended waits again, or is
 * given up where it was begun often enough. How many go on.
 */
export const resumeJobs: Command<null, { resumed: number }> = async (tx, _, { now }) => {
	let resumed = 0;
	for (const { id, attempts } of await listRunningJobs(tx)) {
		const isGivenUp = attempts >= JOB_ATTEMPTS;
		if (!isGivenUp) resumed += 1;
		await changeJob(
			tx,
			id,
			isGivenUp
				? { state: 'failed', endedAt: now, refusal: { code: 'notSaved' } }
				: { state: 'waiting', notBefore: now }
		);
	}
	return ok({ resumed });
};

/** At an orderly end: what is under way waits for the next start, and was no attempt. */
export const releaseJobs: Command<null, null> = async (tx) => {
	for (const { id, attempts } of await listRunningJobs(tx))
		await changeJob(tx, id, { state: 'waiting', attempts: attempts - 1 });
	return ok(null);
};

const DAY = 24 * 60 * 60 * 1000;

/** Takes away what was over long ago; how many. */
export const removeOldJobs: Command<null, { removed: number }> = async (tx, _, { now }) =>
	ok({ removed: await deleteJobsBefore(tx, now - JOB_DAYS * DAY) });
