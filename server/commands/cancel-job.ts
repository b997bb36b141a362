import { isUnderWay } from '#core/job.ts';
import { ok, refuse } from '#core/result.ts';
import { changeJob, getJob } from '#server/store/jobs.ts';
import { actorOf, audit, permit, type Command } from './context.ts';
import { ACT_OF_JOB } from './start-job.ts';

/**
 * Ends a job that waits or is under way: who asked for it may, and who could have. Nothing of it is stored
 * from then on; what was stored is done, and is not ended any more.
 */
export const cancelJob: Command<{ by: string; jobId: string }, null> = async (
	tx,
	{ by, jobId },
	context
) => {
	const actor = await actorOf(tx, by);
	if (!actor.ok) return actor;
	const job = await getJob(tx, jobId);
	if (job?.municipalityId !== actor.value.municipalityId) return refuse({ code: 'notFound' });
	const thing = { kind: 'municipality' as const, municipalityId: job.municipalityId };
	const seen = permit(actor.value, 'job.read', thing);
	if (!seen.ok) return seen;
	const allowed = permit(actor.value, ACT_OF_JOB[job.kind], thing);
	if (!allowed.ok && job.createdBy !== by) return allowed;
	if (!isUnderWay(job.state))
		return refuse({ code: 'moved', happened: 'done', by: null, at: job.endedAt });
	await changeJob(tx, jobId, {
		state: 'cancelled',
		endedAt: context.now,
		refusal: { code: 'source', why: 'cancelled' }
	});
	await audit(tx, actor.value, context, {
		act: 'job.cancel',
		detail: { kind: job.kind, jobId }
	});
	return ok(null);
};
