import { and, desc, eq, sql } from 'drizzle-orm';
import type { Form } from '#core/forms.ts';
import { edition, editionFile, image } from './schema.ts';
import type { Tx } from './store.ts';

export type Edition = typeof edition.$inferSelect;
export type EditionFile = typeof editionFile.$inferSelect;
export type Image = typeof image.$inferSelect;

export async function insertEdition(tx: Tx, row: typeof edition.$inferInsert) {
	tx.db.insert(edition).values(row).run();
}

export async function insertEditionFile(tx: Tx, row: typeof editionFile.$inferInsert) {
	tx.db.insert(editionFile).values(row).run();
}

/** Every edition, without its model, the newest first. */
export async function listEditions(tx: Tx): Promise<Omit<Edition, 'model'>[]> {
	return tx.db
		.select({
			id: edition.id,
			municipalityId: edition.municipalityId,
			reportId: edition.reportId,
			slug: edition.slug,
			number: edition.number,
			title: edition.title,
			reportYear: edition.reportYear,
			hash: edition.hash,
			publishedBy: edition.publishedBy,
			publishedAt: edition.publishedAt
		})
		.from(edition)
		.orderBy(desc(edition.reportYear), desc(edition.publishedAt), desc(edition.number))
		.all();
}

export async function getEdition(tx: Tx, id: string): Promise<Edition | undefined> {
	return tx.db.select().from(edition).where(eq(edition.id, id)).get();
}

/** The edition at an address: number `n`, or the newest when `n` is null. */
export async function findEdition(
	tx: Tx,
	slug: string,
	number: number | null
): Promise<Edition | undefined> {
	return tx.db
		.select()
		.from(edition)
		.where(and(eq(edition.slug, slug), ...(number === null ? [] : [eq(edition.number, number)])))
		.orderBy(desc(edition.number))
		.limit(1)
		.get();
}

/** The editions at an address with their notes, the newest first; the models are not read. */
export async function listEditionsAt(
	tx: Tx,
	slug: string
): Promise<(Pick<Edition, 'number' | 'publishedAt'> & { note: string })[]> {
	return tx.db
		.select({
			number: edition.number,
			publishedAt: edition.publishedAt,
			note: sql<string>`json_extract(${edition.model}, '$.note')`
		})
		.from(edition)
		.where(eq(edition.slug, slug))
		.orderBy(desc(edition.number))
		.all();
}

/** The number of the report's newest edition; 0 when there is none. */
export async function newestEditionNumber(tx: Tx, reportId: string): Promise<number> {
	const row = tx.db
		.select({ number: edition.number })
		.from(edition)
		.where(eq(edition.reportId, reportId))
		.orderBy(desc(edition.number))
		.limit(1)
		.get();
	return row?.number ?? 0;
}

/** The report's newest edition. */
export async function newestEdition(tx: Tx, reportId: string): Promise<Edition | undefined> {
	return tx.db
		.select()
		.from(edition)
		.where(eq(edition.reportId, reportId))
		.orderBy(desc(edition.number))
		.limit(1)
		.get();
}

export async function getEditionFile(
	tx: Tx,
	editionId: string,
	form: Form
): Promise<EditionFile | undefined> {
	return tx.db
		.select()
		.from(editionFile)
		.where(and(eq(editionFile.editionId, editionId), eq(editionFile.form, form)))
		.get();
}

export async function insertImage(tx: Tx, row: typeof image.$inferInsert) {
	tx.db.insert(image).values(row).run();
}

export async function getImage(tx: Tx, id: string): Promise<Image | undefined> {
	return tx.db.select().from(image).where(eq(image.id, id)).get();
}

/** The forms that are kept of an edition, with their sizes in bytes; the bytes are not read. */
export async function listEditionFiles(
	tx: Tx,
	editionId: string
): Promise<{ form: Form; hash: string; size: number }[]> {
	return tx.db
		.select({
			form: editionFile.form,
			hash: editionFile.hash,
			size: sql<number>`length(${editionFile.bytes})`
		})
		.from(editionFile)
		.where(eq(editionFile.editionId, editionId))
		.all();
}
