import { and, count, eq, gt, isNull, lte, type SQL } from 'drizzle-orm';
import { oneTimeLink } from './schema.ts';
import type { Tx } from './store.ts';

/** One-time links of people who have an account (U3). What stands here opens nothing: hashes alone. */

export type OneTimeLink = typeof oneTimeLink.$inferSelect;
/** What somebody's link is for: to begin, or to get in again. */
export type LinkPurpose = Exclude<OneTimeLink['purpose'], 'firstAdministrator'>;

/** The link with its person, whether it still opens something or not; undefined for none of that purpose. */
export async function getLink(
	tx: Tx,
	tokenHash: string,
	purpose: LinkPurpose
): Promise<(OneTimeLink & { personId: string }) | undefined> {
	const found = tx.db
		.select()
		.from(oneTimeLink)
		.where(and(eq(oneTimeLink.tokenHash, tokenHash), eq(oneTimeLink.purpose, purpose)))
		.get();
	if (!found || found.personId === null) return undefined;
	return { ...found, personId: found.personId };
}

/** Whether a link would be accepted at `now`. */
export const isOpen = (link: Pick<OneTimeLink, 'usedAt' | 'expiresAt'>, now: number): boolean =>
	link.usedAt === null && link.expiresAt > now;

const openOf = (personId: string, now: number): SQL | undefined =>
	and(
		eq(oneTimeLink.personId, personId),
		isNull(oneTimeLink.usedAt),
		gt(oneTimeLink.expiresAt, now)
	);

/**
 * Ends the open links of a person.
 * @param which of one purpose; those that the person asked for themselves; all when left out
 */
export async function endLinksOf(
	tx: Tx,
	personId: string,
	now: number,
	which: { purpose?: LinkPurpose; ownOnly?: boolean } = {}
) {
	tx.db
		.update(oneTimeLink)
		.set({ expiresAt: now })
		.where(
			and(
				openOf(personId, now),
				which.purpose && eq(oneTimeLink.purpose, which.purpose),
				which.ownOnly ? isNull(oneTimeLink.createdBy) : undefined
			)
		)
		.run();
}

/** How many links a person has asked for themselves since `since`. */
export async function countOwnLinks(tx: Tx, personId: string, since: number): Promise<number> {
	const own = and(eq(oneTimeLink.personId, personId), isNull(oneTimeLink.createdBy));
	return (
		tx.db
			.select({ n: count() })
			.from(oneTimeLink)
			.where(and(own, gt(oneTimeLink.createdAt, since)))
			.get()?.n ?? 0
	);
}

/** A person's links, the oldest first. */
export async function listLinks(tx: Tx, personId: string): Promise<OneTimeLink[]> {
	return tx.db
		.select()
		.from(oneTimeLink)
		.where(eq(oneTimeLink.personId, personId))
		.orderBy(oneTimeLink.expiresAt)
		.all();
}

export async function deleteLinksOf(tx: Tx, personId: string) {
	tx.db.delete(oneTimeLink).where(eq(oneTimeLink.personId, personId)).run();
}

/** Forgets the links that ended before `before`: what was done with them stands in the trail. */
export async function deleteOldLinks(tx: Tx, before: number) {
	tx.db.delete(oneTimeLink).where(lte(oneTimeLink.expiresAt, before)).run();
}
