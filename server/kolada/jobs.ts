import { isGivenUp, isUnderWay, type JobProgress } from '#core/job.ts';
import type { Refusal } from '#core/result.ts';
import type { FetchResult } from '#server/commands/store-fetch-job.ts';
import type { StoredFetch } from '#server/commands/store-fetched.ts';
import type { NamedJob } from '#server/store/jobs.ts';
import type { FailedPart, FetchPlan, FetchProgress, FetchStep } from './collect.ts';

/** How far a municipality's fetch is, or how its last one ended. */
export type FetchState = {
	state: 'none' | 'running' | 'done' | 'failed' | 'cancelled';
	/** Null when there was none, or none that is still remembered. */
	id: string | null;
	progress: FetchProgress;
	/** The code under which the source is asked for the municipality; empty where it is not. */
	code: string;
	/** The person's name. */
	startedBy: string | null;
	startedAt: number | null;
	endedAt: number | null;
	/** What was stored; null until it is. */
	stored: StoredFetch | null;
	/** What could not be had, although the rest was. */
	failed: FailedPart[];
	/** Why nothing was stored. */
	refusal: Refusal | null;
	/** It ended with the program as often as it was begun, and is not begun again. */
	isGivenUp: boolean;
};

export const NO_FETCH: FetchState = {
	state: 'none',
	id: null,
	progress: { done: 0, total: 0, step: 'measures', series: null },
	code: '',
	startedBy: null,
	startedAt: null,
	endedAt: null,
	stored: null,
	failed: [],
	refusal: null,
	isGivenUp: false
};

/** What a fetch is written down with: all of its plan, so that it goes on as it was asked for. */
export type FetchInput = { plan: FetchPlan };

/** The plan of a job that `startJob` was given as a `FetchInput`. */
export const planOf = ({ input }: Pick<NamedJob, 'input'>): FetchPlan => (input as FetchInput).plan;

export const progressBefore = (plan: FetchPlan): JobProgress => ({
	done: 0,
	total: plan.kpis.length * (plan.groups.length + Number(plan.own)),
	step: 'measures' satisfies FetchStep,
	of: null
});

/** One that waits for its turn is under way for who asked for it. `fresh` is newer than the row. */
export function fetchStateOf(job: NamedJob, fresh: JobProgress | null): FetchState {
	const { done, total, step, of } = fresh ?? job.progress;
	const result = job.result as FetchResult | null;
	return {
		state: isUnderWay(job.state) ? 'running' : (job.state as 'done' | 'failed' | 'cancelled'),
		id: job.id,
		progress: { done, total, step: step as FetchStep, series: of ?? null },
		code: planOf(job).code,
		startedBy: job.name,
		startedAt: job.createdAt,
		endedAt: job.endedAt,
		stored: result?.stored ?? null,
		failed: result?.failed ?? [],
		refusal: job.refusal,
		isGivenUp: isGivenUp(job)
	};
}
