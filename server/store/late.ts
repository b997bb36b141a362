import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { lateContribution } from './schema.ts';
import { prepared, type Tx } from './store.ts';

export type LateContribution = typeof lateContribution.$inferSelect;

/** Keeps what met a lock, a lost right (L1) or the deletion of its passage (L5); it is `open`. */
export async function insertLate(
	tx: Tx,
	row: Omit<typeof lateContribution.$inferInsert, 'state' | 'decidedBy' | 'decidedAt' | 'reason'>
): Promise<void> {
	tx.db.insert(lateContribution).values(row).run();
}

/** The section's late contributions, the oldest first; of one person when given. */
export async function listLate(
	tx: Tx,
	sectionId: string,
	personId: string | null
): Promise<LateContribution[]> {
	return tx.db
		.select()
		.from(lateContribution)
		.where(
			and(
				eq(lateContribution.sectionId, sectionId),
				...(personId === null ? [] : [eq(lateContribution.personId, personId)])
			)
		)
		.orderBy(asc(lateContribution.at))
		.all();
}

const refusedOf = (db: Tx['db']) =>
	db
		.select({ personId: lateContribution.personId, bytes: lateContribution.bytes })
		.from(lateContribution)
		.where(
			and(
				eq(lateContribution.sectionId, sql.placeholder('id')),
				eq(lateContribution.epoch, sql.placeholder('epoch')),
				ne(lateContribution.why, 'deleted')
			)
		)
		.prepare();

/** What a lock or a lost right kept out of this epoch, whatever became of it: it does not come again. */
export async function listRefused(
	tx: Tx,
	s: { id: string; epoch: number }
): Promise<{ personId: string; bytes: Uint8Array }[]> {
	return prepared(tx, refusedOf).all({ id: s.id, epoch: s.epoch });
}

/** Adds to an open contribution what its author had under way behind it. */
export async function extendLate(
	tx: Tx,
	id: string,
	change: { bytes: Uint8Array; text: string }
): Promise<void> {
	tx.db
		.update(lateContribution)
		.set({ bytes: Buffer.from(change.bytes), text: change.text })
		.where(and(eq(lateContribution.id, id), eq(lateContribution.state, 'open')))
		.run();
}

export async function getLate(tx: Tx, id: string): Promise<LateContribution | undefined> {
	return tx.db.select().from(lateContribution).where(eq(lateContribution.id, id)).get();
}

/**
 * L4: what became of it.
 * @returns false when it was decided before (S10)
 */
export async function decideLate(
	tx: Tx,
	id: string,
	decided: { state: 'accepted' | 'declined'; by: string; at: number; reason: string | null }
): Promise<boolean> {
	const done = tx.db
		.update(lateContribution)
		.set({
			state: decided.state,
			decidedBy: decided.by,
			decidedAt: decided.at,
			reason: decided.reason
		})
		.where(and(eq(lateContribution.id, id), eq(lateContribution.state, 'open')))
		.run();
	return done.changes === 1;
}
