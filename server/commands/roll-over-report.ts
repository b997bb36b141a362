import { permit } from '#core/permit.ts';
import { carriedMeta, hasNextYear } from '#core/rollover/carried.ts';
import { ok, refuse } from '#core/result.ts';
import { newestEdition } from '#server/store/editions.ts';
import {
	insertReport,
	listReportIndicators,
	setReportIndicators,
	slugIsTaken
} from '#server/store/reports.ts';
import { rolledOver } from '#server/store/rolled-over.ts';
import { audit, reportFor, type Command } from './context.ts';
import { insertSections, newReportProblems } from './new-sections.ts';
import { freeSlug } from './slug.ts';

/**
 * Y1, Y2: next year's report from the newest edition of this one: its structure, its indicators, and
 * what it promised as what is followed up; no sentence of it. It may be done again: a year begun in the
 * wrong way is begun anew. The coordinator must hold the role for the whole authority.
 */
export const rollOverReport: Command<
	{ by: string; fromReportId: string; reportYear: number; title: string },
	{ reportId: string; sections: { id: string; key: string }[] }
> = async (tx, input, context) => {
	const found = await reportFor(tx, input.by, 'report.read', input.fromReportId);
	if (!found.ok) return found;
	const { actor, report: last } = found.value;
	const { municipalityId, authorityId } = last;
	const allowed = permit(actor, 'report.create', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const title = input.title.trim();
	const { reportYear } = input;
	const problems = await newReportProblems(tx, actor, { authorityId, reportYear, title });
	// Another authority's report may be read, but is not theirs to go on with.
	if (problems.some(({ field }) => field === 'authorityId'))
		return refuse({ code: 'forbidden', why: 'role' });
	const edition = await newestEdition(tx, last.id);
	if (!edition || !hasNextYear(last.kind)) problems.push({ field: 'from', problem: 'unpublished' });
	if (reportYear <= last.reportYear) problems.push({ field: 'reportYear', problem: 'notLater' });
	if (problems.length > 0 || !edition) return refuse({ code: 'invalid', problems });

	const reportId = context.newId();
	const rolled = await rolledOver(tx, last, edition, context.newId);
	await insertReport(tx, {
		id: reportId,
		municipalityId,
		authorityId,
		kind: last.kind,
		meta: carriedMeta(last.meta),
		previousReportId: last.id,
		templateKey: last.templateKey,
		templateVersion: last.templateVersion,
		variant: last.variant,
		title,
		slug: await freeSlug(title, 'rapport', (slug) => slugIsTaken(tx, slug)),
		reportYear,
		createdAt: context.now,
		createdBy: actor.personId
	});
	const report = { id: reportId, municipalityId };
	const sections = await insertSections(tx, report, rolled.sections, context);
	const indicatorIds = await listReportIndicators(tx, last.id);
	await setReportIndicators(tx, { municipalityId, reportId, indicatorIds });
	await audit(tx, actor, context, {
		act: 'report.rollOver',
		reportId,
		hash: edition.hash,
		detail: {
			title,
			reportYear,
			from: { reportId: last.id, title: edition.title, number: edition.number },
			areas: rolled.followUp?.areas ?? 0,
			unread: rolled.unread.length
		}
	});
	return ok({ reportId, sections });
};
