import { desc, eq } from 'drizzle-orm';
import { chainLine } from './chain.ts';
import { auditEvent } from './schema.ts';
import type { Tx } from './store.ts';

export type AuditEvent = typeof auditEvent.$inferSelect;
export type NewAuditEvent = Omit<typeof auditEvent.$inferInsert, 'seq'>;

/** S9, D11: one line an act, in the act's own transaction, and its link in the chain. */
export async function insertAudit(tx: Tx, row: NewAuditEvent) {
	const { seq } = tx.db.insert(auditEvent).values(row).returning({ seq: auditEvent.seq }).get();
	await chainLine(tx, seq);
}

/** The report's events, the newest first. */
export async function listAudit(tx: Tx, reportId: string): Promise<AuditEvent[]> {
	return tx.db
		.select()
		.from(auditEvent)
		.where(eq(auditEvent.reportId, reportId))
		.orderBy(desc(auditEvent.seq))
		.all();
}
