import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { newestEdition } from './editions.ts';
import type { Report } from './reports.ts';
import { edition, report } from './schema.ts';
import type { SectionRow } from './sections.ts';
import type { Tx } from './store.ts';

/** What an edition of an earlier year holds, as far as a section of this year asks. */
export type EarlierEdition = { id: string; keys: ReadonlySet<string>; hasPlan: boolean };

/**
 * The editions in which last year's text of a report may stand, the newest year first. Of a report that
 * was made of another it is that one's newest alone; else the newest of each report of an earlier year
 * by the same authority and of the same kind.
 */
export async function earlierEditions(tx: Tx, of: Report): Promise<EarlierEdition[]> {
	if (of.previousReportId !== null) {
		const last = await newestEdition(tx, of.previousReportId);
		return last ? [holdings(tx, last.id)] : [];
	}
	const all = tx.db
		.select({ id: edition.id, reportId: edition.reportId })
		.from(edition)
		.innerJoin(report, eq(report.id, edition.reportId))
		.where(
			and(
				eq(report.authorityId, of.authorityId),
				eq(report.kind, of.kind),
				lt(report.reportYear, of.reportYear)
			)
		)
		.orderBy(desc(report.reportYear), desc(edition.publishedAt), desc(edition.number))
		.all();
	const seen = new Set<string>();
	return all
		.filter(({ reportId }) => !seen.has(reportId) && seen.add(reportId))
		.map(({ id }) => holdings(tx, id));
}

/** The keys of an edition's sections, read without its texts. */
function holdings(tx: Tx, id: string): EarlierEdition {
	const keys = tx.db.all<{ key: string }>(
		sql`select json_extract(s.value, '$.content.key') as key
			from ${edition}, json_each(${edition.model}, '$.sections') s where ${edition.id} = ${id}`
	);
	const plan = tx.db
		.select({ at: sql<number>`instr(${edition.model}, '"purpose":"plan"')` })
		.from(edition)
		.where(eq(edition.id, id))
		.get();
	return { id, keys: new Set(keys.map(({ key }) => key)), hasPlan: (plan?.at ?? 0) > 0 };
}

/** Whoever follows up reads what was promised. */
export const asksForPlan = (section: Pick<SectionRow, 'requiredBlocks'>): boolean =>
	section.requiredBlocks.includes('followUpTable');

/** The edition that has something to be read beside the section; undefined where none has. */
export const editionBeside = (
	editions: EarlierEdition[],
	section: Pick<SectionRow, 'key' | 'requiredBlocks'>
): EarlierEdition | undefined =>
	editions.find((one) => one.keys.has(section.key) || (asksForPlan(section) && one.hasPlan));
