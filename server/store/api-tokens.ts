import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { apiToken } from './schema.ts';
import { prepared, type Tx } from './store.ts';

/** U8: keys for programs, by the SHA-256 of each. */
export type ApiToken = typeof apiToken.$inferSelect;

export async function insertToken(tx: Tx, row: typeof apiToken.$inferInsert) {
	tx.db.insert(apiToken).values(row).run();
}

const tokenByHash = (db: Tx['db']) =>
	db
		.select()
		.from(apiToken)
		.where(eq(apiToken.tokenHash, sql.placeholder('tokenHash')))
		.prepare();

export async function findToken(tx: Tx, tokenHash: string): Promise<ApiToken | undefined> {
	return prepared(tx, tokenByHash).get({ tokenHash });
}

export async function getToken(tx: Tx, id: string): Promise<ApiToken | undefined> {
	return tx.db.select().from(apiToken).where(eq(apiToken.id, id)).get();
}

/** Those that open something at `now`, the newest first. */
export async function listOpenTokens(tx: Tx, personId: string, now: number): Promise<ApiToken[]> {
	return tx.db
		.select()
		.from(apiToken)
		.where(
			and(eq(apiToken.personId, personId), isNull(apiToken.revokedAt), gt(apiToken.expiresAt, now))
		)
		.orderBy(desc(apiToken.createdAt), apiToken.id)
		.all();
}

export async function setTokenRevoked(tx: Tx, id: string, at: number) {
	tx.db.update(apiToken).set({ revokedAt: at }).where(eq(apiToken.id, id)).run();
}

export async function setTokenUsed(tx: Tx, id: string, at: number) {
	tx.db.update(apiToken).set({ lastUsedAt: at }).where(eq(apiToken.id, id)).run();
}
