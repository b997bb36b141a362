import { MESSAGE_MAX } from '#core/preview.ts';
import { ok, refuse, type FieldProblem } from '#core/result.ts';
import { insertPreview, listPreviews, readersOfPreview } from '#server/store/previews.ts';
import type { Tx } from '#server/store/store.ts';
import { audit, reportFor, type Command } from './context.ts';
import { notify } from './notify.ts';
import { councilMembers, preparePreview } from './prepare-preview.ts';

/**
 * A5: releases what is approved now to named council members. `hash` is that of the content which the
 * person saw on the page; another content is refused as `moved`. Earlier previews stay as they are.
 */
export const releasePreview: Command<
	{ by: string; reportId: string; hash: string; readers: string[]; message: string },
	{ previewId: string; hash: string }
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.preview', input.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const { municipalityId } = report;
	const members = await councilMembers(tx, municipalityId);
	const readers = members.filter(({ personId }) => input.readers.includes(personId));
	const message = input.message.trim();
	const problems: FieldProblem[] = [];
	if (input.readers.length === 0) problems.push({ field: 'readers', problem: 'required' });
	else if (readers.length !== new Set(input.readers).size)
		problems.push({ field: 'readers', problem: 'unknown' });
	if (message.length > MESSAGE_MAX) problems.push({ field: 'message', problem: 'length' });
	if (problems.length > 0) return refuse({ code: 'invalid', problems });

	const { json, hash, hinders } = await preparePreview(tx, report);
	if (hinders.length > 0) return refuse({ code: 'notReady', hinders });
	if (hash !== input.hash)
		return refuse({ code: 'moved', happened: 'textChanged', by: null, at: null });
	const ids = readers.map(({ personId }) => personId).sort();
	if (await isReleased(tx, { reportId: report.id, hash, message, ids }))
		return refuse({ code: 'moved', happened: 'done', by: null, at: null });

	const previewId = context.newId();
	await insertPreview(
		tx,
		{
			id: previewId,
			municipalityId,
			reportId: report.id,
			model: json,
			hash,
			message,
			releasedBy: actor.personId,
			releasedAt: context.now
		},
		ids
	);
	await audit(tx, actor, context, {
		act: 'report.preview',
		reportId: report.id,
		hash,
		detail: { previewId, readers: readers.map(({ personId: id, name }) => ({ id, name })) }
	});
	await notify(tx, context, actor, {
		kind: 'preview',
		to: ids,
		about: {
			preview: {
				kind: 'preview',
				municipalityId,
				reportId: report.id,
				authorityId: report.authorityId,
				readers: ids,
				isWithdrawn: false
			}
		},
		detail: { previewId }
	});
	return ok({ previewId, hash });
};

/** The same to the same people: a form that was sent twice. */
async function isReleased(
	tx: Tx,
	wished: { reportId: string; hash: string; message: string; ids: string[] }
): Promise<boolean> {
	for (const { id, hash, message, withdrawnAt } of await listPreviews(tx, wished.reportId)) {
		if (withdrawnAt !== null || hash !== wished.hash || message !== wished.message) continue;
		if ((await readersOfPreview(tx, id)).sort().join() === wished.ids.join()) return true;
	}
	return false;
}
