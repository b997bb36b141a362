import type { Actor, Grant } from '#core/access.ts';
import { readEmail } from '#core/person-fields.ts';
import { and, asc, count, eq, ne, sql } from 'drizzle-orm';
import { department, grant, oneTimeLink, person } from './schema.ts';
import { prepared, type Tx } from './store.ts';

export type Person = typeof person.$inferSelect;

export async function insertPerson(tx: Tx, row: typeof person.$inferInsert) {
	tx.db.insert(person).values(row).run();
}

export async function insertGrant(tx: Tx, row: typeof grant.$inferInsert) {
	tx.db.insert(grant).values(row).run();
}

/** Takes back the roles that a person was given by hand; those that follow a claim stay (U7). */
export async function deleteGrants(tx: Tx, personId: string) {
	tx.db
		.delete(grant)
		.where(and(eq(grant.personId, personId), eq(grant.source, 'hand')))
		.run();
}

export async function setPersonActive(tx: Tx, personId: string, active: boolean) {
	tx.db.update(person).set({ active }).where(eq(person.id, personId)).run();
}

/** Changes what an administrator may change of a person. */
export async function setPersonFields(
	tx: Tx,
	personId: string,
	fields: Partial<Pick<Person, 'name' | 'email' | 'active' | 'closedAt'>>
) {
	tx.db.update(person).set(fields).where(eq(person.id, personId)).run();
}

const personById = (db: Tx['db']) =>
	db
		.select()
		.from(person)
		.where(eq(person.id, sql.placeholder('id')))
		.prepare();

const grantRows = (db: Tx['db']) =>
	db
		.select({ grant, departmentAuthority: department.authorityId })
		.from(grant)
		.leftJoin(department, eq(department.id, grant.departmentId))
		.where(eq(grant.personId, sql.placeholder('personId')))
		.prepare();

export async function getPerson(tx: Tx, id: string): Promise<Person | undefined> {
	return prepared(tx, personById).get({ id });
}

export async function listPeople(tx: Tx, municipalityId: string): Promise<Person[]> {
	return tx.db
		.select()
		.from(person)
		.where(eq(person.municipalityId, municipalityId))
		.orderBy(asc(person.name))
		.all();
}

/** The addresses that people of other municipalities have: an address is one person's. */
export async function emailsElsewhere(tx: Tx, municipalityId: string): Promise<string[]> {
	return tx.db
		.select({ email: person.email })
		.from(person)
		.where(ne(person.municipalityId, municipalityId))
		.all()
		.map(({ email }) => email);
}

/** By address, whatever its case, and however its domain is written. */
export async function findPersonByEmail(tx: Tx, email: string): Promise<Person | undefined> {
	const kept = readEmail(email) ?? email.trim().toLowerCase();
	return tx.db.select().from(person).where(eq(person.email, kept)).get();
}

export async function countPeople(tx: Tx): Promise<number> {
	return tx.db.select({ n: count() }).from(person).get()?.n ?? 0;
}

/** Every role that a person was granted. */
export async function grantsOf(tx: Tx, personId: string): Promise<Grant[]> {
	return prepared(tx, grantRows)
		.all({ personId })
		.flatMap((r): Grant[] => {
			switch (r.grant.role) {
				case 'administrator':
				case 'councilMember':
					return [{ role: r.grant.role }];
				case 'coordinator':
					return r.grant.authorityId === null
						? []
						: [
								{
									role: 'coordinator',
									authorityId: r.grant.authorityId,
									reportId: r.grant.reportId
								}
							];
				case 'writer':
					return r.grant.departmentId === null || r.departmentAuthority === null
						? []
						: [
								{
									role: 'writer',
									departmentId: r.grant.departmentId,
									authorityId: r.departmentAuthority
								}
							];
			}
		});
}

/** The person with all granted roles; null when there is none or the account is closed. */
export async function loadActor(tx: Tx, personId: string): Promise<Actor | null> {
	const found = await getPerson(tx, personId);
	if (!found?.active) return null;
	const grants = await grantsOf(tx, personId);
	return { personId: found.id, name: found.name, municipalityId: found.municipalityId, grants };
}

/** What a one-time link is for; it opens nothing else. */
export type OneTimePurpose = (typeof oneTimeLink.$inferSelect)['purpose'];

export async function insertOneTimeLink(tx: Tx, row: typeof oneTimeLink.$inferInsert) {
	tx.db.insert(oneTimeLink).values(row).run();
}

/** Marks the link as used; false when it is unknown, used or too old (U3). */
export async function useOneTimeLink(
	tx: Tx,
	tokenHash: string,
	purpose: OneTimePurpose,
	now: number
): Promise<boolean> {
	const link = tx.db
		.select()
		.from(oneTimeLink)
		.where(and(eq(oneTimeLink.tokenHash, tokenHash), eq(oneTimeLink.purpose, purpose)))
		.get();
	if (!link || link.usedAt !== null || link.expiresAt <= now) return false;
	tx.db.update(oneTimeLink).set({ usedAt: now }).where(eq(oneTimeLink.tokenHash, tokenHash)).run();
	return true;
}

/** True when the link would be accepted for `purpose` at `now`. */
export async function isOneTimeLinkOpen(
	tx: Tx,
	tokenHash: string,
	purpose: OneTimePurpose,
	now: number
): Promise<boolean> {
	const link = tx.db.select().from(oneTimeLink).where(eq(oneTimeLink.tokenHash, tokenHash)).get();
	return link?.purpose === purpose && link.usedAt === null && link.expiresAt > now;
}
