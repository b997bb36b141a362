import { desc, eq, sql } from 'drizzle-orm';
import type { Decision } from '#core/publication.ts';
import type { ReportKind } from '#core/report-kind.ts';
import type { Sender } from '#core/sender.ts';
import { edition, report } from './schema.ts';
import type { Tx } from './store.ts';

/** What machines are told of an edition: of its model the few words that stand outside its text. */
export type Published = {
	id: string;
	slug: string;
	kind: ReportKind;
	number: number;
	title: string;
	reportYear: number;
	publishedAt: number;
	/** Why it follows another; empty for the first. */
	note: string;
	decision: Decision;
	municipalityId: string;
	municipality: string;
	authorityId: string;
	authority: string;
	sender: Sender | null;
};

const ofModel = <T>(path: string) => sql<T>`json_extract(${edition.model}, ${path})`;

/** Every edition, the newest first; the models are not read as a whole. */
export async function listPublished(tx: Tx): Promise<Published[]> {
	const rows = tx.db
		.select({
			id: edition.id,
			slug: edition.slug,
			kind: ofModel<ReportKind | null>('$.kind'),
			number: edition.number,
			title: edition.title,
			reportYear: edition.reportYear,
			publishedAt: edition.publishedAt,
			note: ofModel<string>('$.note'),
			decision: ofModel<string>('$.decision'),
			municipalityId: edition.municipalityId,
			municipality: ofModel<string>('$.municipality'),
			authorityId: report.authorityId,
			authority: ofModel<string>('$.authority'),
			sender: ofModel<string | null>('$.sender')
		})
		.from(edition)
		.innerJoin(report, eq(report.id, edition.reportId))
		.orderBy(desc(edition.publishedAt), desc(edition.number))
		.all();
	return rows.map((row) => ({
		...row,
		// Editions from before there were other kinds say none.
		kind: row.kind ?? 'barnbokslut',
		decision: JSON.parse(row.decision) as Decision,
		sender: row.sender === null ? null : (JSON.parse(row.sender) as Sender)
	}));
}
