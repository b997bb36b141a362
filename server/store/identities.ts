import { and, asc, count, eq, gte, inArray } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { claimRole, grant, identity } from './schema.ts';
import type { Tx } from './store.ts';

/** U7: who subjects of a sign-in service are here, and which roles its claims carry. */

export type Identity = typeof identity.$inferSelect;
export type ClaimRole = typeof claimRole.$inferSelect;

export async function getIdentity(
	tx: Tx,
	issuer: string,
	subject: string
): Promise<Identity | undefined> {
	return tx.db
		.select()
		.from(identity)
		.where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)))
		.get();
}

/**
 * U9: the account of somebody who was forgotten stays closed. The service's name for them goes; its SHA-256,
 * by which they are known again and that says nothing else, stays in its place.
 */
export async function forgetIdentities(tx: Tx, personId: string): Promise<void> {
	const known = tx.db.select().from(identity).where(eq(identity.personId, personId)).all();
	tx.db.delete(identity).where(eq(identity.personId, personId)).run();
	for (const { issuer, subject, ...row } of known)
		tx.db
			.insert(identity)
			.values({
				...row,
				issuer,
				subject: markOf(issuer, subject),
				createdAt: 0,
				lastUsedAt: 0
			})
			.onConflictDoNothing()
			.run();
}

/** Whether the service's name for somebody was that of a person who was forgotten. */
export async function wasForgotten(tx: Tx, issuer: string, subject: string): Promise<boolean> {
	return (await getIdentity(tx, issuer, markOf(issuer, subject))) !== undefined;
}

const markOf = (issuer: string, subject: string): string =>
	`sha256:${createHash('sha256').update(`${issuer}\n${subject}`).digest('hex')}`;

/** Whether the person is known to the service under any name. */
export async function hasIdentityOf(tx: Tx, personId: string, issuer: string): Promise<boolean> {
	const found = tx.db
		.select({ subject: identity.subject })
		.from(identity)
		.where(and(eq(identity.personId, personId), eq(identity.issuer, issuer)))
		.get();
	return found !== undefined;
}

export async function insertIdentity(tx: Tx, row: typeof identity.$inferInsert) {
	tx.db.insert(identity).values(row).run();
}

export async function setIdentityUsed(tx: Tx, issuer: string, subject: string, now: number) {
	tx.db
		.update(identity)
		.set({ lastUsedAt: now })
		.where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)))
		.run();
}

/** How many people of the municipality have signed in by a service since `since`. */
export async function countIdentities(
	tx: Tx,
	municipalityId: string,
	since: number
): Promise<number> {
	return (
		tx.db
			.select({ n: count() })
			.from(identity)
			.where(and(eq(identity.municipalityId, municipalityId), gte(identity.lastUsedAt, since)))
			.get()?.n ?? 0
	);
}

/** By value and role. */
export async function listClaimRoles(tx: Tx, municipalityId: string): Promise<ClaimRole[]> {
	return tx.db
		.select()
		.from(claimRole)
		.where(eq(claimRole.municipalityId, municipalityId))
		.orderBy(asc(claimRole.value), asc(claimRole.role), asc(claimRole.id))
		.all();
}

export async function insertClaimRole(tx: Tx, row: typeof claimRole.$inferInsert) {
	tx.db.insert(claimRole).values(row).run();
}

export async function deleteClaimRole(tx: Tx, id: string) {
	tx.db.delete(claimRole).where(eq(claimRole.id, id)).run();
}

/** Takes back single rows of roles. */
export async function deleteGrantRows(tx: Tx, ids: string[]) {
	if (ids.length > 0) tx.db.delete(grant).where(inArray(grant.id, ids)).run();
}
