import { GATHER_MS, type MailState } from '#core/mail.ts';
import { and, asc, count, desc, eq, inArray, lte, max, min, sql } from 'drizzle-orm';
import { mail, notice, person } from './schema.ts';
import type { Notice } from './notices.ts';
import type { Tx } from './store.ts';

export type Mail = typeof mail.$inferSelect;

/** The ids of the people whose first waiting notice is old enough for a mail. */
export async function peopleToMail(tx: Tx, now: number): Promise<string[]> {
	return tx.db
		.select({ id: notice.personId })
		.from(notice)
		.where(eq(notice.mail, 'waiting'))
		.groupBy(notice.personId)
		.having(lte(min(notice.at), now - GATHER_MS))
		.orderBy(asc(min(notice.at)))
		.all()
		.map(({ id }) => id);
}

/** The most notices of one mail: others are for the next, and the store is held up for milliseconds. */
const MOST_NOTICES = 500;

/** A person's notices that are to be mailed, the oldest first, as many as one mail takes. */
export async function waitingNotices(tx: Tx, personId: string): Promise<Notice[]> {
	return tx.db
		.select()
		.from(notice)
		.where(and(eq(notice.personId, personId), eq(notice.mail, 'waiting')))
		.orderBy(asc(notice.at), asc(notice.id))
		.limit(MOST_NOTICES)
		.all();
}

/** The notices that went into the mail, the oldest first. */
export async function noticesOfMail(tx: Tx, mailed: Mail): Promise<Notice[]> {
	return tx.db
		.select()
		.from(notice)
		.where(
			and(
				eq(notice.personId, mailed.personId),
				eq(notice.mail, 'mailed'),
				eq(sql`json_extract(${notice.detail}, '$.mailId')`, mailed.id)
			)
		)
		.orderBy(asc(notice.at), asc(notice.id))
		.all();
}

/** Notes in which mail the notices are; null where it is in none and never will be. */
export async function settleMail(tx: Tx, notices: Notice[], mailId: string | null): Promise<void> {
	for (const { id, detail } of notices)
		tx.db
			.update(notice)
			.set(mailId === null ? { mail: 'none' } : { mail: 'mailed', detail: { ...detail, mailId } })
			.where(eq(notice.id, id))
			.run();
}

/** When the last mail to the person was made, in milliseconds since 1970; null for never. */
export async function lastMailAt(tx: Tx, personId: string): Promise<number | null> {
	return (
		tx.db
			.select({ at: max(mail.createdAt) })
			.from(mail)
			.where(eq(mail.personId, personId))
			.get()?.at ?? null
	);
}

export async function insertMail(tx: Tx, row: typeof mail.$inferInsert): Promise<void> {
	tx.db.insert(mail).values(row).run();
}

/** The mail that has waited longest for its next attempt. */
export async function nextMail(tx: Tx, now: number): Promise<Mail | undefined> {
	return tx.db
		.select()
		.from(mail)
		.where(and(eq(mail.state, 'waiting'), lte(mail.notBefore, now)))
		.orderBy(asc(mail.notBefore), asc(mail.createdAt), asc(mail.id))
		.limit(1)
		.get();
}

export async function getMail(tx: Tx, id: string): Promise<Mail | undefined> {
	return tx.db.select().from(mail).where(eq(mail.id, id)).get();
}

export async function changeMail(tx: Tx, id: string, change: Partial<Mail>): Promise<void> {
	tx.db.update(mail).set(change).where(eq(mail.id, id)).run();
}

/** Takes away a mail that was never sent and has nothing left to say. */
export async function deleteMail(tx: Tx, id: string): Promise<void> {
	tx.db.delete(mail).where(eq(mail.id, id)).run();
}

/** Mails that wait become kept: nobody says any more how to send them. */
export async function keepWaiting(tx: Tx): Promise<void> {
	tx.db.update(mail).set({ state: 'kept' }).where(eq(mail.state, 'waiting')).run();
}

export async function areMailsWaiting(tx: Tx): Promise<boolean> {
	return (
		tx.db.select({ id: mail.id }).from(mail).where(eq(mail.state, 'waiting')).limit(1).get() !==
		undefined
	);
}

/** Lets a municipality's failed or kept mails be tried anew; how many they are. */
export async function tryAnew(
	tx: Tx,
	municipalityId: string,
	state: 'failed' | 'kept',
	now: number
): Promise<number> {
	return tx.db
		.update(mail)
		.set({ state: 'waiting', attempts: 0, notBefore: now, error: null })
		.where(and(eq(mail.municipalityId, municipalityId), eq(mail.state, state)))
		.run().changes;
}

/** How many notices of the municipality wait for their mail. */
export async function countNoticesToMail(tx: Tx, municipalityId: string): Promise<number> {
	return (
		tx.db
			.select({ n: count() })
			.from(notice)
			.where(and(eq(notice.municipalityId, municipalityId), eq(notice.mail, 'waiting')))
			.get()?.n ?? 0
	);
}

/** How many mails of the municipality are in each state. */
export async function countMails(tx: Tx, municipalityId: string): Promise<Map<MailState, number>> {
	const rows = tx.db
		.select({ state: mail.state, n: count() })
		.from(mail)
		.where(eq(mail.municipalityId, municipalityId))
		.groupBy(mail.state)
		.all();
	return new Map(rows.map(({ state, n }) => [state, n]));
}

/** A page of the municipality's mails in these states with their readers' names, the newest first. */
export async function listMails(
	tx: Tx,
	municipalityId: string,
	states: readonly MailState[],
	{ limit, offset }: { limit: number; offset: number }
): Promise<(Mail & { name: string })[]> {
	return tx.db
		.select({ mail, name: person.name })
		.from(mail)
		.innerJoin(person, eq(person.id, mail.personId))
		.where(and(eq(mail.municipalityId, municipalityId), inArray(mail.state, [...states])))
		.orderBy(desc(mail.createdAt), desc(mail.id))
		.limit(limit)
		.offset(offset)
		.all()
		.map((row) => ({ ...row.mail, name: row.name }));
}
