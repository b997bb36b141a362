import { and, asc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { apiToken, grant, identity, person } from './schema.ts';
import type { Tx } from './store.ts';

export type GrantRow = typeof grant.$inferSelect;

/** Who has which role, as rows: what the administration of people reads and asks. */

/** The roles of one person, as they were given. */
export async function grantRowsOf(tx: Tx, personId: string): Promise<GrantRow[]> {
	return tx.db
		.select()
		.from(grant)
		.where(eq(grant.personId, personId))
		.orderBy(asc(grant.id))
		.all();
}

/** Every role of the municipality's people. */
export async function listGrants(tx: Tx, municipalityId: string): Promise<GrantRow[]> {
	return tx.db.select().from(grant).where(eq(grant.municipalityId, municipalityId)).all();
}

/**
 * U6: whether others than this person could administer the installation: they have the role, their
 * account stands, and they have a way in.
 */
export async function hasOtherAdministrator(
	tx: Tx,
	municipalityId: string,
	personId: string
): Promise<boolean> {
	const known = tx.db.select({ id: identity.personId }).from(identity);
	const found = tx.db
		.select({ id: person.id })
		.from(grant)
		.innerJoin(person, eq(person.id, grant.personId))
		.where(
			and(
				eq(grant.role, 'administrator'),
				eq(person.municipalityId, municipalityId),
				eq(person.active, true),
				ne(person.id, personId),
				or(isNotNull(person.passwordHash), inArray(person.id, known))
			)
		)
		.get();
	return found !== undefined;
}

/** Takes back every key for programs that a person has. */
export async function revokeTokensOf(tx: Tx, personId: string, now: number) {
	tx.db
		.update(apiToken)
		.set({ revokedAt: now })
		.where(and(eq(apiToken.personId, personId), isNull(apiToken.revokedAt)))
		.run();
}
