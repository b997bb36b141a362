import type { Actor } from '#core/access.ts';
import type { JobKind, JobProgress } from '#core/job.ts';
import { refuse, type Refusal, type Result } from '#core/result.ts';
import type { CommandInput, CommandOutput } from '#server/commands/index.ts';
import type { JobAttempt } from '#server/commands/job-outcome.ts';
import type { JobAsked } from '#server/commands/start-job.ts';
import { waitingKinds, type Job } from '#server/store/jobs.ts';
import type { Store } from '#server/store/store.ts';
import { throttled } from './throttled.ts';

/** What a worker is given beside its job. */
export type JobAt = JobAttempt & {
	/** Says that nobody waits for the job any more: it was stopped, or the program ends. */
	signal: AbortSignal;
	/** Tells how far it is, as often as the worker likes. */
	onProgress: (progress: JobProgress) => void;
};

/** What came of it; `stored` where the worker's own transaction has marked the job as done. */
export type JobOutcome =
	| { as: 'stored' }
	| { as: 'done'; result: Record<string, unknown> }
	| { as: 'failed'; refusal: Refusal };

/** Does a job. An exception is a bug: the job has failed, and others go on. */
export type JobWorker = (job: Job, at: JobAt) => Promise<JobOutcome>;

/** O6: long work, as rows. One job of each kind is under way at a time; nothing waits for it. */
export interface Jobs {
	/** At the program's start: what was under way when it ended goes on. */
	begin(): Promise<void>;
	/** Writes a job down and begins it when its turn comes. */
	start(asked: JobAsked): Promise<Result<{ jobId: string }>>;
	/** Stops a job and waits until its worker has let go of it. */
	cancel(actor: Actor | null, jobId: string): Promise<Result<null>>;
	/** How far a job is that is under way here, fresher than what is written down; null for others. */
	progressOf(jobId: string): JobProgress | null;
	/** Resolves when no job of the kind is under way here, and none was asked for. */
	idle(kind: JobKind): Promise<void>;
	/** Stops what is under way, which goes on at the next start; nothing begins after it. */
	close(): Promise<void>;
}

type Run<N extends keyof Commands> = (input: CommandInput<N>) => Promise<Result<CommandOutput<N>>>;
type Commands = {
	[
		N in
			| 'startJob'
			| 'takeJob'
			| 'jobProgress'
			| 'jobDone'
			| 'jobFailed'
			| 'cancelJob'
			| 'resumeJobs'
			| 'releaseJobs'
			| 'removeOldJobs'
	]: null;
};

export type JobsOptions = { [N in keyof Commands]: Run<N> } & {
	clock: () => number;
	read: Store['read'];
	workers: Record<JobKind, JobWorker>;
	onBug: (error: unknown) => void;
};

/** How often it is looked whether something waits that nobody told of, in milliseconds. */
const LOOK = 60_000;
/** How long an outcome that the store did not take waits until it is written down again. */
const AGAIN = 2_000;
/** How often what is old is taken away. */
const SWEEP = 60 * 60 * 1000;

/** A job that is under way here. */
type Running = { progress: JobProgress; stop: AbortController; ended: Promise<unknown> };

export function openJobs(options: JobsOptions): Jobs {
	const { clock, onBug } = options;
	const running = new Map<string, Running>();
	const stopped = new Set<string>();
	const wanted = new Set<JobKind>();
	const lanes = new Map<JobKind, Promise<void>>();
	const closing = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	let sweptAt = -Infinity;

	/** One job of the kind after the other, until nothing waits. */
	async function lane(kind: JobKind): Promise<void> {
		while (wanted.delete(kind)) {
			while (!closing.signal.aborted) {
				const taken = await options.takeJob({ kind });
				// A store that takes nothing just now is asked again later.
				if (!taken.ok || taken.value === null) break;
				await work(taken.value);
			}
		}
	}

	function nudge(kind: JobKind): void {
		if (closing.signal.aborted) return;
		wanted.add(kind);
		if (lanes.has(kind)) return;
		const done = lane(kind)
			.catch(onBug)
			.finally(() => {
				lanes.delete(kind);
				if (wanted.has(kind)) nudge(kind);
			});
		lanes.set(kind, done);
	}

	async function work(job: Job): Promise<void> {
		if (stopped.delete(job.id)) return;
		const stop = new AbortController();
		const { promise: ended, resolve } = Promise.withResolvers<undefined>();
		const here: Running = { progress: job.progress, stop, ended };
		running.set(job.id, here);
		const attempt = { jobId: job.id, attempt: job.attempts };
		const noted = throttled(clock, (progress: JobProgress) =>
			options.jobProgress({ ...attempt, progress }).then(() => undefined, onBug)
		);
		try {
			const outcome = await options.workers[job.kind](job, {
				...attempt,
				signal: AbortSignal.any([stop.signal, closing.signal]),
				onProgress: (progress) => {
					here.progress = progress;
					noted.tell(progress);
				}
			}).catch((error: unknown): JobOutcome => {
				onBug(error);
				return { as: 'failed', refusal: { code: 'notSaved' } };
			});
			await noted.settled();
			await writeDown(attempt, here.progress, outcome);
		} finally {
			running.delete(job.id);
			resolve(undefined);
		}
	}

	/** Again and again while the store takes nothing: a job that is over must not look as if it went on. */
	async function writeDown(
		at: JobAttempt,
		progress: JobProgress,
		outcome: JobOutcome
	): Promise<void> {
		while (outcome.as !== 'stored' && !closing.signal.aborted) {
			const written =
				outcome.as === 'done'
					? await options.jobDone({ ...at, progress, result: outcome.result })
					: await options.jobFailed({ ...at, progress, refusal: outcome.refusal });
			if (written.ok || written.refusal.code !== 'notSaved') return;
			await pause(AGAIN, closing.signal);
		}
	}

	async function look(): Promise<void> {
		const now = clock();
		// A clock that was set back keeps nothing for ever.
		if (Math.abs(now - sweptAt) >= SWEEP && (await options.removeOldJobs(null)).ok) sweptAt = now;
		for (const kind of await options.read(waitingKinds)) nudge(kind);
	}

	return {
		begin: async () => {
			await options.resumeJobs(null);
			timer = setInterval(() => void look().catch(onBug), LOOK);
			timer.unref();
			await look();
		},
		start: async (asked) => {
			if (closing.signal.aborted) return refuse({ code: 'notSaved' });
			const started = await options.startJob(asked);
			if (started.ok) nudge(asked.kind);
			return started;
		},
		cancel: async (actor, jobId) => {
			if (actor === null) return refuse({ code: 'notSignedIn' });
			const cancelled = await options.cancelJob({ by: actor.personId, jobId });
			if (!cancelled.ok) return cancelled;
			const here = running.get(jobId);
			// It may have been taken a moment ago, and not be begun yet.
			if (!here && lanes.size > 0) stopped.add(jobId);
			here?.stop.abort();
			await here?.ended;
			return cancelled;
		},
		progressOf: (jobId) => running.get(jobId)?.progress ?? null,
		idle: async (kind) => {
			while (lanes.has(kind)) await lanes.get(kind);
		},
		close: async () => {
			clearInterval(timer);
			closing.abort();
			await Promise.all(lanes.values());
			await options.releaseJobs(null);
		}
	};
}

/** Waits so long, or until the signal. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
	if (signal.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		const timer = setTimeout(end, ms);
		function end(): void {
			clearTimeout(timer);
			signal.removeEventListener('abort', end);
			resolve();
		}
		signal.addEventListener('abort', end, { once: true });
	});
}
