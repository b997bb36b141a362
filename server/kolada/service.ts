import type { Actor } from '#core/access.ts';
import { kindOfGroup, type GroupKind } from '#core/comparison.ts';
import type { FoundGroup, GroupMember } from '#core/fetched.ts';
import { kpiProposal, type KpiProposal } from '#core/kpi-proposal.ts';
import { permit } from '#core/permit.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import type { JobWorker, Jobs } from '#server/jobs/runner.ts';
import { listKnownGroups } from '#server/store/comparison-groups.ts';
import { listKpis } from '#server/store/indicators.ts';
import { latestJob } from '#server/store/jobs.ts';
import type { Store } from '#server/store/store.ts';
import { foundGroup, KoladaClient } from './client.ts';
import { fetchStateOf, NO_FETCH, progressBefore, type FetchState } from './jobs.ts';
import { sleep, type Sleep } from './pace.ts';
import { fetchPlan, isKpiId, type FetchAsk } from './plan.ts';
import type { Kpi } from './shapes.ts';
import type { Limits } from './transport.ts';
import { fetchWorker, type FetchWorkerOptions } from './worker.ts';

/** A measure that a search found, with what its title proposes. */
export type KpiHit = {
	id: string;
	title: string;
	definition: string;
	isDividedByGender: boolean;
	nextPeriod: string | null;
	nextDate: string | null;
	proposal: KpiProposal;
	/** The municipality's indicator that is this measure already; null for a new one. */
	indicatorId: string | null;
};

export type GroupHit = FoundGroup & {
	id: string;
	kind: GroupKind;
	/** The municipality's group that is this one already; null for a new one. */
	groupId: string | null;
};

/** Kolada for those who may ask it. Nothing is asked unless a person does. */
export interface Kolada {
	searchKpis(actor: Actor | null, title: string): Promise<Result<KpiHit[]>>;
	/** The measures with these ids; what the source does not know is absent. */
	findKpis(actor: Actor | null, ids: readonly string[]): Promise<Result<KpiHit[]>>;
	searchGroups(actor: Actor | null, title: string): Promise<Result<GroupHit[]>>;
	/** One group, found by its id. */
	findGroup(actor: Actor | null, id: string): Promise<Result<GroupHit>>;
	/** The municipalities with these names; those that are unknown are named. */
	findMembers(
		actor: Actor | null,
		names: readonly string[]
	): Promise<Result<{ members: GroupMember[]; unknown: string[] }>>;
	/** Begins to fetch; one fetch at a time for each municipality. */
	start(actor: Actor | null, ask: FetchAsk): Promise<Result<FetchState>>;
	state(actor: Actor | null): Promise<Result<FetchState>>;
	cancel(actor: Actor | null): Promise<Result<FetchState>>;
	/** Resolves when the municipality's fetch has ended. */
	settled(municipalityId: string): Promise<FetchState>;
	/** Does a job of the kind `fetchFigures`. */
	work: JobWorker;
	/** Ends the searches that are under way. */
	close(): Promise<void>;
}

export type KoladaOptions = {
	/** Without a slash at its end. */
	base: string;
	clock: () => number;
	read: Store['read'];
	jobs: Pick<Jobs, 'start' | 'cancel' | 'progressOf' | 'idle'>;
	store: FetchWorkerOptions['store'];
	fetch?: typeof fetch;
	sleep?: Sleep;
	limits?: Partial<Limits>;
};

const MOST_HITS = 50;
/** How long a person waits for a search, in milliseconds. */
const SEARCH = 20_000;
/** How long all of a fetch may take, in milliseconds. */
const FETCH = 15 * 60 * 1000;

export function openKolada(options: KoladaOptions): Kolada {
	const { clock, read, jobs } = options;
	const client = new KoladaClient({
		base: options.base,
		clock,
		fetch: options.fetch ?? fetch,
		sleep: options.sleep ?? sleep,
		...(options.limits ? { limits: options.limits } : {})
	});
	const closing = new AbortController();
	const signal = () => AbortSignal.any([closing.signal, AbortSignal.timeout(SEARCH)]);

	const kpiHits = async (actor: Actor, found: Result<Kpi[]>): Promise<Result<KpiHit[]>> => {
		if (!found.ok) return found;
		const known = await read((tx) => listKpis(tx, actor.municipalityId));
		return ok(found.value.map((kpi) => hitOf(kpi, known)));
	};
	const groupHits = async (
		actor: Actor,
		found: Awaited<ReturnType<KoladaClient['groups']>>
	): Promise<Result<GroupHit[]>> => {
		if (!found.ok) return found;
		const known = await read((tx) => listKnownGroups(tx, actor.municipalityId));
		return ok(
			found.value.map((group) => ({
				...foundGroup(group),
				id: group.id,
				kind: kindOfGroup(group.id, group.title),
				groupId: known.find((g) => g.externalId === group.id)?.id ?? null
			}))
		);
	};

	const stateOf = async (municipalityId: string): Promise<FetchState> => {
		const job = await read((tx) => latestJob(tx, municipalityId, 'fetchFigures'));
		return job ? fetchStateOf(job, jobs.progressOf(job.id)) : NO_FETCH;
	};

	return {
		searchKpis: async (asker, title) => {
			const actor = mayFetch(asker);
			if (!actor.ok) return actor;
			const query = searchable(title);
			if (!query.ok) return query;
			const id = query.value.toUpperCase();
			return kpiHits(
				actor.value,
				isKpiId(id)
					? await client.kpis([id], signal())
					: await client.searchKpis(query.value, MOST_HITS, signal())
			);
		},
		findKpis: async (asker, ids) => {
			const actor = mayFetch(asker);
			if (!actor.ok) return actor;
			return kpiHits(actor.value, await client.kpis(ids.filter(isKpiId), signal()));
		},
		searchGroups: async (asker, title) => {
			const actor = mayFetch(asker);
			if (!actor.ok) return actor;
			const query = searchable(title);
			if (!query.ok) return query;
			return groupHits(actor.value, await client.searchGroups(query.value, MOST_HITS, signal()));
		},
		findGroup: async (asker, id) => {
			const actor = mayFetch(asker);
			if (!actor.ok) return actor;
			if (!/^G\d{1,9}$/.test(id)) return refuse({ code: 'notFound' });
			const found = await groupHits(actor.value, await client.groups([id], signal()));
			if (!found.ok) return found;
			const [group] = found.value;
			return group ? ok(group) : refuse({ code: 'notFound' });
		},
		findMembers: async (asker, names) => {
			const actor = mayFetch(asker);
			if (!actor.ok) return actor;
			const all = await client.municipalities(signal());
			if (!all.ok) return all;
			const ids = new Map(
				all.value.filter((m) => m.type === 'K').map((m) => [m.title.toLowerCase(), m])
			);
			const members: GroupMember[] = [];
			const unknown: string[] = [];
			for (const name of new Set(names.map((n) => n.normalize('NFC').trim()))) {
				const found = ids.get(name.toLowerCase());
				if (found) members.push({ id: found.id, title: found.title });
				else if (name !== '') unknown.push(name);
			}
			return ok({ members, unknown });
		},
		start: async (asker, ask) => {
			const actor = mayFetch(asker);
			if (!actor.ok) return actor;
			const { municipalityId, personId } = actor.value;
			const plan = await read((tx) => fetchPlan(tx, actor.value, ask));
			if (!plan.ok) return plan;
			const started = await jobs.start({
				by: personId,
				municipalityId,
				kind: 'fetchFigures',
				input: { plan: plan.value },
				progress: progressBefore(plan.value)
			});
			return started.ok ? ok(await stateOf(municipalityId)) : started;
		},
		state: async (asker) => {
			const actor = mayFetch(asker);
			return actor.ok ? ok(await stateOf(actor.value.municipalityId)) : actor;
		},
		cancel: async (asker) => {
			const actor = mayFetch(asker);
			if (!actor.ok) return actor;
			const { municipalityId } = actor.value;
			const { id, state } = await stateOf(municipalityId);
			// One that ended a moment ago is told as it ended.
			if (id !== null && state === 'running') await jobs.cancel(actor.value, id);
			return ok(await stateOf(municipalityId));
		},
		settled: async (municipalityId) => {
			await jobs.idle('fetchFigures');
			return stateOf(municipalityId);
		},
		work: fetchWorker({ client, clock, limit: FETCH, store: options.store }),
		close: async () => closing.abort()
	};
}

function mayFetch(actor: Actor | null): Result<Actor> {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'indicator.fetch', { kind: 'municipality', municipalityId });
	return allowed.ok ? ok(actor) : allowed;
}

/** What may be looked for: at least two characters, so that nobody asks for everything. */
function searchable(title: string): Result<string> {
	const text = title.normalize('NFC').replace(/\s+/g, ' ').trim();
	return text.length >= 2 && text.length <= 100
		? ok(text)
		: refuse({ code: 'invalid', problems: [{ field: 'title', problem: 'search' }] });
}

function hitOf(kpi: Kpi, known: { indicatorId: string; kpiId: string }[]): KpiHit {
	return {
		id: kpi.id,
		title: kpi.title.replace(/\s+/g, ' ').trim(),
		definition: (kpi.description ?? '').replace(/\s+/g, ' ').trim(),
		isDividedByGender: Boolean(kpi.is_divided_by_gender),
		nextPeriod: kpi.publ_period === null ? null : String(kpi.publ_period),
		nextDate: kpi.publication_date,
		proposal: kpiProposal(kpi.title),
		indicatorId: known.find((k) => k.kpiId === kpi.id)?.indicatorId ?? null
	};
}
