import { ok, refuse } from '#core/result.ts';
import { getPerson } from '#server/store/people.ts';
import { getPreview, previewThing, takeBackPreview } from '#server/store/previews.ts';
import { actorOf, audit, permit, reportFor, type Command } from './context.ts';

/** A5: takes a preview back; from the next request on it does not exist for its readers (A8). */
export const withdrawPreview: Command<{ by: string; previewId: string }, null> = async (
	tx,
	input,
	context
) => {
	const reader = await actorOf(tx, input.by);
	if (!reader.ok) return reader;
	const preview = await getPreview(tx, input.previewId);
	if (!preview) return refuse({ code: 'notFound' });
	// Reading comes first: what may not be seen does not exist (A8).
	const seen = permit(reader.value, 'preview.read', await previewThing(tx, preview));
	if (!seen.ok) return seen;
	const found = await reportFor(tx, input.by, 'report.preview', preview.reportId);
	if (!found.ok) return found;
	const { actor } = found.value;
	const { withdrawnBy, withdrawnAt } = preview;
	const done = { id: preview.id, by: actor.personId, at: context.now };
	if (!(await takeBackPreview(tx, done))) {
		const by = withdrawnBy === null ? undefined : await getPerson(tx, withdrawnBy);
		return refuse({ code: 'moved', happened: 'done', by: by?.name ?? null, at: withdrawnAt });
	}
	await audit(tx, actor, context, {
		act: 'report.previewWithdraw',
		reportId: preview.reportId,
		hash: preview.hash,
		detail: { previewId: preview.id, releasedAt: preview.releasedAt }
	});
	return ok(null);
};
