import { ok, refuse } from '#core/result.ts';
import { getEdition, listEditions } from '#server/store/editions.ts';
import { getPerson } from '#server/store/people.ts';
import { deleteSource, insertSource, listSources } from '#server/store/report-sources.ts';
import { audit, reportFor, type Command } from './context.ts';
import { withdrawnSince } from './taken-in.ts';

/**
 * Y6: the report takes in an edition of another report of the municipality, from now on: its drafts show
 * it, and what is submitted fixes it. What is locked already keeps what was fixed (S2, S3). An edition of
 * the same report that was taken in before goes, for the newer one corrects it; so one that has a newer
 * beside it is refused, unless readers are not shown the newer one any more.
 */
export const takeInEdition: Command<
	{ by: string; reportId: string; editionId: string },
	{
		number: number;
		/** The number of the edition that went; null for none. */ replaced: number | null;
	}
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.manage', input.reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	const edition = await getEdition(tx, input.editionId);
	if (edition?.municipalityId !== report.municipalityId) return refuse({ code: 'notFound' });
	if (edition.reportId === report.id)
		return refuse({ code: 'invalid', problems: [{ field: 'editionId', problem: 'unexpected' }] });
	const withdrawn = await withdrawnSince(tx, edition.id);
	if (withdrawn) return refuse({ code: 'withdrawn', ...withdrawn });

	for (const other of await listEditions(tx)) {
		const isNewer = other.reportId === edition.reportId && other.number > edition.number;
		if (!isNewer || (await withdrawnSince(tx, other.id))) continue;
		const by = (await getPerson(tx, other.publishedBy))?.name ?? null;
		return refuse({ code: 'moved', happened: 'published', by, at: other.publishedAt });
	}
	const before = (await listSources(tx, report.id)).filter(
		({ sourceReportId }) => sourceReportId === edition.reportId
	);
	const same = before.find(({ editionId }) => editionId === edition.id);
	if (same) {
		const by = (await getPerson(tx, same.takenBy))?.name ?? null;
		return refuse({ code: 'moved', happened: 'done', by, at: same.takenAt });
	}
	for (const { editionId } of before) await deleteSource(tx, report.id, editionId);
	await insertSource(tx, {
		municipalityId: report.municipalityId,
		reportId: report.id,
		editionId: edition.id,
		takenBy: actor.personId,
		takenAt: context.now
	});
	const replaced = before[0]?.number ?? null;
	const { title, slug, number, hash } = edition;
	await audit(tx, actor, context, {
		act: 'report.takeIn',
		reportId: report.id,
		hash,
		detail: { editionId: edition.id, title, slug, number, replaced }
	});
	return ok({ number, replaced });
};
