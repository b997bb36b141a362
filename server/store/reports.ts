import type { Thing } from '#core/access.ts';
import type { ReportMeta } from '#core/report-kind.ts';
import { and, asc, desc, eq } from 'drizzle-orm';
import { report, reportIndicator } from './schema.ts';
import type { Tx } from './store.ts';

export type Report = typeof report.$inferSelect;

/** The report as `may` wants to know it. */
export const reportThing = (r: Report): Extract<Thing, { kind: 'report' }> => ({
	kind: 'report',
	municipalityId: r.municipalityId,
	reportId: r.id,
	authorityId: r.authorityId
});

export async function insertReport(tx: Tx, row: typeof report.$inferInsert) {
	tx.db.insert(report).values(row).run();
}

export async function getReport(tx: Tx, id: string): Promise<Report | undefined> {
	return tx.db.select().from(report).where(eq(report.id, id)).get();
}

/** Another title, and what the report says of itself. Its address stays. */
export async function setReportMeta(tx: Tx, id: string, now: { title: string; meta: ReportMeta }) {
	tx.db.update(report).set(now).where(eq(report.id, id)).run();
}

/** The municipality's reports, the newest year first. */
export async function listReports(tx: Tx, municipalityId: string): Promise<Report[]> {
	return tx.db
		.select()
		.from(report)
		.where(eq(report.municipalityId, municipalityId))
		.orderBy(desc(report.reportYear), asc(report.title))
		.all();
}

/** Says which report this one follows: what was written before there were years to tell. */
export async function setPreviousReport(tx: Tx, reportId: string, previousReportId: string) {
	tx.db.update(report).set({ previousReportId }).where(eq(report.id, reportId)).run();
}

/** True when an edition or report already lives at `/r/{slug}`. */
export async function slugIsTaken(tx: Tx, slug: string): Promise<boolean> {
	return tx.db.select().from(report).where(eq(report.slug, slug)).get() !== undefined;
}

/** Replaces the indicators that the report's summary counts, in this order (I4). */
export async function setReportIndicators(
	tx: Tx,
	input: { municipalityId: string; reportId: string; indicatorIds: string[] }
) {
	tx.db.delete(reportIndicator).where(eq(reportIndicator.reportId, input.reportId)).run();
	for (const [position, indicatorId] of input.indicatorIds.entries())
		tx.db
			.insert(reportIndicator)
			.values({
				municipalityId: input.municipalityId,
				reportId: input.reportId,
				indicatorId,
				position
			})
			.run();
}

/** The ids of the indicators that the summary counts, in order. */
export async function listReportIndicators(tx: Tx, reportId: string): Promise<string[]> {
	return tx.db
		.select({ id: reportIndicator.indicatorId })
		.from(reportIndicator)
		.where(eq(reportIndicator.reportId, reportId))
		.orderBy(asc(reportIndicator.position))
		.all()
		.map((r) => r.id);
}

/** True when the summary of the report counts the indicator. */
export async function reportCounts(tx: Tx, reportId: string, indicatorId: string) {
	return (
		tx.db
			.select()
			.from(reportIndicator)
			.where(
				and(eq(reportIndicator.reportId, reportId), eq(reportIndicator.indicatorId, indicatorId))
			)
			.get() !== undefined
	);
}
