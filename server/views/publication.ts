import { hindersToPublish } from '#core/publication.ts';
import { metaHinders, type ReportKind } from '#core/report-kind.ts';
import { ok, type Hinder } from '#core/result.ts';
import type { SectionState } from '#core/section.ts';
import { approvedNow } from '#server/commands/approved-body.ts';
import { countStates, type Counts } from './counts.ts';
import { editionCards, type EditionCard } from './editions.ts';
import type { View } from './index.ts';
import { seenReport, seenSections } from './seen.ts';

type Unapproved = {
	id: string;
	key: string;
	number: string;
	title: string;
	state: SectionState;
};

export type PublicationPage = {
	report: { id: string; kind: ReportKind; title: string; slug: string; reportYear: number };
	counts: Counts;
	/** Required sections that are not approved. */
	notApproved: Unapproved[];
	/** What else hinders before the decision is known. */
	hinders: Hinder[];
	/** Sections that are not required and not approved: the edition will not hold them. */
	leftOut: Unapproved[];
	/** Editions of this report, the newest first. */
	editions: EditionCard[];
};

/** What stands between the report and its next edition. */
export const publication: View<{ reportId: string }, PublicationPage> = async (
	tx,
	actor,
	params
) => {
	const found = await seenReport(tx, actor, 'report.publish', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const sections = (await seenSections(tx, person, report.id)).map((s) => s.section);
	const { facts, findings } = await approvedNow(tx, sections);
	const unapproved = sections
		.filter((s) => s.state !== 'approved')
		.map(({ id, key, number, title, state, required }) => ({
			id,
			key,
			number,
			title,
			state,
			required
		}));
	const hinders = [
		...metaHinders(report.kind, report.meta),
		...hindersToPublish(facts, {}),
		...findings
	];
	return ok({
		report: {
			id: report.id,
			kind: report.kind,
			title: report.title,
			slug: report.slug,
			reportYear: report.reportYear
		},
		counts: countStates(sections),
		notApproved: unapproved.filter((s) => s.required),
		hinders: hinders.filter((h) => h.what !== 'decisionMissing' && h.what !== 'sectionNotApproved'),
		leftOut: unapproved.filter((s) => !s.required),
		editions: (await editionCards(tx))
			.filter((e) => e.reportId === report.id)
			.sort((a, b) => b.number - a.number)
	});
};
