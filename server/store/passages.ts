import type { IndexedWords, Look } from '#core/search.ts';
import { eq, gt, inArray, sql } from 'drizzle-orm';
import { edition, passage, passageText, withdrawal } from './schema.ts';
import { prepared, type Tx } from './store.ts';

/** The passages of editions and the two indexes of their words. Rows are added and never change. */

export type Passage = typeof passage.$inferSelect;

/** Adds a passage with its text, and what the indexes hold of its title and text. */
export async function insertPassage(
	tx: Tx,
	row: Omit<Passage, 'id'>,
	text: string,
	index: { title: IndexedWords; body: IndexedWords }
): Promise<void> {
	const { id } = tx.db.insert(passage).values(row).returning({ id: passage.id }).get();
	tx.db.insert(passageText).values({ id, municipalityId: row.municipalityId, text }).run();
	const { title, body } = index;
	tx.db.run(sql`INSERT INTO passage_stems (rowid, title, body, title_tails, body_tails)
		VALUES (${id}, ${title.stems}, ${body.stems}, ${title.tails}, ${body.tails})`);
	tx.db.run(sql`INSERT INTO passage_trigrams (rowid, title, body)
		VALUES (${id}, ${title.words}, ${body.words})`);
}

/** Whether search knows the edition. */
export async function hasPassages(tx: Tx, editionId: string): Promise<boolean> {
	const row = tx.db
		.select({ id: passage.id })
		.from(passage)
		.where(eq(passage.editionId, editionId))
		.limit(1)
		.get();
	return row !== undefined;
}

/** An edition whose page is not withdrawn, without what is long. */
export type ReadableEdition = Pick<
	typeof edition.$inferSelect,
	'id' | 'municipalityId' | 'reportId' | 'slug' | 'number' | 'title' | 'reportYear'
> & {
	/** Another edition of the same report has come after it, withdrawn or not. */
	replaced: boolean;
};

/** Every edition whose page readers are shown (P2), in no order. */
export async function listReadableEditions(tx: Tx): Promise<ReadableEdition[]> {
	// Only columns that stand before the model: those after it would read the whole of it.
	const all = tx.db
		.select({
			id: edition.id,
			municipalityId: edition.municipalityId,
			reportId: edition.reportId,
			slug: edition.slug,
			number: edition.number,
			title: edition.title,
			reportYear: edition.reportYear
		})
		.from(edition)
		.all();
	const withdrawn = tx.db
		.select({ editionId: withdrawal.editionId })
		.from(withdrawal)
		.where(eq(withdrawal.form, 'html'))
		.all();
	const gone = new Set(withdrawn.map(({ editionId }) => editionId));
	const newest = new Map<string, number>();
	for (const { reportId, number } of all)
		newest.set(reportId, Math.max(number, newest.get(reportId) ?? 0));
	return all
		.filter(({ id }) => !gone.has(id))
		.map((one) => ({ ...one, replaced: one.number < (newest.get(one.reportId) ?? 0) }));
}

type Known = { byId: Map<number, Passage>; last: number };
const known = (): Known => ({ byId: new Map(), last: 0 });

/**
 * All passages by id, in the order in which they were added. They are kept in memory, a few hundred
 * bytes each, for a common word finds thousands of them: a passage never changes and ids only grow, so
 * what was read once is read. Only for transactions that read: what is rolled back must not be known.
 */
export async function allPassages(tx: Tx): Promise<ReadonlyMap<number, Passage>> {
	const memory = prepared(tx, known);
	for (const row of tx.db.select().from(passage).where(gt(passage.id, memory.last)).all()) {
		memory.byId.set(row.id, row);
		memory.last = Math.max(memory.last, row.id);
	}
	return memory.byId;
}

/**
 * A hit in a title weighs as much as six in a text. The ends of compounds weigh next to nothing: they are
 * rarer than the word itself, and what is rare would come first ("kulturskola" before "skola").
 */
const WEIGHTS = {
	stems: sql.raw('bm25(passage_stems, 6, 1, 6e-9, 1e-9)'),
	trigrams: sql.raw('bm25(passage_trigrams, 6, 1)')
};
const TABLES = { stems: sql.raw('passage_stems'), trigrams: sql.raw('passage_trigrams') };

/** The passages that answer a question, each with its weight: the greater, the better. */
export async function findPassages(
	tx: Tx,
	{ index, expression }: Look
): Promise<Map<number, number>> {
	const table = TABLES[index];
	const rows = tx.db.values<[number, number]>(
		sql`SELECT rowid, -${WEIGHTS[index]} FROM ${table} WHERE ${table} MATCH ${expression}`
	);
	return new Map(rows);
}

/** The same without their weights, which cost more than the finding does. */
export async function findPassageIds(
	tx: Tx,
	{ index, expression }: Look
): Promise<Map<number, number>> {
	const table = TABLES[index];
	const rows = tx.db.values<[number]>(
		sql`SELECT rowid FROM ${table} WHERE ${table} MATCH ${expression}`
	);
	return new Map(rows.map(([id]) => [id, 0]));
}

/** What passages say, by id. */
export async function passageTexts(tx: Tx, ids: number[]): Promise<Map<number, string>> {
	const rows = tx.db.select().from(passageText).where(inArray(passageText.id, ids)).all();
	return new Map(rows.map(({ id, text }) => [id, text]));
}
