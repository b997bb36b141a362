import type { Actor } from '#core/access.ts';
import type { Refusal, Result } from '#core/result.ts';
import { ok, refuse } from '#core/result.ts';
import type { Fetched, StoredFetch } from '#server/commands/store-fetched.ts';
import type { KoladaClient } from './client.ts';
import { collect, type FailedPart, type FetchPlan, type FetchProgress } from './collect.ts';

/** How far a municipality's fetch is, or how its last one ended. */
export type FetchState = {
	state: 'none' | 'running' | 'done' | 'failed' | 'cancelled';
	/** Null when there was none since the start of the program. */
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
};

type Job = FetchState & { by: string; stop: AbortController; ended: Promise<void> };

export type FetchJobsOptions = {
	client: KoladaClient;
	clock: () => number;
	newId: () => string;
	/** How long one fetch may take in all, in milliseconds. */
	limit: number;
	store: (input: { by: string; fetched: Fetched }) => Promise<Result<StoredFetch>>;
	onBug: (error: unknown) => void;
};

const NONE: FetchState = {
	state: 'none',
	id: null,
	progress: { done: 0, total: 0, step: 'measures', series: null },
	code: '',
	startedBy: null,
	startedAt: null,
	endedAt: null,
	stored: null,
	failed: [],
	refusal: null
};

/**
 * The fetches that are under way: one at a time for each municipality, in memory. What is stored is
 * stored whole at the end, so that a restart forgets a fetch and leaves what was there.
 */
export class FetchJobs {
	private readonly options: FetchJobsOptions;
	private readonly jobs = new Map<string, Job>();

	constructor(options: FetchJobsOptions) {
		this.options = options;
	}

	/** Begins; refused while another of the municipality is under way. */
	start({ municipalityId, personId, name }: Actor, plan: FetchPlan): Result<FetchState> {
		const other = this.jobs.get(municipalityId);
		if (other?.state === 'running')
			return refuse({
				code: 'moved',
				happened: 'fetching',
				by: other.startedBy,
				at: other.startedAt
			});
		const stop = new AbortController();
		const job: Job = {
			...NONE,
			state: 'running',
			id: this.options.newId(),
			progress: { ...NONE.progress, total: totalOf(plan) },
			code: plan.code,
			startedBy: name,
			startedAt: this.options.clock(),
			failed: [],
			by: personId,
			stop,
			ended: Promise.resolve()
		};
		this.jobs.set(municipalityId, job);
		job.ended = this.run(job, plan).catch((error: unknown) => {
			this.options.onBug(error);
			end(job, this.options.clock(), { state: 'failed', refusal: { code: 'notSaved' } });
		});
		return ok(stateOf(job));
	}

	state(municipalityId: string): FetchState {
		const job = this.jobs.get(municipalityId);
		return job ? stateOf(job) : NONE;
	}

	/** Stops what is under way, and waits for its end. What is being stored already is stored. */
	async cancel(municipalityId: string): Promise<FetchState> {
		const job = this.jobs.get(municipalityId);
		if (!job) return NONE;
		job.stop.abort();
		await job.ended;
		return stateOf(job);
	}

	/** Resolves when the municipality's fetch has ended. */
	async settled(municipalityId: string): Promise<FetchState> {
		await this.jobs.get(municipalityId)?.ended;
		return this.state(municipalityId);
	}

	/** Stops everything. */
	async close(): Promise<void> {
		for (const job of this.jobs.values()) job.stop.abort();
		await Promise.all([...this.jobs.values()].map((job) => job.ended));
	}

	private async run(job: Job, plan: FetchPlan): Promise<void> {
		const { client, clock, limit } = this.options;
		const late = new AbortController();
		// A timer of our own: one that is forgotten would hold up the end of the program.
		const timer = setTimeout(
			() => late.abort(new DOMException('the fetch took too long', 'TimeoutError')),
			limit
		);
		try {
			const collected = await collect(plan, {
				client,
				clock,
				signal: AbortSignal.any([job.stop.signal, late.signal]),
				onProgress: (progress) => (job.progress = progress)
			});
			if (!collected.ok || job.stop.signal.aborted) {
				const refusal: Refusal = collected.ok
					? { code: 'source', why: 'cancelled' }
					: collected.refusal;
				const isCancelled = refusal.code === 'source' && refusal.why === 'cancelled';
				end(job, clock(), { state: isCancelled ? 'cancelled' : 'failed', refusal });
				return;
			}
			job.failed = collected.value.failed;
			job.progress = { ...job.progress, step: 'storing', series: null };
			const stored = await this.options.store({ by: job.by, fetched: collected.value.fetched });
			if (stored.ok) end(job, clock(), { state: 'done', stored: stored.value });
			else end(job, clock(), { state: 'failed', refusal: stored.refusal });
		} finally {
			clearTimeout(timer);
		}
	}
}

const totalOf = (plan: FetchPlan): number =>
	plan.kpis.length * (plan.groups.length + Number(plan.own));

function end(
	job: Job,
	now: number,
	how: Pick<FetchState, 'state'> & Partial<Pick<FetchState, 'stored' | 'refusal'>>
): void {
	Object.assign(job, { endedAt: now, ...how });
}

const stateOf = ({ by: _by, stop: _stop, ended: _ended, ...state }: Job): FetchState => ({
	...state
});
