import { and, asc, eq } from 'drizzle-orm';
import { lateContribution } from './schema.ts';
import type { Tx } from './store.ts';

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
