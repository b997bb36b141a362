import { madeTitle, readMeta, TITLE_OF, type ReportMeta } from '#core/report-kind.ts';
import { ok, refuse } from '#core/result.ts';
import { canonicalJson } from '#schema/content.ts';
import { setReportMeta } from '#server/store/reports.ts';
import { audit, reportFor, type Command } from './context.ts';

/** What was on the page of who says it: title and fields, to be compared with what is stored (S10). */
export type SeenMeta = { title: string; meta: ReportMeta };

/**
 * What a report says of itself from now on. A title that is made of the fields follows them; while one
 * of these is missing the title stays. The address stays in any case, and so do editions (P2).
 */
export const saveReportMeta: Command<
	{
		by: string;
		reportId: string;
		seen: SeenMeta;
		/** Where people name the report; of no meaning where its title is made. */
		title: string;
		meta: Record<string, string | undefined>;
	},
	{ title: string; meta: ReportMeta }
> = async (tx, { by, reportId, seen, title, meta }, context) => {
	const found = await reportFor(tx, by, 'report.manage', reportId);
	if (!found.ok) return found;
	const { actor, report } = found.value;
	if (report.title !== seen.title || canonicalJson(report.meta) !== canonicalJson(seen.meta))
		return refuse({ code: 'moved', happened: 'valueChanged', by: null, at: null });

	const said = readMeta(report.kind, meta);
	const { problems } = said;
	const isMade = TITLE_OF[report.kind] !== undefined;
	const named = isMade
		? (madeTitle(report.kind, said.meta) ?? report.title)
		: title.replace(/\s+/gu, ' ').trim();
	if (!isMade && (named === '' || named.length > 200))
		problems.push({ field: 'title', problem: 'length' });
	if (problems.length > 0) return refuse({ code: 'invalid', problems });
	const now = { title: named, meta: said.meta };
	await setReportMeta(tx, report.id, now);
	await audit(tx, actor, context, { act: 'report.about', reportId: report.id, detail: now });
	return ok(now);
};
