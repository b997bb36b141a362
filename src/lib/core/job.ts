import type { Refusal } from './result.ts';

/**
 * O6: what the server does beside its answers, because it takes long. A kind has one worker, given in
 * `server/create-app.ts`; a new one needs its words in `#messages/jobs.ts`.
 */
export type JobKind = 'fetchFigures' | 'completeEdition';
export const JOB_KINDS = ['fetchFigures', 'completeEdition'] as const satisfies JobKind[];

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
export const JOB_STATES = [
	'waiting',
	'running',
	'done',
	'failed',
	'cancelled'
] as const satisfies JobState[];

/**
 * How far a job is: `done` of `total` (0 where that is not known), the step it is at, and what that step is
 * `of`: an id, null for nothing.
 */
export type JobProgress = { done: number; total: number; step: string; of?: string | null };

/** How often a job is begun before it is given up: more would mean that it ends the program. */
export const JOB_ATTEMPTS = 3;

/** How long a job that is over can be looked at, in days. */
export const JOB_DAYS = 90;

/** It ended with the program as often as it may be begun, and is not begun again. */
export const isGivenUp = (job: {
	state: JobState;
	attempts: number;
	refusal: Refusal | null;
}): boolean =>
	job.state === 'failed' && job.attempts >= JOB_ATTEMPTS && job.refusal?.code === 'notSaved';

/** It waits, or is being done. */
export const isUnderWay = (state: JobState): boolean => state === 'waiting' || state === 'running';
