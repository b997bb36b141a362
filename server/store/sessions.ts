import { eq, lte, sql } from 'drizzle-orm';
import { session } from './schema.ts';
import { prepared, type Tx } from './store.ts';

export type SessionRow = typeof session.$inferSelect;

export async function insertSession(tx: Tx, row: typeof session.$inferInsert) {
	tx.db.insert(session).values(row).run();
}

const sessionByHash = (db: Tx['db']) =>
	db
		.select()
		.from(session)
		.where(eq(session.idHash, sql.placeholder('idHash')))
		.prepare();

export async function getSession(tx: Tx, idHash: string): Promise<SessionRow | undefined> {
	return prepared(tx, sessionByHash).get({ idHash });
}

export async function listSessions(tx: Tx, personId: string): Promise<SessionRow[]> {
	return tx.db.select().from(session).where(eq(session.personId, personId)).all();
}

export async function setSessionExpiry(tx: Tx, idHash: string, expiresAt: number) {
	tx.db.update(session).set({ expiresAt }).where(eq(session.idHash, idHash)).run();
}

export async function deleteSession(tx: Tx, idHash: string) {
	tx.db.delete(session).where(eq(session.idHash, idHash)).run();
}

export async function deleteSessionsOf(tx: Tx, personId: string) {
	tx.db.delete(session).where(eq(session.personId, personId)).run();
}

export async function deleteExpiredSessions(tx: Tx, now: number) {
	tx.db.delete(session).where(lte(session.expiresAt, now)).run();
}
