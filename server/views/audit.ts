import { ok } from '#core/result.ts';
import { listAudit, type AuditEvent } from '#server/store/audit.ts';
import { listDepartments } from '#server/store/organisation.ts';
import type { View } from './index.ts';
import { listPage, type ListPage } from './list-page.ts';
import { seenReport, seenSections } from './seen.ts';

/** One line of the trail. */
export type AuditLine = {
	seq: number;
	at: number;
	/** The name at the time; empty for the server itself. */
	by: string;
	act: string;
	section: { id: string; key: string; number: string; title: string } | null;
	from: string | null;
	to: string | null;
	reason: string | null;
	hash: string | null;
	detail: AuditEvent['detail'];
};

export type AuditPage = ListPage & {
	report: { id: string; title: string };
	sections: { id: string; key: string; number: string; title: string }[];
	/** Names of departments, for details that give an id. */
	departments: Record<string, string>;
	lines: AuditLine[];
};

/** What was done in a report, the newest first; of one section when `sectionKey` is given. */
export const audit: View<
	{ reportId: string; sectionKey: string | null; page: number },
	AuditPage
> = async (tx, actor, params) => {
	const found = await seenReport(tx, actor, 'report.audit', params.reportId);
	if (!found.ok) return found;
	const { actor: person, report } = found.value;
	const sections = (await seenSections(tx, person, report.id)).map(
		({ section: { id, key, number, title } }) => ({ id, key, number, title })
	);
	const byId = new Map(sections.map((s) => [s.id, s]));
	const wanted = sections.find((s) => s.key === params.sectionKey)?.id ?? null;
	const departments = await listDepartments(tx, report.municipalityId);
	const events = (await listAudit(tx, report.id))
		.filter((e) => e.sectionId === null || byId.has(e.sectionId))
		.filter((e) => params.sectionKey === null || (wanted !== null && e.sectionId === wanted));
	const { page, pages, limit, offset } = listPage(params.page, events.length);
	return ok({
		report: { id: report.id, title: report.title },
		sections,
		departments: Object.fromEntries(departments.map((d) => [d.id, d.name])),
		page,
		pages,
		lines: events.slice(offset, offset + limit).map((e) => ({
			seq: e.seq,
			at: e.at,
			by: e.personName,
			act: e.act,
			section: e.sectionId === null ? null : (byId.get(e.sectionId) ?? null),
			from: e.from,
			to: e.to,
			reason: e.reason,
			hash: e.hash,
			detail: e.detail
		}))
	});
};
