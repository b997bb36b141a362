import { and, eq, ne } from 'drizzle-orm';
import { person, session } from './schema.ts';
import type { Tx } from './store.ts';

/** Keeps a password's hash (U1). */
export async function setPassword(tx: Tx, personId: string, passwordHash: string, now: number) {
	tx.db
		.update(person)
		.set({ passwordHash, passwordSetAt: now })
		.where(eq(person.id, personId))
		.run();
}

/** Ends a person's sessions but for one; how many there were. */
export async function deleteOtherSessions(
	tx: Tx,
	personId: string,
	keptHash: string
): Promise<number> {
	const others = and(eq(session.personId, personId), ne(session.idHash, keptHash));
	return tx.db.delete(session).where(others).run().changes;
}
