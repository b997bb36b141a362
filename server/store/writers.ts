import { and, eq, gt, sql } from 'drizzle-orm';
import { sectionWriter } from './schema.ts';
import type { SectionRow } from './sections.ts';
import { prepared, type Tx } from './store.ts';

const upsert = (db: Tx['db']) =>
	db
		.insert(sectionWriter)
		.values({
			municipalityId: sql.placeholder('municipalityId'),
			sectionId: sql.placeholder('sectionId'),
			personId: sql.placeholder('personId'),
			lastSeq: sql.placeholder('lastSeq')
		})
		.onConflictDoUpdate({
			target: [sectionWriter.sectionId, sectionWriter.personId],
			set: { lastSeq: sql`excluded.last_seq` }
		})
		.prepare();

/** A7: notes that the person wrote the section's update `seq`, its newest. */
export async function noteWriter(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'municipalityId'>,
	personId: string,
	seq: number
): Promise<void> {
	prepared(tx, upsert).run({
		municipalityId: s.municipalityId,
		sectionId: s.id,
		personId,
		lastSeq: seq
	});
}

const sinceApproval = (db: Tx['db']) =>
	db
		.select({ id: sectionWriter.personId })
		.from(sectionWriter)
		.where(
			and(
				eq(sectionWriter.sectionId, sql.placeholder('id')),
				gt(sectionWriter.lastSeq, sql.placeholder('approvedSeq'))
			)
		)
		.prepare();

/**
 * The people who wrote in the section since it was last approved (A7), in whichever epoch: who wrote
 * before a rebuild has written what stands there after it.
 */
export async function writersSinceApproval(
	tx: Tx,
	s: Pick<SectionRow, 'id' | 'approvedSeq'>
): Promise<string[]> {
	return prepared(tx, sinceApproval)
		.all({ id: s.id, approvedSeq: s.approvedSeq })
		.map((r) => r.id);
}
