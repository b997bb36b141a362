import type { Act } from '#core/access.ts';
import { isUnderWay, type JobKind, type JobProgress } from '#core/job.ts';
import { ok, refuse, type Refusal } from '#core/result.ts';
import { deleteJob, insertJob, jobsOfEdition, latestJob } from '#server/store/jobs.ts';
import type { Tx } from '#server/store/store.ts';
import { actorOf, audit, permit, type Command } from './context.ts';

/** What somebody must be allowed to in the municipality to ask for such a job, or to end another's. */
export const ACT_OF_JOB: Record<JobKind, Act> = {
	fetchFigures: 'indicator.fetch',
	completeEdition: 'sender.manage'
};

export type JobAsked = {
	/** Who asks for it; null for the server itself. */
	by: string | null;
	municipalityId: string;
	kind: JobKind;
	/** Ids and plain values, no text of a section. */
	input: Record<string, unknown>;
	progress: JobProgress;
};

/**
 * O6: writes a job down, to be taken when its turn comes. Figures are fetched by one at a time in each
 * municipality; an edition is completed by one job, of which the last alone is kept.
 */
export const startJob: Command<JobAsked, { jobId: string }> = async (tx, asked, context) => {
	const { by, municipalityId, kind, input, progress } = asked;
	const actor = by === null ? null : await actorOf(tx, by);
	if (actor !== null) {
		if (!actor.ok) return actor;
		const allowed = permit(actor.value, ACT_OF_JOB[kind], { kind: 'municipality', municipalityId });
		if (!allowed.ok) return allowed;
	}
	if (kind === 'fetchFigures') {
		const busy = await fetchUnderWay(tx, municipalityId);
		if (busy) return refuse(busy);
	} else {
		const earlier = await jobsOfEdition(tx, String(input['editionId']));
		const underWay = earlier.find((job) => isUnderWay(job.state));
		if (underWay) return ok({ jobId: underWay.id });
		for (const { id } of earlier) await deleteJob(tx, id);
	}
	const jobId = context.newId();
	await insertJob(tx, {
		id: jobId,
		municipalityId,
		kind,
		input,
		state: 'waiting',
		progress,
		createdBy: by,
		createdAt: context.now,
		notBefore: context.now
	});
	if (actor !== null)
		await audit(tx, actor.value, context, { act: 'job.start', detail: { kind, jobId } });
	return ok({ jobId });
};

async function fetchUnderWay(tx: Tx, municipalityId: string): Promise<Refusal | null> {
	const other = await latestJob(tx, municipalityId, 'fetchFigures');
	if (!other || !isUnderWay(other.state)) return null;
	return { code: 'moved', happened: 'fetching', by: other.name, at: other.createdAt };
}
