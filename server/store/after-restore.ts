import { and, eq, isNull, sql } from 'drizzle-orm';
import { apiToken, clientClaim, oneTimeLink, section, session, thread } from './schema.ts';
import type { SectionRow } from './sections.ts';
import type { Tx } from './store.ts';

/** What a restored database must not go on with as if no time had passed. */

export type Ended = { sessions: number; links: number; keys: number };

/**
 * U1, U3, U8: sessions, one-time links and keys for programs that were ended or used after the backup would
 * open again; so all of them end.
 */
export async function endEverySignIn(tx: Tx, now: number): Promise<Ended> {
	const sessions = tx.db.delete(session).run().changes;
	const links = tx.db.delete(oneTimeLink).where(isNull(oneTimeLink.usedAt)).run().changes;
	const keys = tx.db
		.update(apiToken)
		.set({ revokedAt: now })
		.where(isNull(apiToken.revokedAt))
		.run().changes;
	return { sessions, links, keys };
}

/** Every section by its own row. */
export async function allSections(tx: Tx): Promise<SectionRow[]> {
	return tx.db.select().from(section).all();
}

/**
 * D9: the section goes on under `epoch` with the same items: who each client id belongs to, and where its
 * threads stand, stays as it is. The caller stores the new epoch's first update.
 */
export async function carryInto(tx: Tx, s: SectionRow, epoch: number): Promise<void> {
	tx.db.update(section).set({ epoch }).where(eq(section.id, s.id)).run();
	tx.db
		.run(sql`INSERT INTO ${clientClaim} (municipality_id, section_id, epoch, client_id, person_id)
		SELECT municipality_id, section_id, ${epoch}, client_id, person_id FROM ${clientClaim}
		WHERE section_id = ${s.id} AND epoch = ${s.epoch}`);
	tx.db
		.update(thread)
		.set({ epoch })
		.where(and(eq(thread.sectionId, s.id), eq(thread.epoch, s.epoch)))
		.run();
}
