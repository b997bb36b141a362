import { ok, refuse } from '#core/result.ts';
import { deleteSource, listSources } from '#server/store/report-sources.ts';
import { audit, reportFor, type Command } from './context.ts';

/** Y6: the report takes an edition in no longer. What is locked keeps what was fixed (S2, S3). */
export const leaveOutEdition: Command<
	{ by: string; reportId: string; editionId: string },
	{ number: number }
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.manage', input.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const source = (await listSources(tx, report.id)).find((s) => s.editionId === input.editionId);
	if (!source) return refuse({ code: 'moved', happened: 'done', by: null, at: null });
	await deleteSource(tx, report.id, source.editionId);
	const { editionId, title, slug, number, hash } = source;
	await audit(tx, actor, context, {
		act: 'report.leaveOut',
		reportId: report.id,
		hash,
		detail: { editionId, title, slug, number }
	});
	return ok({ number });
};
