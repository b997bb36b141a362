import type { Thing } from '#core/access.ts';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { preview, previewReader } from './schema.ts';
import { getReport } from './reports.ts';
import type { Tx } from './store.ts';

export type Preview = typeof preview.$inferSelect;
export type PreviewThing = Extract<Thing, { kind: 'preview' }>;

/** Stores a preview with the people it is released to. */
export async function insertPreview(
	tx: Tx,
	row: typeof preview.$inferInsert,
	readers: readonly string[]
) {
	tx.db.insert(preview).values(row).run();
	const { id: previewId, municipalityId } = row;
	for (const personId of readers)
		tx.db.insert(previewReader).values({ municipalityId, previewId, personId }).run();
}

export async function getPreview(tx: Tx, id: string): Promise<Preview | undefined> {
	return tx.db.select().from(preview).where(eq(preview.id, id)).get();
}

/** A report's previews, those that were taken back too, the newest first. */
export async function listPreviews(tx: Tx, reportId: string): Promise<Preview[]> {
	return tx.db
		.select()
		.from(preview)
		.where(eq(preview.reportId, reportId))
		.orderBy(desc(preview.releasedAt), desc(preview.id))
		.all();
}

/** The ids of the people it was released to. */
export async function readersOfPreview(tx: Tx, previewId: string): Promise<string[]> {
	return tx.db
		.select({ id: previewReader.personId })
		.from(previewReader)
		.where(eq(previewReader.previewId, previewId))
		.all()
		.map(({ id }) => id);
}

/** The standing previews that a person was named for, the newest first. Whether they may still read is not asked. */
export async function previewsNaming(tx: Tx, personId: string): Promise<Preview[]> {
	return tx.db
		.select({ preview })
		.from(previewReader)
		.innerJoin(preview, eq(preview.id, previewReader.previewId))
		.where(and(eq(previewReader.personId, personId), isNull(preview.withdrawnAt)))
		.orderBy(desc(preview.releasedAt), desc(preview.id))
		.all()
		.map((row) => row.preview);
}

/** Takes a preview back, if nobody has; false when somebody was first (S10). */
export async function takeBackPreview(
	tx: Tx,
	{ id, by, at }: { id: string; by: string; at: number }
): Promise<boolean> {
	const done = tx.db
		.update(preview)
		.set({ withdrawnBy: by, withdrawnAt: at })
		.where(and(eq(preview.id, id), isNull(preview.withdrawnAt)))
		.run();
	return done.changes === 1;
}

/** The preview as `may` wants to know it. */
export async function previewThing(tx: Tx, row: Preview): Promise<PreviewThing> {
	const report = await getReport(tx, row.reportId);
	if (!report) throw new Error(`preview ${row.id} has no report`);
	return {
		kind: 'preview',
		municipalityId: row.municipalityId,
		reportId: row.reportId,
		authorityId: report.authorityId,
		readers: await readersOfPreview(tx, row.id),
		isWithdrawn: row.withdrawnAt !== null
	};
}
