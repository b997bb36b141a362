import { and, asc, eq } from 'drizzle-orm';
import { edition, reportSource } from './schema.ts';
import type { Tx } from './store.ts';

/** An edition that a report takes in, without its model. */
export type ReportSource = {
	editionId: string;
	/** The report that the edition is of. */
	sourceReportId: string;
	slug: string;
	number: number;
	title: string;
	hash: string;
	takenBy: string;
	takenAt: number;
};

/** The editions that the report takes in, by their addresses. */
export async function listSources(tx: Tx, reportId: string): Promise<ReportSource[]> {
	return tx.db
		.select({
			editionId: reportSource.editionId,
			sourceReportId: edition.reportId,
			slug: edition.slug,
			number: edition.number,
			title: edition.title,
			hash: edition.hash,
			takenBy: reportSource.takenBy,
			takenAt: reportSource.takenAt
		})
		.from(reportSource)
		.innerJoin(edition, eq(edition.id, reportSource.editionId))
		.where(eq(reportSource.reportId, reportId))
		.orderBy(asc(edition.slug), asc(edition.number))
		.all();
}

export async function insertSource(tx: Tx, row: typeof reportSource.$inferInsert) {
	tx.db.insert(reportSource).values(row).run();
}

export async function deleteSource(tx: Tx, reportId: string, editionId: string) {
	tx.db
		.delete(reportSource)
		.where(and(eq(reportSource.reportId, reportId), eq(reportSource.editionId, editionId)))
		.run();
}
