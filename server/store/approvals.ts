import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { approval, fixedContent } from './schema.ts';
import { prepared, type Tx } from './store.ts';

export type Fixed = typeof fixedContent.$inferSelect;
export type Approval = typeof approval.$inferSelect;

export async function insertFixed(tx: Tx, row: typeof fixedContent.$inferInsert) {
	tx.db.insert(fixedContent).values(row).run();
}

const newestFixed = (db: Tx['db']) =>
	db
		.select()
		.from(fixedContent)
		.where(eq(fixedContent.sectionId, sql.placeholder('sectionId')))
		.orderBy(desc(sql`rowid`))
		.limit(1)
		.prepare();

/** What was fixed at the section's last submission: the last that was stored, whatever the clock said then. */
export async function latestFixed(tx: Tx, sectionId: string): Promise<Fixed | undefined> {
	return prepared(tx, newestFixed).get({ sectionId });
}

/** What was fixed at each of the section's submissions, the newest first. */
export async function listFixed(tx: Tx, sectionId: string): Promise<Fixed[]> {
	return tx.db
		.select()
		.from(fixedContent)
		.where(eq(fixedContent.sectionId, sectionId))
		.orderBy(desc(sql`rowid`))
		.all();
}

export async function getFixed(tx: Tx, id: string): Promise<Fixed | undefined> {
	return tx.db.select().from(fixedContent).where(eq(fixedContent.id, id)).get();
}

export async function insertApproval(tx: Tx, row: typeof approval.$inferInsert) {
	tx.db.insert(approval).values(row).run();
}

/** The approval that stands, if one does. */
export async function standingApproval(tx: Tx, sectionId: string): Promise<Approval | undefined> {
	return tx.db
		.select()
		.from(approval)
		.where(and(eq(approval.sectionId, sectionId), isNull(approval.voidedAt)))
		.get();
}

/** Every approval of the section, voided ones too: the record stays (S5). */
export async function listApprovals(tx: Tx, sectionId: string): Promise<Approval[]> {
	return tx.db
		.select()
		.from(approval)
		.where(eq(approval.sectionId, sectionId))
		.orderBy(asc(approval.approvedAt))
		.all();
}

/** S5: reopening voids what stands. */
export async function voidApproval(
	tx: Tx,
	input: { sectionId: string; by: string; at: number; reason: string }
) {
	tx.db
		.update(approval)
		.set({ voidedBy: input.by, voidedAt: input.at, voidReason: input.reason })
		.where(and(eq(approval.sectionId, input.sectionId), isNull(approval.voidedAt)))
		.run();
}
