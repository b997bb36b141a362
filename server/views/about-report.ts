import { may } from '#core/access.ts';
import type { ReportKind, ReportMeta } from '#core/report-kind.ts';
import { ok } from '#core/result.ts';
import { templateOf } from '#core/templates.ts';
import { templateAt } from '#server/store/templates.ts';
import type { View } from './index.ts';
import { seenReport } from './seen.ts';

export type AboutReportPage = {
	report: { id: string; kind: ReportKind; title: string; meta: ReportMeta };
	/** What it was made from; its title is empty where it is not known any more. */
	template: { key: string; title: string; version: number; isOwn: boolean };
	/** How it is built may become a template of the municipality's. */
	mayCopy: boolean;
};

/** What a report says of itself, for those who may say it. */
export const aboutReport: View<{ reportId: string }, AboutReportPage> = async (
	tx,
	actor,
	{ reportId }
) => {
	const found = await seenReport(tx, actor, 'report.manage', reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const { id, kind, title, meta, municipalityId, templateKey: key, templateVersion } = report;
	const template = await templateAt(tx, key, templateVersion);
	return ok({
		report: { id, kind, title, meta },
		template: {
			key,
			title: template?.title ?? '',
			version: templateVersion,
			isOwn: templateOf(key) === undefined
		},
		mayCopy: may(person, 'template.manage', { kind: 'municipality', municipalityId }).may
	});
};
