import { and, eq } from 'drizzle-orm';
import type { Form } from '#core/forms.ts';
import { withdrawal } from './schema.ts';
import type { Tx } from './store.ts';

export type Withdrawal = typeof withdrawal.$inferSelect;

export async function insertWithdrawal(tx: Tx, row: typeof withdrawal.$inferInsert) {
	tx.db.insert(withdrawal).values(row).run();
}

/** What was taken back of an edition. */
export async function listWithdrawals(tx: Tx, editionId: string): Promise<Withdrawal[]> {
	return tx.db.select().from(withdrawal).where(eq(withdrawal.editionId, editionId)).all();
}

export async function getWithdrawal(
	tx: Tx,
	editionId: string,
	form: Form
): Promise<Withdrawal | undefined> {
	return tx.db
		.select()
		.from(withdrawal)
		.where(and(eq(withdrawal.editionId, editionId), eq(withdrawal.form, form)))
		.get();
}
