import { permit } from '#core/permit.ts';
import type { ReportKind, ReportMeta } from '#core/report-kind.ts';
import { ok, refuse } from '#core/result.ts';
import type { TemplateVariant } from '#core/template.ts';
import { getAuthority } from '#server/store/organisation.ts';
import type { Report } from '#server/store/reports.ts';
import type { Tx } from '#server/store/store.ts';
import { sectionRow, type ApiSection } from './api-section.ts';
import type { View } from './index.ts';
import { seenReport, seenReports, seenSections } from './seen.ts';

/** A report as the API tells of it. */
export type ApiReport = {
	id: string;
	title: string;
	kind: ReportKind;
	meta: ReportMeta;
	template: { key: string; version: number };
	reportYear: number;
	variant: TemplateVariant;
	authority: { id: string; name: string };
	/** The address of its editions, `/r/{slug}`. */
	slug: string;
	createdAt: number;
};

/** The reports that the person may read. */
export const apiReports: View<null, ApiReport[]> = async (tx, actor) => {
	if (actor === null) return refuse({ code: 'notSignedIn' });
	const { municipalityId } = actor;
	const allowed = permit(actor, 'report.list', { kind: 'municipality', municipalityId });
	if (!allowed.ok) return allowed;
	const reports = await seenReports(tx, actor);
	return ok(await Promise.all(reports.map((r) => itemOf(tx, r))));
};

/** One report with the sections that the person may read, in order. */
export const apiReport: View<{ reportId: string }, ApiReport & { sections: ApiSection[] }> = async (
	tx,
	actor,
	params
) => {
	const found = await seenReport(tx, actor, 'report.read', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const seen = await seenSections(tx, person, report.id);
	return ok({
		...(await itemOf(tx, report)),
		sections: await Promise.all(seen.map(({ section }) => sectionRow(tx, section)))
	});
};

const itemOf = async (tx: Tx, r: Report): Promise<ApiReport> => ({
	id: r.id,
	title: r.title,
	kind: r.kind,
	meta: r.meta,
	template: { key: r.templateKey, version: r.templateVersion },
	reportYear: r.reportYear,
	variant: r.variant,
	authority: { id: r.authorityId, name: (await getAuthority(tx, r.authorityId))?.name ?? '' },
	slug: r.slug,
	createdAt: r.createdAt
});
